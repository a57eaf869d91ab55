/// A table that is being read: its open row, and the cells that reach into later rows.
final class HTMLTable {
  let number: Int
  private var cells: [OpenCell] = []
  private var rowLine = 1
  private var isInRow = false
  /// Cells of earlier rows that reach into this one, by column.
  private var reaching: [Int: (cell: HTMLText.Cell, rows: Int)] = [:]

  private struct OpenCell {
    var parts: [String] = []
    let line: Int
    let isHeader: Bool
    let rows: Int
    let columns: Int
  }

  /// What a span may at most be taken for; pages write thousands.
  private static let longestSpan = 512
  private static let widestSpan = 64

  init(number: Int) { self.number = number }

  var isInCell: Bool { isInRow && !cells.isEmpty }

  func startRow(_ line: Int) {
    isInRow = true
    rowLine = line
  }

  func startCell(_ line: Int, isHeader: Bool, rows: Int, columns: Int) {
    if !isInRow { startRow(line) }
    guard cells.count < 1024 else { return }
    cells.append(
      OpenCell(
        line: line, isHeader: isHeader, rows: min(max(1, rows), HTMLTable.longestSpan),
        columns: min(max(1, columns), HTMLTable.widestSpan)))
  }

  func add(_ words: String) {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].parts.append(words)
  }

  /// The row that is open, with spans resolved; nil where none is.
  func endRow() -> (cells: [HTMLText.Cell], line: Int, isHeader: Bool)? {
    guard isInRow else { return nil }
    defer {
      isInRow = false
      cells.removeAll(keepingCapacity: true)
    }
    guard !cells.isEmpty else { return nil }
    var row: [HTMLText.Cell] = []
    var next = reaching
    func takeReaching() {
      while let above = reaching[row.count] {
        if above.rows > 1 {
          next[row.count] = (above.cell, above.rows - 1)
        } else {
          next[row.count] = nil
        }
        row.append(above.cell)
      }
    }
    // A heading over the whole table is one cell.
    if cells.count == 1, reaching.isEmpty {
      let cell = cells[0]
      return (
        [HTMLText.Cell(text: cell.parts.joined(separator: "\n"), line: cell.line)], rowLine,
        cell.isHeader
      )
    }
    for cell in cells {
      takeReaching()
      let read = HTMLText.Cell(text: cell.parts.joined(separator: "\n"), line: cell.line)
      for _ in 0..<cell.columns {
        if cell.rows > 1 { next[row.count] = (read, cell.rows - 1) }
        row.append(read)
      }
    }
    takeReaching()
    reaching = next
    return (row, rowLine, cells.allSatisfy(\.isHeader))
  }
}
