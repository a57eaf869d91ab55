public import Formats

/// One phrase found in a free text, and what it points to.
public struct Indication: Sendable, Hashable {
  public let indicator: String
  public let phrase: String
  /// Offset in Unicode scalars.
  public let offset: Int
}

/// Phrases by which a text gives away what goods are for, in English, Chinese and German.
///
/// Text is data: nothing that it says is followed. Words that mislead carry their exceptions, which
/// cancel a phrase only where they stand near it.
public struct Lexicon: Sendable {
  struct Entry: Sendable {
    let indicator: String
    let phrase: String
    let scalars: [Unicode.Scalar]
    let exceptions: [[Unicode.Scalar]]
  }

  let entries: [Entry]
  private let heads: PhraseHeads

  /// How near an exception must stand, in Unicode scalars on either side.
  static let nearness = 30

  /// Loads `lexicon.tsv`.
  public init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["indicator", "phrase", "exceptions"], file: file)
    entries = table.rows.map { row in
      Entry(
        indicator: row["indicator"], phrase: row["phrase"],
        scalars: Lexicon.folded(row["phrase"]),
        exceptions: row.list("exceptions").map(Lexicon.folded))
    }
    heads = PhraseHeads(entries.map(\.scalars))
  }

  /// The phrases of an indicator as they are written.
  public func phrases(of indicator: String) -> [String] {
    entries.filter { $0.indicator == indicator }.map(\.phrase)
  }

  /// All indications of a text, in the order of the lexicon.
  public func indications(in text: String) -> [Indication] {
    let scalars = Lexicon.folded(text)
    var found: [(entry: Int, offset: Int)] = []
    for start in scalars.indices {
      for entry in heads.entries(at: start, of: scalars) {
        let entry = Int(entry)
        guard !found.contains(where: { $0.entry == entry }),
          entries[entry].stands(in: scalars, at: start)
        else { continue }
        found.append((entry, start))
      }
    }
    return found.sorted { $0.entry < $1.entry }.map { found in
      Indication(
        indicator: entries[found.entry].indicator, phrase: entries[found.entry].phrase,
        offset: found.offset)
    }
  }

  /// Lower case, full-width forms narrowed, invisible characters dropped, white space as one blank.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        result.append(scalar)
        continue
      }
      var current = scalar
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        current = narrow
      }
      if current.properties.generalCategory == .format { continue }
      if current.properties.isWhitespace {
        if result.last != " " { result.append(" ") }
        continue
      }
      result.append(contentsOf: current.properties.lowercaseMapping.unicodeScalars)
    }
    return result
  }

  /// Small letters and digits of ASCII, and common Chinese characters: folding leaves them.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x4E00...0x9FFF: true
    default: false
    }
  }
}

extension Lexicon.Entry {
  /// Whether it stands there on its own and is not cancelled.
  func stands(in text: [Unicode.Scalar], at start: Int) -> Bool {
    let end = start + scalars.count
    return end <= text.count && text[start..<end].elementsEqual(scalars)
      && standsAlone(text, start, end) && !isCancelled(text, start, end)
  }

  /// Latin words are matched whole; Chinese has no word boundaries.
  private func standsAlone(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x2E80
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    if isLetter(text[start]), start > 0, isLetter(text[start - 1]) { return false }
    if isLetter(text[end - 1]), end < text.count, isLetter(text[end]) { return false }
    return true
  }

  private func isCancelled(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    let near = text[
      max(0, start - Lexicon.nearness)..<min(text.count, end + Lexicon.nearness)]
    return exceptions.contains { exception in
      guard !exception.isEmpty, near.count >= exception.count else { return false }
      return (near.startIndex...(near.endIndex - exception.count)).contains { index in
        near[index...].starts(with: exception)
      }
    }
  }
}
