import Evidence
import Facts
import Formats
import Law
import Trade

/// Licence exceptions that persons recorded as relied on for the order. A record meets reasons for
/// control alone, and only where a second person reviewed it and the worksheet holds nothing
/// against it (15 CFR 740.2, 744.16).
extension DossierAssembly {
  /// What the worksheet of a line is told of them, in the order of the records.
  func worksheetExceptionUses(ofLine index: Int) -> [WorksheetCase.ExceptionUse] {
    records(ofLine: index).map { use in
      WorksheetCase.ExceptionUse(
        symbol: use.exception, conditions: use.conditions, faults: faults(of: use),
        words: "recorded by \(use.recordedBy) on \(use.date)"
          + (use.reviewedBy.map { ", reviewed by \($0)" } ?? "")
          + (use.reviewed.map { " on \($0)" } ?? "") + " (\(use.evidence))")
    }
  }

  /// Each record with the step of the worksheet that answers it.
  func exceptionUses(ofLine index: Int) -> [(use: ExceptionUse, step: WorksheetStep?)] {
    records(ofLine: index).enumerated().map { number, use in
      (use, worksheets[index]["exceptions.use.\(number + 1)"])
    }
  }

  /// The exceptions on which a line relies, where a requirement stands or may stand.
  func exceptionsRelied(onLine index: Int) -> [ExceptionUse] {
    guard worksheets[index].answer("reasons.licence") != .isFalse else { return [] }
    return exceptionUses(ofLine: index).filter { $0.step?.answer == .isTrue }.map(\.use)
  }

  mutating func reliedException(ofLine index: Int) -> Fact? {
    guard
      let (use, step) = exceptionUses(ofLine: index).first(where: { $0.step?.answer == .isTrue })
    else { return nil }
    return .boolean(
      true, .verified, evidence: [shelf.place(Self.evidence(use))],
      words: "licence exception \(use.exception): \(step?.words ?? "on record")")
  }

  static func evidence(_ use: ExceptionUse) -> EvidenceRecord {
    EvidenceRecord(
      kind: .register, title: "Licence exception \(use.exception) for order \(use.order)",
      publisher: use.recordedBy, publishedOn: use.date.description, locator: use.place,
      statement: "\(use.recordedBy) recorded on \(use.date) that \(use.exception) is relied on: "
        + use.conditions.joined(separator: "; ")
        + (use.reviewedBy.map { "; \($0) reviewed it." } ?? "; nobody reviewed it."))
  }

  private func records(ofLine index: Int) -> [ExceptionUse] {
    corpus.licences.exceptionUses.filter { use in
      use.order == order.reference && use.system.map { $0 == order.system } ?? true
        && use.date <= asOf
        && (use.lines.isEmpty || use.lines.contains(lines[index].line.number))
    }
  }

  private func faults(of use: ExceptionUse) -> [String] {
    var faults: [String] = []
    if !(use.reviewed.map { $0 <= asOf } ?? false) {
      faults.append("nobody else reviewed the record by \(asOf)")
    }
    if use.system == nil,
      corpus.pastOrders?.contains(where: {
        $0.reference == order.reference && $0.system != order.system
      }) == true
    {
      faults.append("orders of several systems have this number, and the record names no system")
    }
    if let withdrawn = use.withdrawn, withdrawn <= asOf {
      faults.append("it was withdrawn on \(withdrawn)")
    }
    for condition in use.conditions {
      if let reason = knowledge.evasions.reason(condition, to: []) {
        faults.append("\"\(condition)\" shows no condition to be met: \(reason)")
      }
    }
    return faults
  }
}
