import Formats
import Policy
import Screening
import Testing
import Trade

@testable import Dossier

/// A seller declares a class; what the goods can do comes from their words.
@Suite("A benign class releases nothing that its words do not bear out")
struct DeclaredClassTests {
  private static let address = "西藏自治区拉萨市尼木县"

  private static func decision(
    _ words: String?, class productClass: String, to body: String = "尼木县公安局",
    address: String? = address, country: String = "CN"
  ) throws -> Decision? {
    var line = OrderBook.line("10", productClass, words ?? "", quantity: 400)
    if words == nil { line.description = nil }
    let order = OrderBook.order(
      "declared-class",
      [
        OrderBook.party(
          "p1", [.purchaser, .ultimateConsignee, .endUser], [body], country, address,
          schema: .publicBody)
      ], [line], to: country, use: "General laboratory work of the bureau")
    return try OrderBook.screener.get().screen(order).decision
  }

  /// Names of kits, reagents, instruments and cards in several languages.
  static let goods = [
    "常染色体STR试剂盒 200人份/盒", "STR试剂盒", "STR扩增试剂盒", "STR分型试剂盒", "STR荧光检测试剂盒",
    "STR复合扩增检测试剂", "STR 试剂 盒", "ＳＴＲ试剂盒", "常染色體STR試劑盒", "DNA检验试剂",
    "法医DNA建库试剂", "Y染色体STR试剂盒", "Y-STR检测试剂", "Y染色体扩增试剂", "DNA typing kit",
    "STR typing reagents", "人类DNA分型试剂", "基因座扩增试剂", "Y-filer Plus",
    "Short tandem repeat kit", "DNA sequenceur", "Analyseur génétique",
    "Генетический анализатор", "DNA 分析仪", "核酸快检仪", "血液采集卡", "Bloodstain cards",
    "Blood sample collection cards", "Microhaplotype kit",
    "InDel kit for individual identification",
    "Autosomal kit, 24 loci", "Paternity testing reagents", "亲子鉴定试剂盒", "Human ID kit",
    "Human identification reagents", "Forensic genetics assay", "Capillary electrophoresis system",
    "毛细管电泳仪", "Capillary electrophoresis analyser 24", "Sanger sequencing system",
    "SeqStudio", "ABI 3500", "3500xL", "MiniSeq", "DNBSEQ-E25", "MGI sequencer", "Illumina system",
    "Ion Torrent Genexus", "测序系统", "定序儀", "一代测序仪", "纳米孔测序仪", "Kits", "试剂",
    "Amplification reagent", "检测试剂", "分型试剂", "Freezer and STR reagents", "Goods as agreed",
    "Collection cards with freezer", "离心机及扩增试剂", "Assay AX-27", "耗材", "核酸提取试剂",
  ]

  @Test(arguments: goods)
  func noWordingReleasesGoodsForPolice(words: String) throws {
    for productClass in ["general-laboratory", "clinical-diagnostic", "computer", "oncology-panel"]
    {
      let decision = try Self.decision(words, class: productClass)
      #expect(decision != .allow && decision != nil, "\(productClass): \(words)")
    }
  }

  /// What police bought before is no more known by its declared class than what they buy now.
  @Test(arguments: [("尼木县公安局", false), ("尼木县人民医院", true)])
  func aPastOrderIsHeldAgainstItsReceiver(body: String, isComplete: Bool) throws {
    let order = OrderBook.order(
      "past",
      [
        OrderBook.party(
          "p1", [.purchaser, .ultimateConsignee, .endUser], [body], "CN", Self.address,
          schema: .publicBody)
      ], [OrderBook.line("10", "general-laboratory", "试剂", quantity: 400)], to: "CN",
      use: "General laboratory work")
    let past = PastOrder(order, try OrderBook.screener.get().knowledge)
    #expect(past.familiesAreComplete == isComplete)
  }

  /// Names of the trade that speak of identifying people are held for anybody, in a firm of the region
  /// as well.
  @Test(arguments: [
    "HID amplification reagents", "16 plex fluorescence amplification kit", "Allelic ladder",
    "24-plex fluorescent amplification kit",
  ])
  func wordsOfTheTradeAreKnown(words: String) throws {
    let decision = try Self.decision(
      words, class: "general-laboratory", to: "乌鲁木齐某生物科技有限公司", address: "新疆乌鲁木齐市")
    #expect(decision == .hold || decision == .block, "\(words)")
  }

