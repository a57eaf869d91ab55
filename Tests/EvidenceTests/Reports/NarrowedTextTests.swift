import SeededNumbers
import Testing

@testable import Evidence

/// Full-width letters and blanks that nobody sees, beside the same text read sign by sign.
@Suite struct NarrowedTextTests {
  private static func expected(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF05, 0xFF0E, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0xFEFF, 0xAD, 0x200B...0x200F: continue
      case 0xA0, 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func signsAreNarrowedWhereverTheyStand(seed: UInt64) {
    var draw = SeededGenerator(seed: seed)
    let signs: [Unicode.Scalar] = [
      "a", "Z", "7", " ", ".", "\u{A0}", "\u{AD}", "\u{A3}", "é", "警", "。", "，", "\u{3000}",
      "“", "\u{200B}", "\u{200F}", "\u{2010}", "\u{FEFF}", "Ａ", "ｚ", "９", "％", "．", "！",
      "（", "\u{20AC}", "𠀀",
    ]
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<draw.below(40) { text.append(draw.pick(signs)) }
      let narrowed = ReportReader.narrowed(Array(String(text).utf8))
      #expect(
        String(decoding: narrowed, as: UTF8.self) == NarrowedTextTests.expected(String(text)),
        "seed \(seed)")
    }
  }

  @Test(
    arguments: [[0xEF], [0xEF, 0xBC], [0x61, 0xE2, 0x80], [0xE3, 0x80], [0xC2]] as [[UInt8]])
  func aTextThatEndsWithinACharacterStaysAsItIs(bytes: [UInt8]) {
    #expect(ReportReader.narrowed(bytes) == bytes)
  }
}
