import Facts
import Formats
import Law
import Policy
import Screening

/// The licence worksheet as part of the legal page.
extension MemoSubject {
  /// The worksheet of one line as a table, step by step; law alone.
  func add(_ worksheet: Worksheet, to builder: inout MemoSectionBuilder) {
    builder.heading("Licence worksheet, line \(worksheet.line)")
    var runs: [MemoRun] = [
      .text("Line \(worksheet.line), declared as "),
      worksheet.eccn.map { .quotation($0) } ?? .text("nothing"),
      .text(", to \(worksheet.destination), as of \(worksheet.asOf): "),
    ]
    runs += quoting(sentence(worksheet.summary))
    runs.append(.citation(.record("worksheets")))
    builder.add(.fact, runs)
    builder.table(
      .fact,
      [
        .text(
          "Each step is yes, no or unknown; a step says no more than what it cites. Policy of the "
            + "company stands in sections 5 and 6. "), .citation(.record("worksheets")),
      ],
      columns: ["Step", "Question", "Answer", "What it rests on", "Basis"],
      rows: worksheet.steps.map(row))
  }

  private func row(_ step: WorksheetStep) -> MemoTable.Row {
    let inputs = step.inputs.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    var basis: [MemoRun] = []
    for citation in step.citations {
      if !basis.isEmpty { basis.append(.text(" ")) }
      basis.append(.citation(.law(citation.text)))
      if !citation.isVerified { basis.append(.text(" (\(citation.verification))")) }
    }
    return MemoTable.Row([
      [.text(step.id), .text(" (\(step.nature.words))")], [.text(step.question)],
      [.strong(step.answer.answer)],
      quoting(sentence(step.words)) + (inputs.isEmpty ? [] : quoting(" \(sentence(inputs))")),
      basis,
    ])
  }

  /// What the worksheets rest on that was not seen whole, each source once.
  func unverifiedLaw(in builder: inout MemoSectionBuilder) {
    var seen: Set<WorksheetStep.Citation> = []
    let loose = determination.worksheets.flatMap(\.unverified).filter { seen.insert($0).inserted }
    guard !loose.isEmpty else { return }
    var runs: [MemoRun] = [
      .text("The licence worksheet rests on law that was not seen whole here:")
    ]
    for citation in loose {
      runs.append(.text(" "))
      runs.append(.citation(.law(citation.text)))
      runs.append(.text(" (\(citation.verification))"))
    }
    builder.add(.note, runs)
  }
}

extension WorksheetStep.Nature {
  /// What an answer of yes amounts to, in words.
  var words: String {
    switch self {
    case .scope: "scope"
    case .licence: "licence"
    case .prohibition: "prohibition unless authorised"
    case .finding: "finding"
    case .context: "context"
    }
  }
}
