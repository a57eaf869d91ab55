internal import Formats
internal import Taxonomy

/// The names of places, with what each may mean.
struct PlaceLexicon: Sendable {
  struct Meaning: Sendable {
    /// An index into `places`.
    let place: Int
    /// Whether the phrase itself says the level: 喀什地区, against 喀什.
    let statesLevel: Bool
    /// Whether the table lists the phrase without a level word.
    let isListedBare: Bool
    /// A city abroad, for which only the country is known; a name keeps it as a word.
    var isOnlyInText = false
  }

  struct Place: Sendable {
    let code: String
    let level: PlaceLevel
    let english: String
    let chinese: String
    /// Two for a country, five for a province, seven for a prefecture, nine for a county.
    var depth: Int { code.utf8.count }
  }

  private(set) var places: [Place] = []
  private(set) var meanings: [Meaning] = []
  private(set) var trie = PhraseTrie()
  private var indices: [String: Int] = [:]
  let tree: CodeTree

  init(
    tree: CodeTree, folder: String, transliteration: Transliteration,
    builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    self.tree = tree
    trie.reserve(tree.nodes.count * 12)
    for node in Self.named(tree) {
      let (index, place) = add(node)
      var seen: [[UInt32]] = []
      for name in node.chinese { insertHan(name, index, place.level, &seen, &builder) }
      for name in node.english { insertWords(name, index, place.level, &seen, &builder) }
      for name in node.other { insertWords(name, index, place.level, &seen, &builder) }
      insertPinyin(node, index, transliteration, &seen, &builder)
    }
    let path = folder + "/names/place-aliases.tsv"
    let table = try LexiconBuilder.table(path, requiring: ["code", "aliases"])
    for row in table.rows {
      guard let index = indices[row["code"]] else { continue }
      var seen: [[UInt32]] = []
      for alias in row.list("aliases") {
        // An alias names one place and no other, whatever its ending looks like.
        insert(builder.symbols(of: alias), index, statesLevel: true, isBare: true, &seen)
      }
    }
    try loadCities(folder + "/names/foreign-places.tsv", &builder)
  }

  /// With meanings and phrases that were read from a file.
  init(tree: CodeTree, meanings: [Meaning], trie: PhraseTrie) {
    self.tree = tree
    self.meanings = meanings
    self.trie = trie
    for node in Self.named(tree) { _ = add(node) }
  }

  private static func named(_ tree: CodeTree) -> some Sequence<TreeNode> {
    tree.nodes.lazy.filter { $0.kind != "prefecture-group" }
  }

  private mutating func add(_ node: TreeNode) -> (index: Int, place: Place) {
    let place = Place(
      code: node.code, level: PlaceLevel(kind: node.kind), english: node.english.first ?? "",
      chinese: node.chinese.first ?? "")
    indices[node.code] = places.count
    places.append(place)
    return (places.count - 1, place)
  }

  private mutating func loadCities(
    _ path: String, _ builder: inout LexiconBuilder
  ) throws(Diagnostic) {
    let table = try LexiconBuilder.table(path, requiring: ["code", "chinese", "english", "other"])
    for row in table.rows {
      guard let index = indices[row["code"]] else { continue }
      for name in row.list("chinese") + row.list("english") + row.list("other") {
        trie.insert(builder.symbols(of: name), value: meanings.count)
        meanings.append(
          Meaning(place: index, statesLevel: true, isListedBare: true, isOnlyInText: true))
      }
    }
  }

  func index(of code: String) -> Int? { indices[code] }

  /// The longest phrase at `start` with the places that it may mean.
  func longest(
    in units: [TextUnit], at start: Int, isRunningText: Bool = false
  ) -> (length: Int, meanings: [Meaning])? {
    var best: (length: Int, meanings: [Meaning])?
    trie.forEachMatch(in: units, at: start) { length, value in
      if meanings[value].isOnlyInText, !isRunningText { return }
      if length > best?.length ?? 0 {
        best = (length, [meanings[value]])
      } else if !(best?.meanings.contains { $0.place == meanings[value].place } ?? false) {
        best?.meanings.append(meanings[value])
      }
    }
    return best
  }

  private mutating func insert(
    _ symbols: [UInt32], _ place: Int, statesLevel: Bool, isBare: Bool,
    _ seen: inout [[UInt32]]
  ) {
    guard !symbols.isEmpty, !seen.contains(symbols) else { return }
    seen.append(symbols)
    trie.insert(symbols, value: meanings.count)
    meanings.append(Meaning(place: place, statesLevel: statesLevel, isListedBare: isBare))
  }

  private mutating func insertHan(
    _ name: String, _ place: Int, _ level: PlaceLevel, _ seen: inout [[UInt32]],
    _ builder: inout LexiconBuilder
  ) {
    let symbols = builder.symbols(of: name)
    let admitted = PlaceLevel.hanSuffix(of: symbols).flatMap { PlaceLevel.admitted(byHan: $0.text) }
    let statesLevel =
      level == .country || level == .special
      || (symbols.count > 2 && !(admitted?.strict.isDisjoint(with: level) ?? true))
    insert(symbols, place, statesLevel: statesLevel, isBare: true, &seen)
  }

  /// Inserts a name in letters: whole, and without its level where it ends in one.
  private mutating func insertWords(
    _ name: String, _ place: Int, _ level: PlaceLevel, _ seen: inout [[UInt32]],
    _ builder: inout LexiconBuilder
  ) {
    let units = builder.folding.units(of: name)
    let stem = Self.stem(of: units)
    let symbols = builder.symbols.intern(units)
    if stem.count < units.count, !stem.isEmpty {
      insert(
        Array(symbols[..<stem.count]), place, statesLevel: false, isBare: false, &seen)
    } else {
      let isWhole = level == .country || units.count > 2
      // A name that the table lists bare replaces nothing: both entries stand, the bare one rules.
      insertBare(symbols, place, statesLevel: isWhole, &seen)
    }
  }

  private mutating func insertBare(
    _ symbols: [UInt32], _ place: Int, statesLevel: Bool, _ seen: inout [[UInt32]]
  ) {
    seen.removeAll { $0 == symbols }
    insert(symbols, place, statesLevel: statesLevel, isBare: true, &seen)
  }

  private mutating func insertPinyin(
    _ node: TreeNode, _ place: Int, _ transliteration: Transliteration,
    _ seen: inout [[UInt32]], _ builder: inout LexiconBuilder
  ) {
    guard node.code.hasPrefix("CN-"), let name = node.chinese.first else { return }
    let units = builder.folding.units(of: name)
    let suffix = PlaceLevel.hanSuffix(of: units.map(\.symbol))
    let stem = units.dropLast(suffix?.characters.count ?? 0)
    guard stem.count > 1, stem.count < 5, stem.allSatisfy(\.isHan) else { return }
    let reading = transliteration.syllables(of: stem.map(\.symbol)).joined()
    insert(builder.symbols(of: reading), place, statesLevel: false, isBare: true, &seen)
  }

  /// The units without level words and the people before `Autonomous` at the end.
  static func stem(of units: [TextUnit]) -> ArraySlice<TextUnit> {
    var end = units.count
    if end > 1, PlaceLevel.words.contains(units[end - 1].text) { end -= 1 }
    if end < units.count, end > 1, units[end - 1].text == "autonomous" {
      end -= 1
      while end > 1, PlaceLevel.peoples.contains(units[end - 1].text) { end -= 1 }
    }
    return units[..<end]
  }
}
