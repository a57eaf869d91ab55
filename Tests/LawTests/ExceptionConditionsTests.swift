import Facts
import Formats
import Law
import Testing

/// Exceptions by destination, entry, value and kind: ruled out, or left to a person, never granted.
@Suite struct ExceptionConditionsTests {
  private func sheet(
    _ eccn: String, to country: String, _ change: (inout WorksheetCase) -> Void = { _ in }
  ) -> Worksheet {
    var item = Bundle.item(eccn, to: country, families: [])
    item.kind = "sale"
    change(&item)
    return Bundle.worksheet(item)
  }

  private func isRuledOut(_ symbol: String, _ sheet: Worksheet) -> Bool {
    let words = sheet["exceptions.ruled-out"]?.words ?? ""
    let symbols = words.split(separator: ";").flatMap { part in
      part.split(separator: " ").prefix { $0 != "by" }.map { $0.filter { $0 != "," } }
    }
    return symbols.contains(symbol)
  }

  /// 1C006 has a limit of 3,000 dollars and national security as its reason.
  @Test func aShipmentOfLimitedValueHasItsLimit() throws {
    let exact = sheet("1C006", to: "SA") { $0.value = Decimal(exactly: 3000) }
    #expect(!isRuledOut("LVS", exact))
    #expect(try #require(exact["exceptions.LVS"]).words.contains("held: the net value"))
    #expect(exact.answer("exceptions.LVS") == .isUnknown)
    let above = sheet("1C006", to: "SA") { $0.value = Decimal(exactly: 3001) }
    #expect(isRuledOut("LVS", above))
    #expect(above["exceptions.LVS"] == nil)
    #expect(
      try #require(above["exceptions.ruled-out"]).words.contains(
        "the value is $3001, and the limit $3000"))
    let open = sheet("1C006", to: "SA")
    #expect(try #require(open["exceptions.LVS"]).words.contains("the value in US dollars is not"))
    // Not in Country Group B.
    #expect(isRuledOut("LVS", sheet("1C006", to: "CN") { $0.value = Decimal(exactly: 1) }))
  }

  @Test(arguments: [
    ("TSR", "1C006", "SA", true), ("GBS", "1C006", "SA", false), ("GBS", "1A001", "SA", true),
    ("TMP", "1C006", "SA", true), ("RPL", "1C006", "SA", true), ("GFT", "1C006", "SA", true),
    ("ENC", "1C006", "SA", true), ("APP", "1C006", "SA", true), ("TSU", "1C006", "SA", true),
    ("APR", "1C006", "SA", true), ("STA", "1C006", "SA", true), ("MED", "1C006", "SA", true),
    ("GOV", "1C006", "SA", false), ("GOV", "3A981", "CN", false),
  ])
  func eachIsRuledOutByWhatItAsks(
    symbol: String, eccn: String, country: String, expected: Bool
  ) throws {
    let sheet = sheet(eccn, to: country)
    #expect(isRuledOut(symbol, sheet) == expected, "\(sheet["exceptions.ruled-out"]?.words ?? "")")
  }

  @Test(arguments: [("TMP", "loan"), ("RPL", "spares"), ("GFT", "donation")])
  func theKindOfTransactionDecides(symbol: String, kind: String) {
    #expect(!isRuledOut(symbol, sheet("1C006", to: "SA") { $0.kind = kind }))
    #expect(isRuledOut(symbol, sheet("1C006", to: "SA")))
    #expect(!isRuledOut(symbol, sheet("1C006", to: "SA") { $0.kind = nil }), "unknown is no no")
  }

  @Test func aReexportMayBeOne() {
    #expect(!isRuledOut("APR", sheet("1C006", to: "SA") { $0.exportCountry = "DE" }))
    #expect(!isRuledOut("APR", sheet("1C006", to: "SA") { $0.exportCountry = nil }))
  }

  @Test func theSixHundredSeriesMeetsAnArmsEmbargo() {
    let series = sheet("0A606", to: "CN") { $0.kind = "loan" }
    #expect(isRuledOut("TMP", series))
    #expect(!isRuledOut("GOV", series))
    #expect(!isRuledOut("TMP", sheet("0A606", to: "SA") { $0.kind = "loan" }))
  }

  @Test func russiaLeavesWhatItsSectionNames() {
    let sheet = sheet("1C006", to: "RU") { $0.kind = "loan" }
    #expect(isRuledOut("RPL", sheet) && isRuledOut("GFT", sheet) && isRuledOut("APR", sheet))
    #expect(!isRuledOut("TMP", sheet) && !isRuledOut("GOV", sheet))
  }

  @Test func aMilitaryEndUserLeavesTheGovernmentAlone() {
    let sheet = sheet("4A994", to: "CN") { item in
      item.parties = [
        WorksheetParty(
          name: "Fictional regiment", roles: ["endUser"], isMilitary: .isTrue,
          isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
      ]
    }
    #expect(sheet.answer("end-users.military") == .isTrue)
    #expect(isRuledOut("TMP", sheet) && !isRuledOut("GOV", sheet))
  }

  /// Nobody knows that a bar is not met where the parties or the reasons for control are open.
  @Test func aBarThatIsOpenIsTold() {
    func bars(_ sheet: Worksheet) -> [String: Truth] {
      Dictionary(
        sheet.steps.filter { $0.id.hasPrefix("exceptions.bar.") }.map {
          ($0.citations.first?.text ?? "", $0.answer)
        }, uniquingKeysWith: { $0.or($1) })
    }
    func known(_ item: inout WorksheetCase) {
      item.parties = [
        WorksheetParty(
          name: "Fictional mill", roles: ["endUser"], isMilitary: .isFalse,
          isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
      ]
    }
    let closed = bars(sheet("1C006", to: "SA", known))
    #expect(closed["15 CFR 744.16(b)"] == nil && closed["15 CFR 744.21(c)"] == nil)
    let open = bars(
      sheet("1C006", to: "SA") { item in
        known(&item)
        item.partiesAreComplete = false
      })
    for citation in ["15 CFR 744.16(b)", "15 CFR 740.2(a)(17)", "15 CFR 740.2(a)(1)"] {
      #expect(open[citation] == .isUnknown, "\(citation)")
    }
    // An item and a destination alone: no party is given.
    let alone = bars(sheet("1C006", to: "SA"))
    #expect(alone["15 CFR 744.16(b)"] == .isUnknown && alone["15 CFR 744.22(c)"] == .isUnknown)
    // CC applies to a part of the entry that the code does not tell.
    let part = sheet("0A502", to: "CN", known)
    let reasons = part.steps.filter { $0.id.hasPrefix("reasons.CC") }.map(\.answer)
    #expect(reasons.contains(.isUnknown) && !reasons.contains(.isTrue))
    #expect(bars(part)["15 CFR 740.2(a)(4)"] == .isUnknown)
  }

  /// No exception is ever granted: every step is no or unknown.
  @Test func noneIsAnsweredWithYes() throws {
    let list = try #require(Bundle.law.classifications.value)
    for country in ["CN", "SA", "RU", "IN", "CU"] {
      for entry in list.entries.keys.sorted() {
        let sheet = sheet(entry, to: country)
        for exception in try #require(Bundle.law.exceptions.value) {
          #expect(sheet.answer("exceptions.\(exception.symbol)") != .isTrue, "\(entry) \(country)")
        }
        #expect(Set(sheet.steps.map(\.id)).count == sheet.steps.count, "\(entry) \(country)")
      }
    }
  }
}

