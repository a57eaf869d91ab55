import Formats
import Policy
import Screening
import Trade

/// Orders of a fictional hospital, and determinations of them.
public enum Samples {
  public static func order(
    _ reference: String, asOf: String? = nil, quantity: String = "2", extra: String = ""
  ) -> String {
    let moment = asOf.map { "\"asOf\": \"\($0)\", " } ?? ""
    return """
      {"schemaVersion": "1.0", \(moment)\(extra)"stage": "order", "transactionKind": "sale", \
      "order": {"ref": "\(reference)", "system": "erp", "revision": 1, "currency": "EUR", \
      "countryOfExport": "FR", "countryOfUltimateDestination": "DE"}, \
      "endUserKnown": "declared", "parties": [{"id": "p1", "role": ["purchaser", "endUser"], \
      "entity": {"schema": "Organization", "properties": {"name": ["Musterstadt Hospital"], \
      "country": ["de"]}}}], "lines": [{"lineNo": "10", "description": "Panel", \
      "productClass": "oncology-panel", "quantity": "\(quantity)"}]}
      """
  }

  public static let finding = "The purchaser is named on a list that nobody outside may see."

  private static func reason(_ outcome: Outcome?) -> Finding {
    Finding(
      id: "f1", rule: "r1", title: "A rule", lane: .legal, kind: .legalProhibition,
      effect: outcome, strength: .certain, legalBasis: [], parties: ["p1"], lines: [],
      reason: finding, evidence: [])
  }

  static func determination(
    of order: Order, _ outcome: Outcome?, day: CivilDate, coverage: Coverage,
    policy: PolicyIdentity, notices: [Diagnostic], demonstration: String?
  ) -> Determination {
    Determination(
      id: "det_" + String(order.digest.hexadecimal.prefix(26)).uppercased(), outcome: outcome,
      asOf: day,
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
            capability: nil, serial: nil)
        }),
      policy: policy,
      lanes: Lanes(
        legal: .init(state: .noBarFoundWithinCoverage, summary: ""),
        redFlag: .init(state: .none, summary: ""),
        rights: .init(
          state: .none, scale: "", scope: "", remediability: "", linkage: "none", summary: ""),
        data: .init(state: .sufficient, summary: "")),
      findings: outcome == .release ? [] : [reason(outcome)], lineOutcomes: [], evidence: [],
      coverage: coverage, questions: [],
      counterfactuals: [],
      obligations: outcome == .releaseWithConditions
        ? [Obligation(rule: "r1", text: "Ship only to the site.")] : [],
      counterEvidence: [], scheduledChanges: [], trace: [], notices: notices,
      demonstration: demonstration)
  }
}
