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
  let functions: CodeTree
  /// Functions by which a public body is known beside its place.
  let institutionalFunctions: Set<String>

  private static let healthServices: Set<String> = [
    "hospital", "health-authority", "disease-control", "blood-service", "animal-health",
  ]

  init(taxonomy: Taxonomy, folder: String) throws(Diagnostic) {
    let tables = try CharacterTables(folder: folder + "/names")
    folding = Folding(tables: tables)
    transliteration = Transliteration(tables: tables)
    var builder = LexiconBuilder(folding: folding)
    patterns = try FunctionPatterns(
      folder: folder, functions: taxonomy.functions, builder: &builder)
    legalForms = try LegalForms(folder: folder, builder: &builder)
    meanings = try Meanings(folder: folder, builder: &builder)
    places = try PlaceLexicon(
      tree: taxonomy.places, folder: folder, transliteration: transliteration,
      builder: &builder)
    symbols = builder.symbols
    let functions = taxonomy.functions
    self.functions = functions
    institutionalFunctions = Set(
      functions.nodes.map(\.code).filter {
        Self.healthServices.contains($0) || functions.isWithin($0, "public-authority")
      })
  }
}
