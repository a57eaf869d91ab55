/// What bytes that are no UTF-8 probably are, so that a message can say how to save them anew.
public enum TextEncoding: Sendable, Hashable {
  case utf16
  /// GBK or GB 18030, which Chinese systems write.
  case gbk
  /// ISO 8859-1 or Windows-1252.
  case latin1

  public var name: String {
    switch self {
    case .utf16: "UTF-16"
    case .gbk: "GBK"
    case .latin1: "Latin-1"
    }
  }

  /// A guess, by the first bytes that are no ASCII from an offset on: in GBK they come in pairs,
  /// in Latin-1 mostly alone between ASCII letters.
  public static func guess(of bytes: [UInt8], from offset: Int) -> TextEncoding {
    if looksLikeUTF16(bytes) { return .utf16 }
    var pairs = 0
    var others = 0
    var run = 0
    for byte in bytes[min(offset, bytes.count)...].prefix(1 << 16) {
      if byte >= 0x80 {
        run += 1
        continue
      }
      // A run of GBK may end in a trailing byte below 0x80, so an odd run is not yet against it.
      if run >= 2 { pairs += 1 } else if run == 1 { others += 1 }
      run = 0
    }
    if run >= 2 { pairs += 1 } else if run == 1 { others += 1 }
    return pairs > others ? .gbk : .latin1
  }

  /// Whether every other byte among the first is zero, as in UTF-16 of Latin letters.
  public static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64)
    guard head.count >= 4 else { return false }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
    let odd = head.indices.filter { $0 % 2 == 1 && head[$0] == 0 }.count
    let even = head.indices.filter { $0 % 2 == 0 && head[$0] == 0 }.count
    return max(odd, even) * 2 >= head.count - 2
  }
}