  @Test func aClassWithoutWordsReleasesNothingForPolice() throws {
    #expect(try Self.decision(nil, class: "general-laboratory") != .allow)
  }

  /// At every level, as bodies of other kinds, and without a place.
  @Test(arguments: [
    ("西藏自治区公安厅", "西藏自治区拉萨市"), ("拉萨市公安局", "西藏自治区拉萨市"),
    ("昌都市公安局刑侦支队", "西藏自治区昌都市"), ("尼木县公安局塔荣派出所", "西藏自治区拉萨市尼木县"),
    ("和田地区公安局", "新疆维吾尔自治区和田地区"), ("墨玉县公安局", nil), ("公安局", nil),
    ("某县公安局", "西藏自治区"), ("喀什地区看守所", "新疆维吾尔自治区喀什地区"),
    ("喀什监狱", "新疆维吾尔自治区喀什地区"), ("墨玉县人民检察院", "新疆维吾尔自治区和田地区墨玉县"),
    ("新疆生产建设兵团第三师公安局", "新疆维吾尔自治区图木舒克市"),
    ("图木舒克市公安局", "新疆维吾尔自治区图木舒克市"), ("墨玉县委政法委员会", nil),
    ("Kashgar Prefecture Public Security Bureau", "Kashgar, Xinjiang"),
    ("Nyemo County Public Security Bureau", "Lhasa, Tibet"),
    ("Kashgar Prison", "Kashgar, Xinjiang"), ("Hotan People's Procuratorate", "Hotan, Xinjiang"),
  ])
  func noBodyThatPolicesIsReleasedKits(name: String, address: String?) throws {
    for words in ["常染色体STR试剂盒", "DNA typing reagents", "基因座扩增试剂", "Amplification kit"] {
      let decision = try Self.decision(
        words, class: "general-laboratory", to: name, address: address)
      #expect(decision != .allow && decision != nil, "\(name): \(words)")
    }
  }

  /// Words of genes that name no product are no other product because a hospital buys them.
  @Test(arguments: ["DNA reagent set 7", "基因试剂", "STR-27", "公安专用耗材", "Genotyping consumables"])
  func wordsOfGenesAreNotWhatTheSellerDeclares(words: String) throws {
    let decision = try Self.decision(
      words, class: "general-laboratory", to: "杭州示例医院", address: "浙江省杭州市示例路9号")
    #expect(decision != .allow && decision != nil)
  }

  /// What is known to be harmless is still released, to hospitals and to police abroad.
  @Test(arguments: [
    ("Benchtop shaker", "general-laboratory", "Hokuto Example University", "JP"),
    ("Chairs for the waiting room", "general-laboratory", "Hokuto Example University", "JP"),
    ("Colorectal cancer DNA panel", "oncology-panel", "Hokuto Example University", "JP"),
    ("Bench centrifuge", "general-laboratory", "Polizeipräsidium Musterland", "DE"),
    ("Laboratory freezer", "general-laboratory", "Polizeipräsidium Musterland", "DE"),
  ])
  func harmlessGoodsAreNotHeldForTheirWords(
    words: String, productClass: String, body: String, country: String
  ) throws {
    let order = OrderBook.order(
      "harmless",
      [
        OrderBook.party(
          "p1", [.purchaser, .ultimateConsignee, .endUser], [body], country,
          country == "JP" ? "1-2-3 Reibun, Sapporo, Japan" : "Beispielallee 12, 14467 Musterstadt")
      ], [OrderBook.line("10", productClass, words)], to: country,
      use: "General work of the laboratory of the body")
    let determination = try OrderBook.screener.get().screen(order)
    let told = determination.findings.map(\.rule)
    #expect(!told.contains("product-not-recognised"), "\(told)")
  }

  private static func reactions(
    _ words: String, unit: String, quantity: Int = 10, class productClass: String
  ) throws -> String? {
    var line = OrderBook.line("10", productClass, words, quantity: quantity)
    line.unit = unit
    let order = OrderBook.order("contents", [], [line], to: "DE", use: nil)
    let screener = try OrderBook.screener.get()
    let account = screener.screen(
      OrderBook.order(
        "contents",
        [
          OrderBook.party(
            "p1", [.purchaser, .ultimateConsignee, .endUser], ["化州市公安局"], "CN", "广东省茂名市化州市")
        ], order.lines, to: "CN", use: "Casework of the bureau")
    ).capacity.first
    return account?.steps.first { $0.title == "Tests of this order" }?.result
  }

