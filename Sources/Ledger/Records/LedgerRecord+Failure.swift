import Digests
public import Formats
public import Trade

extension Ledger {
  /// Records that an order was held because it could not be read or screened: `errorFailClosed`.
  ///
  /// The problems and the digest of what was sent are sealed with it. Nil for `order` where nothing
  /// could be read.
  @discardableResult
  public func recordFailure(
    _ problems: [Diagnostic], of input: [UInt8], line: Int? = nil, order: Order? = nil,
    asker: LedgerAsker
  ) throws(LedgerFailure) -> Receipt {
    var subjects: [LedgerSubject] = [.held]
    var content: [(String, JSON)] = [
      ("asker", asker.json), ("problems", .strings(problems.map(\.line))),
      ("input", .string(SHA256(of: input).description)),
      ("line", line.map(JSON.integer) ?? .null),
    ]
    if let order {
      subjects += [
        .order(system: order.system, reference: order.reference),
        .caseFile(CaseFile.id(system: order.system, reference: order.reference)),
      ]
      content += [
        ("system", .string(order.system)), ("reference", .string(order.reference)),
        ("order", order.json),
      ]
    }
    return try append([
      LedgerRecord(
        .determination,
        open: [("decision", .string("hold")), ("determination", .string("errorFailClosed"))],
        content: .object(content), subjects: subjects)
    ])
  }

  /// Records that other policies are in force from now on. Decided cases wait for a new screening.
  @discardableResult
  public func recordActivation(
    ofPolicies digest: String, name: String, revision: String, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Receipt {
    try append([
      LedgerRecord(
        .policyActivation, open: [("policy", .string(digest))],
        content: .object([
          ("name", .string(name)), ("revision", .string(revision)), ("digest", .string(digest)),
          ("asker", asker.json),
        ]), subjects: [.policies(digest: digest)])
    ])
  }

  /// Records that a version of a list was imported. Decided cases wait for a new screening.
  @discardableResult
  public func recordImport(
    ofList list: String, version: String, digest: String, entries: Int, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Receipt {
    try append([
      LedgerRecord(
        .listImport, open: [("imported", .string(digest))],
        content: .object([
          ("list", .string(list)), ("version", .string(version)), ("digest", .string(digest)),
          ("entries", .integer(entries)), ("asker", asker.json),
        ]), subjects: [.lists(digest: digest)])
    ])
  }
}
