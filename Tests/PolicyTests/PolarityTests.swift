import Formats
import Testing

@testable import Policy

@Suite("Raising an adverse fact can never lower an outcome: the checker follows polarity")
struct PolarityTests {
  private func ids(_ conditions: String) -> [String] {
    Sample.faults(when: conditions).map(\.id)
  }

  @Test(arguments: [
    "when not order is flagged then hold",
    "when order is urgent unless order is flagged then hold",
    "when order.pieces at most 5 pieces then hold",
    "when order.pieces less than 5 pieces then hold",
    "when order is urgent unless order.pieces at least 5 pieces then hold",
    "when order is urgent unless (order is cleared and order is flagged) then hold",
    "when not (order is urgent and not not order is flagged) then hold",
    "for any party P when not P.function is within policing then hold",
    "for any party P when not P.function is within police then hold",
    "for any party P when order is urgent unless P.function is within (health, policing) then hold",
    "for any party P when not P.function is within public-authority then hold",
    "for any party P when order is urgent unless P.function is within public-authority then hold",
    "for any report R, any party P when not R is about P then hold",
    "for any report R when not R.kind is collection then hold",
    "for every party P when not P is listed then hold",
    "when order.founded is before 2020-01-01 then hold",
    "when not order.founded is after 2020-01-01 then hold",
  ])
  func adverseFactsWhereTheyWouldLower(conditions: String) {
    #expect(ids(conditions) == ["POL050"])
  }

  @Test(arguments: [
    "when order is cleared then hold",
    "when order is urgent unless not order is cleared then hold",
    "when order.years at least 3 years then hold",
    "for any party P when P.function is within overseer then hold",
    "for any report R, any party P when R exempts P then hold",
    "when order is urgent unless order.years less than 3 years then hold",
  ])
  func mitigatingFactsWhereTheyWouldRaise(conditions: String) {
    #expect(ids(conditions) == ["POL051"])
  }

  @Test(arguments: [
    "when order is flagged then hold",
    "when order is flagged unless order is cleared then hold",
    "when not order is cleared then hold",
    "when order is urgent unless not order is flagged then hold",
    "when order.pieces at least 5 pieces then hold",
    "when order is urgent unless order.pieces less than 5 pieces then hold",
    "when order.years less than 3 years then hold",
    "when order.founded is after 2020-01-01 then hold",
    "when order is urgent unless order.founded is before 2020-01-01 then hold",
    "when order.weight less than 3 grams and not order is urgent then hold",
    "for any party P when P.function is within public-authority then hold",
    "for any party P when order is urgent unless P.function is within court then hold",
    "for any party P when not P.function is within overseer then hold",
    "for any report R, any party P when R is about P unless R exempts P then hold",
    "when not order is flagged then note",
  ])
  func factsThatStandWhereTheyMay(conditions: String) {
    #expect(ids(conditions) == [])
  }

  @Test func theMessageNamesTheFactAndTheRemedy() {
    let adverse = Sample.faults(when: "when not order is flagged then hold")
    #expect(
      adverse.first?.message
        == "the adverse fact `order.flagged` stands under `not`, `unless` or a reversed comparison")
    #expect(
      adverse.first?.remedy
        == "state what must be shown instead: a fact that mitigates, or a neutral one")
    let mitigating = Sample.faults(when: "when order is cleared then hold")
    #expect(
      mitigating.first?.message
        == "the mitigating fact `order.cleared` would make the outcome stricter when it is true")
    #expect(
      mitigating.first?.remedy == "put it under `unless` or `not`, or turn the comparison round")
    let below = Sample.faults(
      when: "for any party P when not P.function is within public-authority then hold")
    #expect(
      below.first?.message
        == "`public-authority` holds the adverse `policing` and stands under `not`, `unless` or a "
        + "reversed comparison")
    #expect(below.first?.remedy == "name the codes below `public-authority` that are meant")
  }
}

@Suite("Clauses that no order can meet together are an error, not a rule that never fires")
struct ContradictionTests {
  @Test(arguments: [
    "when order.pieces at least 30 pieces and not order.pieces at least 10 pieces",
    "when order.weight at least 30 grams and order.weight less than 10 grams",
    "when order.weight more than 10 grams and order.weight at most 10 grams",
    "when not order.weight at most 10 grams and not order.weight more than 10 grams",
    "when order.kind is sale and order.kind is loan",
    "when order.kind is one of sale, loan and order.kind is service",
    "when order.kind is sale and not order.kind is one of sale, loan",
    "when order is urgent and not order is urgent",
    "when order is urgent and (order is flagged or not order is urgent)",
    "when not (order is urgent or not order is urgent)",
    "when order.signed is before 2020-01-01 and order.signed is after 2020-01-01",
    "when order.signed is after 2020-01-01 and order.signed is before 2020-01-02",
    "when order.destination is within CN and order.destination is within DE",
    "for any party P when P.place is within CN-6501 and not P.place is within CN-65",
    "for any party P when P.role is buyer and not P.role is one of buyer, user",
    "for any report R, any party P when R is about P and not R is about P",
  ])
  func contradictions(conditions: String) {
    let ids = Sample.faults(when: conditions + " then note").map(\.id)
    #expect(ids == ["POL052"])
  }

  @Test(arguments: [
    "when order.weight at least 30 grams and order.weight at most 30 grams",
    "when order.weight at least 10 grams and order.pieces less than 5 pieces",
    "when order.weight at least 30 grams or order.weight less than 10 grams",
    "when order.kind is one of sale, loan and order.kind is one of loan, service",
    "for any party P when P.role is buyer and P.role is user",
    "for any party P when P.place is within CN and P.place is within DE",
    "for any party P when P.place is within CN and not P.place is within CN-65",
    "for any party P, any party Q when P.role is buyer and not Q.role is buyer",
    "when order.destination is within CN and order.destination is within CN-65",
    "when order.signed is after 2020-01-01 and order.signed is before 2020-01-03",
    "when order.weight at least 9223372036854.775807 grams and order.weight more than 1 grams",
    "when order.weight more than 9223372036854.775807 grams",
  ])
  func whatCanHoldTogether(conditions: String) {
    #expect(Sample.faults(when: conditions + " then note").isEmpty)
  }

  @Test func bothClausesAreNamed() {
    expect(
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          when order.weight at least 30 grams
           and ①order.weight less than 10 grams
          then hold
          because "It applies."
        """,
      draws: [
        Expected(
          "①", "POL052",
          "`order.weight at least 30 grams` and `order.weight less than 10 grams` cannot both hold",
          "correct one of them, or join them with `or`")
      ])
  }

  @Test func anExceptionThatAlwaysHolds() {
    expect(
      Sample.frame + """
        rule r
          title "Rule"  lane rights  basis law.1
          when order is flagged and order.kind is sale
          unless ①order.kind is one of sale, loan
          then hold
          because "It applies."
        """,
      draws: [
        Expected(
          "①", "POL053",
          "the exception `order.kind is one of sale, loan` holds wherever `order.kind is sale` "
            + "does, so the rule never fires", "correct the exception")
      ])
    #expect(
      Sample.faults(
        when: "when order is flagged and order.kind is sale unless order.kind is loan "
          + "or order is cleared then hold"
      ).isEmpty)
  }
}
