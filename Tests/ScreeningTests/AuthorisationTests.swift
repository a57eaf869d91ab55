import Facts
import Formats
import Law
import Policy
import Screening
import Testing
import Trade

/// Licences on record: each lifts what it covers, for whom and for as much as it says, and no more.
@Suite struct AuthorisationTests {
  static let header =
    "number,authority,covers,codes,families,purchaser,ultimateConsignee,endUser,countries,quantity,"
    + "unit,value,currency,conditions,issued,expires,revoked,recordedBy,verifiedBy"

  static func shipments(_ rows: String) -> String {
    "licence,order,date,quantity,value\n" + rows + "\n"
  }

  /// One licence for fingerprint equipment to a fictional university in Japan.
  struct Licence {
    var covers = "control"
    var codes = "3A981"
    var families = ""
    var body = "Hokuto Example University"
    var countries = "CN"
    var quantity = "5,piece"
    var value = ","
    var conditions = "No transfer without BIS|Yearly report of the site"
    var issued = "2026-01-10"
    var expires = "2028-01-09"
    var revoked = ""
    var verifiedBy = "u:lim"

    var row: String {
      "D1234567,BIS,\(covers),\(codes),\(families),\(body),\(body),\(body),\(countries),"
        + "\(quantity),\(value),\(conditions),\(issued),\(expires),\(revoked),u:ito,\(verifiedBy)"
    }

    /// With a table of shipments that says that nothing was shipped.
    var files: [String: String] {
      [
        "licences/authorisations.csv": AuthorisationTests.header + "\n" + row + "\n",
        "licences/shipments.csv": AuthorisationTests.shipments(""),
      ]
    }
  }

  /// Fingerprint equipment for a university, declared under 3A981, to China, where CC 1 has an X.
  static func order(quantity: Int = 2, eccn: String? = "3A981", reference: String = "SO-1") throws
    -> Order
  {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.reference = reference
    order.countryOfUltimateDestination = "CN"
    order.currency = "USD"
    order.lines[0].productClass = "fingerprint-scanner"
    order.lines[0].description = "Fingerprint scanner"
    order.lines[0].eccn = eccn
    order.lines[0].quantity = Decimal(exactly: quantity) ?? .zero
    order.lines[0].unitPrice = Decimal(exactly: 1000)
    return order
  }

  private func screen(
    _ licence: Licence?, _ order: Order? = nil, history: [Order]? = nil,
    files: [String: String] = [:]
  ) throws -> Determination {
    let files = (licence?.files ?? [:]).merging(files) { $1 }
    return try OrderBook.makeScreener(history: history, files: files)
      .screen(order ?? Self.order())
  }

  private func needsLicence(_ determination: Determination) -> Bool {
    determination.findings.contains { $0.rule == "chart-licence" }
  }

  private func words(_ determination: Determination) -> String {
    determination.worksheets[0]["exceptions.licence.D1234567"]?.words ?? "no step"
  }

