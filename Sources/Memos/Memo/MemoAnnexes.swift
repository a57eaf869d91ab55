import Digests
import Formats
import Policy
import Screening

extension MemoSubject {
  var annexes: [MemoDocument.Section] {
    [
      evidenceRegister, listRegister, ruleTrace, questionnaire, correspondence, reproduction,
      redaction,
    ]
  }

  private var evidenceRegister: MemoDocument.Section {
    var builder = MemoSectionBuilder("A", "Evidence register", self)
    guard !determination.evidence.isEmpty else {
      builder.note("No evidence item is cited: the findings rest on the order and on the lists.")
      return builder.section
    }
    let rows = determination.evidence.map { item in
      MemoTable.Row(
        [
          [.text(MemoCitation.evidence(item.id).label)],
          [
            .quotation(item.title),
            .text(
              ". "
                + [item.publisher, item.publishedOn].compactMap { $0 }
                .filter { !$0.isEmpty }.joined(separator: ", ")),
          ],
          [.text(item.kind.words + (item.language.isEmpty ? "" : ", \(item.language)"))],
          quoting(sentence(item.statement)) + [.text(" At: "), .quotation(item.locator)],
          [
            .text(item.grade.map { "grade \($0), " } ?? "not graded, "), .text(item.verification),
            .text(item.root.map { "; root \($0)" } ?? "; derivation root not recorded"),
          ],
          [.text([item.url, item.sha256].compactMap { $0 }.joined(separator: " "))],
        ], anchor: item.id)
    }
    builder.table(
      .note,
      [.text("Each item, what it says in our words, and where. Sources that repeat one ")]
        + [.text("report share a root and count once.")],
      columns: ["Id", "Title and publisher", "Kind", "Says", "Reliability", "Address and hash"],
      rows: rows)
    return builder.section
  }

  private var listRegister: MemoDocument.Section {
    var builder = MemoSectionBuilder("B", "Lists and versions", self)
    guard !determination.coverage.lists.isEmpty else {
      builder.note("No list was searched.")
      return builder.section
    }
    let rows = determination.coverage.lists.map { list in
      MemoTable.Row([
        [.text(list.name), .text(" (\(list.id))")],
        [.text(list.retrieved?.description ?? "undated")],
        [.text(String(list.entries))], [.text(String(list.unreadable))],
        [.text(list.ageDays.map { counted($0, "day") } ?? "unknown")],
        [.text("\(list.canariesFound) of \(list.canariesExpected)")],
        [.text(list.isRequired ? "yes" : "no")],
        [.text(list.answered ? "● yes" : "○ no: \(list.faults.joined(separator: "; "))")],
        [.text(list.digest)],
      ])
    }
    builder.table(
      .note,
      [
        .text("Canaries are known entries that a search must find. Coverage is "),
        .strong(determination.coverage.isComplete ? "complete" : "not complete"),
        .text(" for the required lists."),
      ],
      columns: [
        "List", "Version", "Entries", "Unreadable", "Age", "Canaries", "Required", "Answered",
        "Digest",
      ], rows: rows)
    return builder.section
  }

