import Formats
import Policy
import Screening
import Testing
import Trade

@testable import Ledger

/// People of a fictional company and cases in their hands.
enum CaseSamples {
  static let people: [(String, Set<CaseRole>)] = [
    ("officer", [.officer]), ("second officer", [.officer]), ("analyst", [.analyst]),
    ("approver", [.approver]), ("counsel", [.counsel]), ("seller", [.sales]),
    ("engineer", [.service]), ("auditor", [.auditor]), ("all", [.analyst, .approver, .counsel]),
  ]
  static let today = CivilDate(dayNumber: 20_779)

  static func asker(_ name: String) -> LedgerAsker { LedgerAsker(name: name, act: "test") }

  static func ground(
    _ outcome: Outcome?, position: Int = 10, basis: String = "basis", lists: String = "lists",
    policies: String = "policies", asker: String = "u:erp", legalBar: Outcome? = nil,
    isPossibleBlock: Bool = false
  ) -> CaseGround {
    CaseGround(
      position: position, determination: "det_1", outcome: outcome, basis: basis,
      policies: policies, lists: lists, asker: asker, legalBar: legalBar,
      isPossibleBlock: isPossibleBlock)
  }

  /// A case on a determination, with all the people appointed.
  static func file(_ outcome: Outcome?, asker: String = "u:erp") -> CaseFile {
    var file = CaseFile(system: "erp", reference: "SO-2001")
    appoint(&file)
    file.take(ground(outcome, asker: asker), on: today)
    return file
  }

  static func appoint(_ file: inout CaseFile) {
    for (person, roles) in people {
      file.take(Appointment(person: person, roles: roles), by: appointer(of: person))
    }
  }

  static func appointer(of person: String) -> String { person == "officer" ? "root" : "officer" }

  /// A ledger with the people and the sample order, determined so.
  static func desk(_ space: LedgerSpace, _ outcome: Outcome) throws -> CaseDesk {
    let ledger = try space.ledger(clock: { ClearanceSamples.noon })
    let desk = CaseDesk(ledger)
    for (person, roles) in people {
      try desk.appoint(
        Appointment(person: person, roles: roles), by: asker(appointer(of: person)))
    }
    let order = try ClearanceSamples.order()
    _ = try ClearanceSamples.record(
      ledger, order, ClearanceSamples.determination(of: order, outcome))
    return desk
  }
}
