import Dossier
import Evidence
import Facts
import Formats
import Policy
import Screening
import TestFolders
import Testing
import Trade

@Suite("Orders are held against the register of instruments")
struct InstalledBaseTests {
  private static let shared = Result { try RegisterCorpus.screener() }

  private static func read(_ text: String) throws -> InstalledBase? {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    try FileWriter.write(text, to: folder + "/installed-base.csv")
    return try InstalledBase.read(file: folder + "/installed-base.csv")
  }

  private static let head = "serial,product,holder,country,site,installed,status,moved,retired\n"

  // MARK: - The register

  @Test func aSerialHasHoldersAndSitesFromDayToDay() throws {
    let base = try #require(
      try Self.read(
        Self.head + "S-1,Analyser,B,DE,Bonn,,moved,2021-03-01,\n"
          + "s 1,Analyser,A,DE,Mainz,2019-02-01,,,\n"
          + "S-1,Analyser,C|Cc,DE,Köln,,retired,2023-01-01,2025-06-30\n"))
    #expect(base.instruments.count == 1)
    let instrument = try #require(base.instrument("S1"))
    func holder(_ day: String) throws -> String? {
      instrument.station(on: try #require(CivilDate(day))).holder.first
    }
    #expect(try holder("2018-01-01") == "A")
    #expect(try holder("2021-02-28") == "A")
    #expect(try holder("2021-03-01") == "B")
    #expect(try holder("2026-01-01") == "C")
    #expect(!instrument.isRetired(on: try #require(CivilDate("2025-06-29"))))
    #expect(instrument.isRetired(on: try #require(CivilDate("2025-06-30"))))
    #expect(
      instrument.history(on: OrderBook.asOf)
        == "S-1 (Analyser): A, Mainz from 2019-02-01; then B, Bonn from 2021-03-01; then C, Köln "
        + "from 2023-01-01; then retired on 2025-06-30")
  }

  @Test func noFileIsNoRegister() throws {
    #expect(try InstalledBase.read(file: try Scratch.path()) == nil)
  }

  @Test(arguments: [
    ("S,x,A,DE,Bonn,2020-01-01,,2019-01-01,\n", "EVD035"),
    ("S,x,A,DE,Bonn,2020-01-01,,,2019-12-31\n", "EVD035"),
    ("S,x,A,DE,Bonn,2020-01-01,,,2026-02-30\n", "EVD024"),
    ("S,x,A,DE,Bonn,2020-01-01,scrapped,,\n", "EVD036"),
    ("S,x,A,DE,Bonn,2020-01-01,retired,,\n", "EVD037"),
    ("S,x,A,DE,Bonn,2020-01-01,installed,2021-01-01,\n", "EVD037"),
    ("S-1,x,A,DE,Bonn,2020-01-01,,,\ns1,x,B,DE,Bonn,2020-01-01,,,\n", "EVD022"),
    ("S,x,A,DE,Bonn,,,2021-01-01,\nS,x,B,DE,Bonn,,,2021-01-01,\n", "EVD022"),
    ("S,x,A,DE,Bonn,2020-01-01,,,2022-01-01\nS,x,B,DE,Bonn,,,2023-01-01,\n", "EVD038"),
    ("S,x,A,DE,Bonn,2020-01-01,,,\nS,y,B,DE,Bonn,,,2023-01-01,\n", "EVD039"),
    ("S,x,A,DE,Bonn,2020-01-01,,,\nS,x,B,DE,Bonn,2020-05-01,,2023-01-01,\n", "EVD045"),
    ("S,x,A,DE,Bonn,2020-01-01,,,\nS,x,B,DE,Bonn,,,2019-01-01,\n", "EVD035"),
    ("S,x,A,Germany,Bonn,2020-01-01,,,\n", "EVD046"),
    (",x,A,DE,Bonn,2020-01-01,,,\n", "EVD023"),
  ]) func aRegisterThatContradictsItselfIsRefused(lines: String, id: String) throws {
    let fault = try #require(throws: Diagnostic.self) { try Self.read(Self.head + lines) }
    #expect(fault.id == id)
    #expect(fault.position?.line ?? 0 >= 2)
    #expect(fault.remedy != nil)
  }

  @Test func anUnknownColumnIsNamedWithTheNearest() throws {
    let fault = try #require(throws: Diagnostic.self) {
      try Self.read("serial,product,holder,retird\n")
    }
    #expect(fault.id == "EVD021")
    #expect(fault.remedy == "did you mean `retired`?")
  }

  // MARK: - Findings

  /// An order, the rules of the register that it makes fire, and why.
  struct Finding: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let order: Order
    let fired: Set<String>

    init(_ description: String, _ order: Order, _ fired: Set<String>) {
      testDescription = description
      self.order = order
      self.fired = fired
    }
  }

  private static let service = "Service contract for the high-throughput sequencer"

  static let findings = [
    Finding(
      "service where it is registered",
      RegisterCorpus.order(.service, "sequencer-service", service, serial: "NS-000100"), []),
    Finding(
      "the serial written otherwise",
      RegisterCorpus.order(.service, "sequencer-service", service, serial: "ns 000100"), []),
    Finding(
      "service in another province",
      RegisterCorpus.order(
        .service, "sequencer-service", service, serial: "NS-000100", at: "四川省成都市样例路7号"),
      ["instrument-in-another-province", "service-at-an-unknown-site"]),
    Finding(
      "service at another street of the city",
      RegisterCorpus.order(
        .service, "sequencer-service", service, serial: "NS-000100", at: "浙江省杭州市无名路7号"),
      ["service-at-an-unknown-site"]),
    Finding(
      "service where it stood before it moved",
      RegisterCorpus.order(
        .service, "sequencer-service", "Service contract for the genetic analyser",
        serial: "GA-000102", at: "浙江省宁波市样例路5号"), []),
    Finding(
      "a retired instrument",
      RegisterCorpus.order(.service, "sequencer-service", service, serial: "NS-000101"),
      ["retired-instrument"]),
    Finding(
      "relocation within the register",
      RegisterCorpus.order(
        .relocation, "sequencer-service", service, serial: "NS-000100", relation: .relocation,
        at: "浙江省宁波市样例路5号"), []),
    Finding(
      "relocation to a site outside the register",
      RegisterCorpus.order(
        .relocation, "sequencer-service", service, serial: "NS-000100", relation: .relocation,
        at: "浙江省温州市无名路9号"), ["relocation-outside-the-register"]),
    Finding(
      "polymer for a high-throughput sequencer",
      RegisterCorpus.order(
        .consumable, "capillary-consumable", "POP-4 polymer", serial: "NS-000100",
        relation: .consumable), ["instrument-is-another-product"]),
    Finding(
      "another model of the same kind",
      RegisterCorpus.order(
        .service, "sequencer-service", "Service contract for an Applied Biosystems 3730xl",
        serial: "GA-000102", at: "浙江省宁波市样例路5号"), ["instrument-is-another-product"]),
    Finding(
      "polymer of a few months",
      RegisterCorpus.order(
        .consumable, "capillary-consumable", "POP-4 polymer", serial: "GA-000102",
        relation: .consumable, at: "浙江省宁波市样例路5号", quantity: 20), []),
    Finding(
      "polymer for three years of running day and night",
      RegisterCorpus.order(
        .consumable, "capillary-consumable", "POP-4 polymer", serial: "GA-000102",
        relation: .consumable, at: "浙江省宁波市样例路5号", quantity: 800),
      ["reagents-beyond-the-instrument"]),
    Finding(
      "reagents that an instrument of the holder uses",
      RegisterCorpus.order(
        .consumable, "ngs-consumable", "MiSeq reagent kit v2, sequencing reagent", serial: nil), []),
  ]

  @Test(arguments: findings) func theRegisterTellsWhatDoesNotFit(finding: Finding) throws {
    let determination = try Self.shared.get().screen(finding.order)
    #expect(RegisterCorpus.fired(determination) == finding.fired)
    if !finding.fired.isEmpty {
      #expect(determination.decision != .allow)
      let findings = determination.findings.filter { finding.fired.contains($0.rule) }
      #expect(findings.allSatisfy { !$0.evidence.isEmpty })
    }
  }

  @Test func consumablesForAnInstrumentThatNobodyIsKnownToHold() throws {
    var order = RegisterCorpus.order(
      .consumable, "capillary-consumable", "POP-4 polymer", serial: nil)
    order.parties = [
      OrderBook.party(
        "p1", RegisterCorpus.direct, ["Universitätsklinikum Musterstadt"], "DE",
        "Klinikstraße 1, 14467 Musterstadt")
    ]
    let rule = "reagents-without-a-known-instrument"
    #expect(RegisterCorpus.fired(try Self.shared.get().screen(order)) == [rule])
    order.endUserKnown = .unknown
    order.parties = order.parties.compactMap { $0.without(.endUser) }
    let open = try Self.shared.get().screen(order)
    #expect(RegisterCorpus.state(rule, open) == "undetermined")
    #expect(open.decision != .allow)
  }

  @Test func whoHoldsTheInstrumentsAtAnAddressOfTheOrderJoinsIt() throws {
    var order = RegisterCorpus.order(
      .service, "sequencer-service", Self.service, serial: nil, at: RegisterCorpus.site)
    order.parties[0] = OrderBook.party(
      "p1", RegisterCorpus.direct, ["杭州样例维修有限公司"], "CN", RegisterCorpus.site,
      schema: .company)
    let determination = try Self.shared.get().screen(order)
    #expect(
      determination.order.parties.contains {
        $0.names.contains(RegisterCorpus.hospital) && $0.basis.contains("at an address")
      })
  }

  /// Unknown is never no: without a register nothing says that the instrument is whose it seems.
  @Test func withoutARegisterTheSerialIsUnknownAndHolds() throws {
    let order = RegisterCorpus.order(
      .service, "sequencer-service", Self.service, serial: "NS-000100")
    #expect(try Self.shared.get().screen(order).decision == .allow)
    let determination = try RegisterCorpus.screener(instruments: nil).screen(order)
    #expect(determination.decision == .hold)
    #expect(RegisterCorpus.state("instrument-of-somebody-else", determination) == "undetermined")
    #expect(determination.questions.contains { $0.term.contains("serial-holder-differs") })
    #expect(
      determination.coverage.notSearched.contains { $0.contains("register of installed") })
  }

  @Test func aSerialThatTheRegisterDoesNotHaveIsUnknown() throws {
    let order = RegisterCorpus.order(
      .service, "sequencer-service", Self.service, serial: "NS-999999")
    let determination = try Self.shared.get().screen(order)
    #expect(determination.decision == .hold)
    #expect(RegisterCorpus.fired(determination).isEmpty)
  }

  @Test func pastReagentsForTheSerialCount() throws {
    let now = RegisterCorpus.order(
      .consumable, "capillary-consumable", "POP-4 polymer", serial: "GA-000102",
      relation: .consumable, at: "浙江省宁波市样例路5号", quantity: 100)
    func past(_ reference: String, _ day: String) throws -> Order {
      var past = now
      past.reference = reference
      past.lines[0].quantity = try #require(Decimal("600"))
      past.asOf = try Timestamp(day + "T08:00:00Z")
      return past
    }
    let rule = "reagents-beyond-the-instrument"
    func state(_ history: [Order]) throws -> String? {
      RegisterCorpus.state(rule, try RegisterCorpus.screener(history: history).screen(now))
    }
    #expect(try state([]) == "notFired")
    #expect(try state([try past("old", "2025-11-01")]) == "notFired")
    #expect(try state([try past("recent", "2026-03-01")]) == "fired")
  }
}
