import Formats
import Testing

@Suite("Dates and decimals hold only what exists")
struct ValueTests {
  @Test(arguments: [
    "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01",
    "2026-1-01", "2026-01-01T00:00:00Z", "0000-01-01", "", "2026--01", "２０２６-01-01",
  ])
  func aDayThatDoesNotExistCannotBeMade(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func everyDayOfFourCenturiesReadsBack() throws {
    let first = try #require(CivilDate("1800-01-01"))
    let last = try #require(CivilDate("2200-01-01"))
    for day in stride(from: first.dayNumber, through: last.dayNumber, by: 1) {
      let date = CivilDate(dayNumber: day)
      let (year, month, dayOfMonth) = date.components
      #expect(CivilDate(year: year, month: month, day: dayOfMonth) == date)
    }
    #expect(CivilDate("1970-01-01")?.dayNumber == 0)
    #expect(CivilDate("2000-02-29")?.description == "2000-02-29")
  }

  @Test(arguments: [
    ("0", "0"), ("12.50", "12.5"), ("-4083.33", "-4083.33"), ("0.000001", "0.000001"),
    ("1.2300000", "1.23"), ("9223372036854", "9223372036854"),
  ])
  func decimalsAreExact(text: String, printed: String) {
    #expect(Decimal(text)?.description == printed)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1e3", "1.0000001", "9300000000000", "1,000", "+1", "１"])
  func whatDoesNotFitIsRefusedRatherThanRounded(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test func arithmeticTellsOverflow() throws {
    let large = try #require(Decimal("9000000000000"))
    #expect(large.adding(large) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(large.divided(by: .zero) == nil)
    let third = try #require(
      Decimal("1").flatMap { one in
        Decimal("3").flatMap { one.divided(by: $0) }
      })
    #expect(third.description == "0.333333")
  }

  @Test(arguments: [
    ("licenseRequired", "licenceRequired"), ("polcing", "policing"), ("CN-6513", "CN-6531"),
  ])
  func theNearestWordIsOfferedForASlip(typed: String, meant: String) {
    #expect(
      nearestWord(to: typed, among: ["release", "policing", "CN-6531", "licenceRequired"]) == meant)
  }

  @Test func nothingIsOfferedForAnotherWord() {
    #expect(nearestWord(to: "banana", among: ["release", "policing"]) == nil)
  }
}
