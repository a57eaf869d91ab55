/// Where the bytes of a text gather: room that grows twofold, filled without a check for each byte.
///
/// Records are written thousands of times a second; appending to an array costs more than all else
/// that writing does.
@safe
struct JSONTextSink: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity: Int

  init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// What was written, copied.
  consuming func bytes() -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// What was written, as text. It came from texts, so it is UTF-8.
  consuming func text() -> String {
    unsafe String(unsafeUninitializedCapacity: count) { space in
      unsafe space.baseAddress?.update(from: start, count: count)
      return count
    }
  }

  private mutating func makeRoom(for more: Int) {
    guard capacity - count < more else { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    unsafe start[count] = byte
    count += 1
  }

  mutating func append(_ byte: UInt8, count more: Int) {
    makeRoom(for: more)
    unsafe (start + count).update(repeating: byte, count: more)
    count += more
  }

  /// As it stands, without marks around it.
  mutating func append(plain text: String) {
    let source = text.utf8.span
    append(source)
  }

  private mutating func append(_ source: Span<UInt8>) {
    makeRoom(for: source.count)
    // SAFETY: there is room for all of it, and the two do not overlap.
    unsafe source.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      unsafe (start + count).update(from: from, count: source.count)
    }
    count += source.count
  }

  /// A string of JSON (RFC 8259 section 7) with its quotation marks. Escaped is what must be, and
  /// nothing else.
  mutating func append(quoted text: String) {
    let source = text.utf8.span
    makeRoom(for: source.count + 2)
    append(JSONTextSink.quote)
    if JSONTextSink.isPlain(source) {
      append(source)
    } else {
      for place in source.indices { append(escaped: source[place]) }
    }
    append(JSONTextSink.quote)
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case JSONTextSink.quote: append(plain: "\\\"")
    case JSONTextSink.backslash: append(plain: "\\\\")
    case 0x08: append(plain: "\\b")
    case 0x0C: append(plain: "\\f")
    case UInt8(ascii: "\n"): append(plain: "\\n")
    case UInt8(ascii: "\r"): append(plain: "\\r")
    case UInt8(ascii: "\t"): append(plain: "\\t")
    case 0..<0x20: append(plain: "\\u00" + Hexadecimal.text(of: [byte]))
    default: append(byte)
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Whether no byte needs an escape: eight at a time, by the test for a byte that is less
  /// (https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord).
  private static func isPlain(_ source: Span<UInt8>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    let raw = unsafe source.bytes
    var place = 0
    while place + 8 <= raw.byteCount {
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let quotes = word ^ ones &* UInt64(quote)
      let slashes = word ^ ones &* UInt64(backslash)
      let low = (word &- ones &* 0x20) & ~word
      let marked = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      guard (low | marked) & highs == 0 else { return false }
      place += 8
    }
    while place < source.count {
      let byte = source[place]
      guard byte >= 0x20, byte != quote, byte != backslash else { return false }
      place += 1
    }
    return true
  }
}
