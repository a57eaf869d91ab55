import Testing

@testable import Policy

@Suite("Examples name members of sets and a day, for counts, sums and spans")
struct ExampleMembersTests {
  private func found(_ rule: String) throws -> [String: String] {
    let policies = try Sample.load(
      Sample.frame + """
        rule r
          title "Rule"
          lane rights
          basis law.1
          because "It applies."
        \(rule)
        """)
    return Dictionary(
      ExampleRunner(policies).run().map { ($0.example, $0.found) }, uniquingKeysWith: { $1 })
  }

  @Test func membersAreCountedAndAddedUp() throws {
    let found = try found(
      """
        for any end user E
        when count of party P (P.function is within policing) at least 2 parties
         and sum of Q.share over party Q more than 50 percent
         and E is listed
        then hold
        example "two" fires with party A, party B
          given A.function = police, B.function = police, A.share = 30, B.share = 30, E.listed = true
        example "one" does not fire with party A, party B
          given A.function = police, B.function = court, A.share = 30, B.share = 30, E.listed = true
        example "one of two unknown" undetermined with party A, party B
          given A.function = police, A.share = 30, B.share = 30, E.listed = true
        example "exactly fifty" does not fire with party A, party B
          given A.function = police, B.function = police, A.share = 25, B.share = 25, E.listed = true
        example "there may be more" undetermined with party A, more party
          given A.function = police, A.share = 60, E.listed = true
        example "nobody is named" undetermined given E.listed = true
        example "nobody but the user" does not fire with no party given E.listed = true
      """)
    for (example, verdict) in [
      "two": "fires", "one": "does not fire", "one of two unknown": "undetermined",
      "exactly fifty": "does not fire", "there may be more": "undetermined",
      "nobody is named": "undetermined",
      "nobody but the user": "does not fire",
    ] {
      #expect(found[example] == verdict, "\(example)")
    }
  }

  @Test func spansAreReadOnTheDayOfTheExample() throws {
    let found = try found(
      """
        when order.founded less than 90 days ago
        then hold
        example "young" fires as of 2026-11-22 given order.founded = 2026-10-01
        example "old" does not fire as of 2026-11-22 given order.founded = 2026-08-24
        example "no day" undetermined given order.founded = 2026-08-24
      """)
    #expect(found == ["young": "fires", "old": "does not fire", "no day": "undetermined"])
  }

  @Test func whatIsWrongWithAMember() {
    expect(
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          for any party P
          when P is listed
          then hold
          because "It applies."
          example "a" fires with ①prty A, more ②vessels, party ③P given ④B.listed = true
        """,
      draws: [
        Expected("①", "POL030", "there is no set `prty`", "did you mean `party`?"),
        Expected(
          "②", "POL030", "there is no set `vessels`", "use one of party, end user, report"),
        Expected(
          "③", "POL032", "the variable `P` is bound twice", "give the second one another letter"),
        Expected(
          "④", "POL033", "`B` is neither `order` nor a variable of this rule", "did you mean `P`?"),
      ])
  }
}
