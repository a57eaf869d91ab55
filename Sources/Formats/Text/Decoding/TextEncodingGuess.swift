/// Which encoding bytes that are no UTF-8 are in, as a whole and line by line.
struct TextEncodingGuess {
  let main: TextDecoding.Encoding
  /// The encoding of lines that are no UTF-8.
  private let narrow: TextDecoding.Encoding

  init(_ bytes: [UInt8]) {
    var unicode = 0
    var others: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let counts = UnicodeCounts(line)
      guard counts.highBytes > 0 else { continue }
      if counts.isUTF8 {
        unicode += counts.highBytes
      } else if others.count < 1 << 20 {
        others.append(contentsOf: line)
        others.append(UInt8(ascii: "\n"))
      }
    }
    narrow = TextEncodingGuess.narrowEncoding(of: others)
    main = unicode > others.count ? .utf8 : narrow
  }

  /// The encoding of one line; nil for plain ASCII, which fits any.
  func encoding(of line: ArraySlice<UInt8>) -> TextDecoding.Encoding? {
    let counts = UnicodeCounts(line)
    guard counts.highBytes > 0 else { return nil }
    return counts.isUTF8 ? .utf8 : narrow
  }

  /// How much of a line is UTF-8. Single pairs of bytes of other encodings look like it by chance;
  /// sequences of three do not, so those decide.
  private struct UnicodeCounts {
    var highBytes = 0
    var triples = 0
    var stray = 0

    init(_ line: ArraySlice<UInt8>) {
      var index = line.startIndex
      while index < line.endIndex {
        let byte = line[index]
        guard byte >= 0x80 else {
          index += 1
          continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
        let end = index + length
        if length > 0, end <= line.endIndex,
          line[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
        {
          highBytes += length
          if length == 3 { triples += 1 }
          if length == 2 { stray += 1 }
          index = end
        } else {
          highBytes += 1
          stray += 2
          index += 1
        }
      }
    }

    var isUTF8: Bool { stray == 0 ? triples > 0 : triples > stray }
  }

  /// GB 18030, Big5, or Windows-1252 where high bytes stand alone.
  private static func narrowEncoding(of bytes: [UInt8]) -> TextDecoding.Encoding {
    var index = 0
    var pairs = 0
    var alone = 0
    var lowTrails = 0
    var commonSimplified = 0
    var commonTraditional = 0
    while index < bytes.count {
      let lead = bytes[index]
      guard lead >= 0x80 else {
        index += 1
        continue
      }
      guard lead >= 0x81, lead <= 0xFE, index + 1 < bytes.count, bytes[index + 1] >= 0x40,
        bytes[index + 1] != 0x7F
      else {
        alone += 1
        index += 1
        continue
      }
      let trail = bytes[index + 1]
      // A letter with an accent before a small letter is far more often Western than Chinese.
      if trail < 0x80, trail >= 0x61 { alone += 1 }
      pairs += 1
      if trail < 0xA1 { lowTrails += 1 }
      if (0xB0...0xD7).contains(lead), trail >= 0xA1 { commonSimplified += 1 }
      if (0xA4...0xC6).contains(lead), trail < 0x7F || trail >= 0xA1 { commonTraditional += 1 }
      index += 2
    }
    if pairs == 0 || alone * 2 > pairs && commonSimplified * 2 < pairs { return .windows1252 }
    // The trail bytes of Big5 lie below 0xA1 for two in five characters, of GB 2312 never.
    if lowTrails * 5 > pairs, commonTraditional * 2 > pairs { return .big5 }
    return .gb18030
  }

  /// UTF-16 by its mark, or where most units are Latin letters, Han characters or their signs.
  static func wideEncoding(of bytes: [UInt8]) -> TextDecoding.Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let head = bytes.prefix(4096)
    guard head.count >= 16, head.contains(0) else { return nil }
    func share(_ high: Int) -> Int {
      var fitting = 0
      for start in stride(from: 0, to: head.count - 1, by: 2) {
        let upper = head[start + high]
        let lower = head[start + 1 - high]
        switch upper {
        case 0x00:
          if lower >= 0x20 || lower == 0x0A || lower == 0x0D || lower == 0x09 { fitting += 1 }
        case 0x20, 0x30, 0x4E...0x9F, 0xFF: fitting += 1
        default: break
        }
      }
      return fitting * 100 / max(1, head.count / 2)
    }
    let little = share(1)
    let big = share(0)
    guard max(little, big) >= 80 else { return nil }
    return little >= big ? .utf16LittleEndian : .utf16BigEndian
  }
}
