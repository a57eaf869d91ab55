internal import Formats

/// The vocabulary of written addresses, from `Data/names/address-words.tsv`.
///
/// Phrases are folded when the table is read; Han phrases are held by their characters.
struct AddressWords: Sendable {
  enum Kind: String, Sendable {
    case street, streetBefore = "street-before", streetOrBuilding = "street-or-building"
    case streetEnding = "street-ending", dottedStreetEnding = "street-ending-dotted"
    case hanRoad = "han-road"
    case room, unit, floor, building, block, house, yard, box, postcode, zone, level, locality
    case laneNumber = "lane-number", careOf = "care-of", note
    case buildingName = "building-name"
    case direction, ordinal, section, meaning
    case writtenOut = "written-out", hongKong = "hong-kong"
  }

  struct Sense: Sendable {
    let kind: Kind
    let value: String
  }

  private var phrases: [String: [Sense]] = [:]
  private var han: [[UInt32]: [Sense]] = [:]
  /// The most words that a phrase with this first word has.
  private var lengths: [String: Int] = [:]
  private var longestHan = 1
  private(set) var endings: [(text: [UInt8], sense: Sense)] = []

  init(folder: String, folding: Folding) throws(Diagnostic) {
    let path = folder + "/names/address-words.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["kind", "value", "words"])
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw Diagnostic(
          "NAM006", "unknown kind `\(row["kind"])` of a word in addresses",
          remedy: "use one of the kinds that the other lines name", file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      let sense = Sense(kind: kind, value: row["value"])
      for phrase in row.list("words") { insert(phrase, sense, folding) }
    }
  }

  private mutating func insert(_ phrase: String, _ sense: Sense, _ folding: Folding) {
    if sense.kind == .streetEnding || sense.kind == .dottedStreetEnding {
      endings.append((Array(phrase.utf8), sense))
      return
    }
    if let first = phrase.unicodeScalars.first, Script.of(first.value) == .han {
      let key = folding.fold(phrase).unicodeScalars.map(\.value)
      longestHan = max(longestHan, key.count)
      if !(han[key]?.contains { $0.kind == sense.kind } ?? false) {
        han[key, default: []] += [sense]
      }
      return
    }
    let tokens = AddressTokenizer.tokens(of: phrase, folding: folding).map(\.text)
    guard let first = tokens.first else { return }
    if [.meaning, .writtenOut, .ordinal].contains(sense.kind) {
      readings[first, default: []] += sense.value.lowercased().split(separator: " ").map(
        String.init)
    }
    lengths[first] = max(lengths[first] ?? 0, tokens.count)
    phrases[tokens.joined(separator: " "), default: []].append(sense)
  }

  /// What phrases are read as, by their first words: 科学 for `Science`, `PRC` written out, 1 for the
  /// first; in lower case, word by word.
  private(set) var readings: [String: [String]] = [:]

  /// The senses of one word, none for most.
  func senses(of word: String) -> [Sense] { phrases[word] ?? [] }

  func sense(_ kind: Kind, of word: String) -> Sense? { phrases[word]?.first { $0.kind == kind } }

  /// The longest phrase that begins at `start`, with its senses.
  func longest(
    in tokens: [AddressToken], at start: Int, to end: Int
  ) -> (length: Int, senses: [Sense])? {
    guard let longest = lengths[tokens[start].text] else { return nil }
    var length = min(longest, end - start)
    while length > 1 {
      let key = tokens[start..<start + length].map(\.text).joined(separator: " ")
      if let senses = phrases[key] { return (length, senses) }
      length -= 1
    }
    return phrases[tokens[start].text].map { (1, $0) }
  }

  /// The longest phrase of Han characters that begins at `start` and has one of these kinds.
  func longestHan(
    in tokens: [AddressToken], at start: Int, to end: Int, kinds: Set<Kind>
  ) -> (length: Int, sense: Sense)? {
    var key: [UInt32] = []
    var best: (length: Int, sense: Sense)?
    var index = start
    while index < end, key.count < longestHan, tokens[index].kind == .han {
      key.append(tokens[index].character)
      index += 1
      if let sense = han[key]?.first(where: { kinds.contains($0.kind) }) {
        best = (key.count, sense)
      }
    }
    return best
  }
}
