import Facts
import Formats
import Law
import Testing

@Suite struct WorksheetScopeTests {
  @Test func originOrPlaceOfExportSettlesIt() {
    #expect(Bundle.worksheet(Bundle.item()).answer("scope.subject") == .isTrue)
    var german = Bundle.item(origin: "DE")
    #expect(Bundle.worksheet(german).answer("scope.subject") == .isUnknown)
    german.exportCountry = "US"
    #expect(Bundle.worksheet(german).answer("scope.shipped") == .isTrue)
    #expect(Bundle.worksheet(german).answer("scope.subject") == .isTrue)
  }

  /// 25 percent, and 10 percent to E:1 and E:2: more than that is subject.
  @Test(arguments: [
    ("CN", 25, Truth.isFalse), ("CN", 26, .isTrue), ("IR", 10, .isFalse), ("IR", 11, .isTrue),
    ("CU", 11, .isTrue), ("RU", 25, .isFalse),
  ])
  func deMinimisHasItsBoundForEachDestination(
    country: String, percent: Int, expected: Truth
  ) throws {
    var item = Bundle.item(to: country, origin: "DE")
    item.content = Interval(exactly: try #require(Decimal(exactly: percent)))
    item.contentIsVerified = true
    item.directProduct = .isFalse
    let sheet = Bundle.worksheet(item)
    #expect(sheet.answer("scope.de-minimis") == expected)
    #expect(sheet.answer("scope.subject") == expected)
  }

  @Test func aLowShareThatNobodyVerifiedLetsNothingOut() throws {
    var item = Bundle.item(origin: "DE")
    item.content = Interval(exactly: try #require(Decimal(exactly: 5)))
    item.directProduct = .isFalse
    #expect(Bundle.worksheet(item).answer("scope.de-minimis") == .isUnknown)
    item.content = Interval(exactly: try #require(Decimal(exactly: 40)))
    #expect(Bundle.worksheet(item).answer("scope.de-minimis") == .isTrue)
  }

  @Test func outsideTheEARSettlesTheEARAlone() throws {
    var item = Bundle.item(origin: "DE")
    item.content = Interval(exactly: .zero)
    item.contentIsVerified = true
    item.directProduct = .isFalse
    item.actors = .init(us: .isFalse, eu: .isTrue, uk: .isFalse)
    item.parties = [
      WorksheetParty(
        name: "Fictional bureau", roles: ["endUser"],
        matches: [
          .init(
            list: "eu-global-human-rights", listName: "EU list", name: "Fictional bureau",
            effect: "blocking", isCertain: true, citation: "fictional"),
          .init(
            list: "us-bis-entity-list", listName: "Entity List", name: "Fictional bureau",
            effect: "licenceRequirement", isCertain: true, citation: "fictional"),
        ], isMilitary: .isFalse, isMilitaryIntelligence: .isFalse, isPolice: .isTrue)
    ]
    let sheet = Bundle.worksheet(item)
    #expect(sheet.answer("scope.subject") == .isFalse)
    #expect(sheet.answer("end-users.entity-list") == .isFalse)
    #expect(sheet.answer("other.eu-listed") == .isTrue)
    #expect(sheet.answer("other.ofac-listed") == .isFalse)
  }
}

@Suite struct WorksheetClassificationTests {
  @Test(arguments: [
    ("3A504", "no such entry"), ("0A984", "retired since 2020-03-09"), ("7Z999", "not built"),
    ("3A981..b", "not built"), ("1A777", "there is no entry"),
  ])
  func codesThatAreNoneAreNamed(code: String, words: String) throws {
    let sheet = Bundle.worksheet(Bundle.item(code))
    let step = try #require(sheet["classification.unknown-code"])
    #expect(step.answer == .isTrue)
    #expect(step.words.contains(words), "\(step.words)")
    #expect(sheet.answer("reasons.licence") == .isUnknown)
  }

  @Test func nothingDeclaredIsUnknownEverywhere() {
    let sheet = Bundle.worksheet(Bundle.item(nil))
    #expect(sheet.answer("classification.declared") == .isTrue)
    #expect(sheet.answer("classification.unknown-code") == .isUnknown)
    #expect(sheet.answer("classification.conflict") == .isUnknown)
    #expect(sheet.answer("reasons.licence") == .isUnknown)
  }

  @Test func restOfTheListIsNoGroundToRelease() throws {
    let sheet = Bundle.worksheet(Bundle.item())
    let step = try #require(sheet["reasons.licence"])
    #expect(step.answer == .isFalse)
    #expect(step.words.contains("no ground to release"))
    #expect(sheet.answer("end-users.parties") == .isUnknown)
  }

  /// A mobile crime laboratory and a synthesizer have entries of their own.
  @Test(arguments: [
    ("mobile-crime-laboratory", "EAR99", Truth.isTrue),
    ("mobile-crime-laboratory", "9A980", .isFalse),
    ("nucleic-acid-synthesizer", "EAR99", .isTrue),
    ("nucleic-acid-synthesizer", "2B352.j", .isFalse),
    ("ngs-sequencer", "EAR99", .isFalse), ("ngs-sequencer", "2B352.j", .isTrue),
    ("fingerprint-scanner", "EAR99", .isTrue), ("fingerprint-scanner", "3A981", .isFalse),
  ])
  func aCodeThatContradictsTheProductIsAFinding(
    family: String, code: String, expected: Truth
  ) {
    let sheet = Bundle.worksheet(Bundle.item(code, families: [family]))
    #expect(sheet.answer("classification.conflict") == expected)
  }

  @Test func aBasisHasADateThatIsNotAhead() {
    func answer(_ basis: String?) -> Truth {
      var item = Bundle.item()
      item.basis = basis
      return Bundle.worksheet(item).answer("classification.no-basis")
    }
    #expect(answer("self-classified 2025-06-30") == .isFalse)
    #expect(answer("CCATS G123456, 2019") == .isFalse)
    #expect(answer("manufacturer") == .isTrue)
    #expect(answer(nil) == .isTrue)
    #expect(answer("manufacturer 2027-01-01") == .isTrue)
  }

  @Test func aCustomsHeadingIsComparedAndDecidesNothing() {
    var item = Bundle.item(families: ["capillary-genetic-analyser"])
    item.hsCode = "9027.20.50"
    #expect(Bundle.worksheet(item).answer("classification.customs") == .isFalse)
    item.hsCode = "8471.30"
    #expect(Bundle.worksheet(item).answer("classification.customs") == .isTrue)
    #expect(Bundle.worksheet(item)["classification.customs"]?.nature == .context)
  }
}

@Suite struct WorksheetReasonsTests {
  @Test(arguments: [
    ("3A981", "CN", Truth.isTrue), ("3A981", "DE", .isFalse), ("9A980", "KW", .isTrue),
    ("2B352.j", "CN", .isTrue), ("2B352.j", "FI", .isFalse), ("4A994", "CN", .isFalse),
    ("3A981", "HK", .isTrue), ("5A980", "DE", .isTrue), ("3A069", "MO", .isTrue),
    // A paragraph decides, where the control applies to a part.
    ("1A004.d", "CN", .isTrue), ("0A501.y", "DE", .isUnknown),
    // No row, a row that refers elsewhere, and codes that are none.
    ("3A981", "CU", .isUnknown), ("3A981", "XX", .isUnknown), ("3A981", "AN", .isUnknown),
  ])
  func eachDestinationIsLookedUp(code: String, country: String, expected: Truth) {
    let sheet = Bundle.worksheet(Bundle.item(code, to: country, families: []))
    #expect(
      sheet.answer("reasons.licence") == expected, "\(sheet.steps(in: .reasons).map(\.words))")
  }

  @Test func hongKongReadsTheRowOfChina() throws {
    let step = try #require(Bundle.worksheet(Bundle.item("3A981", to: "HK"))["reasons.CC-1"])
    #expect(step.words == "X in column CC 1 for China (HK reads the row of China)")
  }

  @Test func aPartWithoutItsParagraphIsUnknown() throws {
    let sheet = Bundle.worksheet(Bundle.item("4A003", to: "CN"))
    #expect(sheet.answer("reasons.CC-1") == .isUnknown)
    #expect(try #require(sheet["reasons.NS-1"]).words.contains("declare the paragraph"))
    let declared = Bundle.worksheet(Bundle.item("4A003.b", to: "CN"))
    #expect(declared.answer("reasons.NS-1") == .isTrue)
    #expect(declared.answer("reasons.NS-2") == .isFalse)
  }

  @Test func aFormerCountryIsNamedWithWhatFollows() throws {
    let step = try #require(Bundle.worksheet(Bundle.item("3A981", to: "AN"))["reasons.licence"])
    #expect(step.words.contains("BQ or CW or SX"))
  }

  /// Every entry against every country: no answer is given where a table says nothing.
  @Test func everyEntryIsWorkedOutForEveryCountry() throws {
    let list = try #require(Bundle.law.classifications.value)
    let chart = try #require(Bundle.law.chart.value)
    for country in ["CN", "DE", "RU", "CU", "IN", "AE", "KY"] {
      for entry in list.entries.values {
        let sheet = Bundle.worksheet(Bundle.item(entry.eccn, to: country, families: []))
        let answer = sheet.answer("reasons.licence")
        if entry.controls.isEmpty || chart.row(of: country)?.pointer != nil {
          #expect(
            answer != .isFalse || entry.controls.allSatisfy { $0.isPlaceBound },
            "\(entry.eccn) \(country)")
        }
        for control in entry.controls where control.part == .entire {
          guard case .chart(let column) = control.requirement,
            let row = chart.row(of: country), row.pointer == nil
          else { continue }
          if row.marks.contains(column) { #expect(answer == .isTrue, "\(entry.eccn) \(country)") }
        }
      }
    }
  }
}

extension ClassificationList.Control {
  /// Whether it names the places it reaches, so that the chart has no part in it.
  var isPlaceBound: Bool {
    switch requirement {
    case .places, .everywhere: true
    case .chart, .provision: false
    }
  }
}

@Suite struct WorksheetTableTests {
  @Test func aMissingTableIsNamedAndTheStepUnknown() throws {
    let tables = try Changed.tables(changing: ["country-chart.tsv": nil as String?])
    let sheet = Bundle.worksheet(Bundle.item("3A981"), tables: tables)
    let step = try #require(sheet["reasons.licence"])
    #expect(step.answer == .isUnknown)
    #expect(step.words == "the table `country-chart` is missing")
  }

  @Test func anOlderTableIsNamedAndTheStepUnknown() throws {
    let sheet = Bundle.worksheet(Bundle.item("3A981"), on: "2028-01-01")
    #expect(sheet.answer("reasons.licence") == .isUnknown)
    let words = try #require(sheet["reasons.licence"]).words
    #expect(words.contains("of 2026-07-23, more than 366 days before 2028-01-01"))
    // Both sides of its last day.
    #expect(
      Bundle.worksheet(Bundle.item("3A981"), on: "2027-07-24").answer("reasons.licence") == .isTrue)
    #expect(
      Bundle.worksheet(Bundle.item("3A981"), on: "2027-07-25").answer("reasons.licence")
        == .isUnknown)
  }

