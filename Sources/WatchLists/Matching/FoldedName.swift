/// A name with case, punctuation and spacing levelled, for equality only.
///
/// It compares what is the same text written differently; understanding names is the business of
/// `Names`.
public struct FoldedName: Sendable, Hashable {
  public let text: String

  public init(_ name: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    var needsSpace = false
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        switch byte {
        case 0x61...0x7A, 0x30...0x39: FoldedName.append([byte], &bytes, &needsSpace)
        case 0x41...0x5A: FoldedName.append([byte | 0x20], &bytes, &needsSpace)
        // An apostrophe is written or left out: "People's", "Peoples".
        case 0x27: continue
        default: needsSpace = true
        }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        let lowered = scalar.properties.lowercaseMapping
        FoldedName.append(Array(lowered.utf8), &bytes, &needsSpace)
      } else if scalar != "\u{2019}" {
        needsSpace = true
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  public var isEmpty: Bool { text.isEmpty }
  public var words: [Substring] { text.split(separator: " ") }

  private static func append(
    _ letters: [UInt8], _ bytes: inout [UInt8], _ needsSpace: inout Bool
  ) {
    if needsSpace, !bytes.isEmpty { bytes.append(0x20) }
    needsSpace = false
    bytes += letters
  }
}
