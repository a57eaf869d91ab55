import Digests
import Facts
import Formats
public import Screening
import Synchronization
public import Trade

/// What decides how long the record of a transaction is kept.
public struct RetentionBasis: Sendable, Hashable {
  /// Nil where it is not known: the longer period then applies.
  public var isSubjectToOFAC: Bool?
  public var isSubjectToEU: Bool?

  public init(isSubjectToOFAC: Bool?, isSubjectToEU: Bool?) {
    self.isSubjectToOFAC = isSubjectToOFAC
    self.isSubjectToEU = isSubjectToEU
  }

  /// OFAC's rules reach US persons, what goes through the United States and what is paid in its
  /// currency. They are known not to apply only where the determination rests on it that no US
  /// person takes part, and where place of export, route, origins and currency are stated and
  /// none of them is of the United States. `isUSPerson` and `isEUPerson` speak of the seller.
  public init(
    of determination: Determination, _ order: Order, isUSPerson: Bool?, isEUPerson: Bool?
  ) {
    let bases = determination.findings.flatMap(\.legalBasis)
    let origins = order.lines.map(\.countryOfOrigin)
    let countries =
      [order.countryOfExport, order.countryOfUltimateDestination] + order.route + origins
      + order.parties.flatMap(\.entity.countries)
    let nexus = determination.facts?.flag("us-nexus")
    let touches =
      isUSPerson == true || nexus == true || order.currency == "USD" || countries.contains("US")
      || bases.contains { $0.contains("31 CFR") || $0.contains("OFAC") }
    let isStated =
      order.countryOfExport != nil && !order.route.isEmpty && order.currency != nil
      && origins.allSatisfy { $0 != nil }
    isSubjectToOFAC = touches ? true : nexus == false && isStated ? false : nil
    isSubjectToEU = isEUPerson
  }

  init(_ json: JSON?) {
    isSubjectToOFAC = json?["ofac"]?.boolean
    isSubjectToEU = json?["eu"]?.boolean
  }

  var json: JSON {
    .object([
      ("ofac", isSubjectToOFAC.map(JSON.boolean) ?? .null),
      ("eu", isSubjectToEU.map(JSON.boolean) ?? .null),
    ])
  }
}

extension LedgerRecord {
  /// The policies that a determination rests on, for the log's first sight of them.
  static func policyActivation(_ policy: PolicyIdentity) -> LedgerRecord {
    LedgerRecord(
      .policyActivation, open: [("policy", .string(policy.digest))],
      content: .object([
        ("name", .string(policy.name)), ("revision", .string(policy.revision)),
        ("digest", .string(policy.digest)),
      ]), subjects: [.policies(digest: policy.digest)],
      condition: Condition(.policies(digest: policy.digest), count: 0))
  }

  /// The versions of lists that a determination searched, for the log's first sight of them.
  static func listImport(_ lists: JSON, digest: String) -> LedgerRecord {
    LedgerRecord(
      .listImport, open: [("lists", .string(digest))], content: .object([("lists", lists)]),
      subjects: [.lists(digest: digest)],
      condition: Condition(.lists(digest: digest), count: 0))
  }

  static func listsDigest(_ lists: JSON) -> String {
    SHA256(of: lists.canonicalText).description
  }

  /// The versions of lists that a determination searched.
  static func lists(_ determination: Determination) -> JSON {
    .array(
      determination.coverage.lists.map { list in
        .object([
          ("id", .string(list.id)), ("version", .optional(list.retrieved?.description)),
          ("entries", .integer(list.entries)), ("digest", .string(list.digest)),
        ])
      })
  }
}

extension Ledger {
  /// Records a determination, with the policies and list versions it names where the log meets
  /// them for the first time. Durable when it returns.
  ///
  /// Throws `overtaken` where another instance has recorded the same request meanwhile.
  @discardableResult
  public func record(
    _ determination: Determination, of order: Order, asker: LedgerAsker,
    retention: RetentionBasis, request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Receipt {
    let prepared = try prepared(determination, of: order, retention: retention)
    return try record(prepared, asker: asker, request: request)
  }

  /// The same with a determination that was made ready.
  @discardableResult
  public func record(
    _ prepared: PreparedDetermination, asker: LedgerAsker, request: LedgerRequest? = nil
  ) throws(LedgerFailure) -> Receipt {
    let (policy, lists) = (prepared.policy.digest, prepared.listsDigest)
    var records: [LedgerRecord] = []
    if try isNew(policy, .policies(digest: policy)) {
      records.append(.policyActivation(prepared.policy))
    }
    if try isNew(lists, .lists(digest: lists)) {
      records.append(.listImport(prepared.lists, digest: lists))
    }
    let day = UTCTime.day(of: now)
    let record = prepared.record(asker: asker, request: request, on: day)
    records.append(record)
    // What two instances meet for the first time is recorded by one of them.
    let appended = try add(records)
    guard let last = appended.positions.last, let last else { throw Ledger.overtaken }
    if record.restates == nil { prepared.isRecorded(at: last, on: day) }
    known.withLock { $0.formUnion([policy, lists]) }
    return Receipt(position: last, checkpoint: appended.checkpoint)
  }

  private func isNew(_ digest: String, _ subject: LedgerSubject) throws(LedgerFailure) -> Bool {
    if known.withLock({ $0.contains(digest) }) { return false }
    return try positions(of: subject).isEmpty
  }
}

extension RecordedFacts {
  /// A true-or-false fact about the order, by its term; nil where it is unknown or not recorded.
  func flag(_ name: String) -> Bool? {
    guard let domain = vocabulary.domains.firstIndex(where: { $0.name == "order" }),
      let term = vocabulary.domains[domain].terms.firstIndex(where: { $0.name == name }),
      table.objects.indices.contains(domain), let order = table.objects[domain].first,
      order.facts.indices.contains(term), case .boolean(let flag)? = order.facts[term].value
    else { return nil }
    return flag
  }
}
