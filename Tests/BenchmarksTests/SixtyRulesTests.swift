import Facts
import Formats
import Policy
import Testing

@testable import Benchmarks

@Suite("Sixty rules in our language decide as their neutral form does")
struct SixtyRulesTests {
  static let root: String = {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  static let orders: String = {
    let shared = Process.variable("SCRUPLE_SHARED") ?? root + "/../shared"
    return shared + "/policy/bench60_orders.ndjson"
  }()

  @Test func thePolicyLoadsWithoutAWarning() throws {
    let policies = try SixtyRules.load(folder: Self.root + "/Data/benchmark")
    #expect(policies.rules.count == 60)
    #expect(policies.vocabulary.domains[0].terms.count == 46)
    #expect(policies.warnings.isEmpty)
  }
}

extension SixtyRulesTests {
  private struct Case {
    let order: JSON
    let decision: String
    let fired: [String]
  }

  private static func cases() throws -> [Case] {
    let bytes = try FileReader.bytes(of: orders)
    return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let json = try JSONReader.read(Array(line))
      return Case(
        order: json["order"] ?? .null, decision: json["decision"]?.string ?? "",
        fired: json["fired"]?.strings ?? [])
    }
  }

  @Test(.enabled(if: FileReader.exists(orders), "the neutral orders are not at hand"))
  func everyOrderIsDecidedAlikeByTheSameRules() throws {
    let policies = try SixtyRules.load(folder: Self.root + "/Data/benchmark")
    let evaluator = Evaluator(
      policies: policies, asOf: try #require(CivilDate("2026-11-22")), confirmations: [:])
    let outcomes: [String: Outcome] = [
      "allow": .release, "review": .releaseWithConditions, "hold": .hold, "refuse": .refusePolicy,
    ]
    var differing: [Int] = []
    for (index, item) in try Self.cases().enumerated() {
      let evaluation = evaluator.evaluate(Self.table(item.order, policies.vocabulary))
      let fired = evaluation.results.filter { $0.state == .fired }.map {
        policies.rules[$0.rule].name
      }
      if evaluation.outcome != outcomes[item.decision] || fired.sorted() != item.fired.sorted() {
        differing.append(index)
      }
    }
    #expect(differing.isEmpty)
  }

  private static func table(_ order: JSON, _ vocabulary: Vocabulary) -> FactTable {
    let facts = vocabulary.domains[0].terms.map { term -> Fact in
      var value: JSON? = order
      for part in (term.field ?? "").split(separator: ".") {
        value = value?[String(part)]
      }
      guard let value, !value.isNull else { return .unknown("not stated") }
      let fact: FactValue? =
        switch term.type {
        case .boolean: value.boolean.map { .boolean($0) }
        case .word, .tree:
          .codes(
            value.strings ?? value.string.map { [$0] } ?? [], isComplete: true)
        case .number: Decimal(value.text()).map { .number(Interval(exactly: $0)) }
        case .date: value.string.flatMap { CivilDate($0) }.map { .date($0) }
        case .text: value.string.map { .text($0) }
        }
      return Fact(fact, .declared, words: "")
    }
    return FactTable(
      objects: [[FactObject(id: "order", label: "the order", facts: facts)]], memberships: [],
      relations: [])
  }
}
