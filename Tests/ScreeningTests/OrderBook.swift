import Dossier
import Formats
import Policy
import Screening
import TestFolders
import Testing
import Trade

/// Realistic orders of fictional parties, and public bodies as official lists name them, with a
/// corpus of their own in a temporary folder.
enum OrderBook {
  static let asOf = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  // MARK: - Corpus

  /// An instrument that a fictional police body holds.
  static let instruments =
    "GA24-00417,Capillary genetic analyser,云岭县公安局,CN,新疆维吾尔自治区喀什地区,2015-06-30"

  /// The screener that most tests share; it holds no state.
  static let screener = Result { try makeScreener(instruments: instruments) }

  /// A screener over the bundled demonstration list, retrieved a number of days before.
  static func makeScreener(
    listAge: Int = 1, company: String = #"{"usPerson":true,"euPerson":false,"ukPerson":false}"#,
    instruments: String? = nil, tenders: String? = nil, history: [Order]? = nil,
    policies: PolicySet? = nil, files: [String: String] = [:]
  ) throws -> Screener {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    let retrieved = asOf.adding(days: -listAge)
    try FileWriter.write(
      #"{"demonstration":"TEST","listsRetrieved":"\#(retrieved)"}"#, to: folder + "/corpus.json")
    try FileWriter.write(company, to: folder + "/company.json")
    if let instruments {
      try FileWriter.write(
        "serial,product,holder,country,site,installed\n\(instruments)\n",
        to: folder + "/installed-base.csv")
    }
    if let tenders {
      try FileWriter.makeFolder(folder + "/tenders")
      try FileWriter.write(tenders + "\n", to: folder + "/tenders/notices.ndjson")
    }
    if let history {
      try FileWriter.makeFolder(folder + "/orders")
      for (number, past) in history.enumerated() {
        try FileWriter.write(past.json.text(), to: "\(folder)/orders/\(100 + number).ndjson")
      }
    }
    for (name, text) in files {
      let parts = name.split(separator: "/")
      if parts.count > 1 { try FileWriter.makeFolder(folder + "/" + parts[0]) }
      try FileWriter.write(text, to: folder + "/" + name)
    }
    let knowledge = try #require(Bundle.knowledge)
    return try Screener(
      knowledge: knowledge, policies: try #require(policies ?? Bundle.policies),
      corpus: try Corpus(folder: folder, knowledge: knowledge), asOf: asOf, bundledDigest: "test")
  }

  // MARK: - Orders

  static func party(
    _ id: String, _ roles: [PartyRole], _ names: [String], _ country: String?, _ address: String?,
    schema: EntitySchema = .organization, more: [Entity.Property] = []
  ) -> Party {
    Party(
      id: id, roles: roles,
      entity: Entity(
        schema: schema,
        properties: [
          .init("name", names), .init("country", country.map { [$0] } ?? []),
          .init("address", address.map { [$0] } ?? []),
        ] + more), declaredBy: .customer)
  }

  static func line(
    _ number: String, _ productClass: String, _ description: String, quantity: Int = 1,
    eccn: String? = "EAR99", origin: String? = "US",
    instrument: OrderLine.InstalledBase? = nil
  ) -> OrderLine {
    OrderLine(
      number: number, description: description, productClass: productClass,
      quantity: Decimal(exactly: quantity) ?? .zero, unit: "piece", eccn: eccn,
      eccnBasis: eccn.map { _ in "self-classified 2026-02-10" }, countryOfOrigin: origin,
      installedBase: instrument)
  }

  static func order(
    _ reference: String, _ parties: [Party], _ lines: [OrderLine], to destination: String,
    from export: String? = "US", use: String?, answers: [String] = [], stage: Stage = .order,
    kind: TransactionKind = .sale, known: EndUserKnown = .declared
  ) -> Order {
    Order(
      stage: stage, kind: kind, reference: reference, system: "test", revision: 1,
      countryOfExport: export, countryOfUltimateDestination: destination, endUserKnown: known,
      parties: parties, lines: lines,
      endUse: EndUse(
        declared: use,
        questionnaire: answers.map {
          Answer(question: $0, answer: "yes", verifiedBy: "u:lim", verifiedOn: asOf)
        }))
  }

  private static let direct: [PartyRole] = [.purchaser, .ultimateConsignee, .endUser]
  private static let sequencer = line("10", "ngs-sequencer", "Benchtop high-throughput sequencer")
  private static let analyser = line(
    "10", "genetic-analyser", "Capillary genetic analyser, 24 capillaries")
  private static let strKit = line("20", "forensic-str-kit", "STR amplification kit", quantity: 5)

  /// Orders that are allowed as they stand.
  static let benign: [Order] = [
    order(
      "hospital-zhejiang",
      [party("p1", direct, ["清湾市中心医院"], "CN", "浙江省杭州市示例路88号")],
      [sequencer, line("20", "oncology-panel", "Liver cancer panel, 96 tests", quantity: 20)],
      to: "CN", use: "肝癌早期筛查", answers: ["order.verified-end-use"]),
    order(
      "university-japan",
      [party("p1", direct, ["Hokuto Example University"], "JP", "1-2-3 Reibun, Sapporo, Japan")],
      [sequencer], to: "JP", use: "Population genetics of salmon, no human samples"),
    order(
      "laboratory-through-distributor",
      [
        party(
          "p1", [.purchaser, .reseller], ["Musterhandel Laborbedarf GmbH"], "DE",
          "Beispielweg 4, 20095 Hamburg, Germany", schema: .company),
        party(
          "p2", [.ultimateConsignee, .endUser], ["Universitätsklinikum Musterstadt"], "DE",
          "Klinikstraße 1, 14467 Musterstadt, Germany"),
        party(
          "p3", [.freightForwarder], ["Beispiel Spedition GmbH"], "DE", "Hafenweg 2, Hamburg",
          schema: .company),
      ], [sequencer], to: "DE", use: "Hereditary cancer panels for patients of the hospital"),
    order(
      "agronomy-xinjiang",
      [
        party(
          "p1", direct, ["新疆雪融农业大学农学院"], "CN", "新疆维吾尔自治区乌鲁木齐市农大东路311号")
      ],
      [sequencer], to: "CN", use: "Cotton and melon genomics with plant-only panels",
      answers: ["order.verified-end-use"]),
  ]

  /// Orders that are held or blocked as they stand.
  static let adverse: [Order] = [
    order(
      "listed-police",
      [
        party(
          "p1", direct, ["Kashgar Prefecture Public Security Bureau", "喀什地区公安局"], "CN",
          "新疆维吾尔自治区喀什地区", schema: .publicBody)
      ], [analyser, strKit], to: "CN", use: "Forensic casework of the bureau"),
    order(
      "county-police",
      [party("p1", direct, ["疏附县公安局"], "CN", "新疆维吾尔自治区喀什地区疏附县", schema: .publicBody)],
      [strKit], to: "CN", use: "案件检验鉴定使用试剂"),
    order(
      "corps-police",
      [
        party(
          "p1", direct, ["Xinjiang Production and Construction Corps Public Security Bureau"], "CN",
          "Urumqi, Xinjiang", schema: .publicBody)
      ], [line("10", "general-laboratory", "Bench centrifuge")], to: "CN", from: "DE",
      use: "General laboratory work of the bureau"),
    order(
      "health-commission-cards",
      [
        party("p1", direct, ["墨玉县卫生健康委员会"], "CN", "新疆维吾尔自治区和田地区墨玉县"),
        party("p2", [.serviceSite], ["墨玉县公安局"], "CN", "新疆维吾尔自治区和田地区墨玉县"),
      ], [line("10", "blood-card", "FTA blood cards", quantity: 120_000)], to: "CN",
      use: "全民健康体检 样本采集"),
    order(
      "distributor-without-end-user",
      [
        party(
          "p1", [.purchaser, .ultimateConsignee, .reseller], ["北京观澜仪器有限公司"], "CN",
          "北京市海淀区示例路6号", schema: .company)
      ], [analyser], to: "CN", use: nil, known: .unknown),
    order(
      "fingerprint-quotation",
      [party("p1", direct, ["杭州示例医院"], "CN", "浙江省杭州市示例路9号")],
      [line("10", "fingerprint-scanner", "Fingerprint scanner", eccn: "3A981")], to: "CN",
      use: "Access control of the pharmacy of the hospital", stage: .quotation),
    order(
      "grouping-reagents-for-everybody",
      [party("p1", direct, ["杭州示例医院"], "CN", "浙江省杭州市示例路9号")],
      [line("10", "blood-grouping-reagent", "ABO blood-grouping reagent")], to: "CN",
      use: "应采尽采 不漏一人 血样采集 建立DNA数据库"),
    order(
      "young-company",
      [
        party(
          "p1", direct, ["Harbour Kite Bioscience Limited"], "SG", "99 Example Road, Singapore",
          schema: .company, more: [.init("incorporationDate", ["2026-07-20"])])
      ], [sequencer], to: "SG", use: "Sequencing service for plant breeders of the region"),
    order(
      "spare-for-another",
      [
        party(
          "p1", direct, ["Musterwartung GmbH"], "DE", "Beispielweg 8, Hamburg", schema: .company)
      ],
      [
        line(
          "10", "capillary-consumable", "Polymer for capillary genetic analyser",
          instrument: .init(serial: "GA24-00417", relation: .consumable))
      ], to: "DE", use: "Maintenance of an instrument of a customer", kind: .consumable),
  ]

  /// Orders that one fact alone holds: what is left without it must still hold.
  static let narrow: [Order] = [
    order(
      "listed-institute-us-origin",
      [party("p1", direct, ["Forensic Genomics International"], "CN", "广东省深圳市示例路1号")],
      [line("10", "general-laboratory", "Bench centrifuge")], to: "CN", from: "DE",
      use: "Centrifugation of samples in the general laboratory"),
    order(
      "faculty-told-by-its-address",
      [party("p1", direct, ["雪融农业大学农学院"], "CN", "新疆维吾尔自治区乌鲁木齐市农大东路311号")],
      [sequencer], to: "CN", use: "Cotton and melon genomics with plant-only panels"),
    order(
      "police-told-by-one-name",
      [
        party(
          "p1", direct, ["Polizeipräsidium Musterland", "Dienststelle 7 Musterland"], "DE",
          "Beispielallee 12, 14467 Musterstadt")
      ], [strKit], to: "DE", use: "Comparison of traces with reference samples of suspects"),
    order(
      "instrument-of-nobody-known",
      [
        party(
          "p1", direct, ["Universitätsklinikum Musterstadt"], "DE", "Klinikstraße 1, Musterstadt")
      ],
      [
        line(
          "10", "sequencer-service", "Yearly service of a sequencer",
          instrument: .init(serial: "NS-000999", relation: .service))
      ], to: "DE", use: "Service of the sequencer of the institute of pathology", kind: .service),
  ]

  static let all = benign + adverse + narrow
}
