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
  }

  /// All indications of a text, in the order of the lexicon.
  public func indications(in text: String) -> [Indication] {
    let scalars = Lexicon.folded(text)
    guard !scalars.isEmpty else { return [] }
    var found: [Indication] = []
    for entry in entries {
      guard let offset = entry.offset(in: scalars) else { continue }
      found.append(
        Indication(indicator: entry.indicator, phrase: entry.phrase, offset: offset))
    }
    return found
  }

  /// Lower case, full-width forms narrowed, invisible characters dropped, white space as one blank.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
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
}

extension Lexicon.Entry {
  /// The first occurrence that stands on its own and is not cancelled.
  func offset(in text: [Unicode.Scalar]) -> Int? {
    guard !scalars.isEmpty, text.count >= scalars.count else { return nil }
    for start in 0...(text.count - scalars.count)
    where text[start] == scalars[0] && text[start...].starts(with: scalars) {
      let end = start + scalars.count
      guard standsAlone(text, start, end), !isCancelled(text, start, end) else { continue }
      return start
    }
    return nil
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
