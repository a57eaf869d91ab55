internal import Formats

/// What is known of persons' names: forms of one given name, words that are no part of a name,
/// and words that stand in very many names.
///
/// Read from `Data/names/given-names.tsv`, `titles.tsv` and `common-names.tsv`.
struct PersonLexicon: Sendable {
  enum Frequency: Sendable, CaseIterable {
    case rare, common, veryCommon
  }

  enum Kind: String, Sendable, CaseIterable {
    /// Dropped: `Dr`, `Sheikh`.
    case title
    case particle
    /// `Jr`, `PhD`.
    case suffix
    /// Half of a given name of two words: `Abdul` of `Abdul Rahim`.
    case half
  }

  private var givenNames: [String: (UInt16, UInt16)] = [:]
  private var kinds: [String: Kind] = [:]
  private var frequencies: [String: Frequency] = [:]
  /// In the place of the three where they came from a file.
  private let stored: StoredPersonWords?

  init(_ stored: StoredPersonWords) { self.stored = stored }

  init(folder: String, folding: Folding, transliteration: Transliteration) throws(Diagnostic) {
    stored = nil
    let titles = try LexiconBuilder.table(
      folder + "/names/titles.tsv", requiring: ["title", "kind"])
    for row in titles.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw Diagnostic(
          "NAM005", "unknown kind `\(row["kind"])`", remedy: "use title, particle, suffix or half",
          file: folder + "/names/titles.tsv", position: SourcePosition(line: row.line, column: 1))
      }
      kinds[folding.fold(row["title"])] = kind
    }
    let common = try LexiconBuilder.table(
      folder + "/names/common-names.tsv", requiring: ["name", "weight"])
    for row in common.rows {
      frequencies[folding.fold(row["name"])] =
        row["weight"] == "very-common" ? .veryCommon : .common
    }
    let given = try LexiconBuilder.table(
      folder + "/names/given-names.tsv", requiring: ["group", "forms"])
    for (index, row) in given.rows.enumerated() {
      let family = UInt16(index + 1)
      for form in row.list("forms") {
        let text = folding.fold(form)
        let known = givenNames[text] ?? (0, 0)
        if known.0 == 0 {
          givenNames[text] = (family, 0)
        } else if known.1 == 0, known.0 != family {
          givenNames[text] = (known.0, family)
        }
      }
    }
  }

  func kind(of word: String) -> Kind? { stored.map { $0.kind(of: word) } ?? kinds[word] }

  func frequency(of word: String) -> Frequency {
    stored.map { $0.frequency(of: word) } ?? frequencies[word] ?? .rare
  }

  func families(of word: String) -> (UInt16, UInt16) {
    stored.map { $0.families(of: word) } ?? givenNames[word] ?? (0, 0)
  }

  /// All of it in flat arrays.
  var flat: StoredPersonWords {
    let words = Set(givenNames.keys).union(kinds.keys).union(frequencies.keys).sorted()
    return StoredPersonWords(
      words: StoredWords(words),
      families: words.map { word in
        let both = families(of: word)
        return UInt32(both.0) << 16 | UInt32(both.1)
      }, kinds: words.map { kind(of: $0) }, frequencies: words.map { frequency(of: $0) })
  }
}
