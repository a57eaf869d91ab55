internal import Formats
internal import Taxonomy

/// The tables behind `NameKnowledge`, held once and shared by everything that reads names.
final class NameTables: Sendable {
  let folding: Folding
  let transliteration: Transliteration
  let symbols: Symbols
  let patterns: FunctionPatterns
  let legalForms: LegalForms
  let meanings: Meanings
  let places: PlaceLexicon
  let persons: PersonLexicon
  let syllables: PinyinSyllables
  let levelWords: LevelWords
  let knownNames: KnownNames
  let wadeGiles: WadeGilesReadings
  /// Concepts that say only of what kind an undertaking is: company, group.
  let formalConcepts: Set<UInt16>
  let schoolConcepts: Set<UInt16>
  let universityConcepts: Set<UInt16>
  /// What the field of a school is rendered by, so that two schools may share it: technology for
  /// 工业 and for 理工.
  let technicalConcepts: Set<UInt16>
  let researchConcepts: Set<UInt16>
  /// Services that the name of a school may leave out, and arms by which such a school is known.
  let parentServices: Set<UInt16>
  let armConcepts: Set<UInt16>
  /// Whether words, meanings and places came from a compiled lexicon.
  let isCompiled: Bool
  let functions: CodeTree
  let addressWords: AddressWords
  let postcodes: PostcodeForms
  let contacts: ContactTables
  /// Functions by which a public body is known beside its place.
  let institutionalFunctions: Set<String>

  private static let healthServices: Set<String> = [
    "hospital", "health-authority", "disease-control", "blood-service", "animal-health",
  ]

  /// `compiled` is what `compiledLexicon` gave for the same tables; where it does not hold what it
  /// should, the tables are read.
  init(
    taxonomy: Taxonomy, folder: String, compiled: MappedBytes? = nil
  ) throws(Diagnostic) {
    let tables = try CharacterTables(folder: folder + "/names")
    folding = Folding(tables: tables)
    transliteration = Transliteration(tables: tables)
    var builder = LexiconBuilder(folding: folding)
    let stored = compiled.flatMap { CompiledLexicon($0, taxonomy: taxonomy) }
    isCompiled = stored != nil
    if let stored { builder.symbols = stored.symbols }
    // The symbols of a stored lexicon are those that reading in this order gave.
    patterns =
      if let stored {
        stored.patterns
      } else {
        try FunctionPatterns(
          folder: folder, functions: taxonomy.functions, transliteration: transliteration,
          builder: &builder)
      }
    legalForms = try LegalForms(folder: folder, builder: &builder)
    if let stored {
      meanings = stored.meanings
      places = stored.places
      persons = stored.persons
    } else {
      meanings = try Meanings(
        folder: folder, transliteration: transliteration, builder: &builder)
      places = try PlaceLexicon(
        tree: taxonomy.places, folder: folder, transliteration: transliteration,
        builder: &builder)
      persons = try PersonLexicon(
        folder: folder, folding: folding, transliteration: transliteration)
    }
    symbols = builder.symbols
    addressWords = try AddressWords(folder: folder, folding: folding)
    postcodes = try PostcodeForms(folder: folder)
    contacts = try ContactTables(folder: folder)
    syllables = PinyinSyllables(tables.allSyllables)
    levelWords = try LevelWords(folder: folder, folding: folding)
    knownNames = try KnownNames(folder: folder, folding: folding)
    wadeGiles = WadeGilesReadings(tables.allSyllables)
    formalConcepts = meanings.numbers(of: ["company", "group", "holding", "international"])
    schoolConcepts = meanings.numbers(of: ["university", "school"])
    universityConcepts = meanings.numbers(of: ["university"])
    technicalConcepts = meanings.numbers(of: [
      "technical-school", "engineering-school", "science-engineering", "polytechnic",
    ])
    researchConcepts = meanings.numbers(of: ["research-body"])
    parentServices = meanings.numbers(of: [
      "army", "navy", "air-force", "rocket-force", "armed-police", "strategic-support-force",
      "ssf",
    ])
    armConcepts = meanings.numbers(of: [
      "armoured", "artillery", "infantry", "air-defence", "submarine", "chemical-defence",
      "aviation-corps", "special-operations", "noncommissioned", "coast-guard",
      "airborne-troops", "marine-corps", "early-warning", "border-coast",
    ])
    let functions = taxonomy.functions
    self.functions = functions
    institutionalFunctions = Set(
      functions.nodes.map(\.code).filter {
        Self.healthServices.contains($0) || functions.isWithin($0, "public-authority")
      })
  }

  /// Whether two words that share a meaning may still tell one school from another: a university
  /// from an institute, technology from polytechnics.
  func isDoubtfulRendering(_ left: NameToken, _ right: NameToken) -> Bool {
    func says(_ token: NameToken, _ concepts: Set<UInt16>) -> Bool {
      token.concepts.contains { concepts.contains($0) }
    }
    if left.kind == .body, right.kind == .body {
      return says(left, universityConcepts) != says(right, universityConcepts)
    }
    let shared = left.concepts.filter(right.concepts.contains)
    return !shared.isEmpty && shared.allSatisfy(technicalConcepts.contains)
  }

  /// What to hand over the next time for the same tables and the same program.
  var compiledLexicon: [UInt8] {
    CompiledLexicon.bytes(
      symbols: symbols, patterns: patterns, meanings: meanings, places: places, persons: persons)
  }
}
