import Formats
import Testing

@Suite("Comma-separated values are read strictly")
struct CSVReaderTests {
  @Test func quotedCellsHoldCommasBreaksAndQuotationMarks() {
    let table = CSVReader(Array("a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\r\n\r\n,z".utf8))
    #expect(table.faults.isEmpty)
    #expect(table.columns == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["x, \"y\"", "1\n2"], ["", "z"]])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(table.rows[1]["b"] == "z")
    #expect(table.rows[1]["none"].isEmpty)
  }

  @Test(
    arguments: [
      ("a,b\nx", "FMT012", 2, 1), ("a,b\nx,y,z\nu,v", "FMT012", 2, 1), ("a,a\n", "FMT011", 1, 1),
      ("a\nx\"y\n", "FMT015", 2, 2), ("a\n\"x\"y\n", "FMT013", 2, 4), ("a\n\"x", "FMT017", 2, 1),
      ("a\rb\n", "FMT014", 1, 2), ("a\n\u{0}\n", "FMT016", 2, 1),
    ])
  func faultsAreNamedWithTheirPlace(text: String, id: String, line: Int, column: Int) {
    let table = CSVReader(Array(text.utf8), file: "t.csv")
    #expect(table.faults.map(\.id) == [id])
    #expect(table.faults.first?.position == SourcePosition(line: line, column: column))
  }
}
