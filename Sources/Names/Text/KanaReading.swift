/// Kana in the Hepburn romanisation, long vowels written once: プーチン is `puchin`.
enum KanaReading {
  static func append(_ scalars: [UInt32], _ letters: LetterTable, to bytes: inout [UInt8]) {
    var isDoubled = false
    for scalar in scalars {
      let kana = katakana(scalar)
      switch kana {
      case 0x30C3: isDoubled = true
      case 0x30FC: continue
      case 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7, 0x30EE:
        appendSmall(kana, letters, to: &bytes)
      default:
        let start = bytes.count
        letters.append(kana, to: &bytes)
        if isDoubled, bytes.count > start, !isVowel(bytes[start]) {
          // ッチ is written `tch`.
          let isC = bytes[start] == UInt8(ascii: "c")
          bytes.insert(isC ? UInt8(ascii: "t") : bytes[start], at: start)
        }
        isDoubled = false
      }
    }
  }

  /// Hiragana are read as the katakana of the same sound.
  private static func katakana(_ scalar: UInt32) -> UInt32 {
    0x3041...0x3096 ~= scalar ? scalar + 0x60 : scalar
  }

  /// ティ is `ti`, シャ `sha`, キャ `kya`, ヴァ `va`, ウィ `wi`, デュ `dyu`.
  private static func appendSmall(
    _ kana: UInt32, _ letters: LetterTable, to bytes: inout [UInt8]
  ) {
    let vowel: UInt8 =
      switch kana {
      case 0x30A1, 0x30E3, 0x30EE: UInt8(ascii: "a")
      case 0x30A3: UInt8(ascii: "i")
      case 0x30A5, 0x30E5: UInt8(ascii: "u")
      case 0x30A7: UInt8(ascii: "e")
      default: UInt8(ascii: "o")
      }
    let hasY = 0x30E3...0x30E7 ~= kana
    guard let last = bytes.last, isVowel(last) else {
      letters.append(kana, to: &bytes)
      return
    }
    let before = bytes.count > 1 ? bytes[bytes.count - 2] : 0
    if before == 0 || isVowel(before) {
      // A vowel of its own becomes a glide: ウィ, イェ; otherwise it is lengthened.
      if last == UInt8(ascii: "u"), !hasY {
        bytes[bytes.count - 1] = UInt8(ascii: "w")
      } else if last == UInt8(ascii: "i") {
        bytes[bytes.count - 1] = UInt8(ascii: "y")
      }
      bytes.append(vowel)
      return
    }
    bytes.removeLast()
    let isGlided = before == UInt8(ascii: "k") || before == UInt8(ascii: "g")
    if hasY {
      if before != UInt8(ascii: "h") || !isPalatal(bytes), before != UInt8(ascii: "j") {
        bytes.append(UInt8(ascii: "y"))
      }
    } else if isGlided, last == UInt8(ascii: "u") {
      bytes.append(UInt8(ascii: "w"))
    }
    bytes.append(vowel)
  }

  /// Whether `sh` or `ch` stands at the end.
  private static func isPalatal(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return false }
    let letter = bytes[bytes.count - 2]
    return letter == UInt8(ascii: "s") || letter == UInt8(ascii: "c")
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
