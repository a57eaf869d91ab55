/// Cuts a file into its records without reading them: the lines of NDJSON, or the elements of
/// one array, so that memory holds one record at a time.
struct JSONRecords {
  private let bytes: [UInt8]
  private var index: Int
  private var line = 1
  private var isDone = false
  let isArray: Bool
  /// The line at which an array stops without its bracket, or text follows it.
  private(set) var unclosedAt: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[index...].first { $0 > 0x20 }
    isArray = first == UInt8(ascii: "[")
    guard isArray else { return }
    skipBlanks()
    index += 1
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
      index += 1
      close()
    }
  }

  /// The next record and the line on which it begins.
  mutating func next() -> (record: ArraySlice<UInt8>, line: Int)? {
    isArray ? nextElement() : nextLine()
  }

  private mutating func nextLine() -> (record: ArraySlice<UInt8>, line: Int)? {
    while index < bytes.count {
      let start = index
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let number = line
      index = end + 1
      line += 1
      let record = bytes[start..<end]
      if record.contains(where: { $0 > 0x20 }) { return (record, number) }
    }
    return nil
  }

  private mutating func nextElement() -> (record: ArraySlice<UInt8>, line: Int)? {
    guard !isDone else { return nil }
    skipBlanks()
    let (start, startLine) = (index, line)
    var depth = 0
    var isInText = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInText {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ",") where depth == 0:
          index += 1
          return (bytes[start..<(index - 1)], startLine)
        case UInt8(ascii: "]") where depth == 0:
          let end = index
          index += 1
          close()
          return (bytes[start..<end], startLine)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    isDone = true
    unclosedAt = line
    return nil
  }

  /// Ends the array; only blanks may follow.
  private mutating func close() {
    isDone = true
    skipBlanks()
    if index < bytes.count { unclosedAt = line }
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }
}
