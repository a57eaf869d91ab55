import Facts
import Formats
import Policy
import SeededNumbers
import Testing

@testable import Proofs

@Suite(
  "Counting out small orders finds nothing that a proof excludes",
  .enabled(if: !Solvers.found.isEmpty))
struct BruteForceTests {
  private static let atoms = [
    "order is flagged", "E is listed", "E.function is within policing",
    "E.function is within authority", "E.share at least 10 percent", "order.kind is loan",
  ]
  private static let day = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  private func rule(_ generator: inout SeededGenerator) -> String {
    let first = generator.pick(Self.atoms)
    let second = generator.pick(Self.atoms.filter { $0 != first })
    var text = "for any \(generator.pick(["party", "end user"])) E when \(first)"
    if Bool.random(using: &generator) { text += generator.pick([" and ", " or "]) + second }
    if Bool.random(using: &generator) { text += " unless order is cleared" }
    return text + " then " + generator.pick(["hold", "escalate", "release with conditions"])
  }

  /// Every order with one party at most, of few values for each fact.
  private func tables() -> [FactTable] {
    let flags: [FactValue?] = [nil, .boolean(true), .boolean(false)]
    let kinds: [FactValue?] = [
      nil, .codes(["sale"], isComplete: true), .codes(["loan"], isComplete: true),
    ]
    let functions: [FactValue?] = [
      nil, .codes(["policing"], isComplete: true), .codes(["authority"], isComplete: true),
      .codes(["health"], isComplete: false), .codes(["court"], isComplete: true),
    ]
    let shares: [FactValue?] = [nil, 5, 20].map { number in
      number.flatMap { Decimal(exactly: $0) }.map { .number(Interval(exactly: $0)) }
    }
    var tables: [FactTable] = []
    func fact(_ value: FactValue?) -> Fact { Fact(value, .verified, words: "given") }
    for flagged in flags {
      for cleared in flags {
        for kind in kinds {
          let order = FactObject(
            id: "order", label: "order", facts: [flagged, cleared, kind, nil].map(fact))
          for isOpen in [true, false] {
            for listed in flags {
              for function in functions {
                for share in shares {
                  for isUser in [true, false] {
                    let party = FactObject(
                      id: "p", label: "p", facts: [listed, function, share].map(fact))
                    tables.append(
                      FactTable(
                        objects: [[order], [party]],
                        memberships: [
                          Membership(members: [0], isOpen: isOpen),
                          Membership(members: isUser ? [0] : [], isOpen: isOpen),
                        ], relations: []))
                  }
                }
              }
            }
          }
        }
      }
    }
    return tables
  }

  @Test(arguments: [UInt64(20_261_122)])
  func proofsAndOrdersAgree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let solver = try #require(Solvers.found.first)
    let tables = tables()
    var (proved, refuted) = (0, 0)
    for round in 0..<24 {
      let rules = (0..<2).map { _ in rule(&generator) }
      let known = generator.pick(Self.atoms)
      let outcome = generator.pick(["hold", "escalate"])
      let policies = try Small.policies(
        rules: rules,
        guarantees: ["for every end user E\n  given \(known)\n  then at least \(outcome)"])
      let guarantee = try #require(policies.guarantees.first)
      let comment = Comment(rawValue: "seed \(seed), round \(round): \(rules), given \(known)")
      let proof = Prover(policies, solver: solver).prove(guarantee)
      let least: Outcome = outcome == "hold" ? .hold : .escalate
      let evaluator = Evaluator(policies: policies, asOf: Self.day, confirmations: [:])
      let breaks = tables.contains { table in
        let members = table.memberships[1].members + (table.memberships[1].isOpen ? [-1] : [])
        return members.contains { member in
          guard let condition = guarantee.known else { return false }
          return evaluator.truth(
            of: condition, objects: [member], bindings: guarantee.bindings, in: table) == .isTrue
        } && evaluator.evaluate(table).outcome < least
      }
      if breaks { #expect(proof.isRefuted, comment) }
      #expect(proof.isProved || proof.isRefuted, comment)
      if proof.isProved {
        proved += 1
        #expect(!breaks, comment)
      } else {
        refuted += 1
      }
    }
    #expect(proved >= 2 && refuted >= 2, "seed \(seed): \(proved) proved, \(refuted) refuted")
  }
}
