import Formats

/// `inventory.tsv`: which tables the `Data` folder holds and how many lines each has at least.
///
/// A table that was cut off still reads as a table. What it no longer holds would no longer be
/// found, and an order would be released for want of it; so a shorter table is refused, and a
/// missing one too, unless it is one of `law/`, whose readers say that it is missing.
enum Inventory {
  static func check(folder: String) throws(Diagnostic) {
    let file = folder + "/inventory.tsv"
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["file", "lines"], file: file)
    guard !table.rows.isEmpty else {
      throw Diagnostic(
        "KNO003", "the inventory names no table", remedy: "restore it", file: file)
    }
    for row in table.rows {
      guard let floor = Int(row["lines"]), floor > 0 else {
        throw Diagnostic(
          "KNO001", "`\(row["lines"])` is not a number of lines",
          remedy: "write how many lines the table has at least", file: file,
          position: SourcePosition(line: row.line, column: 1))
      }
      // A table of law that is not there leaves its steps unknown, and they name it.
      if row["file"].hasPrefix("law/"), !FileReader.exists(folder + "/" + row["file"]) { continue }
      try check(folder + "/" + row["file"], floor: floor)
    }
  }

  private static func check(_ path: String, floor: Int) throws(Diagnostic) {
    let bytes = try Lines.bytes(path)
    var lines = 0
    var isBlank = true
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        if !isBlank { lines += 1 }
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
      }
    }
    guard isBlank else {
      throw Diagnostic(
        "KNO004", "the last line of the table does not end in a line break",
        remedy: "restore the file if it was cut off; else add the line break", file: path)
    }
    guard lines >= floor else {
      throw Diagnostic(
        "KNO002", "the table has \(lines) lines, and at least \(floor) are expected",
        remedy: "restore the file; where lines were taken out on purpose, lower its number in "
          + "inventory.tsv", file: path)
    }
  }
}