  private var ruleTrace: MemoDocument.Section {
    var builder = MemoSectionBuilder("C", "Rule trace", self)
    var rows = determination.trace.map { trace in
      let clauses = trace.clauses.map { "\($0.text): \($0.truth) (\($0.observed))" }
      let unknown =
        trace.unknown.isEmpty ? [] : ["unknown: " + trace.unknown.joined(separator: ", ")]
      return MemoTable.Row(
        [
          [.text(trace.rule)], [.text(trace.title), .text(" (\(trace.policy))")],
          [.text(TerminalWords.state(trace.state))], [.text(trace.effect?.words ?? "note")],
          quoting(trace.explanation), quoting((clauses + unknown).joined(separator: "; ")),
        ], anchor: "rule-" + trace.rule)
    }
    let traced = Set(determination.trace.map(\.rule))
    let others =
      determination.findings.map { ($0.rule, $0.title) }
      + determination.questions.flatMap(\.rules).map { ($0, "") }
      + determination.obligations.map { ($0.rule, "") }
    var added = traced
    for (rule, title) in others where added.insert(rule).inserted {
      rows.append(
        MemoTable.Row(
          [
            [.text(rule)], [.text(title.isEmpty ? "named by a question or obligation" : title)],
            [.text("no trace recorded")], [.text("")], [.text("")], [.text("")],
          ], anchor: "rule-" + rule))
    }
    guard !rows.isEmpty else {
      builder.note("No rule trace is part of this determination.")
      return builder.section
    }
    builder.table(
      .note, [.text("Every rule that was considered, whether it fired or not.")],
      columns: ["Rule", "Title and policy", "State", "Effect", "Why", "Clauses"], rows: rows)
    return builder.section
  }

  private var questionnaire: MemoDocument.Section {
    var builder = MemoSectionBuilder("D", "Questions and answers", self)
    if !determination.answers.isEmpty {
      builder.table(
        .fact,
        [
          .text(
            "Answers with person and day. A declaration resolves nothing that nobody verified. "),
          .citation(.record("answers")),
        ],
        columns: ["Id", "Question", "Answer", "By, on", "Checked by, on", "Came to"],
        rows: determination.answers.map { answer in
          MemoTable.Row([
            [.text(answer.id)], quoting(answer.question), [.quotation(answer.answer)],
            [.text([answer.by, answer.on].compactMap { $0 }.joined(separator: ", "))],
            [
              .text(
                [answer.verifiedBy, answer.verifiedOn, answer.documents].compactMap { $0 }
                  .joined(separator: ", "))
            ],
            [.text("\(answer.standing): ")] + quoting(answer.reason)
              + [.text(" "), .citation(.evidence(answer.evidence))],
          ])
        })
    }
    guard !determination.questions.isEmpty else {
      builder.note("No question is open.")
      return builder.section
    }
    builder.table(
      .note, [.text("The answers become evidence. No question tells which answer would release.")],
      columns: ["Id", "English", "Chinese", "German", "Answer"],
      rows: determination.questions.map {
        MemoTable.Row([
          [.text($0.id)], quoting($0.english), [.quotation($0.chinese)], [.quotation($0.german)],
          [.text("open")],
        ])
      })
    return builder.section
  }

  private var correspondence: MemoDocument.Section {
    var builder = MemoSectionBuilder("E", "Correspondence", self)
    builder.note("None is part of a determination; the case file in the ledger holds it.")
    return builder.section
  }

  private var reproduction: MemoDocument.Section {
    var builder = MemoSectionBuilder("F", "Reproduction", self)
    let digest = SHA256(of: determination.json.canonicalText).description
    builder.block(
      .definitions([
        MemoDefinition(
          term: "Command",
          runs: [
            .text("scruple screen ORDER.json --as-of \(determination.asOf) --output json")
          ]),
        MemoDefinition(
          term: "Input",
          runs: [
            .text("ORDER.json is revision \(order.revision) of "), .quotation(order.reference),
            .text(", digest \(order.digest)"),
          ]),
        MemoDefinition(term: "Policy digest", runs: [.text(determination.policy.digest)]),
        MemoDefinition(
          term: "Data digest", runs: [.text(determination.policy.dataDigest)]),
        MemoDefinition(term: "Determination", runs: [.text(determination.id)]),
        MemoDefinition(
          term: "Expected output",
          runs: [.text("\(digest) over the output as canonical JSON (RFC 8785)")]),
        MemoDefinition(
          term: "Log proof", runs: [.text("added by the ledger; not part of a determination")]),
      ]))
    return builder.section
  }

  private var redaction: MemoDocument.Section {
    var builder = MemoSectionBuilder("G", "Redactions", self)
    builder.note("None. This is the full counsel profile.")
    return builder.section
  }
}
