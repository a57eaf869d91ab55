internal import Formats

/// What single characters fold to and how they are read, in flat arrays indexed by code point.
///
/// Built from `Data/names/folding.txt`, `traditional.txt`, `pinyin.txt`, `pinyin-phrases.txt` and
/// `transliteration.tsv`. Foundation is not asked: it takes 76 ms to start and misreads 西藏.
struct CharacterTables: Sendable {
  /// Code points covered; those above fold to themselves and have no reading.
  private static let span = 0x32400
  static let removed: Int32 = -1

  /// Zero: the character stays; `removed`; positive: the scalar; below −1: a place in `folds`.
  private var folding: [Int32]
  private var folds: [[UInt32]] = []
  private var readings: [UInt16]
  private var syllables: [String] = [""]
  private var furtherReadings: [UInt32: [UInt16]] = [:]
  /// Words with a reading of their own, by first character.
  private var phrases: [UInt32: [(word: [UInt32], syllables: [String])]] = [:]
  private(set) var letters = LetterTable()
  let sino: SinoReadings

  init(folder: String) throws(Diagnostic) {
    folding = [Int32](repeating: 0, count: Self.span)
    readings = [UInt16](repeating: 0, count: Self.span)
    sino = try SinoReadings(folder: folder)
    try loadFolding(folder)
    try loadReadings(folder)
    try loadTransliteration(folder)
  }

  /// The fold of a character: nothing where it stays as it is.
  func fold(of scalar: UInt32) -> Fold {
    guard scalar < UInt32(Self.span) else { return .same }
    let value = folding[Int(scalar)]
    switch value {
    case 0: return .same
    case Self.removed: return .removed
    case 1...: return .one(UInt32(value))
    default: return .several(folds[Int(-2 - value)])
    }
  }

  enum Fold {
    case same
    case removed
    case one(UInt32)
    case several([UInt32])
  }

  /// The toneless first reading of a Han character, or an empty text.
  func reading(of scalar: UInt32) -> String {
    scalar < UInt32(Self.span) ? syllables[Int(readings[Int(scalar)])] : ""
  }

  func furtherReadings(of scalar: UInt32) -> [String] {
    (furtherReadings[scalar] ?? []).map { syllables[Int($0)] }
  }

  /// Every syllable that a character is read by.
  var allSyllables: [String] { syllables }

  /// The longest word at `index` that has a reading of its own.
  func phrase(in text: [UInt32], at index: Int) -> (length: Int, syllables: [String])? {
    guard let candidates = phrases[text[index]] else { return nil }
    for candidate in candidates where text[index...].starts(with: candidate.word) {
      return (candidate.word.count, candidate.syllables)
    }
    return nil
  }

  private mutating func loadFolding(_ folder: String) throws(Diagnostic) {
    let variants = try TableLines(folder + "/traditional.txt")
    variants.forEach { key, value in
      var simplified: UInt32 = 0
      variants.forEachScalar(in: key) { simplified = $0 }
      variants.forEachScalar(in: value) { set($0, [simplified]) }
    }
    let table = try TableLines(folder + "/folding.txt")
    table.forEach { key, value in
      var target: [UInt32] = []
      table.forEachScalar(in: key) { scalar in
        // A compatibility character may stand for a traditional one.
        if case .one(let simplified) = fold(of: scalar), Script.of(scalar) == .han {
          target.append(simplified)
        } else {
          target.append(scalar)
        }
      }
      table.forEachScalar(in: value) { set($0, target) }
    }
  }

  private mutating func set(_ scalar: UInt32, _ target: [UInt32]) {
    guard scalar < UInt32(Self.span) else { return }
    switch target.count {
    case 0: folding[Int(scalar)] = Self.removed
    case 1: folding[Int(scalar)] = Int32(target[0])
    default:
      folding[Int(scalar)] = Int32(-2 - folds.count)
      folds.append(target)
    }
  }

  private mutating func loadReadings(_ folder: String) throws(Diagnostic) {
    let table = try TableLines(folder + "/pinyin.txt")
    var indices: [String: UInt16] = [:]
    table.forEach { key, value in
      let isFurther = table.bytes[key.lowerBound] == UInt8(ascii: "+")
      let syllable = table.text(isFurther ? key.dropFirst() : key)
      let index = indices[syllable] ?? UInt16(syllables.count)
      if indices[syllable] == nil {
        indices[syllable] = index
        syllables.append(syllable)
      }
      table.forEachScalar(in: value) { scalar in
        if isFurther {
          furtherReadings[scalar, default: []].append(index)
        } else if scalar < UInt32(Self.span) {
          readings[Int(scalar)] = index
        }
      }
    }
    let words = try TableLines(folder + "/pinyin-phrases.txt")
    words.forEach { key, value in
      var word: [UInt32] = []
      words.forEachScalar(in: key) { word.append($0) }
      let reading = words.text(value).split(separator: " ").map(String.init)
      if let first = word.first { phrases[first, default: []].append((word, reading)) }
    }
    for key in phrases.keys { phrases[key]?.sort { $0.word.count > $1.word.count } }
  }

  private mutating func loadTransliteration(_ folder: String) throws(Diagnostic) {
    let table = try TableLines(folder + "/transliteration.tsv")
    table.forEach { key, value in
      var scalars: [UInt32] = []
      table.forEachScalar(in: key) { scalars.append($0) }
      if scalars.count == 1 { letters.set(scalars[0], table.bytes[value]) }
    }
  }
}
