internal import Formats

/// Han characters in their simplified form, so that traditional texts are read with one vocabulary.
struct HanFolding: Sendable {
  private var folded: [UInt32]

  init(file: String) throws(Diagnostic) {
    var table = (0..<0x1_0000).map { UInt32($0) }
    for line in try Lines.bytes(file).split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
      guard scalars.count > 2, scalars[1] == "\t" else { continue }
      for traditional in scalars[2...] where traditional.value < 0x1_0000 {
        table[Int(traditional.value)] = scalars[0].value
      }
    }
    folded = table
  }

  @inline(__always) func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x1_0000 ? folded[Int(scalar)] : scalar
  }

  /// The text in simplified characters; as it is where it holds none that are traditional.
  func folded(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { fold($0.value) != $0.value }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(Unicode.Scalar(fold(scalar.value)) ?? scalar)
    }
    return String(result)
  }

  @inline(__always) static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
      || (0x2_0000...0x2_FFFF).contains(scalar) || scalar == 0x3007
  }
}
