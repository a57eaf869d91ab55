import Policy
import Screening

extension MemoSubject {
  /// Section 7: tenders and public records that findings rest on.
  var tenders: MemoDocument.Section {
    var builder = MemoSectionBuilder("7", "Tenders and public records", self)
    let tenders = determination.evidence.filter { $0.kind == .tender }
    let unsearched = determination.coverage.notSearched.filter {
      $0.lowercased().contains("tender")
    }
    if tenders.isEmpty {
      let searched = determination.coverage.lists.contains {
        ($0.id + $0.name).lowercased().contains("tender") && $0.answered
      }
      var text = "No finding rests on a tender"
      if !unsearched.isEmpty {
        text += "; tenders were not searched: \(unsearched.joined(separator: "; "))."
      } else if searched {
        text += "; the tenders that were searched stand in annex B."
      } else {
        text += "; the record does not say that tenders were searched."
      }
      builder.add(.fact, [.text(text), .citation(.record("coverage"))])
      return builder.section
    }
    for tender in tenders {
      let rules = determination.findings.filter { $0.evidence.contains(tender.id) }
      var runs: [MemoRun] = [.text("The notice “"), .quotation(tender.title), .text("” states: ")]
      runs += quoting(sentence(tender.statement)) + evidence([tender.id])
      for finding in rules {
        runs += [.text(" It is weighed in "), .strong(finding.title), .text(".")]
        runs.append(.citation(.rule(finding.rule)))
      }
      builder.add(.fact, runs)
    }
    builder.note(
      "Which fields agree and which do not is stated in the reason of the finding; the record "
        + "holds no further arithmetic.")
    if !unsearched.isEmpty {
      builder.note("Not searched: \(sentence(unsearched.joined(separator: "; ")))")
    }
    return builder.section
  }

  /// Section 8: mandatory, and never empty.
  var counterEvidence: MemoDocument.Section {
    var builder = MemoSectionBuilder(
      "8", "Counter-evidence, benign explanations and conditions", self)
    builder.heading("Counter-evidence, denials and benign explanations")
    for counter in determination.counterEvidence {
      let citations =
        counter.evidence.isEmpty
        ? [MemoRun.citation(.record("counterEvidence"))] : evidence(counter.evidence)
      builder.add(.fact, quoting(sentence(counter.text)) + citations)
    }
    if determination.counterEvidence.isEmpty {
      builder.add(
        .fact,
        [
          .text(
            "No counter-evidence, denial or benign explanation was found in the sources "
              + "searched."),
          .citation(.annex("A")), .citation(.annex("B")),
          .text(" That is a statement about those sources, not about the customer."),
        ])
    }
    builder.heading("Alternatives")
    for change in determination.counterfactuals {
      builder.add(
        .inference,
        [.strong(change.outcome.words.capitalisedFirst), .text(" if ")]
          + quoting(sentence(change.conditions.joined(separator: "; and ")))
          + [.text(" Confirmed by evaluating the order again with these facts.")])
    }
    if determination.counterfactuals.isEmpty {
      builder.note("No alternative outcome was computed from the facts that are unknown.")
    }
    builder.heading("Conditions and obligations")
    for obligation in determination.obligations {
      builder.add(
        .judgement, quoting(sentence(obligation.text)) + [.citation(.rule(obligation.rule))])
    }
    if determination.obligations.isEmpty { builder.note("The rules that fired impose none.") }
    return builder.section
  }

  /// Section 9: what this memo does not know.
  var limits: MemoDocument.Section {
    var builder = MemoSectionBuilder("9", "Limits", self)
    let coverage = determination.coverage
    let data = determination.lanes.data
    builder.add(
      .judgement,
      [.text("Data: "), .strong(MemoSubject.form(data.state).word), .text(". ")]
        + quoting(sentence(data.summary)))
    for finding in findings(in: .data) { builder.finding(finding, nature: nature(of: finding)) }
    for text in coverage.notSearched {
      builder.add(
        .fact,
        [.text("Not searched: ")] + quoting(sentence(text))
          + [.citation(.record("coverage.notSearched"))])
    }
    if coverage.notSearched.isEmpty {
      builder.add(
        .fact,
        [
          .text("The record names no search that was left out."),
          .citation(.record("coverage.notSearched")),
        ])
    }
    for list in coverage.lists where !list.answered || list.unreadable > 0 {
      var text = "\(list.name): "
      text += list.answered ? "answered" : "did not answer (\(list.faults.joined(separator: "; ")))"
      if list.unreadable > 0 {
        text += ", \(counted(list.unreadable, "entry", plural: "entries")) could not be read"
      }
      builder.add(.fact, [.text(text + "."), .citation(.annex("B"))])
    }
    let loose = determination.evidence.filter { $0.verification != "stored" }
    for item in loose {
      builder.add(
        .note,
        [.text("Evidence \(item.id) is not held in full here: \(sentence(item.verification))")]
          + evidence([item.id]))
    }
    unverifiedLaw(in: &builder)
    let foreign = determination.evidence.filter { !$0.language.isEmpty && $0.language != "en" }
    if !foreign.isEmpty {
      builder.add(
        .note,
        [.text("In other languages, by whom translated is not in the record:")]
          + evidence(foreign.map(\.id)))
    }
    suppressions(in: &builder)
    builder.note(
      "Names are recognised by rules and tables. What is proved about the policies is proved over "
        + "the facts of the order, not over the recognition of names.")
    return builder.section
  }

  private func suppressions(in builder: inout MemoSectionBuilder) {
    let ids = determination.coverage.suppressed
    builder.add(
      .fact,
      [
        .text(
          ids.isEmpty
            ? "No recorded suppression applied."
            : "\(counted(ids.count, "match", plural: "matches")) suppressed by recorded "
              + "decisions: \(ids.joined(separator: ", "))."),
        .citation(.record("coverage.suppressed")),
      ])
  }

  /// Section 10: what is asked, and what was decided before.
  var history: MemoDocument.Section {
    var builder = MemoSectionBuilder("10", "Questions and decision history", self)
    for question in determination.questions {
      var runs: [MemoRun] = [.strong(question.id + " ")]
      if !question.about.isEmpty { runs.append(.text("(about \(question.about)) ")) }
      runs += quoting(question.english)
      if question.isOpenRedFlag { runs.append(.text(" This is an open red flag.")) }
      builder.add(.note, runs + question.rules.map { .citation(.rule($0)) })
    }
    if determination.questions.isEmpty {
      builder.note("No question is open: no unknown fact could change the outcome by itself.")
    } else {
      builder.add(
        .note,
        [
          .text(
            mayBeRefused
              ? "These are for counsel; none is sent while a refusal is decided or possible. "
              : "The same questions in Chinese and German stand in "),
          .reference("D"), .text("."),
        ])
    }
    builder.note(
      "The determination carries no earlier decision, override or exception; the ledger holds "
        + "that history.")
    return builder.section
  }
}