@Suite struct SupplementTests {
  private func military(_ eccn: String, to country: String) -> Truth {
    var item = Bundle.item(eccn, to: country, families: [])
    item.parties = [
      WorksheetParty(
        name: "Fictional regiment", roles: ["endUser"], isMilitary: .isTrue,
        isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
    ]
    return Bundle.worksheet(item).answer("end-users.military")
  }

  @Test(arguments: [
    ("4A994", "CN", Truth.isTrue), ("3A999", "CN", .isTrue), ("2B999", "CN", .isUnknown),
    ("EAR99", "CN", .isFalse), ("EAR99", "RU", .isTrue), ("3A981", "CN", .isUnknown),
    ("4A994", "DE", .isFalse),
  ])
  func militaryEndUsersAreReachedByEntry(eccn: String, country: String, expected: Truth) {
    #expect(military(eccn, to: country) == expected)
  }

  @Test(arguments: [
    ("9A515.e", "IN", 7, Truth.isTrue), ("9A515.d", "IN", 7, .isFalse),
    ("9A515", "IN", 7, .isUnknown), ("0A501.a", "AU", 10, .isTrue),
    ("0A501.y", "AU", 10, .isUnknown), ("0A502", "GB", 10, .isUnknown),
    ("1C992", "RU", 6, .isTrue), ("3A981", "DE", 3, .isFalse), ("0A919", "DE", 3, .isUnknown),
  ])
  func footnotesRequireWhatTheMarksDoNotShow(
    eccn: String, country: String, number: Int, expected: Truth
  ) {
    let sheet = Bundle.worksheet(Bundle.item(eccn, to: country, families: []))
    #expect(sheet.answer("reasons.footnote-\(number)") == expected)
    if expected == .isTrue { #expect(sheet.answer("reasons.licence") == .isTrue) }
  }

  @Test(arguments: [
    ("3A981", Truth.isTrue), ("9A980", .isTrue), ("EAR99", .isFalse), ("4A994", .isFalse),
    ("4A003.b", .isUnknown), ("0A505.b", .isTrue), ("0A505.a", .isFalse), ("3A504", .isUnknown),
  ])
  func crimeControlIsReadFromTheTable(code: String, expected: Truth) throws {
    let list = try #require(Bundle.law.classifications.value)
    #expect(list.isControlled(code, for: "CC") == expected)
  }
}
