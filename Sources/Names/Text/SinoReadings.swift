internal import Formats

/// How Han characters are read outside Mandarin, for the names of persons: in Cantonese as spelled
/// in Hong Kong, in Korean, and surnames as spelled overseas.
///
/// Built from `Data/names/cantonese.txt`, `hanja.txt`, `surnames-han.tsv` and
/// `surnames-hangul.tsv`. All characters are simplified, as folding leaves them.
struct SinoReadings: Sendable {
  private static let first: UInt32 = 0x4E00
  private static let end: UInt32 = 0xA000

  private var cantonese = [UInt16](repeating: 0, count: Int(end - first))
  private var syllables: [String] = [""]
  /// The Hangul syllable of a character, and the second one where it has two: 李 is 리 and 이.
  private var korean = [UInt16](repeating: 0, count: Int(end - first))
  private var otherKorean: [UInt32: UInt16] = [:]
  private var surnames: [UInt32: [String]] = [:]

  init(folder: String) throws(Diagnostic) {
    let cantoneseLines = try TableLines(folder + "/cantonese.txt")
    cantoneseLines.forEach { key, value in
      syllables.append(cantoneseLines.text(key))
      let index = UInt16(syllables.count - 1)
      cantoneseLines.forEachScalar(in: value) { scalar in
        if let place = Self.place(of: scalar) { cantonese[place] = index }
      }
    }
    let koreanLines = try TableLines(folder + "/hanja.txt")
    koreanLines.forEach { key, value in
      var syllable: UInt32 = 0
      koreanLines.forEachScalar(in: key) { syllable = $0 }
      koreanLines.forEachScalar(in: value) { scalar in
        guard let place = Self.place(of: scalar) else { return }
        if korean[place] == 0 {
          korean[place] = UInt16(truncatingIfNeeded: syllable)
        } else {
          otherKorean[scalar] = UInt16(truncatingIfNeeded: syllable)
        }
      }
    }
    for file in ["/surnames-han.tsv", "/surnames-hangul.tsv"] {
      let lines = try TableLines(folder + file)
      lines.forEach { key, value in
        var surname: UInt32 = 0
        lines.forEachScalar(in: key) { surname = $0 }
        surnames[surname] = lines.text(value).split(separator: " ").map(String.init)
      }
    }
  }

  /// The Cantonese syllable of a character, or an empty text.
  func cantonese(of scalar: UInt32) -> String {
    Self.place(of: scalar).map { syllables[Int(cantonese[$0])] } ?? ""
  }

  /// The Hangul syllables of a character, none where it has no reading.
  func korean(of scalar: UInt32) -> [UInt32] {
    guard let place = Self.place(of: scalar), korean[place] != 0 else { return [] }
    let main = UInt32(korean[place])
    return otherKorean[scalar].map { [main, UInt32($0)] } ?? [main]
  }

  /// The spellings of a surname of one Han character or one Hangul syllable.
  func spellings(ofSurname scalar: UInt32) -> [String] { surnames[scalar] ?? [] }

  private static func place(of scalar: UInt32) -> Int? {
    first..<end ~= scalar ? Int(scalar - first) : nil
  }
}
