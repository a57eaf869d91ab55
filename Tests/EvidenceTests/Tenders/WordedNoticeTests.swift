import Evidence
import Formats
import Testing

/// Quantities in sentences, packages that differ, and labels of other houses; all names are made up.
@Suite("What Chinese notices say in words, by package and under other labels")
struct WordedNoticeTests {
  private static func intention(_ need: String) -> String {
    """
    云岭县公安局2026年11月政府采购意向
    发布时间：2026-10-08
    采购单位：云岭县公安局
    序号\t采购项目名称\t采购需求概况\t预算金额（万元）\t预计采购时间\t备注
    1\t试剂采购\t\(need)\t1850.5\t2026年11月\t无
    """
  }

  @Test(
    arguments: [
      ("采购STR扩增试剂盒1,200盒，Y-STR试剂盒300盒", ["STR扩增试剂盒 1200 盒", "Y-STR试剂盒 300 盒"]),
      ("采购STR扩增试剂盒1，200盒、Y-STR试剂盒300盒", ["STR扩增试剂盒 1200 盒", "Y-STR试剂盒 300 盒"]),
      ("遗传分析仪8台；采血卡20万张；唾液采集器五千套", ["遗传分析仪 8 台", "采血卡 200000 张", "唾液采集器 5000 套"]),
      ("为三台县公安局采购遗传分析仪2台", ["三台县公安局采购遗传分析仪 2 台"]),
      ("第二台遗传分析仪，采血卡500张", ["采血卡 500 张"]),
    ])
  func quantitiesInSentences(_ need: String, _ expected: [String]) throws {
    let items = try Tenders.notice(Self.intention(need)).items.map { item in
      "\(item.description) \(item.quantity.map { "\($0)" } ?? "?") \(item.unit ?? "?")"
    }
    #expect(items == expected)
  }

  @Test func aQuantityThatCannotBeReadIsTold() throws {
    let notice = try Tenders.notice(Self.intention("STR试剂盒-5盒，采血卡500张"))
    #expect(notice.items.map(\.description) == ["采血卡"])
    #expect(notice.unread.contains { $0.contains("STR试剂盒-5盒") }, "\(notice.unread)")
    let labelled = try Tenders.notice(
      """
      云岭县公安局采购公告
      采购人：云岭县公安局
      项目编号：YL-2026-9
      数量：-5盒
      预算金额：0x12万元
      """)
    #expect(labelled.items.isEmpty && labelled.budget == nil)
    #expect(labelled.unread.contains { $0.contains("-5盒") }, "\(labelled.unread)")
    #expect(labelled.unread.contains { $0.contains("0x12万元") }, "\(labelled.unread)")
  }

  /// Heads that no form has as they stand, and packages that differ in what they accept.
  @Test func packagesSayEachForItself() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h2>云岭地区公安局试剂采购公开招标公告</h2>
      <p>项目编号：[659900]YL[GK]2026088</p><p>采购单位：云岭地区公安局</p>
      <p>合同包1(遗传分析仪)：</p>
      <table><tr><th>品目号</th><th>采购标的</th><th>数量（单位）</th><th>技术规格、参数及要求</th><th>品目预算(元)</th></tr>
      <tr><td>1-1</td><td>24道遗传分析仪</td><td>8(台)</td><td>96孔</td><td>14,400,000.00</td></tr></table>
      <p>本合同包接受进口产品</p>
      <p>合同包2(试剂耗材)：</p>
      <table><tr><th>品目号</th><th>采购标的</th><th>数量（单位）</th><th>技术规格、参数及要求</th><th>品目预算(元)</th></tr>
      <tr><td>2-1</td><td>常染色体STR试剂盒</td><td>600(盒)</td><td>200人份/盒，27个基因座</td><td>7,200,000.00</td></tr></table>
      <p>本合同包不接受进口产品</p>
      </body></html>
      """)
    #expect(notice.importsAllowed == nil)
    #expect(notice.items.map(\.importsAllowed) == [true, false])
    #expect(notice.items.map(\.pack?.count) == [nil, Decimal(exactly: 200)])
    #expect(
      notice.items.map { $0.totalPrice?.description } == ["14400000 CNY", "7200000 CNY"])
  }

  @Test func labelsWithoutColonsAndOfOtherHouses() throws {
    let notice = try Tenders.notice(
      """
      云岭县人民医院检测试剂中标公告
      采购编号 YL-2026-77
      采购单位名称: 云岭县人民医院
      中标单位: 北京观澜仪器有限公司
      成交总金额（亿元）: 0.0213
      公告日期 二〇二六年三月五日
      """)
    #expect(notice.projectNumber == "YL-2026-77")
    #expect(notice.awarded?.description == "2130000 CNY")
    #expect(notice.published?.description == "2026-03-05")
    let correction = try Tenders.notice(
      """
      云岭县公安局试剂采购更正公告
      项目编号：YL-2026-78
      采购人：云岭县公安局
      更正日期：2026年09月25日
      """)
    #expect(correction.published?.description == "2026-09-25")
  }

  /// The office of a prefecture stands in a city and is for the prefecture; a hospital is where it is.
  @Test func anAddressDoesNotNarrowAnAuthority() throws {
    let knowledge = try #require(Tenders.knowledge)
    func place(_ name: String, _ address: String) -> [String] {
      knowledge.reading(of: TenderBody(names: [name], country: "CN", address: address)).places
    }
    #expect(place("喀什地区公安局", "喀什市人民西路") == ["CN-6531"])
    #expect(place("和田地区卫生健康委员会", "和田市北京路") == ["CN-6532"])
    // The whole country is nobody's area alone.
    #expect(
      place("中国人民解放军某部队", "新疆乌鲁木齐市示例路1号").contains { $0.hasPrefix("CN-65") })
    #expect(place("新疆某大学附属医院", "喀什市人民西路") == ["CN-653101"])
  }
}
