import Facts
import Formats
import Law
import Screening
import Testing
import Trade

/// The item master fills what an order does not declare, and contradicts what it declares wrongly.
@Suite struct ItemMasterTests {
  private static let header = "sku,eccn,euCode,basis,reference,classifiedBy,date,hsCode,origin\n"

  private func screen(_ rows: String, _ change: (inout Order) -> Void) throws -> Determination {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.lines[0].sku = "SQ-100"
    change(&order)
    return try OrderBook.makeScreener(files: ["items.csv": Self.header + rows + "\n"]).screen(order)
  }

  @Test func itFillsWhatIsNotDeclared() throws {
    let determination = try screen("SQ-100,EAR99,none,self,,u:ito,2025-03-01,9027.50,US") {
      $0.lines[0].eccn = nil
      $0.lines[0].eccnBasis = nil
      $0.lines[0].countryOfOrigin = nil
    }
    let sheet = determination.worksheets[0]
    #expect(sheet.eccn == "EAR99")
    #expect(sheet.answer("classification.no-basis") == .isFalse)
    #expect(sheet.answer("scope.origin") == .isTrue)
    #expect(sheet.answer("other.eu-article-3") == .isFalse)
    #expect(determination.decision == .allow)
    #expect(!determination.findings.contains { $0.rule == "classification-differs-from-master" })
  }

  @Test(arguments: [
    ("4A003", "4A003.b", true), ("4A003.b", "4A003.b", true), ("4A003.b.1", "4A003.b", false),
  ])
  func itsBasisIsNotThatOfANarrowerCode(declared: String, known: String, isKnown: Bool) throws {
    let determination = try screen("SQ-100,\(known),,self,,u:ito,2025-03-01,,") {
      $0.lines[0].eccn = declared
      $0.lines[0].eccnBasis = nil
    }
    #expect(
      determination.worksheets[0].answer("classification.no-basis")
        == (isKnown ? .isFalse : .isTrue))
  }

  @Test(arguments: [
    ("EAR99", "3A981", true), ("3A981", "EAR99", true), ("EAR99", "EAR99", false),
    ("4A003", "4A003.b", false), ("4A003.c", "4A003.b", true),
  ])
  func aDeclaredCodeThatContradictsItIsAFinding(
    declared: String, known: String, differs: Bool
  ) throws {
    let determination = try screen("SQ-100,\(known),,ccats,G123456,BIS,2025-03-01,,") {
      $0.lines[0].eccn = declared
    }
    #expect(
      determination.findings.contains { $0.rule == "classification-differs-from-master" }
        == differs)
    if differs { #expect(determination.decision == .hold) }
    // What is declared is not overwritten.
    #expect(determination.worksheets[0].eccn == declared)
  }

  @Test func theLastClassificationOfTheDayCounts() throws {
    let rows =
      "SQ-100,EAR99,,self,,u:ito,2025-03-01,,\nSQ-100,3A981,,self,,u:ito,2026-11-23,,"
    let determination = try screen(rows) { $0.lines[0].eccn = nil }
    #expect(determination.worksheets[0].eccn == "EAR99")
  }

  @Test(arguments: [
    ("SQ-100,EAR99,,guess,,u:ito,2025-03-01,,", "`guess` in `basis` is not known"),
    ("SQ-100,,,self,,u:ito,2025-03-01,,", "the article has no code"),
    ("SQ-100,EAR99,,ccats,,u:ito,2025-03-01,,", "has no number"),
    (
      "SQ-100,EAR99,,self,,u:ito,2025-03-01,,\nSQ-100,3A981,,self,,u:ito,2025-03-01,,",
      "classified twice on 2025-03-01"
    ),
    ("SQ-100,EAR99,,self,,u:ito,2025-03-32,,", "`date` is not a day"),
  ])
  func whatCannotBeReadIsNamed(rows: String, words: String) throws {
    let failure = #expect(throws: Diagnostic.self) { try screen(rows) { _ in } }
    #expect(failure?.message.contains(words) == true, "\(failure?.line ?? "")")
    #expect(failure?.line.contains("items.csv:") == true, "\(failure?.line ?? "")")
  }
}

