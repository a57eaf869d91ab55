public import Formats
public import Names
public import Taxonomy

/// Everything by which reports are read: words, places, bodies, products, programmes and rules.
///
/// Built once from the taxonomy and the tables of `Data`; reading a text changes nothing in it.
public struct ReportVocabulary: Sendable {
  /// One row of `concepts.tsv`: a concept in one language.
  struct Row: Sendable {
    let concept: Int
    let needsCompany: Bool
  }

  struct Publisher: Sendable {
    let id: String
    let name: String
    let kind: String
    let domains: [String]
  }

  /// What is counted.
  struct Noun: Sendable {
    let name: String
    let isWhole: Bool
  }

  let taxonomy: Taxonomy
  let knowledge: NameKnowledge
  let programmes: [Programme]
  let kinds: [String: ClaimKind]
  var words = WordTable()
  private(set) var phrases = PhraseTable()
  private var tree = PhraseTree()
  var concepts: [String] = []
  private var conceptIndices: [String: Int] = [:]
  var rows: [Row] = []
  var functions: [String] = []
  var publishers: [Publisher] = []
  var otherNames: [(words: String, place: String, name: String)] = []
  var companies: [String] = []
  var nouns: [Noun] = []
  var rules: [ClaimRule] = []
  var masks = RuleMasks([])
  var furniture = FurnitureWords()
  let han: HanFolding
  let forms: FormWords
  let placeCodes: PlaceCodes
  private(set) var ids = StanceConcepts { _ in -1 }
  private(set) var actors = ActorFunctions([])
  /// By concept: what it is as a finding.
  private(set) var findingOfConcept: [ReportFinding.Kind?] = []
  /// The place of `hospital` among the functions.
  private(set) var hospital = -1

  /// Reads the tables below `folder`, the `Data` folder of an installation.
  ///
  /// Throws a diagnostic for a table that is missing or malformed, and for a rule that names a
  /// concept or a kind of claim that there is none of.
  public init(
    taxonomy: Taxonomy, knowledge: NameKnowledge, library: EvidenceLibrary, folder: String
  ) throws(Diagnostic) {
    self.taxonomy = taxonomy
    self.knowledge = knowledge
    programmes = library.programmes
    kinds = library.kinds
    placeCodes = PlaceCodes(taxonomy.places)
    han = try HanFolding(file: folder + "/names/traditional.txt")
    var words = WordTable()
    forms = FormWords(&words)
    self.words = words
    try loadConcepts(folder + "/reports/concepts.tsv")
    concepts += ReportVocabulary.formConcepts
    for (index, name) in concepts.enumerated() { conceptIndices[name] = index }
    loadPlaces()
    try loadPlaceAliases(folder + "/names/place-aliases.tsv")
    try loadFunctions(folder + "/function-patterns.tsv")
    try loadProducts(folder)
    loadProgrammes()
    try loadPublishers(folder + "/reports/publishers.tsv")
    let others = folder + "/reports/other-names.tsv"
    for row in try Self.table(others, ["words", "place", "function", "name"]).rows {
      otherNames.append((row["words"], row["place"], row["name"]))
    }
    try loadNouns(folder + "/reports/quantity-nouns.tsv")
    phrases = PhraseTable(tree)
    tree = PhraseTree()
    furniture = try FurnitureWords(file: folder + "/reports/furniture.tsv", han: han)
    rules = try ClaimRule.load(
      folder + "/reports/claim-rules.tsv", concepts: concepts, kinds: kinds)
    masks = RuleMasks(rules)
    let indices = conceptIndices
    ids = StanceConcepts { indices[$0] ?? -1 }
    actors = ActorFunctions(concepts)
    findingOfConcept = concepts.map { FindingCollector.kinds[$0] }
    hospital = functions.firstIndex(of: "hospital") ?? -1
  }

  /// What is recognised by form; rules name them like concepts.
  static let formConcepts = [
    "age", "number", "date", "place", "product", "programme", "name-company", "name-document",
  ]

  func concept(_ name: String) -> Int { conceptIndices[name] ?? -1 }

  /// The symbols of a phrase: words, patterns and Han characters.
  mutating func symbols(of phrase: String) -> [UInt32] {
    var result: [UInt32] = []
    var word: [UInt8] = []
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "*" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    for scalar in phrase.unicodeScalars {
      if HanFolding.isHan(scalar.value) {
        if !word.isEmpty { result.append(words.intern(word)) }
        word = []
        result.append(WordTable.han | han.fold(scalar.value))
      } else if isWord(scalar) {
        word.append(contentsOf: String(scalar).lowercased().utf8)
      } else {
        if !word.isEmpty { result.append(words.intern(word)) }
        word = []
      }
    }
    if !word.isEmpty { result.append(words.intern(word)) }
    return result
  }

  /// Adds a phrase; `number` is that of what it means among its kind.
  mutating func insert(_ phrase: String, _ kind: PhraseMeaning.Kind, _ number: Int) {
    tree.insert(symbols(of: phrase), PhraseMeaning(kind, number))
  }

  static func table(
    _ path: String, _ columns: [String]
  ) throws(Diagnostic) -> TextTable {
    try TextTable(try Lines.bytes(path), requiring: columns, file: path)
  }

  private mutating func loadConcepts(_ path: String) throws(Diagnostic) {
    let table = try Self.table(path, ["concept", "language", "phrases", "unless", "with"])
    var indices: [String: Int] = [:]
    for row in table.rows {
      let index = indices[row["concept"]] ?? concepts.count
      if index == concepts.count {
        guard index < ConceptSet.capacity else {
          throw Diagnostic(
            "EVD170", "there are more than \(ConceptSet.capacity) concepts",
            remedy: "join some of them", file: path,
            position: SourcePosition(line: row.line, column: 1))
        }
        concepts.append(row["concept"])
        indices[row["concept"]] = index
      }
      let number = rows.count
      rows.append(Row(concept: index, needsCompany: !row.list("with").isEmpty))
      for pattern in row.list("phrases") {
        for phrase in Self.phrases(of: pattern) { insert(phrase, .concept, number) }
      }
      for phrase in row.list("unless") { insert(phrase, .unless, number) }
      for phrase in row.list("with") { insert(phrase, .with, number) }
    }
  }

  /// `(every/each) man` stands for `every man` and `each man`.
  static func phrases(of pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "("),
      let close = pattern[open...].firstIndex(of: ")")
    else { return [pattern] }
    let rest = phrases(of: String(pattern[pattern.index(after: close)...]))
    var result: [String] = []
    for word in pattern[pattern.index(after: open)..<close].split(separator: "/") {
      for end in rest { result.append(pattern[..<open] + word + end) }
    }
    return result
  }
}
