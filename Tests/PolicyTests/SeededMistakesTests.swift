import Facts
import Formats
import Testing

@testable import Policy

/// The seven mistakes that other engines were given (`policy/seeded_mistakes.tsv` of the shared
/// material), in our language: each is told when the set is loaded, and a missing fact is
/// undetermined.
@Suite("None of the seven seeded mistakes passes in silence")
struct SeededMistakesTests {
  static let correct = """
    for any end user E
      when E.place is within CN-65 and E.function is within policing and E.share at least 30 percent
      then refuse by policy
    """

  @Test func theCorrectRuleFires() throws {
    var table = SampleTable()
    table.endUser([
      ("place", codes("CN-6501")), ("function", codes("police")), ("share", exactly(30)),
    ])
    #expect(table.state(try Sample.rules([Self.correct])) == .fired)
  }

  @Test(arguments: [
    ("field typo", "E.place", "E.plaec", "POL034"),
    ("type mix", "E.share at least 30 percent", "E.function at least 30 percent", "POL036"),
    ("enum typo", "within policing", "within polcing", "POL037"),
    ("= for ==", "E.place is within CN-65", "E.place = CN-65", "POL019"),
    (
      "impossible range", "at least 30 percent",
      "at least 30 percent and not E.share at least 10 percent",
      "POL052"
    ),
    ("unknown function", "E.place is within", "E.place is inside", "POL036"),
  ])
  func aMistakeIsToldAtLoad(name: String, right: String, wrong: String, id: String) {
    let ids = Sample.faults(when: Self.correct.replacing(right, with: wrong)).map(\.id)
    #expect(ids.contains(id), "\(name): \(ids)")
  }

  /// The signs of other languages are answered with the words of ours.
  @Test(arguments: [
    ("E.place = CN-65", "write `is within` for codes, `is` for words"),
    ("E.place == CN-65", "write `is within` for codes"),
    ("E.share >= 30 percent", "write `more than` or `at least`"),
    ("E.share < 30 percent", "write `less than` or `at most`"),
    ("!E.listed", "write `not`"), ("E is listed && order is urgent", "write `and`"),
  ])
  func aSlipIsToldWithTheRightWord(condition: String, remedy: String) {
    let faults = Sample.faults(when: "for any end user E when \(condition) then hold")
    #expect(faults.first?.remedy?.contains(remedy) == true, "\(faults)")
  }

  @Test func aMissingFactIsUndetermined() throws {
    let policies = try Sample.rules([Self.correct])
    for missing in ["place", "function", "share"] {
      var table = SampleTable()
      table.endUser(
        [("place", codes("CN-6501")), ("function", codes("police")), ("share", exactly(30))]
          .filter { $0.0 != missing })
      let evaluation = table.evaluate(policies)
      #expect(evaluation.results.map(\.state) == [.undetermined])
      #expect(evaluation.outcome == .hold)
      #expect(evaluation.potential == .refusePolicy)
    }
  }
}
