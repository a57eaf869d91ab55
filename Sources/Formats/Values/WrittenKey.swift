/// Texts and numbers as one key, byte for byte.
///
/// Swift holds texts for equal that show the same letters, such as é as one sign and as two; who
/// reads names does not always read them alike, so what is remembered goes by the bytes.
public struct WrittenKey: Hashable, Sendable {
  private var bytes: [UInt8] = []

  public init() {}

  /// All bytes at once; an array would hash them one by one.
  public func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }

  public mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: Int.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  public mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func add(_ written: [UInt8]) {
    add(written.count)
    bytes += written
  }

  public mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }
}
