import Evidence
import Formats
import Names
import Testing

/// Shapes that were read wrongly once; all names are made up or of the form of public ones.
@Suite("What notices say is not taken for something else")
struct MisreadNoticeTests {
  private func words(_ items: [TenderItem]) -> [String] {
    items.map { item in
      "\(item.description) \(item.quantity.map { "\($0)" } ?? "?") \(item.unit ?? "?")"
        + (item.pack.map { " of \($0)" } ?? "")
    }
  }

  @Test func theSupplierOfASingleSourceIsNoItem() throws {
    let notice = try Tenders.notice(
      """
      单一来源采购公示
      一、项目信息
      采购人：云岭县公安局
      项目名称：基因测序平台维保服务
      拟采购的货物或服务的说明：对已有的2台高通量测序仪提供原厂维保服务三年
      拟采购的货物或服务的预算金额：３８０万元
      二、拟定供应商信息
      名称：北京样例生物技术有限公司
      地址：北京市大兴区
      """)
    #expect(!notice.items.contains { $0.description.contains("公司") })
    #expect(notice.items.contains { $0.description.contains("高通量测序仪") })
    #expect(notice.suppliers.map(\.body.names) == [["北京样例生物技术有限公司"]])
    #expect(notice.awardees == [], "nothing is awarded yet")
    #expect(notice.budget?.description == "3800000 CNY")
  }

  @Test func aNestedTableOfSuppliersHoldsNoItem() throws {
    let notice = try Tenders.notice(
      """
      <table><tr><th colspan="2">中标公告</th></tr>
      <tr><td>项目名称：</td><td>云岭县公安局2026年度DNA实验室耗材</td></tr>
      <tr><td>项目编号：</td><td>[653023]DEMO[DY]2026001</td></tr>
      <tr><td>采购单位</td><td>云岭县公安局</td></tr>
      <tr><td>中标供应商</td><td><table><tr><td>名称</td><td>地址</td><td>金额</td></tr>\
      <tr><td>庚有限公司</td><td>喀什</td><td>68.5万元</td></tr></table></td></tr>
      <tr><td>标的</td><td><table><tr><td>品名</td><td>品牌</td><td>数量</td></tr>\
      <tr><td>POP-7胶</td><td>AB</td><td>12瓶</td></tr></table></td></tr></table>
      """)
    #expect(notice.items.map(\.description) == ["POP-7胶"])
    #expect(notice.awardees == ["庚有限公司"])
  }

  @Test func whatIsCorrectedHoldsFromThenOn() throws {
    let notice = try Tenders.notice(
      """
      成交结果更正公告
      原公告项目名称：云岭州公安局生物检材DNA数据库建库服务
      项目编号：BZ-2026-07
      更正前：成交供应商：库尔勒甲公司 成交金额：380万元
      更正后：成交供应商：库尔勒乙公司 成交金额：350万元
      采购人：云岭州公安局
      更正日期：2026年8月8日
      """)
    #expect(notice.stage == .correction)
    #expect(notice.awardees == ["库尔勒乙公司"])
    #expect(!notice.suppliers.contains { $0.body.names.contains("库尔勒甲公司") })
    let amounts = notice.suppliers.compactMap(\.amount?.description)
    #expect(amounts + [notice.awarded?.description].compactMap { $0 } != [])
    #expect(notice.awarded.map { $0.description == "3500000 CNY" } ?? true)
    #expect(notice.corrections.count == 1, "\(notice.corrections)")
  }

  @Test func anInquiryStatesItsGoodsInLines() throws {
    let notice = try Tenders.notice(
      """
      云岭区公安分局2026年DNA耗材询价公告
      采购编号：QHXN-XJ-2026-5
      采 购 人：云岭区公安分局
      预算：伍拾万元整（￥500000）
      采购内容及数量：
      （1）常染色体STR检测试剂盒　200测试/盒　　20盒
      （2）去离子甲酰胺　25ml/瓶　40瓶
      （4）8联管 125条/盒 30盒
      报价截止：2026年7月9日17:00
      """)
    #expect(notice.items.map(\.quantity) == [20, 40, 30].map { Decimal(exactly: $0) })
    #expect(notice.items.first?.pack?.description == "200 reaction")
    #expect(notice.budget?.description == "500000 CNY")
    #expect(notice.deadline == CivilDate("2026-07-09"))
    #expect(notice.published == nil)
  }

