/// What names of persons in the system of Wade and Giles are in pinyin: `Ch'en Ch'üan-kuo` is Chen
/// Quanguo.
///
/// Only a name that is written so throughout is read so: each of its words is a syllable of the
/// system, and an apostrophe marks one or a hyphen joins two.
struct WadeGilesReadings: Sendable {
  /// A word as it stands in a name.
  struct Word {
    let letters: String
    /// Whether an apostrophe stands in it.
    let isMarked: Bool
    /// Whether a hyphen parts it from the word before.
    let isJoined: Bool
  }

  private static let mostReadings = 6
  private let syllables: [String: [String]]

  init(_ pinyin: [String]) {
    var syllables: [String: [String]] = [:]
    for syllable in pinyin where syllable.utf8.contains(where: { "aeiou".utf8.contains($0) }) {
      let spelling = WadeGiles.spelling(of: syllable)
      if !(syllables[spelling]?.contains(syllable) ?? false) {
        syllables[spelling, default: []].append(syllable)
      }
    }
    self.syllables = syllables
  }

  /// For each word that no hyphen joins to the one before, what it is in pinyin together with
  /// those that are joined to it; nil where the name is not written so.
  func readings(of words: [Word]) -> [(length: Int, pinyin: [String])]? {
    guard 2...4 ~= words.count, words.contains(where: { $0.isMarked || $0.isJoined }),
      words.allSatisfy({ syllables[$0.letters] != nil })
    else { return nil }
    let usesMarks = words.contains(where: \.isMarked)
    var result: [(length: Int, pinyin: [String])] = []
    for word in words {
      let own = (syllables[word.letters] ?? []).filter { syllable in
        !usesMarks || !Self.isStop(syllable) || Self.isAspirated(syllable) == word.isMarked
      }
      guard !own.isEmpty else { return nil }
      if word.isJoined, let last = result.popLast() {
        let joined = last.pinyin.flatMap { before in own.map { before + $0 } }
        result.append((last.length + 1, Array(joined.prefix(Self.mostReadings))))
      } else {
        result.append((1, own))
      }
    }
    return result
  }

  private static let stops = ["b", "p", "d", "t", "g", "k", "j", "q", "zh", "ch", "z", "c"]

  private static func isStop(_ syllable: String) -> Bool {
    stops.contains(where: syllable.hasPrefix)
  }

  private static func isAspirated(_ syllable: String) -> Bool {
    ["p", "t", "k", "q", "c"].contains(where: syllable.hasPrefix)
  }
}
