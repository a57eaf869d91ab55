internal import Formats

/// Words with one meaning in several languages, from `Data/names/meanings.tsv` and
/// `meanings-other.tsv`: 基因 and `gene`,
/// bodies known by short forms, from `Data/names/named-bodies.tsv`: 中国电科 and `CETC`, and cities
/// and companies abroad, from `Data/names/foreign-places.tsv` and `foreign-companies.tsv`: 安捷伦 and
/// `Agilent`; and brands of China that are neither translated nor spelled, from
/// `Data/names/chinese-companies.tsv`: 旷视 and `Megvii`. Phrases of three characters and more are
/// known in pinyin too.
struct Meanings: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    /// Says what a body does: a field of science or industry.
    case word
    /// An armed service.
    case service
    /// Stands in very many names: technology, group.
    case generic
    /// A kind of body: institute, factory.
    case body
    /// Is left out at will: China, national, People's.
    case qualifier
    /// Says nothing: articles, `People's Government` before the name of a bureau.
    case filler
    /// One body that is known by short forms.
    case named
    /// A city or a company abroad; in letters it stays a word of the body's own.
    case city
    /// The name that a company in China has of its own in letters; it stays a word of the body's own.
    case brand
  }

  struct Entry: Sendable {
    let concept: UInt16
    let kind: Kind
    /// How many of the matched units the phrase itself is; the rest must only follow.
    let length: Int
    /// Whether the phrase has this meaning only before what follows: 工业 in 工业大学.
    let isContextual: Bool
  }

  /// What one phrase at one place may mean.
  struct Match: Sendable {
    let length: Int
    var entries: [Entry]
    /// Where what must follow ends.
    var reach: Int
  }

  private(set) var concepts: [String] = []
  /// The forms of each concept in letters, to recognise one that is misspelt.
  private(set) var words: [[ComparedWord]] = []
  private(set) var entries: [Entry] = []
  private(set) var trie = PhraseTrie()

  init(
    folder: String, transliteration: Transliteration, builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    try loadWords(folder + "/names/meanings.tsv", transliteration, &builder)
    try loadFurther(folder + "/names/meanings-other.tsv", &builder)
    let path = folder + "/names/named-bodies.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["code", "chinese", "other"])
    for row in table.rows {
      let concept = addConcept(row["code"])
      // Hyphens and blanks are one.
      var written: Set<[UInt32]> = []
      for phrase in row.list("chinese") + row.list("other") {
        let symbols = builder.symbols(of: phrase)
        guard written.insert(symbols).inserted else { continue }
        insert(symbols, following: [], concept: concept, kind: .named)
      }
      var seen: Set<String> = []
      for phrase in row.list("chinese") {
        insertPinyin(of: phrase, concept, .named, transliteration, &seen, &builder)
      }
    }
    try loadBrands(folder + "/names/chinese-companies.tsv", &builder)
    for file in ["foreign-places", "foreign-companies"] {
      try loadAbroad(folder + "/names/\(file).tsv", &builder)
    }
  }

  /// Names that Chinese has of its own for what is abroad.
  private mutating func loadAbroad(
    _ path: String, _ builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let table = try LexiconBuilder.table(path, requiring: ["chinese", "english", "other"])
    for row in table.rows {
      let concept = addConcept(row.list("english").first ?? row["chinese"])
      for phrase in row.list("chinese") + row.list("english") + row.list("other") {
        insert(builder.symbols(of: phrase), following: [], concept: concept, kind: .city)
      }
    }
  }

  /// Phrases lead to the names in letters by the words of their concept.
  private mutating func loadBrands(
    _ path: String, _ builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let table = try LexiconBuilder.table(path, requiring: ["chinese", "latin", "other", "source"])
    for row in table.rows {
      let concept = addConcept(row.list("latin").first ?? row["chinese"])
      for phrase in row.list("chinese") + row.list("other") {
        insert(builder.symbols(of: phrase), following: [], concept: concept, kind: .brand)
      }
      for name in row.list("latin") {
        words[Int(concept)].append(
          ComparedWord(builder.folding.fold(name).replacing(" ", with: "")))
      }
    }
  }

  /// The phrase in pinyin as one word, which `PinyinCompounds` makes of several; shorter ones are
  /// spelled like too many other words.
  private mutating func insertPinyin(
    of phrase: String, _ concept: UInt16, _ kind: Kind, _ transliteration: Transliteration,
    _ seen: inout Set<String>, _ builder: inout LexiconBuilder
  ) {
    guard
      let word = PinyinCompounds.word(
        for: builder.folding.units(of: phrase), transliteration, leastSyllables: 3),
      seen.insert(word).inserted
    else { return }
    insert(builder.symbols(of: word), following: [], concept: concept, kind: kind)
  }

  init(concepts: [String], words: [[ComparedWord]], entries: [Entry], trie: PhraseTrie) {
    self.concepts = concepts
    self.words = words
    self.entries = entries
    self.trie = trie
  }

  private mutating func loadWords(
    _ path: String, _ transliteration: Transliteration, _ builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let table = try LexiconBuilder.table(path, requiring: ["concept", "kind", "chinese", "other"])
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]), kind != .named, kind != .city,
        kind != .brand
      else {
        throw Diagnostic(
          "NAM005", "unknown kind `\(row["kind"])`",
          remedy: "use word, service, generic, body, qualifier or filler", file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      let concept = addConcept(row["concept"])
      for phrase in row.list("chinese") {
        let sides = phrase.split(separator: ">")
        let symbols = builder.symbols(of: String(sides.first ?? ""))
        let following = sides.count == 2 ? builder.symbols(of: String(sides[1])) : []
        // One Han character alone is part of too many names: 大 in 华大, 金 in 金华.
        let isAlone = symbols.count == 1 && following.isEmpty
        if isAlone, kind == .word || kind == .service || kind == .qualifier { continue }
        insert(symbols, following: following, concept: concept, kind: kind)
      }
      var seen = Set(row.list("other"))
      for phrase in row.list("other") {
        insert(builder.symbols(of: phrase), following: [], concept: concept, kind: kind)
        for form in Self.forms(of: phrase, kind) where seen.insert(form).inserted {
          insert(builder.symbols(of: form), following: [], concept: concept, kind: kind)
        }
        words[Int(concept)].append(ComparedWord(builder.folding.fold(phrase)))
      }
      for phrase in row.list("chinese") where !phrase.utf8.contains(UInt8(ascii: ">")) {
        insertPinyin(of: phrase, concept, kind, transliteration, &seen, &builder)
      }
    }
  }

  /// The forms of further languages; Latin ones are left out where they would make a word of a
  /// body's own, such as a place or a brand, a word of meaning.
  private mutating func loadFurther(
    _ path: String, _ builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let table = try LexiconBuilder.table(path, requiring: ["concept", "forms", "kind"])
    var numbers: [String: UInt16] = [:]
    for (index, name) in concepts.enumerated() { numbers[name] = UInt16(index) }
    var kinds: [UInt16: Kind] = [:]
    for entry in entries where kinds[entry.concept] == nil { kinds[entry.concept] = entry.kind }
    for row in table.rows {
      let known = numbers[row["concept"]]
      guard let kind = Kind(rawValue: row["kind"]) ?? known.flatMap({ kinds[$0] }) else {
        throw Diagnostic(
          "NAM005", "the concept `\(row["concept"])` has no kind",
          remedy: "give word, generic or filler, or a concept of meanings.tsv", file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      let concept = known ?? addConcept(row["concept"])
      if known != nil, kinds[concept] == nil { kinds[concept] = kind }
      for phrase in row.list("forms") {
        let isLatin = phrase.utf8.allSatisfy { $0 < 0x80 }
        if known != nil || !isLatin {
          insert(builder.symbols(of: phrase), following: [], concept: concept, kind: kind)
        }
      }
    }
  }

  private mutating func addConcept(_ name: String) -> UInt16 {
    concepts.append(name)
    words.append([])
    return UInt16(concepts.count - 1)
  }

  private mutating func insert(
    _ symbols: [UInt32], following: [UInt32], concept: UInt16, kind: Kind
  ) {
    trie.insert(symbols + following, value: entries.count)
    entries.append(
      Entry(
        concept: concept, kind: kind, length: symbols.count, isContextual: !following.isEmpty))
  }

  /// The English plural, and possessive without its apostrophe, of a phrase whose last word has
  /// four letters or more.
  private static func forms(of phrase: String, _ kind: Kind) -> [String] {
    let last = phrase.utf8.reversed().prefix { $0 != UInt8(ascii: " ") }
    guard kind == .word || kind == .body, last.count >= 4,
      last.allSatisfy({ 0x61...0x7A ~= $0 }), let end = last.first, end != UInt8(ascii: "s")
    else { return [] }
    let regular = phrase + "s"
    return end == UInt8(ascii: "y") ? [regular, String(phrase.dropLast()) + "ies"] : [regular]
  }

  /// The numbers of concepts by their names in the table.
  func numbers(of names: [String]) -> Set<UInt16> {
    Set(names.compactMap { name in concepts.firstIndex(of: name).map { UInt16($0) } })
  }

  /// Every phrase that begins at `start`, by its length, short ones first.
  func matches(in units: [TextUnit], at start: Int) -> [Match] {
    var found: [Match] = []
    trie.forEachMatch(in: units, at: start) { reach, value in
      let entry = entries[value]
      if let known = found.firstIndex(where: { $0.length == entry.length }) {
        // The trie hands over first what was written last; the table's order is kept.
        let place = entry.isContextual ? found[known].entries.count : 0
        found[known].entries.insert(entry, at: place)
        found[known].reach = max(found[known].reach, start + reach)
      } else {
        found.append(Match(length: entry.length, entries: [entry], reach: start + reach))
      }
    }
    return found
  }
}