  @Test(arguments: [
    ("血液酒精检测试剂 98盒（100人份/盒）", "98"), ("物种鉴定荧光PCR试剂盒 48T/盒 120盒 单价8240元", "120"),
    ("主要成交标的：生物显微镜 40台 单价 3075元", "40"), ("标的：高通量测序仪1台", "1"),
  ])
  func linesWithoutALabelAreItems(line: String, quantity: String) throws {
    let notice = try Tenders.notice(
      """
      云岭县公安局检测试剂采购中标公告
      项目编号：HX-2026-1
      采购人：云岭县公安局
      中标供应商：样例商贸有限公司
      中标金额：9.8万元
      \(line)
      公告期限：自本公告发布之日起1个工作日
      2026年9月9日
      """)
    #expect(notice.items.map(\.quantity) == [Decimal(quantity)], "\(notice.items)")
  }

  private static func row(_ model: String, _ quantity: String) -> String {
    """
    <html><body><h1>云岭县公安局试剂中标公告</h1><p>项目编号：A-9</p><p>采购人：云岭县公安局</p>
    <table><tr><th>标的名称</th><th>规格型号</th><th>数量</th><th>单位</th></tr>
    <tr><td>STR扩增试剂盒</td><td>\(model)</td><td>\(quantity)</td><td></td></tr></table></body></html>
    """
  }

  /// A number of reactions is how much is bought, and no pack of it.
  @Test(arguments: [
    ("-", "3000人份", "3000 人份"), ("200人份/盒", "10盒(2000人份)", "10 盒 of 200 reaction"),
    ("4×50人份", "10盒", "10 盒 of 200 reaction"), ("200T", "10 盒/年，共3年", "? ?"),
    ("200人份/盒", "10盒", "10 盒 of 200 reaction"), ("-", "15盒（200人份/盒）", "15 盒 of 200 reaction"),
  ])
  func quantitiesAndPacks(model: String, quantity: String, expected: String) throws {
    let item = try #require(try Tenders.notice(Self.row(model, quantity)).items.first)
    let words =
      "\(item.quantity.map { "\($0)" } ?? "?") \(item.quantity == nil ? "?" : item.unit ?? "?")"
      + (item.quantity == nil ? "" : item.pack.map { " of \($0)" } ?? "")
    #expect(words == expected)
  }

  @Test(arguments: [
    ("¥3.6 million", "3600000 CNY"), ("RMB 0.98 million", "980000 CNY"),
    ("4.9m yuan", "4900000 CNY"), ("USD 1.2k", "1200 USD"), ("€2 Mio", "2000000 EUR"),
    ("CNY 9,800", "9800 CNY"), ("98万", "980000 CNY"), ("1百万元", "1000000 CNY"),
    ("3千元", "3000 CNY"), ("2千万元", "20000000 CNY"),
  ])
  func amountsWithAWordBehindThem(written: String, expected: String) throws {
    let notice = try Tenders.notice(
      "buyer,item,quantity,total,currency,date\nAksu PSB,STR kit,5,\(quoted(written)),CNY,2026-01-01\n"
    )
    #expect(notice.items.first?.totalPrice?.description == expected)
  }

  @Test func aRangeIsNoAmount() throws {
    let reading = try Tenders.read(
      "buyer,item,quantity,total,currency,date\nAksu PSB,STR kit,5,100-200万元,CNY,2026-01-01\n")
    #expect(reading.notices.first?.items.first?.totalPrice == nil)
    #expect(reading.faults.diagnostics.contains { $0.id == "EVD094" })
  }

  private func quoted(_ text: String) -> String { text.contains(",") ? "\"\(text)\"" : text }

  @Test func aGermanTableNamesWhoAwardsAndWhoBuys() throws {
    let reading = try Tenders.read(
      """
      Vergabestelle;Auftraggeber;Gegenstand;Menge;Einheit;Einzelpreis (EUR);Gesamtpreis (EUR);Veröffentlicht;Auftragnehmer;Vergabenummer
      Beschaffungsamt;LKA Musterland;STR-Kit, 200 Reaktionen;1.200;Packung;1.950,50;2.340.600,00;03.04.2026;Heron Trading GmbH;V-1
      Summe;;;1.201;;;2.590.600,00;;;

      """)
    #expect(reading.notices.count == 1)
    let notice = try #require(reading.notices.first)
    #expect(notice.buyer == ["LKA Musterland"])
    #expect(notice.agency?.names == ["Beschaffungsamt"])
    #expect(words(notice.items) == ["STR-Kit, 200 Reaktionen 1200 Packung of 200 reaction"])
    #expect(notice.items.first?.unitPrice?.amount == Decimal("1950.5"))
    #expect(!reading.faults.diagnostics.contains { $0.severity == .error })
  }

