import Digests
import Formats
import Screening

extension ClearanceDesk {
  /// Revokes a clearance for good. Whoever has a newer revocation list refuses it from then on.
  @discardableResult
  public func revoke(
    _ id: String, reason: String, by asker: LedgerAsker, request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Ledger.Receipt {
    let positions = try ledger.positions(of: .clearance(id))
    guard let first = positions.first else {
      throw LedgerFailure(
        .noSuchRecord, "there is no clearance `\(id)`", remedy: "write its id as `clr_…`")
    }
    let record = try ledger.record(at: first)
    var subjects = [LedgerSubject.clearance(id)] + (request?.subject.map { [$0] } ?? [])
    if let system = record.content["system"]?.string,
      let reference = record.content["reference"]?.string
    {
      subjects.append(.order(system: system, reference: reference))
    }
    return try ledger.append([
      LedgerRecord(
        .revocation, open: [("revokes", .string(id))],
        content: .object(
          [
            ("system", record.content["system"] ?? .null),
            ("reference", record.content["reference"] ?? .null), ("reason", .string(reason)),
            ("asker", asker.json),
          ] + (request.map { [("request", $0.json)] } ?? [])),
        subjects: subjects, condition: request?.condition)
    ])
  }
}
