import Dossier
import Formats
import Policy
import Screening
import TestFolders
import Testing
import Trade

/// Screeners over a corpus with a register of instruments, residents, verified facts and a history.
enum RegisterCorpus {
  static let header = "serial,product,holder,country,site,installed,status,moved,retired"
  static let hospital = "清湾市中心医院"
  static let site = "浙江省杭州市示例路88号"
  static let bureau = "Polizeipräsidium Musterstadt"

  /// A hospital in Zhejiang and a police laboratory with their instruments.
  static let instruments = """
    NS-000100,High-throughput sequencer,\(hospital),CN,\(site),2022-05-04,,,
    NS-000101,High-throughput sequencer,\(hospital),CN,\(site),2015-05-04,retired,,2024-01-31
    GA-000102,Applied Biosystems 3500,\(hospital),CN,\(site),2019-02-01,,,
    GA-000102,Applied Biosystems 3500,\(hospital),CN,浙江省宁波市样例路5号,,moved,2021-03-01,
    GA-000200,Applied Biosystems 3130,\(bureau),DE,"Beispielallee 12, 14467 Musterstadt",2018-01-15,,,
    """

  static func screener(
    instruments: String? = instruments, residents: String? = nil, facts: String? = nil,
    history: [Order]? = nil
  ) throws -> Screener {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder + "/register")
    let retrieved = OrderBook.asOf.adding(days: -1)
    try FileWriter.write(
      #"{"demonstration":"TEST","listsRetrieved":"\#(retrieved)"}"#, to: folder + "/corpus.json")
    try FileWriter.write(
      #"{"usPerson":true,"euPerson":false,"ukPerson":false}"#, to: folder + "/company.json")
    if let instruments {
      try FileWriter.write(
        header + "\n" + instruments + "\n", to: folder + "/installed-base.csv")
    }
    if let residents {
      try FileWriter.write(residents + "\n", to: folder + "/register/residents.ndjson")
    }
    if let facts { try FileWriter.write(facts + "\n", to: folder + "/register/facts.ndjson") }
    if let history {
      try FileWriter.makeFolder(folder + "/orders")
      if !history.isEmpty {
        try FileWriter.write(
          history.map { $0.json.text() + "\n" }.joined(), to: folder + "/orders/past.ndjson")
      }
    }
    let knowledge = try #require(Bundle.knowledge)
    return try Screener(
      knowledge: knowledge, policies: try #require(Bundle.policies),
      corpus: try Corpus(folder: folder, knowledge: knowledge), asOf: OrderBook.asOf,
      bundledDigest: "test")
  }

  static let direct: [PartyRole] = [.purchaser, .ultimateConsignee, .endUser]

  /// An order of the hospital for an instrument.
  static func order(
    _ kind: TransactionKind, _ productClass: String, _ description: String, serial: String?,
    relation: InstalledBaseRelation = .service, at address: String = site, quantity: Int = 1
  ) -> Order {
    OrderBook.order(
      "hospital-\(kind.rawValue)",
      [OrderBook.party("p1", direct, [hospital], "CN", address)],
      [
        OrderBook.line(
          "10", productClass, description, quantity: quantity,
          instrument: serial.map { .init(serial: $0, relation: relation) })
      ], to: "CN", use: "肝癌早期筛查", answers: ["order.verified-end-use"], kind: kind)
  }

  /// An order of the police laboratory for kits.
  static func kits(_ quantity: Int, reference: String = "kits", day: String? = nil) throws -> Order
  {
    var order = OrderBook.order(
      reference,
      [
        OrderBook.party(
          "p1", direct, [bureau], "DE", "Beispielallee 12, 14467 Musterstadt, Germany",
          schema: .publicBody)
      ],
      [OrderBook.line("10", "forensic-str-kit", "STR amplification kit", quantity: quantity)],
      to: "DE", use: "Comparison of traces with reference samples of suspects",
      answers: ["party.verified-statutory-basis@p1", "party.verified-judicial-oversight@p1"])
    order.asOf = try day.map { try Timestamp($0) }
    return order
  }

  static func residents(_ count: Int) -> String {
    #"{"party":["\#(bureau)"],"residents":\#(count),"source":"a test"}"#
  }

  /// Rules of the capacity file that fired.
  static func fired(_ determination: Determination) -> Set<String> {
    let own = Set(
      Bundle.policies?.rules.filter { $0.policy == "red-flags-capacity" }.map(\.name) ?? [])
    return Set(determination.findings.map(\.rule)).intersection(own)
  }

  static func state(_ rule: String, _ determination: Determination) -> String? {
    determination.trace.first { $0.rule == rule }.map { $0.state.rawValue }
  }
}
