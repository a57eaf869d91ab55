/// One line of a report, or one block of a page, before lines are joined to paragraphs.
struct ReportLine {
  var bytes: ArraySlice<UInt8>
  let place: Int
  /// Whether nothing stands between it and the line before.
  let followsDirectly: Bool
  var isHeading = false
  var isItem = false
  /// Stands beside the text of a page: links that lead elsewhere, what readers wrote.
  var isBeside = false

  /// Small letter, or a sign that no sentence begins with.
  var continuesSentence: Bool {
    guard let first = bytes.first else { return false }
    // `ii.` numbers an item.
    let numeral = bytes.prefix { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
    if !numeral.isEmpty, numeral.count < 6, let next = bytes.dropFirst(numeral.count).first,
      next == 0x2E || next == 0x29
    {
      return false
    }
    return (0x61...0x7A).contains(first) || first == UInt8(ascii: ",") || first == UInt8(ascii: ")")
  }

  /// Whether its last sign ends a sentence, quotation marks and brackets after it aside.
  var endsSentence: Bool {
    var tail = bytes.suffix(12)
    while true {
      if tail.isEmpty { return true }
      if let last = tail.last, last == 0x22 || last == 0x27 || last == 0x29 || last == 0x5D {
        tail.removeLast()
      } else if ReportLine.closers.contains(where: { tail.suffix(3).elementsEqual($0) }) {
        tail.removeLast(3)
      } else {
        break
      }
    }
    if let last = tail.last, last == 0x2E || last == 0x21 || last == 0x3F || last == 0x3A {
      return true
    }
    return ReportLine.enders.contains { tail.suffix(3).elementsEqual($0) }
  }

  /// ”, ’, 」, 』, ）, 》
  private static let closers: [[UInt8]] = [
    [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xE3, 0x80, 0x8D], [0xE3, 0x80, 0x8F],
    [0xEF, 0xBC, 0x89], [0xE3, 0x80, 0x8B],
  ]
  /// 。, ！, ？, ；, ：, …
  private static let enders: [[UInt8]] = [
    [0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F], [0xEF, 0xBC, 0x9B],
    [0xEF, 0xBC, 0x9A], [0xE2, 0x80, 0xA6],
  ]

  /// Half of a line that prints the same words twice, side by side.
  var withoutDoubling: ArraySlice<UInt8> {
    let count = bytes.count
    guard count >= 12 else { return bytes }
    for gap in 0...2 where (count - gap) % 2 == 0 {
      let half = (count - gap) / 2
      let first = bytes.prefix(half)
      let between = bytes[(bytes.startIndex + half)..<(bytes.startIndex + half + gap)]
      if between.allSatisfy({ $0 == 0x20 || $0 == 0x09 }), first.elementsEqual(bytes.suffix(half)) {
        return first
      }
    }
    return bytes
  }
}
