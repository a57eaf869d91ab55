public import Evidence
public import Facts
public import Formats
public import Names
public import Taxonomy
public import WatchLists

/// Everything that is bundled and the same for every order: trees, names, words, evidence.
///
/// Built once and never changed; a class, so that passing it on copies nothing.
public final class Knowledge: Sendable {
  public let folder: String
  public let taxonomy: Taxonomy
  public let names: NameKnowledge
  public let lexicon: Lexicon
  public let catalogue: ProductCatalogue
  public let tenders: TenderKnowledge
  public let evidence: EvidenceLibrary
  public let vocabulary: Vocabulary
  public let law: LegalRegistry
  /// What is demanded of lists of which the policies say nothing.
  public let listRequirements: RequirementTable
  /// ISO codes of countries, for the order decoder.
  public let countries: Set<String>

  /// Loads the `Data` folder. Throws the first diagnostic: half an installation decides nothing.
  public init(folder: String) throws(Diagnostic) {
    self.folder = folder
    try Inventory.check(folder: folder)
    taxonomy = try Taxonomy(folder: folder)
    names = try NameKnowledge(taxonomy: taxonomy, folder: folder)
    lexicon = try Lexicon(file: folder + "/lexicon.tsv")
    catalogue = try ProductCatalogue(file: folder + "/products.tsv", taxonomy: taxonomy)
    tenders = try TenderKnowledge(folder: folder, taxonomy: taxonomy, names: names)
    var evidence = EvidenceLibrary()
    try evidence.addBundled(folder: folder)
    self.evidence = evidence
    vocabulary = ScreeningVocabulary.vocabulary(taxonomy)
    law = try LegalRegistry(folder: folder)
    listRequirements = try RequirementTable(file: folder + "/list-requirements.tsv")
    countries = Set(
      taxonomy.places.nodes.filter { $0.code.utf8.count == 2 }.map(\.code))
  }
}