  @Test func withoutOneALicenceIsRequired() throws {
    let determination = try screen(nil)
    #expect(needsLicence(determination))
    #expect(determination.outcome.map { $0 >= .licenceRequired } == true)
    #expect(
      determination.coverage.notSearched.contains { $0.contains("licences and authorisations") })
  }

  @Test func aFittingOneLiftsItAndBringsItsConditions() throws {
    let determination = try screen(Licence())
    #expect(!needsLicence(determination), "\(words(determination))")
    #expect(determination.worksheets[0].answer("exceptions.licence.D1234567") == .isTrue)
    #expect(words(determination).contains("5 of 5 piece left"), "\(words(determination))")
    let obligation = try #require(
      determination.obligations.first { $0.rule == "licence-conditions" })
    #expect(obligation.text.contains("No transfer without BIS; Yearly report of the site"))
    #expect(
      determination.findings.contains {
        $0.rule == "licence-conditions" && $0.effect == .releaseWithConditions
      })
  }

  /// Each fault by itself, with the words that say why.
  @Test(arguments: [
    ("expired", "expired on 2026-11-21"), ("early", "is issued on 2026-11-23"),
    ("revoked", "revoked on 2026-11-22"), ("unverified", "nobody verified"),
    ("country", "is for JP, not for CN"), ("party", "is not its purchaser"),
    ("item", "it is for 3A980"), ("family", "it is for ngs-sequencer"),
    ("quantity", "and the order takes 2"), ("unit", "does not state its amount in kit"),
    ("value", "and the order takes 2000"), ("currency", "does not state its amount in EUR"),
    ("requirement", "covers entity-list"),
  ])
  func oneThatDoesNotFitLiftsNothingAndSaysWhy(fault: String, expected: String) throws {
    var licence = Licence()
    switch fault {
    case "expired": licence.expires = "2026-11-21"
    case "early": licence.issued = "2026-11-23"
    case "revoked": licence.revoked = "2026-11-22"
    case "unverified": licence.verifiedBy = ""
    case "country": licence.countries = "JP"
    case "party": licence.body = "Aoba Example Hospital"
    case "item": licence.codes = "3A980"
    case "family": licence.families = "ngs-sequencer"
    case "quantity": licence.quantity = "1,piece"
    case "unit": licence.quantity = "5,kit"
    case "value": licence.value = "1999.99,USD"
    case "currency": licence.value = "9000,EUR"
    default: licence.covers = "entity-list"
    }
    let determination = try screen(licence)
    #expect(needsLicence(determination))
    if fault != "party" {
      let told = try #require(determination.facts).words(of: "licence-words")
      #expect(told.contains(expected), "\(told)")
    }
    #expect(!determination.obligations.contains { $0.rule == "licence-conditions" })
  }

  @Test func itsLastDayCounts() throws {
    var licence = Licence()
    licence.expires = "2026-11-22"
    licence.issued = "2026-11-22"
    #expect(!needsLicence(try screen(licence)))
    licence.value = "2000,USD"
    #expect(!needsLicence(try screen(licence)))
  }

  @Test func aParagraphOfAListedCodeIsCovered() throws {
    var licence = Licence()
    licence.codes = "4A003"
    let order = try Self.order(eccn: "4A003.b")
    #expect(!needsLicence(try screen(licence, order)))
    licence.codes = "4A003.c"
    #expect(needsLicence(try screen(licence, order)))
    licence.codes = "4A003.b.1"
    #expect(needsLicence(try screen(licence, order)))
  }

  @Test func shipmentsTakeFromIt() throws {
    func decision(_ rows: String) throws -> Bool {
      needsLicence(
        try screen(Licence(), files: ["licences/shipments.csv": Self.shipments(rows)]))
    }
    #expect(try decision("D1234567,SO-0,2026-03-01,3,") == false)
    #expect(try decision("D1234567,SO-0,2026-03-01,4,") == true)
    // What is not told may be all of it; what leaves later took nothing yet; its own is its own.
    #expect(try decision("D1234567,SO-0,2026-03-01,,") == true)
    #expect(try decision("D1234567,SO-0,2026-11-23,4,") == false)
    #expect(try decision("D1234567,SO-1,2026-11-20,2,") == false)
  }

  @Test func pastOrdersForWhichNoShipmentStandsTakeFromIt() throws {
    let past = try Self.order(quantity: 4, reference: "SO-0")
    #expect(needsLicence(try screen(Licence(), history: [past])))
    var other = past
    other.lines[0].eccn = "EAR99"
    #expect(!needsLicence(try screen(Licence(), history: [other])))
    other.lines[0].eccn = nil
    #expect(needsLicence(try screen(Licence(), history: [other])), "it may have been one")
    other = past
    other.stage = .quotation
    #expect(!needsLicence(try screen(Licence(), history: [other])))
  }

  private func needsLicence(
    _ licence: Licence = Licence(), _ order: Order? = nil, after history: [Order],
    shipping rows: String
  ) throws -> Bool {
    needsLicence(
      try screen(
        licence, order, history: history,
        files: ["licences/shipments.csv": Self.shipments(rows)]))
  }

  /// Of an order and its shipments the greater counts: what was not shipped yet may still be.
  @Test func anOrderTakesWhatWasOrderedOrMoreWhereMoreWasShipped() throws {
    let past = try Self.order(quantity: 4, reference: "SO-0")
    #expect(try needsLicence(after: [past], shipping: "D1234567,SO-0,2026-03-01,1,"))
    var small = past
    small.lines[0].quantity = Decimal(exactly: 3) ?? .zero
    #expect(try !needsLicence(after: [small], shipping: "D1234567,SO-0,2026-03-01,3,"))
    #expect(try needsLicence(after: [small], shipping: "D1234567,SO-0,2026-03-01,4,"))
    #expect(
      try needsLicence(
        after: [small], shipping: "D1234567,SO-0,2026-03-01,2,\nD1234567,SO-0,2026-04-01,2,"))
    // What leaves later took nothing yet, and its order stands.
    #expect(try needsLicence(after: [past], shipping: "D1234567,SO-0,2026-11-23,4,"))
    #expect(try !needsLicence(after: [small], shipping: "D1234567,SO-0,2026-11-23,3,"))
    // An order of which all was shipped took what the shipments say it did.
    var licence = Licence()
    licence.value = "9000,EUR"
    var order = try Self.order()
    order.currency = "EUR"
    #expect(
      try !needsLicence(licence, order, after: [small], shipping: "D1234567,SO-0,2026-03-01,3,2700")
    )
    #expect(
      try needsLicence(licence, order, after: [small], shipping: "D1234567,SO-0,2026-03-01,2,1800"))
  }

  @Test func anOrderOfTheSameNumberInAnotherSystemTakesFromIt() throws {
    var other = try Self.order(quantity: 4)
    other.system = "another"
    #expect(needsLicence(try screen(Licence(), history: [other])))
    other.system = try Self.order().system
    #expect(!needsLicence(try screen(Licence(), history: [other])), "the order itself")
  }

  /// A limit of which nobody knows what was used may be used up.
  @Test func withoutShipmentsAndOrdersNothingIsKnownToBeLeft() throws {
    let alone = ["licences/authorisations.csv": Self.header + "\n" + Licence().row + "\n"]
    func determination(_ history: [Order]?) throws -> Determination {
      try OrderBook.makeScreener(history: history, files: alone).screen(try Self.order())
    }
    let silent = try determination(nil)
    #expect(needsLicence(silent))
    let told = try #require(silent.facts).words(of: "licence-words")
    #expect(told.contains("what was used of it is not known"), "\(told)")
    #expect(!needsLicence(try determination([])))
    var open = Licence()
    open.quantity = ","
    let unlimited = ["licences/authorisations.csv": Self.header + "\n" + open.row + "\n"]
    #expect(
      !needsLicence(try OrderBook.makeScreener(files: unlimited).screen(try Self.order())))
  }

  /// A licence for the reasons for control does not meet the requirement of the Entity List.
  @Test func itMeetsNoOtherRequirement() throws {
    var police = try #require(OrderBook.adverse.first { $0.reference == "listed-police" })
    police.lines = [police.lines[0]]
    let body = try #require(police.parties.first?.entity.names.first)
    func rules(_ covers: String) throws -> Set<String> {
      var licence = Licence()
      licence.covers = covers
      licence.codes = "EAR99"
      licence.body = body
      licence.quantity = ","
      return Set(try screen(licence, police).findings.map(\.rule))
    }
    #expect(try rules("control").contains("entity-list-licence"))
    #expect(try !rules("entity-list").contains("entity-list-licence"))
    // What is refused is refused all the same.
    #expect(try rules("entity-list").contains("police-under-compulsory-collection"))
  }

  @Test(arguments: [
    ("covers", "everything"), ("number", "twice"), ("expires", "2025-01-01"),
    ("family", "fingerprints"), ("country", "JPN"), ("shipment", "D7"), ("column", "licencee"),
  ])
  func whatCannotBeReadIsNamed(fault: String, text: String) throws {
    var licence = Licence()
    var files: [String: String] = [:]
    switch fault {
    case "covers": licence.covers = text
    case "number": break
    case "expires": licence.expires = text
    case "family": licence.families = text
    case "country": licence.countries = text
    case "shipment":
      files["licences/shipments.csv"] =
        "licence,order,date,quantity,value\n\(text),SO-0,2026-03-01,1,\n"
    default: break
    }
    files.merge(licence.files) { own, _ in own }
    if fault == "number" { files["licences/authorisations.csv", default: ""] += licence.row + "\n" }
    if fault == "column" {
      files["licences/authorisations.csv"] = text + "," + Self.header + "\n," + licence.row + "\n"
    }
    let failure = #expect(throws: Diagnostic.self) { try OrderBook.makeScreener(files: files) }
    #expect(failure?.line.contains("licences/") == true, "\(failure?.line ?? "")")
    #expect(failure?.remedy?.isEmpty == false)
  }
}

extension RecordedFacts {
  /// What a text term of the first line says.
  func words(of name: String) -> String {
    guard let domain = vocabulary.domains.firstIndex(where: { $0.name == "line" }),
      let term = vocabulary.domains[domain].terms.firstIndex(where: { $0.name == name }),
      case .text(let text)? = table.objects[domain].first?.facts[term].value
    else { return "" }
    return text
  }
}
