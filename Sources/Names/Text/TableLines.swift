internal import Formats

/// A table of characters: lines of a key, a tab and the characters that have it.
///
/// Read on bytes, since these tables hold 50,000 characters and are read at every start.
struct TableLines {
  let bytes: [UInt8]

  init(_ path: String) throws(Diagnostic) {
    do {
      bytes = try FileReader.bytes(of: path)
    } catch {
      throw Diagnostic(
        "NAM001", error.message, remedy: "reinstall Data or correct --home", file: path)
    }
    if let invalid = firstInvalidUTF8(in: bytes) {
      throw Diagnostic(
        "NAM002", "the bytes are not valid UTF-8", remedy: "save the file as UTF-8", file: path,
        position: SourcePosition(of: invalid, in: bytes))
    }
  }

  /// Hands over key and value of each line; lines that begin with `#` are comments.
  func forEach(_ body: (_ key: Range<Int>, _ value: Range<Int>) -> Void) {
    var index = 0
    while index < bytes.count {
      let start = index
      var tab = -1
      while index < bytes.count, bytes[index] != 0x0A {
        if bytes[index] == 0x09, tab < 0 { tab = index }
        index += 1
      }
      if tab >= 0, bytes[start] != UInt8(ascii: "#") { body(start..<tab, tab + 1..<index) }
      index += 1
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Hands over the scalars of a range; the bytes were checked to be valid.
  func forEachScalar(in range: Range<Int>, _ body: (UInt32) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let first = UInt32(bytes[index])
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var scalar = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
      for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
      body(scalar)
      index += length
    }
  }
}
