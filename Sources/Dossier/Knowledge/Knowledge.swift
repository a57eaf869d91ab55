public import Evidence
public import Facts
public import Formats
public import Law
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
  private let notices: Deferred<Result<TenderKnowledge, Diagnostic>>
  private let reports: Deferred<Result<ReportReader, Diagnostic>>
  public let evidence: EvidenceLibrary
  public let vocabulary: Vocabulary
  public let law: LegalRegistry
  /// Tables of `Data/law`.
  public let lawTables: LawTables
  /// Norms, comparators and throughput by which quantities are held against need.
  public let capacity: CapacityReckoner
  /// What is demanded of lists of which the policies say nothing.
  public let listRequirements: RequirementTable
  /// Lists that decide nothing, because a boycotting state keeps them.
  let boycottLists: BoycottLists
  let boycottExceptions: BoycottExceptions
  /// Answers that state no fact.
  public let evasions: EvasiveAnswers
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
    let digest = Deferred { () -> Result<String, Diagnostic> in
      Result { () throws(Diagnostic) in try CorpusDigest.of(folder: folder) }
    }
    // Places and names take as long as all the rest.
    let (named, rest) = Threads.both(
      { Result { () throws(Diagnostic) in try Knowledge.names(folder, lists, digest) } },
      {
        (
          inventory: Result { () throws(Diagnostic) in try Inventory.check(folder: folder) },
          digest: digest.value,
          tables: Result { () throws(Diagnostic) in try Knowledge.tables(folder) }
        )
      })
    // What is cut off is told first, since it may be why something else fails.
    try rest.inventory.get()
    self.digest = try rest.digest.get()
    (taxonomy, names) = try named.get()
    (lexicon, evidence, law, lawTables) = try rest.tables.get()
    catalogue = try ProductCatalogue(file: folder + "/products.tsv", taxonomy: taxonomy)
    capacity = try CapacityReckoner(folder: folder, catalogue: catalogue)
    let (trees, bodies) = (taxonomy, names)
    notices = Deferred {
      Result { () throws(Diagnostic) in
        try TenderKnowledge(folder: folder, taxonomy: trees, names: bodies)
      }
    }
    let library = evidence
    reports = Deferred {
      Result { () throws(Diagnostic) in
        ReportReader(
          vocabulary: try ReportVocabulary(
            taxonomy: trees, knowledge: bodies, library: library, folder: folder))
      }
    }
    vocabulary = ScreeningVocabulary.vocabulary(taxonomy)
    boycottLists = try BoycottLists(file: folder + "/law/boycott-lists.tsv")
    boycottExceptions = try BoycottExceptions(file: folder + "/boycott-exceptions.tsv")
    evasions = try EvasiveAnswers(file: folder + "/evasive-answers.tsv", lexicon: lexicon)
    listRequirements = try RequirementTable(file: folder + "/list-requirements.tsv")
    countries = Set(
      taxonomy.places.nodes.filter { $0.code.utf8.count == 2 }.map(\.code))
  }

  /// What reading notices takes, loaded where somebody has notices.
  public func tenders() throws(Diagnostic) -> TenderKnowledge { try notices.value.get() }

  /// Reads reports; its words are loaded where somebody has reports.
  public func reportReader() throws(Diagnostic) -> ReportReader { try reports.value.get() }

  private static func names(
    _ folder: String, _ lists: String?, _ digest: Deferred<Result<String, Diagnostic>>
  ) throws(Diagnostic) -> (Taxonomy, NameKnowledge) {
    let taxonomy = try Taxonomy(folder: folder)
    var file: LexiconFile?
    if let lists { file = LexiconFile(lists: lists, tables: try digest.value.get()) }
    let names = try NameKnowledge(
      taxonomy: taxonomy, folder: folder, compiled: file.flatMap { $0.content })
    file?.keep(names)
    return (taxonomy, names)
  }

  private static func tables(
    _ folder: String
  ) throws(Diagnostic) -> (Lexicon, EvidenceLibrary, LegalRegistry, LawTables) {
    let lexicon = try Lexicon(file: folder + "/lexicon.tsv")
    var evidence = EvidenceLibrary()
    try evidence.addBundled(folder: folder)
    return (
      lexicon, evidence, try LegalRegistry(folder: folder), try LawTables(folder: folder + "/law")
    )
  }
}

extension Knowledge {
  /// The law by which worksheets of a day are worked out.
  public func worksheetLaw(asOf date: CivilDate, confirmations: [String: Bool]) -> WorksheetLaw {
    let products = taxonomy.products
    return WorksheetLaw(
      tables: lawTables, registry: law, asOf: date, confirmations: confirmations
    ) { products.contains($0) && products.isWithin($0, $1) }
  }
}

extension Register {
  /// What operators confirmed by a day, by id of the legal registry; the last word counts.
  public func confirmations(on date: CivilDate) -> [String: Bool] {
    var result: [String: Bool] = [:]
    for confirmation in confirmations where confirmation.confirmedOn <= date {
      result[confirmation.key] = confirmation.isInForce
    }
    return result
  }
}

extension Knowledge {
  /// Country codes that were taken back, with those in their place, for the order decoder.
  public var formerCountries: [String: [String]] {
    Dictionary(
      (lawTables.formerCountries.value ?? []).map { ($0.country, $0.instead) },
      uniquingKeysWith: { first, _ in first })
  }
}
