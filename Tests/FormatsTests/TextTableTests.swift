import Formats
import Testing

@Suite("Tables say which line is wrong")
struct TextTableTests {
  private func table(_ text: String) throws(Diagnostic) -> TextTable {
    try TextTable(Array(text.utf8), requiring: ["code", "names"], file: "t.tsv")
  }

  @Test func cellsAreReachedByName() throws {
    let table = try table("code\tnames\r\nCN-65\tXinjiang|新疆\r\n\r\nCN-54\t\r\n")
    #expect(table.rows.map { $0["code"] } == ["CN-65", "CN-54"])
    #expect(table.rows[0].list("names") == ["Xinjiang", "新疆"])
    #expect(table.rows[1].line == 4)
    #expect(table.rows[1]["absent"] == "")
  }

  @Test func aMissingColumnIsNamed() {
    #expect(throws: Diagnostic.self) { try table("code\tname\n") }
  }

  @Test func tooManyCellsAreToldWithTheirLine() {
    do throws(Diagnostic) {
      _ = try table("code\tnames\na\tb\nc\td\te\n")
      Issue.record("the table was accepted")
    } catch {
      #expect(error.id == "FMT003")
      #expect(error.position?.line == 3)
    }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: Diagnostic.self) {
      try TextTable([0x63, 0xFF], requiring: [], file: "t.tsv")
    }
  }
}
