import Formats
import Policy
public import Screening

/// What the command line prints of a determination: plain text, 100 columns, no colour.
public enum TerminalReport {
  /// For `screen`: the verdict, then why, what would change it, the questions and the coverage.
  public static func screen(_ determination: Determination) -> String {
    let subject = MemoSubject(determination)
    let order = determination.order
    var text = TerminalText()
    if let banner = banner(determination) { text.add(banner) }
    text.add(
      "\(TerminalWords.short(determination.outcome)) · order \(order.reference) revision "
        + "\(order.revision) · decision \(determination.decision.rawValue) · as of "
        + "\(determination.asOf) · policy \(determination.policy.name) "
        + determination.policy.revision)
    text.add(subject.plain(subject.sentenceOfDetermination))
    text.blank()
    for mark in subject.laneMarks(limit: 200) {
      text.add(
        "\(mark.word): \(subject.plain(mark.summary))",
        first: padded(mark.lane, to: 13) + mark.shape + " ")
    }
    why(subject, in: &text)
    diligence(determination, in: &text)
    changes(determination, in: &text)
    questions(subject, in: &text)
    answers(determination, in: &text)
    coverage(determination, in: &text)
    for notice in determination.notices { text.add("notice \(notice.id): \(notice.message)") }
    text.blank()
    text.add("Next: scruple explain FILE · scruple screen FILE --memo memo.html")
    return text.text
  }

  private static func why(_ subject: MemoSubject, in text: inout TerminalText) {
    text.heading("Why")
    let findings = subject.determination.findings
    for (index, finding) in findings.enumerated() {
      let number = padded(" \(index + 1)", to: 4)
      text.add(
        "\(finding.rule) \(finding.title) (\(finding.kind.words), "
          + "\(finding.effect?.words ?? "note"), \(finding.strength.rawValue))", first: number)
      let citations = subject.plain(subject.citations(of: finding, withRule: false))
      text.add(sentence(finding.reason) + " " + citations, first: "    ")
    }
    if subject.determination.outcome == nil { text.add(sentence(subject.failure), first: " -  ") }
    if findings.isEmpty, subject.determination.outcome != nil {
      text.add("No rule that sets an outcome fired on the facts known.", first: "    ")
    }
  }

  private static func changes(_ determination: Determination, in text: inout TerminalText) {
    text.heading("What would change it")
    for change in determination.counterfactuals {
      text.add(
        "\(change.outcome.words) if \(change.conditions.joined(separator: " AND "))",
        first: "  - ")
    }
    if determination.counterfactuals.isEmpty {
      text.add("No change of the unknown facts was found that changes it.", first: "    ")
    }
  }

  private static func questions(_ subject: MemoSubject, in text: inout TerminalText) {
    let questions = subject.determination.questions
    guard !questions.isEmpty else { return }
    text.heading(
      subject.mayBeRefused
        ? "Questions (for counsel; a refusal is decided or possible, so none is sent)"
        : "Questions")
    for question in questions {
      let about = question.about.isEmpty ? "" : " (about \(question.about))"
      text.add("\(question.id)\(about): \(question.english)", first: "  ? ")
    }
  }

  private static func diligence(_ determination: Determination, in text: inout TerminalText) {
    guard let diligence = determination.diligence, diligence.isConcerned else { return }
    text.heading("Human-rights due diligence")
    for (name, dimension) in [
      ("Scale", diligence.scale), ("Scope", diligence.scope),
      ("Remediability", diligence.remediability),
    ] {
      text.add("\(name), \(dimension.grade.words): \(dimension.words)", first: "  - ")
    }
    text.add("Connection: \(diligence.connectionWords)", first: "  - ")
    text.add("Leverage: " + diligence.leverage.joined(separator: " "), first: "  - ")
    text.add(diligence.likelihood, first: "  - ")
    text.add(diligence.confidence, first: "  - ")
  }

  private static func answers(_ determination: Determination, in text: inout TerminalText) {
    guard !determination.answers.isEmpty else { return }
    text.heading("Answers")
    for answer in determination.answers {
      text.add("\(answer.id): \(answer.words)", first: "  - ")
    }
  }

  private static func coverage(_ determination: Determination, in text: inout TerminalText) {
    let lists = determination.coverage.lists
    text.heading("Coverage")
    let complete = determination.coverage.isComplete ? "complete" : "NOT complete"
    text.add(
      "\(lists.count { $0.answered }) of \(counted(lists.count, "list")) answered; coverage of the "
        + "required lists is \(complete)", first: "    ")
    for list in lists where !list.answered {
      let need = list.isRequired ? "required" : "not required"
      text.add(
        "\(list.name) (\(need)) did not answer: \(list.faults.joined(separator: "; "))",
        first: "  - ")
    }
    for item in determination.coverage.notSearched {
      text.add("not searched: \(item)", first: "  - ")
    }
    let suppressed = determination.coverage.suppressed
    if !suppressed.isEmpty {
      text.add("suppressed: \(suppressed.joined(separator: ", "))", first: "  - ")
    }
  }

  static func banner(_ determination: Determination) -> String? {
    determination.demonstration.map { "DEMONSTRATION, not for use. " + $0 }
  }
}

extension MemoSubject {
  /// Runs as plain text, with citations in brackets.
  func plain(_ runs: [MemoRun]) -> String {
    runs.reduce(into: "") { output, run in
      switch run {
      case .text(let text), .strong(let text), .quotation(let text): output += text
      case .reference(let number): output += TerminalReport.pointer(number)
      case .citation(let citation):
        output += (output.isEmpty || output.hasSuffix(" ") ? "" : " ") + "[\(citation.label)]"
      }
    }
  }
}

extension TerminalReport {
  /// In a terminal the questions and the coverage stand below; the rest is in the memo.
  fileprivate static func pointer(_ number: String) -> String {
    switch number {
    case "10": "the list of questions below"
    case "B": "the coverage below"
    default: MemoDocument.pointer(number) + " of the memo"
    }
  }
}