  @Test func anUnsuccessfulAwardIsWorthNothing() throws {
    func awarded(_ status: String) throws -> TenderNotice {
      try Tenders.notice(
        """
        {"releases": [{"ocid": "ocds-a-1", "id": "1", "date": "2026-03-01T00:00:00Z", \
        "tag": ["award"], "buyer": {"name": "Aksu PSB"}, "awards": [{"id": "a1", \
        "status": "active", "value": {"amount": 104500, "currency": "GBP"}, \
        "suppliers": [{"name": "Kite Bio SL"}]}, {"id": "a2", "status": "\(status)", \
        "value": {"amount": 99000, "currency": "GBP"}, "suppliers": [{"name": "Pending Co"}]}]}]}
        """)
    }
    for status in ["unsuccessful", "cancelled", "pending"] {
      let read = try awarded(status)
      #expect(read.awarded?.description == "104500 GBP", "\(status)")
      #expect(read.awardees == ["Kite Bio SL"], "\(status)")
    }
    #expect(try awarded("active").awarded?.description == "203500 GBP")
  }

  @Test func bodiesThatBuyTogetherAreSeveral() throws {
    let notice = try Tenders.notice(
      """
      和田地区公安局、和田市公安局联合采购DNA设备公开招标公告
      (项目编号：653200-GK-2026-1)因报名供应商不足三家，作流标处理。
      采购人：和田地区公安局；和田市公安局
      预算金额：800万元
      第一包：遗传分析仪 3台（进口）
      """)
    #expect(notice.buyers.map(\.names) == [["和田地区公安局"], ["和田市公安局"]])
    #expect(notice.projectNumber == "653200-GK-2026-1")
  }

