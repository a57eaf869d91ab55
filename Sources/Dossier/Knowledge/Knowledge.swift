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
  public let evidence: EvidenceLibrary
  public let vocabulary: Vocabulary
  public let law: LegalRegistry
  /// What is demanded of lists of which the policies say nothing.
  public let listRequirements: RequirementTable
  /// ISO codes of countries, for the order decoder.
  public let countries: Set<String>
  /// `sha256:` digest of everything in the folder.
  public let digest: String

  /// Loads the `Data` folder. Throws the first diagnostic: half an installation decides nothing.
  ///
  /// In `lists`, the folder of the lists of a corpus, the larger tables of names are kept as they
  /// are after reading, beside what is compiled of the lists.
  public init(folder: String, lists: String? = nil) throws(Diagnostic) {
    self.folder = folder
    try Inventory.check(folder: folder)
    let digest = try CorpusDigest.of(folder: folder)
    let taxonomy = try Taxonomy(folder: folder)
    // The names take as long as all the rest.
    let (named, read) = Threads.both(
      { () -> Result<NameKnowledge, Diagnostic> in
        Result { () throws(Diagnostic) in
          let file = lists.map { LexiconFile(lists: $0, tables: digest) }
          let names = try NameKnowledge(
            taxonomy: taxonomy, folder: folder, compiled: file.flatMap { $0.content })
          file?.keep(names)
          return names
        }
      },
      { () -> Result<(Lexicon, ProductCatalogue, EvidenceLibrary), Diagnostic> in
        Result { () throws(Diagnostic) in
          let lexicon = try Lexicon(file: folder + "/lexicon.tsv")
          let catalogue = try ProductCatalogue(
            file: folder + "/products.tsv", taxonomy: taxonomy)
          var evidence = EvidenceLibrary()
          try evidence.addBundled(folder: folder)
          return (lexicon, catalogue, evidence)
        }
      })
    self.digest = digest
    self.taxonomy = taxonomy
    names = try named.get()
    (lexicon, catalogue, evidence) = try read.get()
    vocabulary = ScreeningVocabulary.vocabulary(taxonomy)
    law = try LegalRegistry(folder: folder)
    listRequirements = try RequirementTable(file: folder + "/list-requirements.tsv")
    countries = Set(
      taxonomy.places.nodes.filter { $0.code.utf8.count == 2 }.map(\.code))
  }
}
