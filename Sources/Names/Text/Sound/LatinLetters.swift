/// Parts a word that was written in the Latin alphabet into letters of sound, whatever its language.
enum LatinLetters {
  static func next(_ word: Span<UInt8>, at index: Int) -> (letter: SoundLetter?, length: Int) {
    let second = index + 1 < word.count ? word[index + 1] : 0
    let third = index + 2 < word.count ? word[index + 2] : 0
    let isSoft =
      second == UInt8(ascii: "e") || second == UInt8(ascii: "i") || second == UInt8(ascii: "y")
    switch word[index] {
    case UInt8(ascii: "a"): return (.latinA, 1)
    case UInt8(ascii: "b"): return (.b, 1)
    case UInt8(ascii: "c"): return c(word, index, second, third, isSoft)
    case UInt8(ascii: "d"):
      if second == UInt8(ascii: "z") {
        return third == UInt8(ascii: "h") ? (.dzh, 3) : (.latinDz, 2)
      }
      if second == UInt8(ascii: "j") { return (.dzh, 2) }
      return (.d, 1)
    case UInt8(ascii: "e"):
      if second == UInt8(ascii: "e") { return (.i, 2) }
      return (.latinE, 1)
    case UInt8(ascii: "f"): return (.f, 1)
    case UInt8(ascii: "g"):
      if second == UInt8(ascii: "h") { return (.latinGh, 2) }
      return (isSoft ? .latinSoftG : .latinG, 1)
    case UInt8(ascii: "h"): return (.latinH, 1)
    case UInt8(ascii: "i"): return (.i, 1)
    case UInt8(ascii: "j"): return (.latinJ, 1)
    case UInt8(ascii: "k"):
      if second == UInt8(ascii: "h") { return (.kh, 2) }
      return (.k, 1)
    case UInt8(ascii: "l"):
      if second == UInt8(ascii: "l") { return (.latinLl, 2) }
      return (.l, 1)
    case UInt8(ascii: "m"): return (.m, 1)
    case UInt8(ascii: "n"): return (.n, 1)
    case UInt8(ascii: "o"):
      if second == UInt8(ascii: "u") { return (.latinOu, 2) }
      if second == UInt8(ascii: "o") { return (.u, 2) }
      return (.o, 1)
    case UInt8(ascii: "p"):
      if second == UInt8(ascii: "h") { return (.f, 2) }
      return (.p, 1)
    case UInt8(ascii: "q"): return (.k, 1)
    case UInt8(ascii: "r"): return (.r, second == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "s"): return s(word, index, second, third)
    case UInt8(ascii: "t"): return t(word, index, second, third)
    case UInt8(ascii: "u"): return (.u, 1)
    case UInt8(ascii: "v"): return (.latinV, 1)
    case UInt8(ascii: "w"): return (.latinW, second == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "x"): return (.latinX, 1)
    case UInt8(ascii: "y"): return (.latinY, 1)
    case UInt8(ascii: "z"):
      if second == UInt8(ascii: "h") || second == UInt8(ascii: "s") { return (.zh, 2) }
      return (.latinZ, 1)
    default: return (nil, 1)
    }
  }

  private static func c(
    _ word: Span<UInt8>, _ index: Int, _ second: UInt8, _ third: UInt8, _ isSoft: Bool
  ) -> (letter: SoundLetter?, length: Int) {
    switch second {
    case UInt8(ascii: "h"): (.latinCh, 2)
    case UInt8(ascii: "z"): (.latinCz, 2)
    case UInt8(ascii: "s"): (.latinCz, 2)
    case UInt8(ascii: "k"): (.k, 2)
    case UInt8(ascii: "c") where third != UInt8(ascii: "e") && third != UInt8(ascii: "i"):
      third == UInt8(ascii: "h") ? (.latinCh, 3) : (.latinC, 2)
    default: (isSoft ? .latinSoftC : .latinC, 1)
    }
  }

  private static func s(_ word: Span<UInt8>, _ index: Int, _ second: UInt8, _ third: UInt8)
    -> (letter: SoundLetter?, length: Int)
  {
    switch second {
    case UInt8(ascii: "h"):
      let isShch =
        third == UInt8(ascii: "c") && index + 3 < word.count
        && word[index + 3] == UInt8(ascii: "h")
      return (.sh, isShch ? 4 : 2)
    case UInt8(ascii: "c") where third == UInt8(ascii: "h"):
      return (.latinSch, 3)
    case UInt8(ascii: "z"): return (.latinSz, 2)
    default: return (.latinS, 1)
    }
  }

  private static func t(_ word: Span<UInt8>, _ index: Int, _ second: UInt8, _ third: UInt8)
    -> (letter: SoundLetter?, length: Int)
  {
    switch second {
    case UInt8(ascii: "h"): return (.latinTh, 2)
    case UInt8(ascii: "z"): return (.ts, 2)
    case UInt8(ascii: "s"):
      if third == UInt8(ascii: "c"), index + 3 < word.count, word[index + 3] == UInt8(ascii: "h") {
        return (.ch, 4)
      }
      return third == UInt8(ascii: "h") ? (.ch, 3) : (.ts, 2)
    case UInt8(ascii: "c") where third == UInt8(ascii: "h"): return (.ch, 3)
    case UInt8(ascii: "j"): return (.ch, 2)
    case UInt8(ascii: "i"): return (.latinTi, 1)
    default: return (.t, 1)
    }
  }
}