  @Test func theColumnOfAmountsMayHaveTwoBrackets() throws {
    let notice = try Tenders.notice(
      """
      <p>云岭市公安局DNA实验室建设项目中标（成交）结果公告</p><p>一、项目编号：QH-2026-118</p>
      <p>三、中标（成交）信息</p><table><tr><th>包号</th><th>供应商名称</th><th>供应商地址</th>\
      <th>中标（成交）金额（万元）</th></tr><tr><td>包1</td><td>西宁甲有限公司</td><td>西宁</td>\
      <td>398.6</td></tr><tr><td>包2</td><td>广州乙有限公司</td><td>广州</td><td>96.48</td></tr></table>
      <p>采购人：云岭市公安局</p>
      """)
    #expect(
      notice.suppliers.compactMap(\.amount?.description) == ["3986000 CNY", "964800 CNY"])
  }

  @Test func aBodyOfAPrefectureIsNotOfTheDistrictOfItsAddress() throws {
    let knowledge = try #require(Tenders.knowledge)
    for (name, address, place) in [
      ("昌都市疾病预防控制中心", "昌都市卡若区", "CN-5403"), ("新疆维吾尔自治区人民医院", "乌鲁木齐市天山区天池路91号", "CN-65"),
    ] {
      let reading = knowledge.reading(
        of: TenderBody(names: [name], country: "CN", address: address))
      #expect(reading.places == [place])
    }
  }

  // MARK: - Joining

  private static func releases(_ second: String) -> String {
    """
    {"releases": [{"ocid": "ocds-a-1", "id": "ocds-a-1-1", "date": "2026-01-01T00:00:00Z", \
    "tag": ["tender"], "buyer": {"name": "Aksu Prefecture Public Security Bureau"}, \
    "tender": {"id": "1", "title": "STR kit", "items": [{"id": "1", "description": "STR kit", \
    "quantity": 5}]}}, {"ocid": "\(second)", "id": "\(second)-2", "date": "2026-02-01T00:00:00Z", \
    "tag": ["award"], "buyer": {"name": "Aksu Prefecture Public Security Bureau"}, \
    "tender": {"id": "1"}, "awards": [{"id": "1", "status": "active", \
    "suppliers": [{"name": "Heron Trading GmbH"}]}]}]}
    """
  }

  @Test func theOcidAloneJoinsReleases() throws {
    let apart = try Tenders.read(Self.releases("ocds-a-2")).notices
    #expect(TenderProcesses(apart).groups.count == 2)
    let together = try Tenders.read(Self.releases("ocds-a-1")).notices
    #expect(TenderProcesses(together).groups.count == 1)
  }

  private static let tender = """
    云岭县公安局STR试剂采购公开招标公告
    项目编号：MYX-2026-5
    项目名称：云岭县公安局STR试剂采购
    采购人：云岭县公安局
    采购内容：STR扩增试剂盒（200人份/盒）80盒
    发布日期：2026年3月1日
    """
  private static let correction = """
    云岭县公安局STR试剂采购更正公告
    项目编号：MYX-2026-5
    采购人：云岭县公安局
    更正内容：原“80盒”现更正为“800盒”
    更正日期：2026年3月5日
    """
  private static let award = """
    云岭县公安局STR试剂采购中标公告
    项目编号：MYX-2026-5
    项目名称：云岭县公安局STR试剂采购
    采购人：云岭县公安局
    中标供应商：北京观澜仪器有限公司
    中标金额：580万元
    公告日期：2026年4月1日
    """

  private func search(_ texts: [String], quantity: String, words: String) throws -> [TenderMatch] {
    let knowledge = try #require(Tenders.knowledge)
    var notices: [TenderNotice] = []
    for (number, text) in texts.enumerated() {
      notices += TenderReader(knowledge).read(Array(text.utf8), file: "st\(number).txt").notices
    }
    let index = TenderIndex(
      notices, knowledge: knowledge, catalogue: try #require(Tenders.catalogue))
    return index.search(
      TenderQuery(
        order: "SO-1", date: try #require(CivilDate("2026-04-20")),
        knownOn: CivilDate("2026-04-20"),
        lines: [
          TenderQuery.Line(
            families: ["autosomal-str-kit"], quantity: try #require(Decimal(quantity)),
            words: words, pack: PackSize(count: Decimal(exactly: 200) ?? .zero, unit: "reaction"))
        ],
        parties: [
          TenderQuery.Party(
            profile: knowledge.names.profile(
              of: Identity(names: ["北京观澜仪器有限公司"], kind: .organisation, countries: ["CN"])))
        ], places: [], text: "", namesEndUser: false)
    ).matches
  }

  @Test func aCorrectedQuantityIsTheOneThatIsCompared() throws {
    let matches = try search(
      [Self.tender, Self.correction, Self.award], quantity: "800", words: "Autosomal STR kit")
    let award = try #require(matches.first { $0.notice.stage == .award })
    #expect(award.agrees(on: "quantity"), "\(award.reason)")
    #expect(award.strength == .strong)
  }

  @Test func aLineOfAnotherNoticeIsCitedWithIt() throws {
    let matches = try search([Self.tender, Self.award], quantity: "80", words: "Autosomal STR kit")
    let award = try #require(matches.first { $0.notice.stage == .award })
    #expect(award.citedLine?.contains("st0.txt") == true, "\(award.citedLine ?? "")")
    #expect(award.citedLine?.contains("80 盒") == true)
  }

  /// What no table knows may be the goods: the awardee orders the same number in the same packs.
  @Test func anItemThatNobodyKnowsIsOpen() throws {
    let notice = """
      云岭县公安局耗材采购中标公告
      项目编号：MYX-2026-9
      采购人：云岭县公安局
      中标供应商：北京观澜仪器有限公司
      标的名称：甲乙丙专用耗材（200人份/盒）
      数量：96盒
      公告日期：2026年4月1日
      """
    let match = try #require(
      try search([notice], quantity: "96", words: "Autosomal STR kit").first)
    #expect(match.strength == .moderate)
    #expect(match.words.contains("item may agree"), "\(match.words)")
    #expect(
      try search([notice], quantity: "7", words: "Autosomal STR kit").first?.strength != .moderate)
  }

  /// Every word by which the plainest kits are called.
  @Test(arguments: [
    "常染色体STR试剂盒", "STR试剂盒", "STR分型试剂盒", "STR荧光检测试剂盒", "STR复合扩增检测试剂", "STR 试剂盒",
    "STR kit, 96 tests", "Short tandem repeat reagents",
  ])
  func namesOfKitsAreKnown(words: String) throws {
    let catalogue = try #require(Tenders.catalogue)
    let families = catalogue.reading(productClass: "", description: words, sku: nil).families
    #expect(families == ["autosomal-str-kit"], "\(families)")
  }

  @Test(arguments: [
    "Y染色体STR试剂盒", "Y-filer Plus", "Y-STR kit 100 rxn", "Yfiler Plus kit", "Y STR检测试剂",
  ])
  func maleLineageKitsAreNoOthers(words: String) throws {
    let catalogue = try #require(Tenders.catalogue)
    let families = catalogue.reading(productClass: "y-str-kit", description: words, sku: nil)
      .families
    #expect(families == ["y-str-kit"], "\(families)")
  }
}
