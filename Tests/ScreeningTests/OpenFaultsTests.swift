import Dossier
import Formats
import Policy
import Screening
import Testing
import Trade

/// Where less knowledge gives a milder answer today. Each test states what should hold and fails
/// as soon as it does; those without a mark hold now.
@Suite("Known faults: places where leaving something out lowers what is decided")
struct OpenFaultsTests {
  /// Changes of the order book that these tests account for.
  static func isKnown(_ order: String, _ change: String) -> Bool {
    switch order {
    case "fingerprint-quotation": change == "ECCN"
    case "grouping-reagents-for-everybody": change.hasSuffix("end use")
    default: false
    }
  }

  private func adverse(_ reference: String) throws -> Order {
    try #require(OrderBook.adverse.first { $0.reference == reference })
  }

  private func state(_ rule: String, _ determination: Determination) -> String? {
    determination.trace.first { $0.rule == rule }?.state.rawValue
  }

  /// `crime-control` is unknown where no ECCN is declared, while `classification-missing` does not
  /// look at quotations nor at goods outside genetic analysis, biometrics and crime laboratories.
  @Test func aClassificationThatIsLeftOutReleasesNothing() throws {
    var order = try adverse("fingerprint-quotation")
    let screener = try OrderBook.screener.get()
    #expect(screener.screen(order).outcome == .licenceRequired)
    order.lines[0].eccn = nil
    #expect(screener.screen(order).decision != .allow)
  }

  /// Wording facts are false where there is no text, so `end-use-not-stated` looks at
  /// blood-grouping reagents.
  @Test func anEndUseThatIsLeftOutReleasesNothing() throws {
    var order = try adverse("grouping-reagents-for-everybody")
    let screener = try OrderBook.screener.get()
    #expect(screener.screen(order).outcome == .escalate)
    order.endUse = nil
    #expect(screener.screen(order).decision != .allow)
  }

  /// Vague words count as a stated end use from sixty letters on.
  @Test func enoughVagueWordsStateAnEndUse() throws {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    let screener = try OrderBook.screener.get()
    order.endUse?.declared = "research"
    #expect(screener.screen(order).decision == .hold)
    let vague =
      "General research and scientific research for peaceful purposes; participation is "
      + "voluntary, in full compliance with all laws"
    order.endUse?.declared = vague
    withKnownIssue { #expect(screener.screen(order).decision != .allow) }
  }

  /// `recently-incorporated` is false where no date is stated.
  @Test func aDateOfIncorporationThatIsLeftOutReleases() throws {
    var order = try adverse("young-company")
    let screener = try OrderBook.screener.get()
    #expect(screener.screen(order).outcome == .hold)
    order.parties = order.parties.map { $0.without("incorporationDate") }
    withKnownIssue { #expect(screener.screen(order).decision != .allow) }
  }

  /// Consumables for an instrument need a serial number, as spares and service do.
  @Test func aSerialThatIsLeftOutReleasesNothing() throws {
    var order = try adverse("spare-for-another")
    let screener = try OrderBook.screener.get()
    #expect(screener.screen(order).decision == .block)
    order.lines[0].installedBase = nil
    #expect(screener.screen(order).decision != .allow)
  }

  /// Without a country of export company.json alone does not say that no EU person takes part.
  @Test func aCountryOfExportThatIsLeftOutDoesNotFreeFromEULaw() throws {
    var order = try adverse("corps-police")
    let screener = try OrderBook.screener.get()
    #expect(state("eu-listed-party", screener.screen(order)) == "fired")
    order.countryOfExport = nil
    #expect(state("eu-listed-party", screener.screen(order)) == "undetermined")
  }

  /// The set `party` is open while nobody named the end user, who belongs to it.
  @Test func anUnnamedEndUserIsNotTakenForUnlisted() throws {
    var order = try adverse("distributor-without-end-user")
    order.lines = [OrderBook.line("10", "general-laboratory", "Bench centrifuge")]
    let determination = try OrderBook.screener.get().screen(order)
    #expect(determination.decision == .hold)
    #expect(state("ofac-blocked-party", determination) == "undetermined")
    #expect(state("entity-list-licence", determination) == "undetermined")
  }

  /// A list that is required where an EU person takes part must answer where one may.
  @Test func notSayingWhetherAnEUPersonTakesPartReleases() throws {
    let knowledge = try #require(Bundle.knowledge)
    let more = """
      policy eu
        revision 1
      coverage eu
      demonstration list eu-list "EU list, which is not there"
        required when actor in EU
        at least 5 entries
        at most 14 days old
      """
    var files: [(name: String, text: [UInt8])] = [("eu.policy", Array(more.utf8))]
    for path in ["coverage.policy", "legal/us-sanctions.policy"] {
      files.append((path, try FileReader.bytes(of: Bundle.root + "/Policies/" + path)))
    }
    let policies = try PolicySet.check(
      files: files, vocabulary: knowledge.vocabulary, registry: try #require(Bundle.registry))
    func decision(euPerson: String) throws -> Decision {
      try OrderBook.makeScreener(
        company: #"{"usPerson":true,"euPerson":\#(euPerson),"ukPerson":false}"#, policies: policies
      ).screen(try #require(OrderBook.benign.first)).decision
    }
    #expect(try decision(euPerson: "true") == .hold)
    #expect(try decision(euPerson: "null") == .hold)
    #expect(try decision(euPerson: "false") == .allow)
  }
}
