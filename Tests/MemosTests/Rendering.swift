import Formats
import Glibc
import Memos
import Screening
import Testing

/// Writes samples where `SCRUPLE_RENDER` names a folder, so that a person can look at them.
@Suite(.enabled(if: renderFolder != nil)) struct RenderedSamples {
  @Test func memosAreWrittenForTheEye() throws {
    let folder = try #require(renderFolder)
    for determination in Samples.all + [Samples.crowded] {
      let memo = MemoDocument(determination)
      let name = "\(folder)/memo-\(determination.id)"
      try FileWriter.write(memo.html, to: name + ".html")
      try FileWriter.write(memo.markdown, to: name + ".md")
      try FileWriter.write(determination.json.text(indented: true), to: name + ".json")
      try FileWriter.write(
        TerminalReport.screen(determination) + "\n" + TerminalReport.explain(determination),
        to: name + ".txt")
      #expect(memo.html.hasSuffix("</html>\n"))
    }
    try FileWriter.write(TerminalReport.demonstration(Samples.all), to: "\(folder)/demo.txt")
  }

  @Test func reportsAreWrittenForTheEye() throws {
    let folder = try #require(renderFolder)
    let quarter = try #require(Quarter("2026-Q3"))
    let report = QuarterlyReport(quarter: quarter, records: Records.quarter(seed: 7, orders: 90))
    try FileWriter.write(report.html, to: folder + "/report.html")
    try FileWriter.write(report.json.text(indented: true), to: folder + "/report.json")
    let empty = QuarterlyReport(quarter: quarter, records: [])
    try FileWriter.write(empty.html, to: folder + "/report-empty.html")
    #expect(report.html.hasSuffix("</html>\n"))
  }
}

private var renderFolder: String? {
  guard let value = unsafe getenv("SCRUPLE_RENDER") else { return nil }
  return unsafe String(cString: value)
}
