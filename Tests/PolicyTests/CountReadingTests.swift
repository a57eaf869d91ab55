import Facts
import Formats
import Testing

@testable import Policy

@Suite("Counts, sums, spans of time and stated facts are read and checked")
struct CountReadingTests {
  private func condition(_ body: String) throws -> Rule {
    try #require(try Sample.rules([body]).rules.first)
  }

  @Test func aCountHasItsOwnVariableAndMayUseOthers() throws {
    let rule = try condition(
      """
      for any report C
        when count of party P (C is about P and P.function is within policing) at least 2 parties
        then hold
      """)
    let clause = try #require(rule.clauses.first)
    guard case .aggregate(let aggregate) = clause.condition else {
      Issue.record("not a count: \(clause.text)")
      return
    }
    #expect(aggregate.measure == .count)
    #expect(aggregate.binding.variable == "P")
    #expect(aggregate.level == 0)
    #expect(clause.level == 0)
    #expect(aggregate.test == .atLeast(Decimal("2") ?? .zero))
    #expect(aggregate.raises)
    #expect(
      clause.text
        == "count of party P (C is about P and P.function is within policing) at least 2 parties")
  }

  @Test func aSumNamesItsNumberAndUnit() throws {
    let rule = try condition(
      "when sum of P.share over end user P more than 12.5 percent then hold")
    guard case .aggregate(let aggregate)? = rule.clauses.first?.condition else {
      Issue.record("not a sum")
      return
    }
    #expect(aggregate.condition == nil)
    #expect(aggregate.level == -1)
    let share = try #require(Sample.vocabulary.termIndex("share", in: 1))
    #expect(aggregate.measure == .sum(term: share))
  }

  @Test func spansAreLengthsOfTheCalendar() throws {
    let rule = try condition(
      "when order.founded less than 90 days ago and order.signed more than 1 year ago then hold")
    let tests = rule.clauses.compactMap { clause -> Atom.Test? in
      if case .atom(let atom) = clause.condition { atom.test } else { nil }
    }
    #expect(tests == [.lessAgo(Span(90, .days)), .moreAgo(Span(1, .years))])
    let leap = try #require(CivilDate("2028-02-29"))
    #expect(Span(1, .years).before(leap).description == "2027-02-28")
    #expect(Span(3, .months).before(leap).description == "2027-11-29")
    #expect(Span(2, .weeks).before(leap).description == "2028-02-15")
    let march = try #require(CivilDate("2027-03-31"))
    #expect(Span(1, .months).before(march).description == "2027-02-28")
    #expect(Span(13, .months).before(march).description == "2026-02-28")
  }

  @Test func faultsOfCountsSumsAndSpans() {
    func faults(_ body: String) -> [String] {
      Sample.faults(when: body).map { "\($0.id) \($0.message)" }
    }
    #expect(
      faults("when count of prty P at least 2 then hold") == ["POL030 there is no set `prty`"])
    #expect(
      faults("when sum of P.name over party P at least 2 then hold")
        == ["POL036 `name` is free text and cannot be added up"])
    #expect(
      faults("when sum of order.pieces over party P at least 2 pieces then hold")
        == ["POL017 `order` is not the variable of the set that is added up"])
    #expect(
      faults("when sum of P.share over party P at least 2 pieces then hold")
        == ["POL045 the unit `pieces` does not fit; the fact is in percent"])
    #expect(
      faults("when sum of P.share over party P is 3 then hold")
        == ["POL018 a count or a sum is compared with a number"])
    #expect(
      faults("when count of party P (count of party Q at least 2) at least 2 then hold")
        == ["POL015 a count or a sum cannot stand within another"])
    #expect(
      faults(
        "for any party P when P is listed unless count of party Q (Q is verified) at least 1 then hold"
      )
        == ["POL014 a count or a sum cannot stand in an exception"])
    #expect(
      faults("when order.founded less than 90 dys ago then hold")
        == ["POL047 there is no unit of time `dys`"])
    #expect(
      faults("when order.founded less than many days ago then hold")
        == ["POL039 `many` is not a whole number of days"])
    #expect(
      faults("when order.pieces less than 9 days ago then hold").first?.hasPrefix("POL036") == true)
  }

  @Test func adverseFactsWithinACountStandOnlyWhereTheyRaise() {
    func ids(_ body: String) -> [String] { Sample.faults(when: body).map(\.id) }
    #expect(ids("when count of party P (P is listed) at least 1 then hold").isEmpty)
    #expect(ids("when count of party P (P is listed) at most 1 then hold") == ["POL050"])
    #expect(ids("when not count of party P (P is listed) at least 1 then hold") == ["POL050"])
    #expect(ids("when not count of party P (P is listed) less than 1 then hold").isEmpty)
    #expect(ids("when count of party P (P is verified) at least 1 then hold") == ["POL051"])
    #expect(ids("when count of party P (P is verified) less than 1 then hold").isEmpty)
    #expect(ids("when sum of P.share over party P less than 10 percent then hold") == ["POL050"])
    #expect(ids("when count of report C less than 1 then hold") == ["POL054"])
    #expect(ids("for every report C when C is current then hold") == ["POL054"])
  }

  @Test func whatIsStatedCanOnlyMakeMilder() {
    func ids(_ body: String) -> [String] { Sample.faults(when: body).map(\.id) }
    #expect(ids("when not order.signed is stated then hold").isEmpty)
    #expect(ids("when order.signed is not stated then hold").isEmpty)
    #expect(ids("when order.note is not stated then hold").isEmpty)
    #expect(ids("when order.signed is stated then hold") == ["POL051"])
    #expect(ids("when order is flagged unless order.signed is stated then hold").isEmpty)
  }

  @Test func spansThatCannotHoldTogether() {
    func ids(_ body: String) -> [String] { Sample.faults(when: body).map(\.id) }
    #expect(
      ids(
        "when order.signed less than 30 days ago and order.signed more than 2 months ago then hold")
        == ["POL052"])
    #expect(
      ids(
        "when order.signed less than 90 days ago and order.signed more than 1 month ago then hold"
      )
      .isEmpty)
    #expect(
      ids("when order.signed is not stated and order.signed more than 1 month ago then hold")
        == ["POL052"])
  }
}
