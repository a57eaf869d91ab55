import Formats
import Testing

@Suite("Pages are read as lines and rows")
struct HTMLTextTests {
  private func blocks(_ page: String) -> [HTMLText.Block.Content] {
    HTMLText(Array(page.utf8)).blocks.map(\.content)
  }

  @Test func scriptsAndStylesAreNoText() {
    let page = "<html><head><title>A</title><style>p{}</style></head><body><script>x</script><p>B"
    let read = HTMLText(Array(page.utf8))
    #expect(read.title == "A")
    #expect(read.blocks.map(\.content) == [.line("B")])
    #expect(read.isCutOff)
  }

  /// A revision that shows what it struck out says only what took its place.
  @Test func whatIsStruckOutIsNoLongerSaid() {
    let page =
      "<p>Blood of <del>20,000</del><ins>30,000</ins> residents</p><p><s>all <b>men</b></s> some</p>"
      + "<p>open <strike>to the end</p><p>next</p>"
    #expect(
      blocks(page) == [
        .line("Blood of 30,000 residents"), .line("some"), .line("open"), .line("next"),
      ])
  }

  @Test func cellsThatSpanStandInEachOfTheirRowsAndColumns() {
    let page =
      "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan=2>d<td>e</table>"
    let rows = blocks(page).compactMap { content -> [String]? in
      guard case .row(let cells, _, _) = content else { return nil }
      return cells.map(\.text)
    }
    #expect(rows == [["a", "b"], ["a", "c"], ["d", "d", "e"]])
  }

  @Test func linesOfTheSourceAreKept() {
    let page = "<p>one</p>\n<p>two\n three</p>\n\n<h2>four</h2>"
    let read = HTMLText(Array(page.utf8)).blocks
    #expect(read.map(\.content) == [.line("one"), .line("two three"), .heading("four", level: 2)])
    #expect(read.map(\.line).first == 1)
    #expect(read.map(\.line).last == 5)
  }

  @Test func whatThePageHidesIsNoText() {
    let page =
      "<p>a</p><div hidden>b<div>c</div>d</div><p style='color: red; display: none'>e<p>f</p>"
      + "<textarea>g</textarea><span style=\"visibility:hidden\">h</span><p style='color:red'>i</p>"
    #expect(blocks(page) == [.line("a"), .line("f"), .line("i")])
  }

  @Test func namedCharactersAndEntitiesAreResolved() {
    #expect(blocks("<p>a&nbsp;&amp;&#65;&lt;</p>") == [.line("a &A<")])
  }
}
