/// The syllables of toneless pinyin, and how near a word in letters comes to given ones.
struct PinyinSyllables: Sendable {
  private let known: Set<String>

  /// Interjections without a vowel, such as `ng`, are no syllables of names.
  init(_ syllables: [String]) {
    known = Set(
      syllables.filter { syllable in syllable.utf8.contains { "aeiouv".utf8.contains($0) } })
  }

  /// Why a word that is not the reading itself may still be it; nil where it is another word.
  ///
  /// Syllables are compared whole: a word that is pinyin itself and differs in a syllable is
  /// another word, unless the syllables are those that dialects and typists confuse. One slip of
  /// the pen is forgiven in a long word that is no pinyin any more.
  func relation(of syllables: [String], to word: String) -> String? {
    guard syllables.count >= 2, !word.isEmpty else { return nil }
    if Self.areAsLong(syllables, word), confuses(syllables, word) {
      return "syllables that are often confused differ"
    }
    let reading = syllables.joined()
    guard reading.utf8.count >= 8, Spelling.distance(reading, word, limit: 1) != nil,
      !isPinyin(word)
    else { return nil }
    return "the spelling differs"
  }

  /// Whether a word is about as long as syllables: those that are confused differ by a letter at
  /// either end.
  private static func areAsLong(_ syllables: [String], _ word: String) -> Bool {
    let letters = syllables.reduce(0) { $0 + $1.utf8.count }
    return abs(letters - word.utf8.count) <= 2 * syllables.count
  }

  /// Whether two different words are both pinyin and differ by more than confused syllables.
  func areOtherWords(_ left: String, _ right: String) -> Bool {
    guard left != right, isPinyin(left), isPinyin(right) else { return false }
    return Self.merged(left) != Self.merged(right)
  }

  /// The word without the differences that dialects and typists pass over.
  private static func merged(_ word: String) -> [UInt8] {
    var letters: [UInt8] = []
    for letter in word.utf8 {
      let last = letters.last
      if letter == UInt8(ascii: "h"),
        last == UInt8(ascii: "z") || last == UInt8(ascii: "c") || last == UInt8(ascii: "s")
      {
        continue
      }
      if letter == UInt8(ascii: "g"), last == UInt8(ascii: "n") { continue }
      letters.append(letter == UInt8(ascii: "l") ? UInt8(ascii: "n") : letter)
    }
    return letters
  }

  /// Whether the word falls into syllables without a rest.
  func isPinyin(_ word: String) -> Bool { leastSyllables(of: word) > 0 || word.isEmpty }

  /// How many syllables the word falls into at least; 0 where letters are left over.
  func leastSyllables(of word: String) -> Int {
    let bytes = Array(word.utf8)
    var counts = [Int](repeating: Int.max, count: bytes.count + 1)
    counts[0] = 0
    for start in bytes.indices where counts[start] < Int.max {
      for length in 1...6 where start + length <= bytes.count {
        if known.contains(String(decoding: bytes[start..<start + length], as: UTF8.self)) {
          counts[start + length] = min(counts[start + length], counts[start] + 1)
        }
      }
    }
    return counts[bytes.count] < Int.max ? counts[bytes.count] : 0
  }

  /// Whether the word is these syllables, each itself or one that is confused with it.
  private func confuses(_ syllables: [String], _ word: String) -> Bool {
    var ends: Set<Int> = [0]
    let bytes = Array(word.utf8)
    for syllable in syllables {
      var next: Set<Int> = []
      for form in Self.forms(of: syllable) {
        let letters = Array(form.utf8)
        for start in ends
        where start + letters.count <= bytes.count
          && bytes[start..<start + letters.count].elementsEqual(letters)
        {
          next.insert(start + letters.count)
        }
      }
      ends = next
    }
    return ends.contains(bytes.count)
  }

  /// The syllable and those confused with it: z/zh, c/ch, s/sh, l/n, and n/ng at the end.
  private static func forms(of syllable: String) -> [String] {
    var forms = [syllable]
    for (short, long) in [("z", "zh"), ("c", "ch"), ("s", "sh")] {
      if syllable.hasPrefix(long) {
        forms.append(short + syllable.dropFirst(2))
      } else if syllable.hasPrefix(short) {
        forms.append(long + syllable.dropFirst())
      }
    }
    if syllable.hasPrefix("l") { forms.append("n" + syllable.dropFirst()) }
    if syllable.hasPrefix("n"), syllable.utf8.count > 1 { forms.append("l" + syllable.dropFirst()) }
    for form in forms {
      if form.hasSuffix("ng") {
        forms.append(String(form.dropLast()))
      } else if form.hasSuffix("n"), form.utf8.count > 1 {
        forms.append(form + "g")
      }
    }
    if syllable == "lu" || syllable == "nu" { forms.append(syllable.prefix(1) + "v") }
    if syllable == "lv" || syllable == "nv" {
      forms += [syllable.prefix(1) + "u", syllable.prefix(1) + "yu"]
    }
    return forms
  }
}
