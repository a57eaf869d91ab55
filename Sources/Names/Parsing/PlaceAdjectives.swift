/// The nouns of which adjectives of place in East Slavic names may be made: `Syzranskiy` of Syzran,
/// `Tomskiy` of Tomsk, `Lytkarinskiy` of Lytkarino, `Kaluzhskiy` of Kaluga.
///
/// English names have the noun or the adjective; which one cannot be told from the adjective alone,
/// so every noun that the usual rules allow is a further reading.
enum PlaceAdjectives {
  /// Endings in the cases that stand in names, the longest first.
  private static let endings = [
    "skogo", "skaya", "skoye", "skikh", "skiye", "skiy", "skii", "skyy", "skoe", "skoy", "skie",
    "skyi", "ska", "ske",
  ]

  /// - Parameter word: A word in Latin letters, folded.
  static func nouns(of word: String) -> [String] {
    guard let ending = endings.first(where: { word.hasSuffix($0) }) else { return [] }
    let stem = String(word.dropLast(ending.count))
    guard stem.utf8.count >= 3 else { return [] }
    var nouns = [stem + "sk"]
    guard stem.utf8.count >= 4 else { return nouns }
    nouns += [stem, stem + "o", stem + "a"]
    if stem.hasSuffix("zh") { nouns.append(stem.dropLast(2) + "ga") }
    return nouns
  }
}
