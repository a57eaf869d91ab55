import Policy
import Screening

extension MemoSubject {
  /// Page 1: it must fit one printed page, so texts are shortened and point into the body.
  func summary(body: [MemoDocument.Section]) -> MemoDocument.Section {
    var builder = MemoSectionBuilder("1", "Summary", self)
    builder.heading("Determination")
    builder.add(.judgement, sentenceOfDetermination)
    builder.block(.lanes(laneMarks()))
    builder.heading("Why")
    reasons(in: &builder, body: body)
    builder.heading("What would change it")
    changes(in: &builder)
    builder.heading("Action")
    builder.add(
      .note,
      [
        .text(action + " "), .text("The order system reads decision "),
        .strong(determination.decision.rawValue),
        .text(". Owner: ______________ Due: __________"),
      ])
    builder.block(
      .signatures(
        MemoSignatures(
          meanings: ["Prepared", "Reviewed", "Approved (second person, not sales)"],
          dissent: "none recorded in this determination")))
    return builder.section
  }

  private func reasons(in builder: inout MemoSectionBuilder, body: [MemoDocument.Section]) {
    if determination.outcome == nil {
      builder.add(
        .fact,
        [.text("The order could not be screened: ")]
          + quoting(sentence(shortened(failure, to: 280))) + [.citation(.annex("B"))])
    }
    let strong = determination.findings.filter { $0.effect != nil }
    let shown = strong.prefix(determination.outcome == nil ? 2 : 3)
    for finding in shown {
      var runs: [MemoRun] = [.strong(finding.kind.words.capitalisedFirst + ": ")]
      runs += quoting(sentence(shortened(finding.reason, to: 230)))
      runs += citations(of: finding, withRule: false)
      if let place = paragraph(of: finding, in: body) {
        runs += [.text(" See "), .reference(place), .text(".")]
      }
      builder.add(nature(of: finding), runs)
    }
    if strong.count > shown.count {
      builder.note(
        "\(counted(strong.count - shown.count, "further finding")) of the same or lesser effect "
          + "stand in the body; annex C lists every rule.")
    }
    if strong.isEmpty {
      builder.add(
        .fact,
        [.text("No rule that sets an outcome fired on the facts known. "), .text(listResult)]
          + [.citation(.annex("B")), .citation(.annex("C"))])
    }
  }

  /// What a finding of law or policy says is a judgement; the rest reports or infers.
  func nature(of finding: Finding) -> MemoNature {
    switch finding.kind {
    case .legalProhibition, .licenceRequirement, .policy: .judgement
    case .regulatoryRedFlag, .dataGap, .context:
      finding.strength == .certain || finding.strength == .strong ? .fact : .inference
    }
  }

  /// The paragraph of the body that states the finding, found by its citation of the rule.
  private func paragraph(of finding: Finding, in body: [MemoDocument.Section]) -> String? {
    for section in body {
      for case .paragraph(let paragraph) in section.blocks
      where paragraph.statement.citations.contains(.rule(finding.rule))
        && paragraph.statement.runs.contains(.strong(finding.kind.words.capitalisedFirst + ": "))
      {
        return paragraph.number
      }
    }
    return nil
  }

  private func changes(in builder: inout MemoSectionBuilder) {
    for change in determination.counterfactuals.prefix(3) {
      builder.add(
        .inference,
        [.strong(change.outcome.words.capitalisedFirst), .text(" if ")]
          + quoting(sentence(shortened(change.conditions.joined(separator: "; and "), to: 200))))
    }
    if determination.counterfactuals.count > 3 {
      builder.add(.note, [.text("The others stand in "), .reference("8"), .text(".")])
    }
    if determination.counterfactuals.isEmpty {
      builder.note(
        determination.outcome == nil
          ? "A complete screening; no change of outcome was computed without it."
          : "No change of the unknown facts was found that changes the outcome.")
    }
  }

  private var action: String {
    let quiet =
      "Send nothing to the customer; no refund, return or credit; legal only, because a refusal "
      + "is decided or possible."
    switch determination.outcome {
    case nil: return "Keep the order held, mend the cause, and screen it again."
    case .release: return "The order may receive a clearance bound to its content."
    case .releaseWithConditions: return "Confirm each condition; then a clearance may be issued."
    case .hold:
      let questions = determination.questions.count
      return "Keep the order held. "
        + (mayBeRefused
          ? quiet
          : questions == 0
            ? "Resolve the findings."
            : "Obtain \(counted(questions, "answer")) to the questions of section 10.")
    case .escalate:
      return "Keep the order held and bring it to a decision. " + (mayBeRefused ? quiet : "")
    case .licenceRequired:
      return "Keep the order held until a licence with balance is recorded. "
        + (mayBeRefused ? quiet : "")
    case .refusePolicy, .refuseProhibited: return quiet
    }
  }
}
