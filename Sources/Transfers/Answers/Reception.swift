/// What comes in during one exchange: the head of the last answer, and its body.
///
/// INVARIANT: only the thread that performs the exchange touches it.
final class Reception {
  private(set) var status = 0
  private(set) var bytes: [UInt8] = []
  private(set) var isTooLong = false
  /// Set where the address may not be reached.
  var isForbidden = false
  /// Seconds or a date, as sent.
  private(set) var retryAfter: String?
  private var entityTag: String?
  private var lastModified: String?
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var validators: Validators { Validators(entityTag: entityTag, lastModified: lastModified) }

  /// Takes one line of a head; a status line begins a new one.
  func takeHeadLine(_ line: [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      let words = text.split(separator: " ")
      status = words.count > 1 ? Int(words[1].prefix(3)) ?? 0 : 0
      entityTag = nil
      lastModified = nil
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return }
    let value = Reception.trimmed(text[text.index(after: colon)...])
    switch text[..<colon].lowercased() {
    case "etag": entityTag = value
    case "last-modified": lastModified = value
    case "retry-after": retryAfter = value
    default: break
    }
  }

  /// Takes bytes of the body; false where there are too many. Only the body of a success is kept.
  func takeBody(_ space: UnsafeRawBufferPointer) -> Bool {
    guard status == 200 else { return true }
    guard space.count <= limit - bytes.count else {
      isTooLong = true
      return false
    }
    unsafe bytes.append(contentsOf: space)
    return true
  }

  /// Whether the body is a page for people: it begins so, whatever its declared type.
  var isWebPage: Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes[start...].firstIndex(where: { !isSpace($0) }) else { return false }
    let opening = bytes[first...].prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return opening.starts(with: "<!doctype html".utf8) || opening.starts(with: "<html".utf8)
      || opening.starts(with: "<head".utf8) || opening.starts(with: "<body".utf8)
  }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let utf8 = text.utf8
    guard let first = utf8.firstIndex(where: { !isSpace($0) }),
      let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[first...last])
  }
}
