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
      try FileWriter.write(
        TerminalReport.screen(determination) + "\n" + TerminalReport.explain(determination),
        to: name + ".txt")
      #expect(memo.html.hasSuffix("</html>\n"))
    }
    try FileWriter.write(TerminalReport.demonstration(Samples.all), to: "\(folder)/demo.txt")
  }
}

private var renderFolder: String? {
  guard let value = unsafe getenv("SCRUPLE_RENDER") else { return nil }
  return unsafe String(cString: value)
}
