/// A word as transliterations of one name agree on it: `Aleksei` and `Alexey`, `Khaled` and
/// `Haled`, `Abdullah` and `Abdulla` have one form.
///
/// Capital letters stand for sounds that Latin writes with several letters. Equality of forms is
/// strong evidence and no proof: the comparison says that the spelling differs.
enum SpellingForm {
  /// Appends the form of a word in lower-case Latin letters.
  static func append(_ word: Span<UInt8>, to form: inout [UInt8]) {
    let start = form.count
    var index = 0
    while index < word.count {
      let (sounds, length) = sound(of: word, at: index)
      for sound in [sounds.0, sounds.1] where sound != 0 {
        if form.count == start || form[form.count - 1] != sound { form.append(sound) }
      }
      index += length
    }
    // A last `h` is written or not.
    if form.count > start + 2, form[form.count - 1] == UInt8(ascii: "h") { form.removeLast() }
  }

  private static func at(_ word: Span<UInt8>, _ index: Int) -> UInt8 {
    index < word.count ? word[index] : 0
  }

  /// The sounds that begin at an index, zero for none, and how many letters write them.
  private static func sound(
    of word: Span<UInt8>, at index: Int
  ) -> (sounds: (UInt8, UInt8), length: Int) {
    let (letter, next) = (word[index], at(word, index + 1))
    func one(_ sound: Unicode.Scalar, _ length: Int) -> ((UInt8, UInt8), Int) {
      ((UInt8(ascii: sound), 0), length)
    }
    switch letter {
    case UInt8(ascii: "s"):
      guard next == UInt8(ascii: "h") || next == UInt8(ascii: "c") else { break }
      if next == UInt8(ascii: "h") {
        let isLong = at(word, index + 2) == UInt8(ascii: "c") && at(word, index + 3) == next
        return one("S", isLong ? 4 : 2)
      }
      if at(word, index + 2) == UInt8(ascii: "h") { return one("S", 3) }
    case UInt8(ascii: "t"):
      switch next {
      case UInt8(ascii: "s"), UInt8(ascii: "z"):
        if at(word, index + 2) == UInt8(ascii: "c"), at(word, index + 3) == UInt8(ascii: "h") {
          return one("C", 4)
        }
        return one("c", 2)
      case UInt8(ascii: "c") where at(word, index + 2) == UInt8(ascii: "h"): return one("C", 3)
      case UInt8(ascii: "h"): return one("t", 2)
      default: break
      }
    case UInt8(ascii: "c"):
      switch next {
      case UInt8(ascii: "h"): return one("C", 2)
      case UInt8(ascii: "k"): return one("k", 2)
      case UInt8(ascii: "z"): return one("C", 2)
      case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "y"): return one("s", 1)
      default: return one("k", 1)
      }
    case UInt8(ascii: "k") where next == UInt8(ascii: "h"): return one("h", 2)
    case UInt8(ascii: "g") where next == UInt8(ascii: "h"): return one("g", 2)
    case UInt8(ascii: "z") where next == UInt8(ascii: "h"): return one("Z", 2)
    case UInt8(ascii: "d"):
      if next == UInt8(ascii: "h") { return one("d", 2) }
      if next == UInt8(ascii: "j") { return one("Z", 2) }
      if next == UInt8(ascii: "z"), at(word, index + 2) == UInt8(ascii: "h") { return one("Z", 3) }
    case UInt8(ascii: "p") where next == UInt8(ascii: "h"): return one("f", 2)
    case UInt8(ascii: "q"): return one("k", next == UInt8(ascii: "u") ? 2 : 1)
    case UInt8(ascii: "x"): return ((UInt8(ascii: "k"), UInt8(ascii: "s")), 1)
    case UInt8(ascii: "w"): return one("v", 1)
    case UInt8(ascii: "o") where next == UInt8(ascii: "u") || next == letter: return one("u", 2)
    case UInt8(ascii: "e") where next == letter: return one("i", 2)
    case UInt8(ascii: "j"):
      let isGlide = index > 0 && word[index - 1].isLatinVowel || next == 0
      return one(isGlide ? "i" : "Z", 1)
    case UInt8(ascii: "y"), UInt8(ascii: "i"):
      if next == UInt8(ascii: "e") { return one("e", 2) }
      return one("i", 1)
    default: break
    }
    return ((letter, 0), 1)
  }

}
