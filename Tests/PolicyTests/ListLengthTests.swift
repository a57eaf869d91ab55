import Facts
import Formats
import Taxonomy
import Testing

@testable import Policy

/// Sets of a list of up to 64 words are held as one number, of longer ones as lists of codes.
@Suite("A list of 64 words is judged as a list of 65")
struct ListLengthTests {
  private static let words = (0..<65).map { "w\($0)" }

  private static func vocabulary(_ count: Int) -> Vocabulary {
    Sample.vocabulary.adding([
      (0, Term("means", .word(Array(words.prefix(count))), .neutral, "One word")),
      (
        0,
        Term("routes", .word(Array(words.prefix(count))), .neutral, "Words", holdsSeveral: true)
      ),
    ])
  }

  private static let rules = [
    "when order.TERM is w0 then hold", "when order.TERM is w63 then hold",
    "when order.TERM is one of w1, w62, w63 then hold", "when order.TERM is not w63 then hold",
    "when order.TERM is not one of w0, w31, w32 then hold",
    "when order.TERM is not stated then hold",
  ]

  private static let values: [[String]] = [
    [], ["w0"], ["w1"], ["w31"], ["w63"], ["w62", "w63"], ["w0", "w63"], ["w2", "w3", "w40"],
    ["no word"], ["no word", "w63"], ["w63", "no word"], ["no word", "nor this"],
  ]

  @Test(arguments: ["means", "routes"], [true, false])
  func theSameStates(term: String, isComplete: Bool) throws {
    var met: Set<RuleResult.State> = []
    let bodies = Self.rules.map { $0.replacing("TERM", with: term) }
    for basis in [FactBasis.verified, .inferred] {
      for value in Self.values.map({ FactValue.codes($0, isComplete: isComplete) }) + [nil] {
        let states = try [64, 65].map { count in
          let vocabulary = Self.vocabulary(count)
          let policies = try Sample.rules(bodies, vocabulary: vocabulary)
          var table = SampleTable(vocabulary)
          table.order(term, value, basis)
          let evaluator = Evaluator(
            policies: policies, asOf: CivilDate(dayNumber: 20_779), confirmations: [:])
          return evaluator.evaluate(table.table).results.map(\.state)
        }
        #expect(states[0] == states[1], "\(String(describing: value))")
        met.formUnion(states[0])
      }
    }
    #expect(met == [.fired, .notFired, .undetermined])
  }

  /// What a field says gives the cell that the same fact gives.
  @Test func aFieldSaysWhatItsFactSays() throws {
    let places = Sample.places.nodes.map(\.code)
    let day = CivilDate(dayNumber: 20_000)
    let cases: [(String, DeclaredValue, FactValue)] = [
      ("flagged", .boolean(true), .boolean(true)), ("cleared", .boolean(false), .boolean(false)),
      ("pieces", .number(.zero), .number(Interval(exactly: .zero))),
      ("signed", .date(day), .date(day)), ("note", .text, .text("x")),
      ("kind", .code(2), .codes(["service"], isComplete: true)),
      ("destination", .code(3), .codes([places[3]], isComplete: true)),
      ("destination", .codes([1, 3]), .codes([places[1], places[3]], isComplete: true)),
      ("destination", .code(99), .text("no place")), ("kind", .boolean(true), .boolean(true)),
      ("routes", .codes([]), .codes([], isComplete: true)),
      ("routes", .code(64), .codes(["w64"], isComplete: true)),
      ("routes", .codes([0, 7]), .codes(["w0", "w7"], isComplete: true)),
    ]
    for vocabulary in [Self.vocabulary(64), Self.vocabulary(65)] {
      let layout = FactLayout(vocabulary, asOf: nil)
      for (name, declared, fact) in cases {
        let term = try #require(vocabulary.termIndex(name, in: 0))
        var (left, right) = (
          FactSheet(layout, objects: [1, 0, 0]), FactSheet(layout, objects: [1, 0, 0])
        )
        left.set(declared, domain: 0, object: 0, term: term)
        right.set(
          fact, layout.readings[0][term], at: right.place(domain: 0, object: 0, term: term),
          basis: .declared)
        #expect(left.cells.map(\.words) == right.cells.map(\.words), "\(name)")
        #expect(left.codes == right.codes, "\(name)")
      }
    }
  }
}

extension FactCell {
  fileprivate var words: String { "\(low) \(high) \(flags.rawValue)" }
}
