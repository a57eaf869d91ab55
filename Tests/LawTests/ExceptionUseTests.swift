import Facts
import Formats
import Law
import Testing

/// A person's record that a licence exception is relied on: told, held against what is held here,
/// and never found by the worksheet itself.
@Suite struct ExceptionUseTests {
  private func sheet(
    _ symbol: String, _ eccn: String = "1C006", to country: String = "SA",
    faults: [String] = [], _ change: (inout WorksheetCase) -> Void = { _ in }
  ) -> Worksheet {
    var item = Bundle.item(eccn, to: country, families: [])
    item.kind = "sale"
    item.exceptionUses = [
      WorksheetCase.ExceptionUse(
        symbol: symbol, conditions: ["national security is the one reason"], faults: faults,
        words: "recorded by u:ito on 2026-11-20, reviewed by u:lim on 2026-11-21")
    ]
    change(&item)
    return Bundle.worksheet(item)
  }

  @Test func aReviewedRecordStandsAndTheExceptionIsNotFoundToApply() throws {
    let sheet = sheet("GBS") { $0.parties = [] }
    let step = try #require(sheet["exceptions.use.1"])
    #expect(step.answer == .isTrue, "\(step.words)")
    #expect(step.nature == .context)
    #expect(step.words.contains("recorded by u:ito on 2026-11-20, reviewed by u:lim"))
    #expect(step.words.contains("is the word of those who recorded and reviewed it"))
    #expect(step.inputs.map(\.value) == ["national security is the one reason"])
    #expect(step.citations.contains { $0.text == "15 CFR 740.4" })
    // The requirement stands beside it, and the exception itself is still left to a person.
    #expect(sheet.answer("reasons.licence") == .isTrue)
    #expect(sheet.answer("exceptions.GBS") == .isUnknown)
  }

  @Test(arguments: [
    ("LVS", "3A981", "CN", "ruled out by"), ("GBS", "1C006", "CN", "ruled out by"),
    ("TSR", "1C006", "SA", "ruled out by"), ("XYZ", "1C006", "SA", "no licence exception XYZ"),
  ])
  func oneThatIsRuledOutDoesNotStand(
    symbol: String, eccn: String, country: String, told: String
  ) throws {
    let step = try #require(sheet(symbol, eccn, to: country)["exceptions.use.1"])
    #expect(step.answer == .isFalse)
    #expect(step.words.contains(told), "\(step.words)")
  }

  @Test func aFaultOfTheRecordLeavesItWithoutEffect() throws {
    let step = try #require(sheet("GBS", faults: ["nobody else reviewed it"])["exceptions.use.1"])
    #expect(step.answer == .isFalse)
    #expect(step.words.hasPrefix("nobody else reviewed it"))
  }

  /// Who a party is cannot be settled by a record of an exception.
  @Test func aBarThatIsOpenLeavesItOpen() throws {
    let sheet = sheet("GBS") { item in
      item.parties = [
        WorksheetParty(
          name: "Example", roles: ["endUser"],
          matches: [
            .init(
              list: "us-bis-entity-list", listName: "Entity List", name: "Exemple",
              effect: "licenceRequirement", isCertain: false, citation: "x")
          ])
      ]
    }
    let step = try #require(sheet["exceptions.use.1"])
    #expect(step.answer == .isUnknown, "\(step.words)")
  }

  @Test func withoutTheTablesItIsUnknown() throws {
    let tables = try Changed.tables(changing: ["licence-exception-bars.tsv": nil as String?])
    var item = Bundle.item("1C006", to: "SA", families: [])
    item.exceptionUses = [.init(symbol: "GBS", conditions: ["x"], faults: [], words: "by u:ito")]
    let step = try #require(Bundle.worksheet(item, tables: tables)["exceptions.use.1"])
    #expect(step.answer == .isUnknown)
  }

  /// Police may be national police, which 15 CFR 744.21(g) counts as military: never a plain no.
  @Test(arguments: [("4A994", Truth.isUnknown), ("EAR99", .isFalse)])
  func policeAreNoPlainNoForAnItemOfTheSupplement(eccn: String, expected: Truth) throws {
    var item = Bundle.item(eccn, to: "CN", families: [])
    item.parties = [
      WorksheetParty(
        name: "Police laboratory", roles: ["endUser"], isMilitary: .isFalse,
        isMilitaryIntelligence: .isFalse, isPolice: .isTrue)
    ]
    let sheet = Bundle.worksheet(item)
    #expect(sheet.answer("end-users.military") == expected)
    #expect(sheet.answer("end-users.military-item") == (eccn == "4A994" ? .isTrue : .isFalse))
  }

  /// Since 2016-10-01 every shipment without a licence has one code.
  @Test func theCodesOfTheDeclarationHaveNoC32() throws {
    let codes = try #require(Bundle.law.declarationCodes.value)
    #expect(!codes.contains { $0.code == "C32" })
    #expect(codes.filter { $0.kind == .none }.map(\.code) == ["C33"])
    let known = Set(try #require(Bundle.law.exceptions.value).map(\.symbol))
    for code in codes where code.kind == .exception { #expect(known.contains(code.symbol)) }
    #expect(Set(codes.map(\.code)).count == codes.count)
  }
}
