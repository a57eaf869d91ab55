import Evidence
import Formats
import Testing

/// Shapes of notices as they are published and copied; names and numbers are made up.
@Suite("Shapes of Chinese notices as sites publish them")
struct PublishedNoticeTests {
  private func notice(_ text: String) throws -> TenderNotice {
    let reading = try Tenders.read(text)
    return try #require(reading.notices.first, "\(reading.faults.diagnostics)")
  }

  /// ccgp.gov.cn writes the unit of an amount in brackets behind it, and tables of a page that was
  /// copied as text are parted by blanks.
  @Test func anAwardCopiedAsText() throws {
    let notice = try notice(
      """
      云岭县人民医院核酸提取仪采购项目中标（成交）结果公告
      一、项目编号：YLZC2026-C1-00012（招标文件编号：YLZC-0012）
      二、项目名称：核酸提取仪采购项目
      三、中标（成交）信息
      供应商名称：天河某生物科技有限公司
      中标（成交）金额：98.6000000（万元）
      四、主要标的信息
      序号 供应商名称 货物名称 货物品牌 货物型号 货物数量 货物单价(元)
      1 天河某生物科技有限公司 全自动核酸提取仪 西岭 XN-96 2 493000
      2 天河某生物科技有限公司 配套 试剂 西岭 R1 1 0
      九、凡对本次公告内容提出询问，请按以下方式联系。
      1.采购人信息
      名 称：云岭县人民医院
      """)
    #expect(notice.awarded?.description == "986000 CNY")
    #expect(notice.suppliers.first?.amount?.description == "986000 CNY")
    #expect(notice.processNumbers == ["YLZC-0012"])
    #expect(notice.items.map(\.description) == ["全自动核酸提取仪"])
    #expect(notice.items.first?.model == "XN-96")
    #expect(notice.items.first?.unitPrice?.description == "493000 CNY")
    #expect(notice.unread.contains { $0.hasPrefix("line 10:") }, "\(notice.unread)")
  }

  /// Words of a picture: no gap is left between the cells.
  @Test func rowsWithoutGapsAreReadWhereTheyAddUp() throws {
    let notice = try notice(
      """
      云岭县公安局2026年度DNA实验室耗材采购项目-中标公告
      序号标的的名称规格型号数量及单位①单价②投标报价③=①×②
      125位点STR扩增试剂盒（核心产品）200人份/盒12盒26500318000
      2骨骼专用DNA提取试剂盒48人份/盒3盒31009300
      3磁珠套50个/盒4盒30012001
      投标人名称是否通过审查商务部分得分(25分)技术部分得分(45分)价格分(30分)综合得分推荐排名
      甲某生物科技有限公司14.0040.2030.0084.201
      乙某利泰科技有限公司0.0035.4030.0065.402
      丙某技术有限公司0.0035.4030.0066.403
      """)
    #expect(notice.stage == .award)
    #expect(notice.items.count == 2)
    let first = try #require(notice.items.first)
    #expect(first.description == "25位点STR扩增试剂盒(核心产品)")
    #expect(first.quantity == Decimal(exactly: 12) && first.unit == "盒")
    #expect(first.pack?.count == Decimal(exactly: 200))
    #expect(first.unitPrice?.description == "26500 CNY")
    #expect(first.totalPrice?.description == "318000 CNY")
    #expect(notice.awardees == ["甲某生物科技有限公司"])
    #expect(notice.suppliers.map(\.isAwarded) == [true, false], "the third does not add up")
    #expect(notice.unread.contains { $0.hasPrefix("line 5:") }, "\(notice.unread)")
  }

  /// Labels that a blank and no colon ends, a head of two rows, and no title.
  @Test func theBodyOfAPageAlone() throws {
    let notice = try notice(
      """
      <p>一、项目编号（或招标编号、政府采购计划编号、采购计划备案文号等，如有）：</p><p>442000-202609-hp059-0057</p>
      <p>二、项目名称：某镇医院检验外送项目</p><p>三、中标（成交）信息</p>
      <p>1：供应商名称 甲某医学检验有限公司 ；供应商地址 某区某路80号A区304-306单元 ；中标（成交）金额 1267500；备注 服务期：1年 。</p>
      <p>八、其他补充事宜</p>
      <table><tr><td rowspan="2">分包号</td><td rowspan="2">投标供应商名称</td><td>价格得分</td><td rowspan="2">最终得分</td><td rowspan="2">排名</td></tr>
      <tr><td>权重20%</td></tr>
      <tr><td rowspan="2">01</td><td>甲某医学检验有限公司</td><td>20.00</td><td>100.00</td><td>1</td></tr>
      <tr><td>乙某医学检验（西岭）有限公司</td><td>18.84</td><td>83.84</td><td>2</td></tr></table>
      <p>1.采购人信息</p><p>名 称：某镇医院</p>
      """)
    #expect(notice.stage == .award)
    #expect(notice.awardees == ["甲某医学检验有限公司"])
    #expect(notice.awarded?.description == "1267500 CNY")
    #expect(
      notice.suppliers.map { $0.body.names } == [["甲某医学检验有限公司"], ["乙某医学检验（西岭）有限公司"]])
    #expect(notice.suppliers.first?.body.address == "某区某路80号A区304-306单元")
    #expect(notice.suppliers.map(\.isAwarded) == [true, false])
  }

  @Test(arguments: [
    "现将云岭县公安局2026年3月至4月采购意向公开如下：", "现将云岭县公安局年月采购意向公开如下：",
    "为便于供应商及时了解信息，现将 云岭县公安局（本级）采购意向公告如下：",
  ])
  func whoseIntentionsTheyAreStandsInTheSentence(_ lead: String) throws {
    let notice = try notice(
      """
      2026年3月至4月政府采购意向
      \(lead)
      | 序号 | 采购项目名称 | 采购需求概况 | 预算金额(万元) | 预计采购时间 | 备注 |
      |---|---|---|---|---|---|
      | 1 | 检验试剂采购 | STR扩增试剂盒12盒 | 71.2 | 2026年04月 | |
      """)
    #expect(notice.stage == .intention)
    #expect(notice.buyer == ["云岭县公安局"])
    #expect(notice.budget?.description == "712000 CNY")
  }

  @Test func theNameOfTheProjectTellsTheBuyerWhereTheTitleDoesNot() throws {
    let notice = try notice(
      """
      指纹识别系统升级改造招标公告
      项目名称: 云岭县公安局指纹识别系统升级改造
      采购编号: 云采公〔2026〕126号
      采购方式: 公开招标
      """)
    #expect(notice.buyer == ["云岭县公安局"])
    #expect(notice.locator("buyer") == "line 2")
  }

  @Test func thePublicityOfASingleSourceStatesItsBudget() throws {
    let notice = try notice(
      """
      云岭县疾病预防控制中心试剂采购项目单一来源采购公示
      一、项目信息
      1.采购人:云岭县疾病预防控制中心
      2.项目编号:SDGP371502000202602000123
      3.拟采购的货物或服务的说明: 拟采购结核菌素试剂500支（规格50IU）
      4.拟采购的货物或服务的预算金额:人民币陆万陆仟元整(¥:66000.00)
      """)
    #expect(notice.budget?.description == "66000 CNY")
    #expect(notice.items.first?.quantity == Decimal(exactly: 500))
    #expect(notice.places == ["CN-3715"] || notice.places == ["CN-371502"], "\(notice.places)")
  }
}
