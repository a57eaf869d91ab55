import Evidence
import Formats
import Names
import Testing

/// Shapes that portals use; all names are made up.
@Suite("Goods and parties are read in the shapes of portals")
struct PortalShapeTests {
  private func words(_ items: [TenderItem]) -> [String] {
    items.map { item in
      "\(item.description) \(item.quantity.map { "\($0)" } ?? "?") \(item.unit ?? "?")"
        + (item.pack.map { " of \($0.count)" } ?? "")
        + (item.unitPrice.map { " at \($0)" } ?? "")
        + (item.totalPrice.map { " in all \($0)" } ?? "")
    }
  }

  @Test func commasPartThingNumberAndPrice() throws {
    let inquiry = try Tenders.notice(
      """
      云岭市公安局STR试剂询价成交公告
      项目编号：YL-1
      采购人：云岭市公安局
      供应商名称：示例甲有限公司
      成交金额（万元）：12.5
      主要标的：
      1. STR试剂盒，200人份/盒，数量5盒，单价25000元
      2. 甲酰胺，数量2瓶
      公告日期：2026年1月5日
      """)
    #expect(
      words(inquiry.items) == ["STR试剂盒 5 盒 of 200 at 25000 CNY", "甲酰胺 2 瓶"])
    let consultation = try Tenders.notice(
      """
      清湾市公安局DNA数据库试剂采购竞争性磋商成交结果公告
      采购项目编号：QWCS-2026-031
      成交日期：2026年4月17日
      成交供应商：样例生物科技（清湾）有限公司
      最终报价：1,386,000.00元
      成交内容：
      1、荧光STR复合扩增试剂盒，200人份/盒，60盒，单价19800元
      2、血样采集卡 50,000张 单价3.96元
      采购单位：清湾市公安局
      """)
    #expect(
      words(consultation.items) == [
        "荧光STR复合扩增试剂盒 60 盒 of 200 at 19800 CNY", "血样采集卡 50000 张 at 3.96 CNY",
      ])
    let acceptance = try Tenders.notice(
      """
      履约验收公告
      合同名称：云岭县公安局DNA试剂采购合同
      项目编号：YLX-2026-009
      采购人（甲方）：云岭县公安局
      供应商（乙方）：清湾样例生物有限公司
      主要标的：DNA提取试剂盒 500盒；STR扩增试剂盒 120盒
      """)
    #expect(words(acceptance.items) == ["DNA提取试剂盒 500 盒", "STR扩增试剂盒 120 盒"])
  }

  @Test func aChangedContractSaysWhatHoldsNow() throws {
    let notice = try Tenders.notice(
      """
      云岭州公安局DNA试剂采购合同变更公告
      合同编号：HT-2026-9
      项目编号：YZ-9
      采购人：云岭州公安局
      供应商：示例乙有限公司
      原合同金额：50万元
      变更后合同金额：65万元
      变更内容：STR试剂盒由100盒增至130盒
      公告日期：2026年3月5日
      """)
    #expect(notice.stage == .correction)
    #expect(notice.awardees == ["示例乙有限公司"])
    #expect(notice.awarded?.description == "650000 CNY")
    #expect(words(notice.items) == ["STR试剂盒 130 盒"])
    #expect(notice.corrections.map(\.before) == ["50万元", "100盒"])
    #expect(notice.corrections.map(\.after) == ["65万元", "130盒"])
  }

  @Test(arguments: [
    "成交供应商：示例医药科技有限公司（联合体成员：样例仪器有限公司）",
    "成交供应商：示例医药科技有限公司（联合体牵头人）、样例仪器有限公司（联合体成员）",
    "成交供应商：联合体：示例医药科技有限公司（牵头方），样例仪器有限公司（成员方）",
    "成交供应商：示例医药科技有限公司\n联合体成员：样例仪器有限公司",
  ])
  func aConsortiumIsAllItsMembers(_ line: String) throws {
    let notice = try Tenders.notice(
      """
      云岭市人民医院基因测序仪成交结果公告
      项目编号：YL[CS]2026012
      采购单位：云岭市人民医院
      \(line)
      成交标的：基因测序仪 数量：1台
      公告日期：2026-07-07
      """)
    #expect(notice.awardees == ["示例医药科技有限公司", "样例仪器有限公司"])
  }

  @Test func lotsInBlocksKeepPackAndBudget() throws {
    let notice = try Tenders.notice(
      """
      云岭区公安局DNA实验室试剂耗材采购项目公开招标公告
      项目编号：XZ-2026-GK-008
      预算金额（元）：1,980,000.00
      采购需求：
      标项一
      标项名称: STR试剂
      数量: 60
      预算金额（元）: 1200000
      单位: 盒
      简要规格描述: 27plex，200人份/盒
      标项二
      标项名称: 测序胶
      数量: 20
      预算金额（元）: 780000
      单位: 包
      简要规格描述: POP-4 960
      采购人：云岭区公安局
      """)
    #expect(
      words(notice.items) == [
        "STR试剂 60 盒 of 200 in all 1200000 CNY", "测序胶 20 包 in all 780000 CNY",
      ])
    #expect(notice.items.map(\.specification) == ["27plex，200人份/盒", "POP-4 960"])
    #expect(notice.budget?.description == "1980000 CNY")
  }

  @Test func aFrameworkIsOfAllWhoAreAdmitted() throws {
    let lines = try Tenders.notice(
      """
      示例省公安厅DNA实验室试剂框架协议采购入围结果公告
      项目编号：SL-KJ-2026-1
      采购人：示例省公安厅
      入围供应商：甲示例公司、乙示例公司、丙示例公司
      入围产品：STR扩增试剂盒 单价上限：45元/人份
      预计年采购量：20万人份
      公告日期：2026年2月2日
      """)
    #expect(lines.awardees == ["甲示例公司", "乙示例公司", "丙示例公司"])
    #expect(words(lines.items) == ["STR扩增试剂盒 200000 人份 at 45 CNY"])
    let table = try Tenders.notice(
      """
      2026-2027年度示例省公安机关DNA试剂耗材框架协议采购入围结果公告
      一、项目编号：KJXY-2026-04
      三、入围供应商
      | 序号 | 入围供应商名称 | 供应商地址 | 入围产品 | 协议价格（元/人份） | 排名 |
      | --- | --- | --- | --- | --- | --- |
      | 1 | 甲示例生物有限公司 | 示例市甲路1号 | STR扩增试剂盒（常染色体） | 38.5 | 1 |
      | 2 | 乙示例生物有限公司 | 示例市乙路2号 | STR扩增试剂盒（常染色体） | 39.8 | 2 |
      | 3 | 丙示例生物有限公司 | 示例市丙路3号 | Y-STR扩增试剂盒 | 42 | 3 |
      五、征集人：示例省公安厅
      公告日期：2026年6月20日
      """)
    #expect(table.awardees == ["甲示例生物有限公司", "乙示例生物有限公司", "丙示例生物有限公司"])
    #expect(table.buyer == ["示例省公安厅"])
    #expect(Set(table.items.map(\.description)) == ["STR扩增试剂盒（常染色体）", "Y-STR扩增试剂盒"])
  }

  @Test func whatASingleSourceIsToSupply() throws {
    let notice = try Tenders.notice(
      """
      云岭县公安局关于DNA试剂采购项目的单一来源采购公告
      采购单位：云岭县公安局
      项目编号：YL-2026-DY-1
      拟采购内容：STR扩增试剂盒（GlobalFiler） 20盒，预算40万元
      拟定唯一供应商：示例子生物有限公司
      公示时间：2026年3月3日至2026年3月10日
      """)
    #expect(notice.suppliers.map(\.body.names) == [["示例子生物有限公司"]])
    #expect(notice.awardees == [], "nothing is awarded yet")
    #expect(notice.budget?.description == "400000 CNY")
    #expect(notice.items.count == 1)
    #expect(notice.items.first?.description.hasPrefix("STR扩增试剂盒") == true)
    #expect(notice.items.first?.quantity?.description == "20")
  }

  @Test func resultsByLotAreNotTheGoodsTwice() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h1>关于清湾市疾病预防控制中心测序设备及配套试剂的中标公告</h1>
      <p>项目编号：QWCDC2026-012-GK01</p>
      <table><tr><th>序号</th><th>标项名称</th><th>规格型号</th><th>中标（成交）金额(元)</th>
      <th>中标供应商名称</th></tr>
      <tr><td>1</td><td>标项一：高通量测序仪</td><td>/</td><td>报价:2860000(元)</td>
      <td>样例测序科技有限公司</td></tr></table>
      <p>四、主要标的信息</p>
      <table><tr><th>序号</th><th>标项名称</th><th>标的名称</th><th>品牌</th><th>数量</th><th>单价(元)</th></tr>
      <tr><td>1</td><td>标项一：高通量测序仪</td><td>基因测序仪</td><td>观澜</td><td>1</td>
      <td>2860000</td></tr></table><p>1.采购人信息</p><p>名称：清湾市疾病预防控制中心</p></body></html>
      """)
    #expect(notice.items.map(\.description) == ["基因测序仪"])
    #expect(notice.awardees == ["样例测序科技有限公司"])
  }

  @Test func thoseWhoAreProposedAreBidders() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h1>示例省公安厅DNA试剂采购项目中标候选人公示</h1>
      <p>项目编号：SLGAT-2026-88-2</p><p>招标人：示例省公安厅</p>
      <table><tr><td>排序</td><td>中标候选人名称</td><td>投标报价（万元）</td><td>评标得分</td></tr>
      <tr><td>1</td><td>甲示例生物有限公司</td><td>1,286.40</td><td>94.2</td></tr>
      <tr><td>2</td><td>乙示例生物有限公司</td><td>1,301.00</td><td>91.6</td></tr></table>
      </body></html>
      """)
    #expect(
      notice.suppliers.map(\.body.names) == [["甲示例生物有限公司"], ["乙示例生物有限公司"]])
    #expect(notice.suppliers.map(\.isAwarded) == [true, false])
  }

  @Test func reactionsInAllAreAQuantityAndThoseOfEachAreNot() throws {
    func items(_ need: String) throws -> [String] {
      words(
        try Tenders.notice(
          """
          云岭县公安局2026年政府采购意向
          | 序号 | 采购单位 | 采购项目名称 | 采购需求概况 | 预算金额（万元） | 预计采购时间 |
          | --- | --- | --- | --- | --- | --- |
          | 1 | 云岭县公安局 | DNA试剂 | \(need) | 40 | 2026年6月 |
          2026年2月10日
          """
        ).items)
    }
    #expect(try items("核酸提取试剂 20000人份") == ["核酸提取试剂 20000 人份"])
    #expect(try items("采购STR扩增试剂2万人份") == ["STR扩增试剂 20000 人份"])
    #expect(try items("STR扩增试剂盒20盒，每盒200人份") == ["STR扩增试剂盒 20 盒 of 200"])
    #expect(try items("STR扩增试剂盒（200人份）").isEmpty)
  }

  @Test func correctionsStandOnLinesThatFollowOneAnother() throws {
    let notice = try Tenders.notice(
      """
      云岭市公安局关于2026年度DNA试剂耗材采购项目的更正公告
      原项目编号：YLS-26-88
      原定投标截止时间：2026年5月6日9时30分
      现更正为：2026年5月13日9时30分
      原采购需求中“STR扩增试剂盒 200盒”更正为“STR扩增试剂盒 20盒”
      采购人：云岭市公安局
      更正日期：2026年4月28日
      """)
    #expect(notice.deadline?.description == "2026-05-13")
    #expect(notice.corrections.map(\.before) == ["2026年5月6日9时30分", "STR扩增试剂盒 200盒"])
    #expect(notice.corrections.map(\.after) == ["2026年5月13日9时30分", "STR扩增试剂盒 20盒"])
  }

  @Test(arguments: [
    ("云岭州人民医院DNA测序仪采购项目暂停公告", TenderStage.correction),
    ("示例大学遗传分析仪维保服务比选结果公示", .award),
  ])
  func stagesHaveMoreNames(_ title: String, _ stage: TenderStage) throws {
    let notice = try Tenders.notice("\(title)\n项目编号：YLZ-2026-77\n采购人：示例大学\n2026年8月1日\n")
    #expect(notice.stage == stage)
  }

  @Test func aSurveyAsksForSoMuchAYear() throws {
    let notice = try Tenders.notice(
      """
      清湾市第二人民医院基因测序试剂市场调研公告
      一、调研项目
      1.项目名称：肿瘤基因突变检测试剂
      2.预估年用量：2400人份
      3.预算单价：1800元/人份
      2026年5月29日
      """)
    #expect(words(notice.items) == ["肿瘤基因突变检测试剂 2400 人份 at 1800 CNY"])
  }

  @Test func whereNothingIsReadItIsSaid() throws {
    let reading = try Tenders.read(
      """
      云岭县公安局DNA检验服务中标公告
      项目编号：YL-7
      采购人：云岭县公安局
      中标供应商：示例检验有限公司
      中标金额：12万3千元
      公告日期：2026年5月29日
      """)
    #expect(reading.notices.first?.awarded?.description == "123000 CNY")
    #expect(reading.faults.diagnostics.map(\.id) == ["EVD099"], "\(reading.faults.diagnostics)")
    let cancelled = try Tenders.read(
      "云岭县公安局DNA检验服务废标公告\n项目编号：YL-7\n采购人：云岭县公安局\n公告日期：2026年5月29日\n")
    #expect(cancelled.faults.count == 0, "what is cancelled need not list goods")
  }

  @Test(arguments: [
    ("2026年二季度", "2026-04-01", "2026-06-30"), ("2026年第3季度", "2026-07-01", "2026-09-30"),
    ("2026年下半年", "2026-07-01", "2026-12-31"), ("2026年6-7月", "2026-06-01", "2026-07-31"),
  ])
  func intentionsSpanQuartersAndHalves(_ written: String, _ first: String, _ last: String) throws {
    let notice = try Tenders.notice(
      """
      云岭县公安局2026年政府采购意向
      采购单位：云岭县公安局
      | 序号 | 采购项目名称 | 采购需求概况 | 预算金额（万元） | 预计采购时间 |
      | --- | --- | --- | --- | --- |
      | 1 | DNA试剂 | STR扩增试剂盒20盒 | 40 | \(written) |
      2026年2月10日
      """)
    #expect(notice.expected?.lowerBound.description == first)
    #expect(notice.expected?.upperBound.description == last)
  }
}
