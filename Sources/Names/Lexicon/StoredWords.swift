internal import Formats

/// Words with their numbers in flat arrays, which are read from a file by copying.
///
/// Words are found by their bytes first. Texts that are equal may differ in their bytes, as where a
/// Hangul syllable is written by its letters (Unicode Standard Annex 15); for those the words are
/// filed as texts when the first such word is asked for.
struct StoredWords: Sendable {
  private let letters: [UInt8]
  /// Where each word ends among the letters.
  private let ends: [UInt32]
  /// By hash; the number of the word and one, or zero.
  private let slots: [UInt32]
  private let texts: Deferred<[String: UInt32]>
  /// Only the words that can be written by other bytes.
  private let otherwise: Deferred<[String: UInt32]>

  var count: Int { ends.count }

  /// Words in the order of their numbers, from zero.
  init(_ words: [String]) {
    var letters: [UInt8] = []
    var ends: [UInt32] = []
    for word in words {
      letters += word.utf8
      ends.append(UInt32(letters.count))
    }
    var size = 16
    while size < words.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (number, word) in words.enumerated() {
      var slot = Self.hash(word) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
    self.init(letters: letters, ends: ends, slots: slots)
  }

  private init(letters: [UInt8], ends: [UInt32], slots: [UInt32]) {
    self.letters = letters
    self.ends = ends
    self.slots = slots
    func filed(where isFiled: @escaping @Sendable (String) -> Bool) -> Deferred<[String: UInt32]> {
      Deferred {
        var texts: [String: UInt32] = [:]
        var start = 0
        for (number, end) in ends.enumerated() {
          let word = String(decoding: letters[start..<Int(end)], as: UTF8.self)
          if isFiled(word) { texts[word] = UInt32(number) }
          start = Int(end)
        }
        return texts
      }
    }
    texts = filed { _ in true }
    otherwise = filed { !Self.isWrittenOneWay($0) }
  }

  init?(_ reader: inout FlatReader) {
    guard let letters = reader.values(of: UInt8.self), let ends = reader.values(of: UInt32.self),
      let slots = reader.values(of: UInt32.self), slots.count.nonzeroBitCount == 1,
      slots.count > ends.count, ends.last.map({ Int($0) == letters.count }) ?? true
    else { return nil }
    self.init(letters: letters, ends: ends, slots: slots)
  }

  func write(to writer: inout FlatWriter) {
    writer.put(letters)
    writer.put(ends)
    writer.put(slots)
  }

  func number(of word: String) -> UInt32? {
    let mask = slots.count - 1
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if isWord(Int(number), word) { return number }
      slot = (slot + 1) & mask
    }
    // Of two words that are each written one way, equal ones have the same bytes.
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    return (Self.isWrittenOneWay(word) ? otherwise : texts).value[word]
  }

  /// Whether no character of the word is another one with a mark, or a mark: then no other text
  /// has the same canonical decomposition, save one that holds such a character.
  private static func isWrittenOneWay(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x80, 0x3B1...0x3C9, 0x430...0x438, 0x43A...0x44F, 0x5D0...0x5EA, 0x627...0x64A,
        0xE01...0xE30, 0x4E00...0x9FFF:
        true
      default: false
      }
    }
  }

  private func isWord(_ number: Int, _ word: String) -> Bool {
    let start = number == 0 ? 0 : Int(ends[number - 1])
    return letters[start..<Int(ends[number])].elementsEqual(word.utf8)
  }

  private static func hash(_ word: String) -> Int {
    let hash = StableHash.of(word)
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
