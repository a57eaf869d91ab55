extension CSVRecords {
  /// Reads the cells up to the end of the record; nil where that went well.
  mutating func readRecord() -> Step? {
    while true {
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      if let step = isQuoted ? readQuotedCell() : readPlainCell() { return step }
      guard index < bytes.count else {
        endWithoutBreak()
        return nil
      }
      if bytes[index] == dialect.separator {
        index += 1
        continue
      }
      if skipLineBreak() { return nil }
      return unreadable(
        "FMT013", "there is text after the closing quotation mark", at: index,
        "double a quotation mark that belongs to the cell")
    }
  }

  private mutating func readPlainCell() -> Step? {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case dialect.separator, UInt8(ascii: "\n"):
        cells.append(CSVRecord.Cell(range: start..<index))
        return nil
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n") {
          cells.append(CSVRecord.Cell(range: start..<index))
          return nil
        }
        return unreadable(
          "FMT014", "a carriage return stands alone", at: index, "end lines with CR LF or LF")
      case UInt8(ascii: "\"") where !dialect.isLenient:
        return unreadable(
          "FMT015", "a quotation mark stands inside a cell that does not begin with one",
          at: index, "put the whole cell in quotation marks and double those inside")
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20:
        return unreadable("FMT016", "a control character stands in a cell", at: index, "remove it")
      default: index += 1
      }
    }
    cells.append(CSVRecord.Cell(range: start..<index))
    return nil
  }

  private mutating func readQuotedCell() -> Step? {
    let opening = index
    index += 1
    var cell = CSVRecord.Cell(range: index..<index)
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\"") else {
        // A block that was never written is one of zeros.
        if bytes[index] == 0 {
          return unreadable(
            "FMT016", "a control character stands in a cell", at: index, "remove it")
        }
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        cell.isDoubled = true
        index += 2
        continue
      }
      cell.range = opening + 1..<index
      cells.append(cell)
      index += 1
      while dialect.isLenient, index < bytes.count,
        bytes[index] == 0x20 || bytes[index] == 0x09, bytes[index] != dialect.separator
      {
        index += 1
      }
      return nil
    }
    return .broken(
      fault(
        "FMT017", "the quotation mark is never closed", at: opening,
        "close it, or fetch the file again if it is cut off"))
  }
}
