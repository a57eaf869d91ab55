public import Evidence
public import Facts
public import Formats
public import Law
import Names
import Taxonomy
import WatchLists

/// Everything that is bundled and the same for every order: trees, names, words, evidence.
///
/// Built once and never changed; a class, so that passing it on copies nothing.
public final class Knowledge: Sendable {
  /// What holding parties against lists takes of it.
  public let lists: ListKnowledge
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
  let boycottExceptions: BoycottExceptions
  /// Answers that state no fact.
  public let evasions: EvasiveAnswers

  /// Loads the `Data` folder. Throws the first diagnostic: half an installation decides nothing.
  ///
  /// In `cache` the larger tables of names are kept as they are after reading.
  public init(folder: String, cache: CacheFolder? = nil) throws(Diagnostic) {
    let digest = Deferred { () -> Result<String, Diagnostic> in
      Result { () throws(Diagnostic) in try CorpusDigest.of(folder: folder) }
    }
    // Places and names take as long as all the rest.
    let (named, rest) = Threads.both(
      {
        Result { () throws(Diagnostic) in
          try ListKnowledge(folder: folder, digest: digest, cache: cache)
        }
      },
      {
        (
          inventory: Result { () throws(Diagnostic) in try Inventory.check(folder: folder) },
          digest: digest.value,
          tables: Result { () throws(Diagnostic) in try Knowledge.tables(folder) }
        )
      })
    // What is cut off is told first, since it may be why something else fails.
    try rest.inventory.get()
    _ = try rest.digest.get()
    let lists = try named.get()
    self.lists = lists
    let (trees, bodies) = (lists.taxonomy, lists.names)
    (lexicon, evidence, law, lawTables) = try rest.tables.get()
    catalogue = try ProductCatalogue(file: folder + "/products.tsv", taxonomy: trees)
    capacity = try CapacityReckoner(folder: folder, catalogue: catalogue)
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
    vocabulary = ScreeningVocabulary.vocabulary(trees)
    boycottExceptions = try BoycottExceptions(file: folder + "/boycott-exceptions.tsv")
    evasions = try EvasiveAnswers(file: folder + "/evasive-answers.tsv", lexicon: lexicon)
  }

  /// What reading notices takes, loaded where somebody has notices.
  public func tenders() throws(Diagnostic) -> TenderKnowledge { try notices.value.get() }

  /// Reads reports; its words are loaded where somebody has reports.
  public func reportReader() throws(Diagnostic) -> ReportReader { try reports.value.get() }

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
