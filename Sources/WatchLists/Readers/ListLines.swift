/// The lines of a file of one JSON object a line, without blank ones.
struct ListLines {
  struct Line {
    let number: Int
    let bytes: [UInt8]
    /// It ends with the file.
    let isLast: Bool
  }

  private let bytes: [UInt8]
  private var start: Int
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = bytes[start..<end]
      start = end + 1
      number += 1
      if text.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) {
        return Line(number: number, bytes: Array(text), isLast: end >= bytes.count)
      }
    }
    return nil
  }
}
