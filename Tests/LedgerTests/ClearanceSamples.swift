import Digests
import Facts
import Formats
import Law
import Policy
import Screening
import Taxonomy
import Testing
import Trade

@testable import Ledger

/// Orders of a fictional hospital with determinations as screening makes them.
enum ClearanceSamples {
  static let text = """
    {
      "schemaVersion": "1.0", "asOf": "2026-11-22T01:58:00Z", "stage": "order",
      "transactionKind": "sale",
      "order": {"ref": "SO-2001", "system": "erp", "revision": 1, "currency": "EUR",
        "value": "1200.00", "countryOfExport": "FR", "countryOfUltimateDestination": "DE",
        "route": ["FR", "DE"]},
      "endUserKnown": "declared", "completeRoles": ["endUser", "purchaser"],
      "parties": [
        {"id": "p1", "role": ["purchaser", "endUser"],
         "entity": {"schema": "Organization", "properties": {
           "name": ["Beispiel-Klinikum Musterstadt", "Musterstadt Hospital"],
           "registrationNumber": ["HRB-00000"], "country": ["de"]}}}
      ],
      "lines": [
        {"lineNo": "10", "description": "Oncology gene panel", "productClass": "oncology-panel",
         "quantity": "2", "unit": "kit", "unitPrice": "600.00", "countryOfOrigin": "FR"},
        {"lineNo": "20", "description": "Spare laser", "productClass": "ngs-sequencer",
         "quantity": "1", "countryOfOrigin": "FR", "installedBase": {"serial": "SQ24-00017", "relation": "spare"}}
      ],
      "endUse": {"declared": "Tumour sequencing", "statementRef": "EUS-1"}
    }
    """

  static func order(_ replacing: String = "", with other: String = "") throws -> Order {
    let changed = replacing.isEmpty ? text : text.replacing(replacing, with: other)
    let decoded = OrderDecoder.decode(
      Array(changed.utf8), knownCountries: ["DE", "FR", "CN", "HK", "US"])
    #expect(decoded.count == 1)
    return try #require(decoded.first?.order, "\(decoded.flatMap(\.diagnostics).map(\.line))")
  }

  static func determination(
    of order: Order, _ outcome: Outcome? = .release, asOf: String = "2026-11-22",
    findings: [Finding] = [], obligations: [Obligation] = [], faults: [String] = [],
    demonstration: String? = nil
  ) throws -> Determination {
    Determination(
      id: "det_\(outcome?.name ?? "error")_\(order.digest.hexadecimal.prefix(12))",
      outcome: outcome, asOf: try #require(CivilDate(asOf)),
      order: OrderSummary(
        reference: order.reference, system: order.system, revision: order.revision,
        digest: order.digest.description, stage: order.stage.rawValue, kind: order.kind.rawValue,
        value: nil, currency: order.currency, destination: order.countryOfUltimateDestination,
        destinationName: "Germany", route: order.route,
        endUserKnown: order.endUserKnown.rawValue, endUse: nil,
        parties: order.parties.map { party in
          OrderSummary.Party(
            id: party.id, roles: party.roles.map(\.rawValue), names: party.entity.names,
            place: nil, placeCode: nil, functions: [], identifiers: [], country: "DE",
            basis: "declared")
        },
        lines: order.lines.map { line in
          OrderSummary.Line(
            number: line.number, description: line.description ?? "", family: line.productClass,
            familyName: nil, quantity: line.quantity.description, unit: nil, classification: nil,
            capability: nil, serial: line.installedBase?.serial)
        }),
      policy: PolicyIdentity(
        name: "tests", revision: "2026.11", digest: "sha256:" + String(repeating: "7c", count: 32),
        dataDigest: "sha256:" + String(repeating: "9a", count: 32)),
      lanes: Lanes(
        legal: .init(state: .noBarFoundWithinCoverage, summary: ""),
        redFlag: .init(state: .none, summary: ""),
        rights: .init(
          state: .none, scale: "", scope: "", remediability: "", linkage: "none", summary: ""),
        data: .init(state: .sufficient, summary: "")),
      findings: findings, lineOutcomes: [], evidence: [],
      coverage: Coverage(
        lists: [
          Coverage.List(
            id: "us-csl", name: "Consolidated Screening List", retrieved: CivilDate(asOf),
            entries: 25_921, unreadable: 0, ageDays: 1, canariesFound: 3, canariesExpected: 3,
            isRequired: true, faults: faults,
            digest: "sha256:" + String(repeating: "1b", count: 32))
        ], notSearched: [], suppressed: []),
      questions: [], counterfactuals: [], obligations: obligations, counterEvidence: [],
      scheduledChanges: [], trace: [], notices: [], demonstration: demonstration)
  }

  static func finding(_ rule: String, _ effect: Outcome, basis: [String] = []) -> Finding {
    Finding(
      id: "f1", rule: rule, title: "Title of \(rule)", lane: .rights, kind: .policy,
      effect: effect, strength: .strong, legalBasis: basis, parties: ["p1"], lines: ["10"],
      reason: "Reason of \(rule)", evidence: [])
  }

  /// What a clearance of the order by policies would claim.
  static func claims(_ order: Order, issuer: String, issued: Int) -> JSON {
    .object([
      ("iss", .string(issuer)), ("sub", .string("\(order.system):\(order.reference)")),
      ("jti", .string("clr_0")), ("iat", .integer(issued)), ("exp", .integer(issued + 2_592_000)),
      ("system", .string(order.system)), ("orderRef", .string(order.reference)),
      ("orderRevision", .integer(order.revision)),
      ("orderDigest", .string(order.digest.description)), ("lines", .strings([])),
      ("conditions", .array([])), ("approvers", .strings(["policy:tests"])),
      ("determinationId", .string("det_0")), ("determination", .string("release")),
      ("policyDigest", .string("tests")), ("dataDigest", .string("tests")),
      ("lists", .array([])), ("logLeaf", .integer(0)),
    ])
  }

  static let asker = LedgerAsker(name: "u:lim", act: "test")
  static let noon = 1_795_348_800

  static func record(
    _ ledger: Ledger, _ order: Order, _ determination: Determination, isUSPerson: Bool? = false,
    isEUPerson: Bool? = false
  ) throws -> Ledger.Receipt {
    var determination = determination
    determination.facts = facts(isUSPerson: isUSPerson)
    return try ledger.record(
      determination, of: order, asker: LedgerAsker(name: "u:erp", act: "test"),
      retention: RetentionBasis(
        of: determination, order, isUSPerson: isUSPerson, isEUPerson: isEUPerson))
  }

  /// Facts of which one is known: whether a US person takes part.
  static func facts(isUSPerson: Bool?) -> RecordedFacts {
    let fact =
      isUSPerson.map { Fact.boolean($0, .declared, words: "as stated") } ?? .unknown("not stated")
    return RecordedFacts(
      vocabulary: Vocabulary(
        domains: [
          Domain(
            name: "order",
            terms: [Term("us-nexus", .boolean, .adverse, "A US person takes part")])
        ], collections: [], relations: [], trees: [:]),
      asOf: CivilDate(dayNumber: noon / 86_400), confirmations: [:],
      table: FactTable(
        objects: [[FactObject(id: "order", label: "order", facts: [fact])]], memberships: [],
        relations: []))
  }

  /// The periods of `Data/law/retention-periods.tsv`.
  static let retentionRules: [RetentionRule] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    do throws(Diagnostic) {
      return try LawTables(folder: root + "/Data/law").retention.value ?? []
    } catch {
      fatalError(error.line)
    }
  }()
}