  /// The pack size in the words of the order.
  @Test(arguments: [
    ("STR kit, 400 reactions per kit", "kit", 10, "autosomal-str-kit", "4000"),
    ("GlobalFiler kit, 1,000 reactions", "kit", 10, "autosomal-str-kit", "10000"),
    ("血样采集卡 100张/盒", "盒", 50, "blood-card", "5000"),
    ("Blood cards, box of 500 cards", "box", 50, "blood-card", "25000"),
    ("Buccal swabs, 100/pk", "pk", 50, "buccal-swab", "5000"),
    ("Y-STR kit 100 rxn", "kit", 4, "y-str-kit", "400"),
    ("STR扩增试剂盒（1000人份）", "盒", 4, "autosomal-str-kit", "4000"),
    ("STR kit 200 rxn/box, case of 12 boxes", "case", 4, "autosomal-str-kit", "9600"),
    ("STR扩增试剂盒 200人份/盒 x 10盒/箱", "箱", 5, "autosomal-str-kit", "10000"),
    ("STR kit, 20x5 rxn/kit", "kit", 10, "autosomal-str-kit", "1000"),
    ("GlobalFiler trial kit, 20 reactions", "kit", 4, "autosomal-str-kit", "80"),
    ("STR扩增试剂", "人份", 4000, "autosomal-str-kit", "4000"),
    ("STR amplification reactions", "reaction", 4000, "autosomal-str-kit", "4000"),
    ("STR kit, 96 tests", "kit", 5, "autosomal-str-kit", "480"),
    ("STR kit", "kit", 10, "autosomal-str-kit", "2000"),
    ("Blood cards", "piece", 50, "blood-card", "50"),
    ("Blood cards", "box", 50, "blood-card", "at least 50"),
  ])
  func thePackOfAnOrderIsReadFromItsWords(
    words: String, unit: String, quantity: Int, productClass: String, tests: String
  ) throws {
    #expect(
      try Self.reactions(words, unit: unit, quantity: quantity, class: productClass) == tests)
  }

  /// A street bears the name of a place; the city that is stated is where it is.
  @Test(arguments: [
    ("Xinjiang Road Police Station", "Xinjiang Road 12, Jing'an District, Shanghai", "CN"),
    ("西藏路派出所", "上海市黄浦区西藏中路100号", "CN"),
    ("Huangpu Hospital", "Tibet Road 100, Shanghai", "CN"),
    ("Kashgar Road Clinic", "No. 5 Kashgar Road, Beijing", "CN"),
    ("Some Clinic", "Kashgar Street 4, 1010 Vienna", "AT"),
    ("乌鲁木齐路诊所", "上海市徐汇区乌鲁木齐中路10号", "CN"), ("西藏路街道办事处", nil, "CN"),
    ("吐鲁番路派出所", nil, "CN"), ("新疆街道社区卫生服务中心", nil, "CN"),
    ("Xinjiang Road Police Station Shanghai", nil, "CN"),
  ])
  func aStreetIsNoPlace(name: String, address: String?, country: String) throws {
    let reading = PartyReading(
      OrderBook.party("p1", [.endUser], [name], country, address), try #require(Bundle.knowledge))
    for region in ["CN-65", "CN-54"] {
      #expect(!reading.places.contains { $0.hasPrefix(region) }, "\(reading.places)")
    }
  }

  @Test(arguments: [
    ("乌鲁木齐市公安局新疆路派出所", nil, "CN-6501"), ("新疆公路局", nil, "CN-65"),
    ("新疆道路运输管理局", nil, "CN-65"), ("Xinjiang Road and Bridge Construction Group", nil, "CN-65"),
    ("西藏中学", nil, "CN-54"), ("喀什大学", nil, "CN-6531"),
    ("示例诊所", "新疆维吾尔自治区喀什市解放南路", "CN-6531"), ("Kashgar Police Station", nil, "CN-6531"),
    ("解放路派出所", "新疆维吾尔自治区乌鲁木齐市天山区解放北路", "CN-6501"),
  ])
  func aBodyInXinjiangIsStillFound(name: String, address: String?, place: String) throws {
    let reading = PartyReading(
      OrderBook.party("p1", [.endUser], [name], "CN", address), try #require(Bundle.knowledge))
    #expect(reading.places.contains { $0.hasPrefix(place) }, "\(reading.places)")
  }
}