/// What the export declaration needs.
@Suite struct ExportDeclarationTests {
  private func declaration(
    licence: Bool, eccn: String = "3A981", _ change: (inout Order) -> Void = { _ in }
  ) throws -> ExportDeclaration {
    var order = try AuthorisationTests.order(eccn: eccn)
    order.lines[0].hsCode = "8471.60.9050"
    order.ultimateConsigneeType = .directConsumer
    change(&order)
    let files = licence ? AuthorisationTests.Licence().files : [:]
    return try OrderBook.makeScreener(files: files).declaration(of: order)
  }

  private func value(_ name: String, _ declaration: ExportDeclaration) -> String? {
    (declaration.elements + declaration.lines.flatMap(\.elements)).first { $0.name == name }?.value
  }

  @Test func underALicenceItsNumberStands() throws {
    let declaration = try declaration(licence: true)
    #expect(value("licence number", declaration) == "D1234567")
    #expect(value("licence code", declaration) == "C30, licence of BIS")
    #expect(value("ECCN", declaration) == "3A981")
    #expect(value("Schedule B or HTSUS number", declaration) == "8471609050")
    #expect(value("value", declaration) == "2000 USD")
    #expect(value("domestic or foreign", declaration) == "D, domestic")
    #expect(value("type of the ultimate consignee", declaration) == "D, direct consumer")
    #expect(declaration.isMandatory == .isTrue)
    #expect(!declaration.missing.contains { $0.contains("licence") })
    #expect(declaration.missing.contains("port of export"))
  }

