import Digests
public import Formats
public import Screening
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
    ofPolicies policies: PolicyIdentity, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Receipt {
    try append([activation(policies, asker)])
  }

  /// Records that policies are in force unless the log's last word on policies says so already;
  /// returns whether it does so now. Several programs that begin at one moment record it once.
  @discardableResult
  public func recordInForce(
    _ policies: PolicyIdentity, by asker: LedgerAsker
  ) throws(LedgerFailure) -> Bool {
    let activations = try positions(of: .kind(.policyActivation))
    if let newest = activations.last,
      try openHeader(at: newest)["policy"]?.string == policies.digest
    {
      return false
    }
    let appended = try add([
      activation(
        policies, asker,
        condition: .init(.kind(.policyActivation), count: activations.count))
    ])
    return !appended.positions.contains(nil)
  }

  private func activation(
    _ policies: PolicyIdentity, _ asker: LedgerAsker, condition: LedgerRecord.Condition? = nil
  ) -> LedgerRecord {
    LedgerRecord(
      .policyActivation, open: [("policy", .string(policies.digest))],
      content: .object([
        ("name", .string(policies.name)), ("revision", .string(policies.revision)),
        ("digest", .string(policies.digest)), ("asker", asker.json),
      ]), subjects: [.policies(digest: policies.digest)], condition: condition)
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
