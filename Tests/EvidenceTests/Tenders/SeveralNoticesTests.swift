import Evidence
import Formats
import Testing

@Suite("Several notices in one file are several; one with several titles is one")
struct SeveralNoticesTests {
  private static func notice(
    _ title: String, _ number: String, buyer: String = "云岭县公安局"
  ) -> String {
    """
    \(title)
    一、项目编号：\(number)
    采购人：\(buyer)
    采购代理机构：样例招标有限公司
    标的名称：STR扩增试剂盒
    数量：15盒
    发布日期：2026年11月8日
    """
  }

  private func read(_ text: String) throws -> TenderReading { try Tenders.read(Array(text.utf8)) }

  @Test(arguments: ["\n", "\n\n----------\n\n", "\n\n# \n"])
  func eachHasItsOwnFieldsAndLines(_ separator: String) throws {
    let texts = [
      Self.notice("云岭县公安局DNA检验试剂采购招标公告", "YL-2026-77"),
      Self.notice("临溪县卫生健康局采血卡采购招标公告", "LX-2026-3", buyer: "临溪县卫生健康局"),
      Self.notice("云岭县公安局DNA检验试剂采购中标公告", "YL-2026-77"),
    ]
    let reading = try read(texts.joined(separator: separator))
    #expect(reading.notices.map(\.projectNumber) == ["YL-2026-77", "LX-2026-3", "YL-2026-77"])
    #expect(reading.notices.map(\.buyer) == [["云岭县公安局"], ["临溪县卫生健康局"], ["云岭县公安局"]])
    #expect(reading.notices.map(\.stage) == [.tender, .tender, .award])
    #expect(reading.notices.map(\.items.count) == [1, 1, 1])
    #expect(Set(reading.notices.map(\.id)).count == 3)
  }

  @Test func linksAndTitlesPrintedTwicePartNothing() throws {
    let title = "云岭县公安局DNA检验试剂采购招标公告"
    let one = Self.notice(title, "YL-2026-77")
    for text in [
      title + "\n" + one, one + "\n" + title,
      one + "\n临溪县卫生健康局采血卡采购招标公告\n云岭县第二中学校服采购中标公告",
      one.replacingFirst("采购人：", with: title + "\n采购人："),
    ] {
      let reading = try read(text)
      #expect(reading.notices.count == 1, "\(text)")
      #expect(reading.notices.first?.buyer == ["云岭县公安局"])
      #expect(reading.notices.first?.items.count == 1)
    }
  }

  @Test func aCorrectionThatNamesTheFirstNoticeIsOne() throws {
    let reading = try read(
      """
      云岭县公安局DNA检验试剂采购更正公告
      项目编号：YL-2026-77
      采购人：云岭县公安局
      原公告的采购项目名称：DNA检验试剂采购
      云岭县公安局DNA检验试剂采购招标公告
      首次公告日期：2026年11月1日
      更正内容：数量由15盒改为20盒
      """)
    #expect(reading.notices.count == 1)
    #expect(reading.notices.first?.stage == .correction)
  }
}

extension String {
  fileprivate func replacingFirst(_ words: String, with other: String) -> String {
    let parts = split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: other)
  }
}
