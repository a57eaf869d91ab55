/// Thai near the Royal Thai General System: vowels written before their consonant put after it,
/// consonants that close a syllable as they are heard, unwritten vowels as `o`.
///
/// Thai does not mark where a syllable ends, so that this is a guess where no vowel is written.
enum ThaiReading {
  static func append(_ scalars: [UInt32], _ letters: LetterTable, to bytes: inout [UInt8]) {
    var index = 0
    /// Whether the syllable has its vowel, so that a consonant may close it.
    var isOpen = false
    var isBare = false
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case 0xE40...0xE44:
        if isBare { bytes.append(UInt8(ascii: "a")) }
        index += 1
        if index < scalars.count, isConsonant(scalars[index]) {
          if scalars[index] != 0xE2D { letters.append(scalars[index], to: &bytes) }
          index += 1
          if isCluster(scalars, at: index) {
            letters.append(scalars[index], to: &bytes)
            index += 1
          }
        }
        let follows = index < scalars.count ? scalars[index] : 0
        if scalar == 0xE40, follows == 0xE32 {
          bytes.append(contentsOf: [UInt8(ascii: "a"), UInt8(ascii: "o")])
          index += 1
        } else if scalar == 0xE40, follows == 0xE34 {
          bytes.append(contentsOf: [UInt8(ascii: "o"), UInt8(ascii: "e")])
          index += 1
        } else {
          letters.append(scalar, to: &bytes)
          // ไทย: the last letter is in the vowel.
          if scalar >= 0xE43, follows == 0xE22 { index += 1 }
        }
        isOpen = true
        isBare = false
      case 0xE47...0xE4E:
        index += 1
      case 0xE30...0xE3A:
        letters.append(scalar, to: &bytes)
        isOpen = true
        isBare = false
        index += 1
      default:
        guard isConsonant(scalar) else {
          UTF8Scalars.append(scalar, to: &bytes)
          index += 1
          continue
        }
        if isSilenced(scalars, index) {
          index += 1
          continue
        }
        consonant(scalars, index, letters, &isOpen, &isBare, &bytes)
        index += 1
      }
    }
  }

  private static func consonant(
    _ scalars: [UInt32], _ index: Int, _ letters: LetterTable, _ isOpen: inout Bool,
    _ isBare: inout Bool, _ bytes: inout [UInt8]
  ) {
    let scalar = scalars[index]
    let next = nextLetter(scalars, index)
    let startsSyllable = 0xE30...0xE3A ~= next || next == 0xE2D
    if scalar == 0xE2D {
      // A vowel after a consonant, a silent bearer of vowels otherwise.
      if !startsSyllable, isBare { bytes.append(UInt8(ascii: "o")) }
      isOpen = isBare
      isBare = false
    } else if isOpen, !startsSyllable {
      LetterTable.append(packed: final(scalar), to: &bytes)
      isOpen = false
    } else if isBare, !startsSyllable {
      bytes.append(UInt8(ascii: "o"))
      LetterTable.append(packed: final(scalar), to: &bytes)
      isBare = false
    } else {
      if isBare, !isLiquid(scalar) { bytes.append(UInt8(ascii: "a")) }
      letters.append(scalar, to: &bytes)
      isBare = true
      isOpen = false
    }
  }

  /// The next sign that is not of tone.
  private static func nextLetter(_ scalars: [UInt32], _ index: Int) -> UInt32 {
    var next = index + 1
    while next < scalars.count, 0xE47...0xE4E ~= scalars[next] { next += 1 }
    return next < scalars.count ? scalars[next] : 0
  }

  private static func isSilenced(_ scalars: [UInt32], _ index: Int) -> Bool {
    let after = index + 1 < scalars.count ? scalars[index + 1] : 0
    if after == 0xE23, isStop(scalars[index]) {
      // จันทร์: both are silent; ชินวัตร: the last is.
      return index + 2 < scalars.count && scalars[index + 2] == 0xE4C
    }
    if scalars[index] == 0xE23, index == scalars.count - 1, index > 1,
      isStop(scalars[index - 1]), isConsonant(scalars[index - 2]) || isSign(scalars[index - 2])
    {
      return true
    }
    for offset in 1...2 where index + offset < scalars.count {
      let sign = scalars[index + offset]
      if sign == 0xE4C { return true }
      if !isSign(sign) { return false }
    }
    return false
  }

  /// Whether a liquid stands here between a consonant and the one that closes the syllable.
  private static func isCluster(_ scalars: [UInt32], at index: Int) -> Bool {
    guard index + 1 < scalars.count, isLiquid(scalars[index]) else { return false }
    let next = scalars[index + 1]
    return isConsonant(next) && !isSilenced(scalars, index + 1) || next == 0xE32
  }

  private static func isStop(_ scalar: UInt32) -> Bool { 0xE14...0xE18 ~= scalar }

  private static func isSign(_ scalar: UInt32) -> Bool { 0xE30...0xE3A ~= scalar }
  private static func isConsonant(_ scalar: UInt32) -> Bool { 0xE01...0xE2E ~= scalar }
  private static func isLiquid(_ scalar: UInt32) -> Bool {
    scalar == 0xE23 || scalar == 0xE25 || scalar == 0xE27
  }

  /// A consonant at the end of a syllable, packed as in `LetterTable`.
  private static func final(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xE01...0xE06: UInt32(UInt8(ascii: "k"))
    case 0xE07: UInt32(UInt8(ascii: "n")) | UInt32(UInt8(ascii: "g")) << 8
    case 0xE0D, 0xE19, 0xE13, 0xE23, 0xE25, 0xE2C: UInt32(UInt8(ascii: "n"))
    case 0xE1A...0xE20: UInt32(UInt8(ascii: "p"))
    case 0xE21: UInt32(UInt8(ascii: "m"))
    case 0xE22: UInt32(UInt8(ascii: "i"))
    case 0xE27: UInt32(UInt8(ascii: "o"))
    default: UInt32(UInt8(ascii: "t"))
    }
  }
}