  @Test func aTableTellsNothingOfTheTimeBeforeIt() {
    #expect(
      Bundle.worksheet(Bundle.item("3A981"), on: "2026-07-22").answer("reasons.licence")
        == .isUnknown)
    #expect(
      Bundle.worksheet(Bundle.item("3A981"), on: "2026-07-23").answer("reasons.licence") == .isTrue)
  }

  @Test(arguments: [
    (
      "country-chart.tsv",
      "# as of: 2026-13-01\n# citation: x\ncountry\tname\trow\tfootnotes\tpointer\n"
    ),
    ("country-chart.tsv", "country\tname\trow\tfootnotes\tpointer\n"),
    (
      "eccn-controls.tsv",
      "# as of: 2026-07-23\n# citation: x\neccn\treason\tpart\trequires\tsection\n3A981\tCC\tsome\tchart CC 1\t\n"
    ),
    (
      "retention-periods.tsv",
      "# as of: 2026-07-23\n# citation: x\nbasis\tregime\tyears\tstarts\tfrom\tverification\nx\tUS\tfive\ty\t\t\n"
    ),
  ])
  func aTableThatCannotBeReadIsRefused(name: String, content: String) {
    #expect(throws: Diagnostic.self) { try Changed.tables(changing: [name: content]) }
  }

  @Test func everyTableSaysItsDayItsLawAndItsMark() {
    for (name, table) in Bundle.law.tables {
      #expect(table?.citation.isEmpty == false, "\(name)")
      #expect(table?.verification.isEmpty == false, "\(name)")
    }
  }

  /// What is marked as unverified stays marked on the sheet.
  @Test func marksAreCarried() {
    let sheet = Bundle.worksheet(Bundle.item())
    #expect(sheet.unverified.contains { $0.text.contains("734.4") })
    #expect(!sheet.unverified.contains { $0.text.contains("738.4") })
  }
}
