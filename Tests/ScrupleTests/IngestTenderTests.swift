import Foundation
import Testing

/// `scruple ingest tender` from outside.
struct IngestTenderTests {
  private let notice = """
    云岭县公安局DNA检验试剂采购项目中标公告
    项目编号：[653101]XJYL[GK]2026011
    采购人：云岭县公安局
    采购代理机构：新疆示例工程招标有限公司
    中标供应商：北京观澜仪器有限公司
    标的名称：STR扩增试剂盒
    数量：15盒
    发布日期：2026年11月8日
    """

  @Test func aNoticeIsAcceptedOnceAndServesOrders() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write(notice, to: "notice.txt")
    let first = try scruple(
      "ingest", "tender", "notice.txt", "--accept", "--corpus", corpus, in: space.folder)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("云岭县公安局 (police"))
    #expect(first.errors.contains("accepted: 1 notice"))
    let again = try scruple(
      "ingest", "tender", "notice.txt", "--accept", "--corpus", corpus, in: space.folder)
    #expect(again.errors.contains("already there"))
    #expect(space.names("corpus/tenders").count == 1)
    try space.write(notice.replacing("15盒", with: "16盒"), to: "other.txt")
    let other = try scruple(
      "ingest", "tender", "other.txt", "--accept", "--corpus", corpus, in: space.folder)
    #expect(other.status == 4)
    #expect(other.errors.contains("other content"))
  }

  @Test func whatCannotBeReadIsToldWithItsLine() throws {
    let space = try Workspace()
    defer { space.remove() }
    try space.write(notice.replacing("15盒", with: "15元"), to: "notice.txt")
    let run = try scruple("ingest", "tender", "notice.txt", in: space.folder)
    #expect(run.status == 3)
    #expect(run.output.contains("notice.txt:7:1"))
    try space.write(Data([0xFF, 0xD8, 0xFF, 0xE0]), to: "scan.txt")
    let scan = try scruple("ingest", "tender", "scan.txt", in: space.folder)
    #expect(scan.status == 4)
    #expect(scan.output.contains("an image (JPEG)"))
    #expect(try scruple("ingest", "tender", "missing.txt", in: space.folder).status == 4)
    #expect(try scruple("ingest", "tender").status == 2)
    #expect(try scruple("ingest", "invoice").status == 2)
  }

  /// A corpus reads notices as portals publish them.
  @Test func aCorpusReadsAPage() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    // The purchaser of the order won it, and somebody else is behind it.
    let won = notice.replacing("北京观澜仪器有限公司", with: "Musterstadt University Hospital")
    let page = won.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
    try space.write("<html><body>\(page)</body></html>", to: "corpus/tenders/page.html")
    let order = Orders.sound("oncology-panel", becomes: "forensic-str-kit")
    let run = try scruple(
      "screen", "-", "--corpus", corpus, "--output", "json", input: .text(order))
    #expect(run.output.contains("tender-behind-the-order"), "\(run.errors)")
    #expect(run.output.contains("tenders/page.html"))
    #expect(!run.output.contains("tenders/page.html of the corpus"))
  }
}
