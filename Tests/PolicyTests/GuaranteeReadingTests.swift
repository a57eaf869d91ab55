import Facts
import Formats
import Testing

@testable import Policy

@Suite("Guarantees are read and checked")
struct GuaranteeReadingTests {
  @Test func threeFormsOfConclusion() throws {
    let policies = try Sample.load(
      Sample.frame + """
        guarantee never-to-police
          title "Never to police in the region"
          in force from 2017-12-13 until 2030-01-01
          for every end user E, every report C
          when E.function is within policing and E.place is within CN-65
          given C is about E
          then at least refuse by policy

        guarantee service-like-sale
          title "Service is treated no more mildly than the sale"
          for every order
          when order.kind is service
          then no milder than with order.kind = sale

        guarantee monotone
          title "Adding a finding never lowers a determination"
          for every order
          then adding findings lowers nothing

        rule r
          title "Rule"
          lane rights
          basis law.1
          when order is flagged
          then hold
          because "It applies."

        """)
    let (first, second, third) = (
      policies.guarantees[0], policies.guarantees[1], policies.guarantees[2]
    )
    #expect(first.bindings.map(\.variable) == ["E", "C"])
    #expect(first.hypothesis != nil && first.known != nil)
    #expect(first.intervals.first?.from?.description == "2017-12-13")
    guard case .atLeast(.refusePolicy) = first.conclusion else {
      Issue.record("\(first.conclusion)")
      return
    }
    guard case .noMilderThan(let facts) = second.conclusion else {
      Issue.record("\(second.conclusion)")
      return
    }
    #expect(facts.map(\.value) == [.codes(["sale"], isComplete: true)])
    #expect(second.bindings.isEmpty)
    guard case .addingFindingsLowersNothing = third.conclusion else {
      Issue.record("\(third.conclusion)")
      return
    }
  }

  @Test func whatIsWrongWithAGuarantee() {
    expect(
      Sample.frame + """
        guarantee ①a
          for every order
        guarantee b
          title "B"
          for any party ②P
          when P is listed
          then at least hold
        guarantee c
          title "C"
          when ③P is listed
          then ④never
        guarantee ⑤d
          title "D"
          when order is flagged
          then adding findings lowers nothing
        guarantee e
          title "E"
          in force once ⑥key is confirmed
          then at least ⑦note
        guarantee f
          title "F"
          ⑧because "no"
          then at least hold
        """,
      draws: [
        Expected("①", "POL020", "the guarantee has no title", "add title \"…\""),
        Expected("①", "POL024", "the guarantee has no `then`", "say what is promised"),
        Expected(
          "②", "POL096", "a guarantee speaks of every `party`", "write `for every party P`"),
        Expected(
          "③", "POL033", "`P` is neither `order` nor a variable of this rule",
          "bind it with `for any … P`"),
        Expected(
          "④", "POL098", "expected what is promised, found `never`",
          "write `at least hold`, `no milder than with order.kind = sale`, or `adding findings "
            + "lowers nothing`"),
        Expected(
          "⑤", "POL107", "that findings lower nothing is promised of every order",
          "leave out `for`, `when` and `given`"),
        Expected("⑥", "POL095", "a guarantee waits for no confirmation", "leave out `once`"),
        Expected(
          "⑦", "POL008", "a note is no outcome",
          "use hold, escalate, require a licence or a refusal"),
        Expected(
          "⑧", "POL097", "`because` does not begin a clause of a guarantee",
          "begin with title, in force, for every, when, given or then"),
      ])
  }
}
