/// The path and query of a request, decoded once and strictly.
///
/// Absolute addresses, encodings that are none, control characters, empty and dot segments are
/// refused: what two programs could read differently is read by none.
public struct RequestTarget: Sendable, Hashable {
  public enum Fault: Error, Sendable, Hashable {
    case notAPath
    case encoding
    case segment
    case query
    case tooLong
  }

  static let longest = 4096

  /// Segments of the path, decoded.
  public let segments: [String]
  public let query: [String: String]

  public init(_ raw: String) throws(Fault) {
    guard raw.utf8.count <= RequestTarget.longest else { throw .tooLong }
    guard raw.utf8.first == UInt8(ascii: "/") else { throw .notAPath }
    guard raw.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !RequestTarget.ambiguous.contains($0) })
    else { throw .encoding }
    let mark = raw.utf8.firstIndex(of: UInt8(ascii: "?"))
    let path = raw[..<(mark ?? raw.endIndex)].utf8.dropFirst()
    var segments: [String] = []
    if !path.isEmpty {
      for piece in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
        let segment = try RequestTarget.decoded(Substring(piece))
        guard !segment.isEmpty, segment != ".", segment != ".." else { throw .segment }
        segments.append(segment)
      }
    }
    self.segments = segments
    query =
      try mark.map { mark throws(Fault) in
        try RequestTarget.query(raw[mark...].dropFirst())
      } ?? [:]
  }

  /// Signs that some programs read as parts of a path and others as its end.
  private static let ambiguous = Array("#\\".utf8)

  private static func query(_ text: Substring) throws(Fault) -> [String: String] {
    var query: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(sides[0])
      let value = sides.count > 1 ? try decoded(sides[1]) : ""
      // A name that stands twice would be read differently by different programs.
      guard query.updateValue(value, forKey: name) == nil else { throw .query }
    }
    return query
  }

  static func decoded(_ text: Substring) throws(Fault) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else {
        throw .encoding
      }
      bytes.append(high << 4 | low)
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }),
      let decoded = String(validating: bytes, as: UTF8.self)
    else { throw .encoding }
    return decoded
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    guard let byte else { return nil }
    return Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
  }
}
