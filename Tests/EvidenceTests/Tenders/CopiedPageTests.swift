import Evidence
import Formats
import Testing

/// Shapes of pages as portals write them and as others copy them; all parties are made up.
@Suite("Pages of procurement portals, and copies of them")
struct CopiedPageTests {
  private func words(_ items: [TenderItem]) -> [String] {
    items.map { item in
      [
        item.description, item.brand, item.model, item.quantity.map { "\($0)" }, item.unit,
        item.unitPrice.map { "at \($0.amount)" },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// The table at the head of ccgp.gov.cn, copied without its lines.
  @Test func labelsAndValuesOfAHeadRunTogether() throws {
    let notice = try Tenders.notice(
      """
      （检验科）核酸提取仪采购竞争性磋商公告2026年07月04日 12:08 来源： 【打印】公告概要：公告信息：\
      采购项目名称（检验科）核酸提取仪采购品目货物/设备/医疗设备采购单位云岭县人民医院行政区域云岭县\
      公告时间2026年07月04日 12:08响应文件递交地点示例路210号响应文件开启时间2026年07月14日 13:00\
      预算金额￥135.000000万元（人民币）联系人及联系方式：项目联系人李某项目联系电话0998-0000000\
      采购单位云岭县人民医院采购单位地址云岭县示例路1号代理机构名称示例招标有限公司
      """)
    #expect(notice.title == "（检验科）核酸提取仪采购竞争性磋商公告")
    #expect(notice.buyer == ["云岭县人民医院"])
    #expect(notice.buyerAddress == "云岭县示例路1号")
    #expect(notice.agency?.name == "示例招标有限公司")
    #expect(notice.published?.description == "2026-07-04")
    #expect(notice.deadline?.description == "2026-07-14")
    #expect(notice.budget?.description == "1350000 CNY")
  }

  @Test func aDayIsBrokenIntoLines() throws {
    let notice = try Tenders.notice(
      """
      采购项目名称
      云岭县检验研究院测序仪采购项目
      采购单位
      云岭县检验研究院
      四、提交投标文件
      截止时间、开标时间和地点
      时间：
      2026
      年
      8
      月
      7
      日
      10
      点
      00
      分（北京时间）
      """)
    #expect(notice.deadline?.description == "2026-08-07")
  }

  /// One row lists two things, each on a line of its cells; the head has columns nobody knows.
  @Test func cellsOfSeveralLinesAreRows() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h2>云岭县人民医院检验设备中标公告</h2><p>项目编号：YL-2026-31</p>
      <p>采购人：云岭县人民医院</p><p>四、主要标的信息</p>
      <table><tr><td>供应商名称</td><td>货物名称</td><td>货物品牌</td><td>货物型号</td><td>货物数量</td>\
      <td>货物单价(元)</td><td>甲项</td><td>乙项</td><td>丙项</td><td>下浮率</td></tr>
      <tr><td>样例器械有限公司</td><td>遗传分析仪;<br/>核酸提取仪</td><td>甲牌;<br/>乙牌</td>\
      <td>GA-1;<br/>EX 2</td><td>2;<br/>1</td><td>830000;<br/>160000</td><td></td><td></td>\
      <td></td><td></td></tr></table></body></html>
      """)
    #expect(
      words(notice.items) == ["遗传分析仪 甲牌 GA-1 2 at 830000", "核酸提取仪 乙牌 EX 2 1 at 160000"])
    #expect(notice.awardees == ["样例器械有限公司"])
  }

  /// A name that is broken over two lines is one name.
  @Test func aBrokenNameIsNoSecondThing() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h2>云岭县人民医院检验设备中标公告</h2><p>项目编号：YL-2026-32</p>
      <p>采购人：云岭县人民医院</p>
      <table><tr><td>货物名称</td><td>规格型号</td><td>数量</td><td>单价</td></tr>
      <tr><td>遗传<br/>分析仪</td><td>GA<br/>1</td><td>2台</td><td>830000</td></tr></table></body></html>
      """)
    #expect(notice.items.count == 1)
    #expect(notice.items.first?.quantity?.description == "2")
  }

  @Test func aPriceAboveTheAwardIsToldAndNotKept() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h2>云岭县疾病预防控制中心检测设备中标公告</h2><p>项目编号：YL-2026-33</p>
      <p>采购人：云岭县疾病预防控制中心</p><p>三、中标信息</p>
      <table><tr><td>供应商名称</td><td>供应商地址</td><td>中标金额(万元)</td></tr>
      <tr><td>样例科技有限公司</td><td>示例路1号</td><td>31.2</td></tr></table><p>四、主要标的信息</p>
      <table><tr><td>名称</td><td>品牌</td><td>规格型号</td><td>数量</td><td>单价(万元)</td></tr>
      <tr><td>核酸检测一体机</td><td>甲牌</td><td>P-12</td><td>1</td><td>312000</td></tr></table></body></html>
      """)
    #expect(notice.awarded?.description == "312000 CNY")
    #expect(words(notice.items) == ["核酸检测一体机 甲牌 P-12 1"])
    #expect(notice.unread.contains { $0.contains("3120000000") }, "\(notice.unread)")
  }

  @Test func sumsOfLotsAndScores() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h2>云岭大学附属医院呼吸机采购中标公告</h2><p>一、项目编号：YL-2026-34</p>
      <p>三、中标（成交）信息</p>
      <p>包号：1</p><p>供应商名称：甲样例有限公司</p><p>中标（成交）金额：592,046.00元</p>
      <p>包号：4</p><p>供应商名称：乙样例有限公司</p><p>中标（成交）金额：73,500.00元</p>
      <p>包号：7</p><p>供应商名称：乙样例有限公司</p><p>中标（成交）金额：68,000.00元</p>
      <h4>七、评审得分及报价表</h4>
      <table><tr><th>供应商名称</th><th>报价总得分</th><th>技术总得分</th><th>商务总得分</th><th>合计</th>\
      <th>排序</th></tr><tr><td>甲样例有限公司</td><td>43.45</td><td>35.00</td><td>14.43</td><td>92.88</td>\
      <td>1</td></tr><tr><td>丙样例有限公司</td><td>45.00</td><td>30.00</td><td>12.00</td><td>87.00</td>\
      <td>2</td></tr></table><p>1.采购人信息</p><p>名称：云岭大学附属医院</p></body></html>
      """)
    #expect(notice.awardees == ["甲样例有限公司", "乙样例有限公司"])
    #expect(notice.suppliers.filter { !$0.isAwarded }.flatMap(\.body.names) == ["丙样例有限公司"])
    #expect(
      notice.suppliers.compactMap { $0.amount?.description } == ["592046 CNY", "141500 CNY"])
    #expect(notice.awarded?.description == "733546 CNY")
  }

  @Test func whatWasChangedStandsOnTheNextLine() throws {
    let notice = try Tenders.notice(
      """
      云岭县人民医院手术床采购更正公告
      项目编号：YL-2026-35
      采购人：云岭县人民医院
      更正内容：
      原第3.1条参数为：床面尺寸：≥50cm×2000cm；
      现变更第3.1条参数为：床面尺寸：≥50cm×200cm；
      更正日期：2026-09-24
      """)
    #expect(notice.corrections.count == 1)
    #expect(notice.corrections.first?.after.hasSuffix("≥50cm×200cm") == true)
  }

  @Test func maskedAmountsAreTold() throws {
    let notice = try Tenders.notice(
      """
      一、功能及要求：项目名称：云岭县血液中心自动化设备采购项目
      项目预算：******?.00元
      """)
    #expect(notice.budget == nil)
    #expect(notice.unread.contains { $0.contains("masked") }, "\(notice.unread)")
  }

  /// A lot whose budget stands elsewhere leaves the whole open, whichever it is.
  @Test(arguments: [("12万元", "详见附件", "8万元"), ("详见附件", "12万元", "8万元"), ("12万元", "8万元", "一批")])
  func aLotWithoutABudgetLeavesTheWholeOpen(_ first: String, _ second: String, _ third: String)
    throws
  {
    let notice = try Tenders.notice(
      """
      云岭县公安局试剂采购公开招标公告
      项目编号：YL-2026-39
      采购人：云岭县公安局
      标项名称：STR试剂盒
      数量：5盒
      预算金额：\(first)
      标项名称：采血卡
      数量：500张
      预算金额：\(second)
      标项名称：磁珠
      数量：6瓶
      预算金额：\(third)
      """)
    #expect(notice.budget == nil)
    #expect(notice.items.count == 3)
  }

  @Test func aDayThatThereIsNotIsTold() throws {
    let notice = try Tenders.notice(
      """
      云岭县公安局试剂采购中标公告
      项目编号：YL-2026-37
      采购人：云岭县公安局
      2026-02-30
      """)
    #expect(notice.published == nil)
    #expect(notice.unread.contains { $0.contains("`2026-02-30` is no day") }, "\(notice.unread)")
  }

  /// Who is admitted to a framework supplies under it, whatever the rank.
  @Test func allWhoAreAdmittedAreAwarded() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h1>云岭市检测试剂定点供应商中标公告</h1><p>项目编号：YL-2026-38</p>
      <p>采购人：云岭市人民医院</p><p>入围供应商名单：</p>
      <table><tr><th>供应商名称</th><th>综合得分</th><th>排名</th></tr>
      <tr><td>甲样例有限公司</td><td>92.1</td><td>1</td></tr>
      <tr><td>乙样例有限公司</td><td>90.3</td><td>2</td></tr></table></body></html>
      """)
    #expect(notice.awardees == ["甲样例有限公司", "乙样例有限公司"])
  }

  @Test func aRowOfOneWordKeepsItsLetters() throws {
    let notice = try Tenders.notice(
      """
      云岭县公安局DNA实验室试剂耗材采购项目中标公告
      采购人：云岭县公安局
      序号标的的名称规格型号数量及单位①单价②投标报价③=①×②
      1YSTR扩增试剂盒(核心产品)100人份/盒6盒17000102000
      2Magnet使用磁套50个/盒4盒3001200
      """)
    #expect(notice.items.map(\.description) == ["YSTR扩增试剂盒(核心产品)", "Magnet使用磁套"])
    #expect(notice.items.map(\.specification) == ["100人份/盒", "50个/盒"])
    #expect(notice.items.compactMap(\.pack).map(\.description) == ["100 reaction", "50 piece"])
  }

  @Test(
    arguments: [
      ("西宁市公安局城北分局", "county", "CN-630105"), ("上海市公安局黄浦分局西藏路派出所", "county", "CN-310101"),
      ("墨玉县委政法委员会", "county", "CN-653222"), ("中共疏附县委统战部", "county", "CN-653121"),
      ("乌鲁木齐市公安局天山区分局", "county", "CN-650102"),
    ])
  func branchesAndCommitteesAreOfTheirCounty(
    _ name: String, _ level: String, _ place: String
  ) throws {
    let reading = try #require(Tenders.knowledge).reading(ofBody: name)
    #expect(reading.level == level)
    #expect(reading.places == [place])
  }

  @Test func aSpreadsheetWritesLargeNumbersWithAnExponent() throws {
    let notice = try Tenders.notice(
      "buyer;item;quantity;unit price\nSampleland Police;Blood cards;1E+03;1,50\n")
    #expect(notice.items.first?.quantity?.description == "1000")
  }

  /// A table of the winner may tell its score; the unit of a fee is no unit of what is bought.
  @Test func aScoreBesideTheAwardIsOfTheWinner() throws {
    let notice = try Tenders.notice(
      """
      <html><body><h1>云岭县水务局泵站养护中标公告</h1><h2>一、项目编号：YL-2026-36</h2>
      <h2>三、中标（成交）信息</h2>
      <table><tr><th>序号</th><th>供应商名称</th><th>供应商地址</th><th>评审总得分</th><th>中标/成交金额</th></tr>
      <tr><td>1</td><td>甲样例有限公司</td><td>示例路1号</td><td>81.84</td><td>1186000元</td></tr></table>
      <h2>四、主要标的信息</h2><p>名称：泵站养护包2</p>
      <h2>六、代理服务收费标准及金额：</h2><p>收费金额（单位：元）：345552.00</p>
      <p>1.采购人信息</p><p>单位名称：云岭县水务局</p></body></html>
      """)
    #expect(notice.awardees == ["甲样例有限公司"])
    #expect(notice.awarded?.description == "1186000 CNY")
    #expect(notice.items.map(\.unit) == [nil])
  }
}