  @Test func whatNeedsALicenceAndHasNoneIsMissing() throws {
    let declaration = try declaration(licence: false)
    #expect(value("licence code", declaration) == nil)
    #expect(declaration.missing.contains("licence code of line 10"))
    #expect(
      declaration.lines[0].elements.contains {
        $0.note?.contains("a licence is required at reasons.CC-1") == true
      })
  }

  @Test func withoutARequirementItIsNLR() throws {
    let declaration = try declaration(licence: false, eccn: "EAR99") {
      $0.countryOfUltimateDestination = "JP"
      $0.lines[0].productClass = "ngs-sequencer"
      $0.lines[0].description = "Benchtop high-throughput sequencer"
      $0.lines[0].hsCode = "9027.50"
    }
    #expect(value("licence code", declaration)?.hasPrefix("C33") == true)
    #expect(declaration.missing.contains("Schedule B or HTSUS number of line 10"))
    #expect(declaration.isMandatory == .isFalse, "2,000 dollars, EAR99, Japan")
  }

  @Test(arguments: [(2500, Truth.isFalse), (2501, .isTrue)])
  func theValueDecidesWhereNothingElseDoes(dollars: Int, expected: Truth) throws {
    let declaration = try declaration(licence: false, eccn: "EAR99") {
      $0.countryOfUltimateDestination = "JP"
      $0.lines[0].quantity = Decimal(exactly: 1) ?? .zero
      $0.lines[0].unitPrice = Decimal(exactly: dollars)
    }
    #expect(declaration.isMandatory == expected)
  }

  private func lines(_ entries: [(number: String?, dollars: Int?)]) throws -> [Truth] {
    let declaration = try declaration(licence: false, eccn: "EAR99") {
      $0.countryOfUltimateDestination = "JP"
      let first = $0.lines[0]
      $0.lines = entries.enumerated().map { index, entry in
        var line = first
        line.number = String(10 * (index + 1))
        line.quantity = Decimal(exactly: 1) ?? .zero
        line.hsCode = entry.number
        line.unitPrice = entry.dollars.flatMap { Decimal(exactly: $0) }
        return line
      }
    }
    return declaration.lines.map { $0.reasons.first?.answer ?? .isUnknown }
  }

  /// 15 CFR 30.37(a) speaks of the value by number, not by line.
  @Test func theValuesOfANumberAreAddedUp() throws {
    let (scanner, reader) = ("8471.60.9050", "8471609030")
    #expect(try lines([(scanner, 1500), ("8471609050", 1500)]) == [.isTrue, .isTrue])
    #expect(try lines([(scanner, 1500), (reader, 1500)]) == [.isFalse, .isFalse])
    #expect(
      try lines([(scanner, 1500), (reader, 1500), (scanner, 1000)])
        == Array(
          repeating: .isFalse, count: 3))
    // A line of which the number is not known whole may be of the same one.
    #expect(try lines([(scanner, 1500), ("8471.60", 1500)]) == [.isUnknown, .isUnknown])
    #expect(try lines([(scanner, 1500), (nil, 1500)]) == [.isUnknown, .isUnknown])
    #expect(try lines([(scanner, 1500), ("9027.50", 1500)]) == [.isFalse, .isFalse])
    #expect(try lines([(scanner, 1500), (nil, 900)]) == [.isFalse, .isFalse])
    #expect(try lines([(scanner, 2600), (nil, nil)]) == [.isTrue, .isUnknown])
    #expect(try lines([(scanner, 1000), (scanner, nil)]) == [.isUnknown, .isUnknown])
  }

  @Test(arguments: [
    (" 9A610", Truth.isTrue), ("9A610.a ", .isTrue), ("9a515.d", .isTrue), (" EAR99", .isFalse),
    ("3A981", .isFalse), ("3A6", .isUnknown),
  ])
  func theSeriesIsReadAsTheWorksheetReadsIt(code: String, expected: Truth) throws {
    let declaration = try declaration(licence: false, eccn: code)
    let reason = try #require(
      declaration.lines[0].reasons.first { $0.words.contains("600 series") })
    #expect(reason.answer == expected)
  }

  @Test(arguments: [("MO", Truth.isTrue), ("VE", .isTrue), ("JP", .isFalse)])
  func whereAListedItemIsAlwaysDeclaredIsReadFromATable(country: String, expected: Truth) throws {
    let declaration = try declaration(licence: false) { $0.countryOfUltimateDestination = country }
    let reason = try #require(declaration.lines[0].reasons.last)
    #expect(reason.answer == expected)
    #expect(reason.citation == "15 CFR 758.1(b)(10)")
  }

  /// A licence for the reasons for control leaves the requirement of the Entity List to be told.
  @Test func whatNoLicenceMeetsIsToldBesideTheLicence() throws {
    var police = try #require(OrderBook.adverse.first { $0.reference == "listed-police" })
    police.lines = [try AuthorisationTests.order().lines[0]]
    let body = try #require(police.parties.first?.entity.names.first)
    func note(_ covers: String) throws -> String {
      var licence = AuthorisationTests.Licence()
      licence.covers = covers
      licence.body = body
      let declaration = try OrderBook.makeScreener(files: licence.files).declaration(of: police)
      #expect(value("licence number", declaration) == "D1234567")
      return declaration.lines[0].elements.first { $0.name == "licence code" }?.note ?? ""
    }
    let control = try note("control")
    #expect(control.contains("end-users.entity-list"), "\(control)")
    #expect(!control.contains("reasons."), "\(control)")
    let both = try note("control|entity-list")
    #expect(!both.contains("end-users.entity-list"), "\(both)")
  }

  @Test func onlyWhatLeavesTheUnitedStatesIsDeclared() throws {
    #expect(try declaration(licence: true) { $0.countryOfExport = "DE" }.isMandatory == .isFalse)
    #expect(try declaration(licence: true) { $0.countryOfExport = nil }.isMandatory == .isUnknown)
    #expect(
      try declaration(licence: true) { $0.currency = "EUR" }.missing.contains("value of line 10"))
  }
}
