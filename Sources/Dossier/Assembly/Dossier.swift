public import Evidence
public import Facts
public import Formats
public import Law
import Taxonomy
public import Trade
public import WatchLists

/// Everything that is known about one order, as facts in the shape of the vocabulary.
public struct Dossier: Sendable {
  public let order: Order
  public let asOf: CivilDate
  public let table: FactTable
  public let evidence: [EvidenceRecord]
  /// Declared parties first, then those joined from tenders and registers.
  public let parties: [PartyReading]
  public let lines: [LineReading]
  /// Counter-evidence, denials and benign explanations, with their evidence.
  public let counterEvidence: [(text: String, evidence: [Int])]
  /// Searches that were not made, in words.
  public let notSearched: [String]
  /// Ids of suppressions that applied.
  public let suppressed: [String]
  /// Parties of the order that share an address, a phone, a mail domain or a person.
  public let links: [PartyLink]
  /// The licence worksheet of each line, in the order of the lines.
  public let worksheets: [Worksheet]
  /// The authorisations that each line uses, in the order of the lines.
  public let licences: [[Authorisation]]
  /// The licence exceptions on which each line relies by a reviewed record.
  public let exceptions: [[ExceptionUse]]
  /// Capacity against need, of end users, or else of all who receive.
  public let capacity: [CapacityAccount]
  /// The answers of the order, with what each came to.
  public let answers: [AnswerRecord]
  /// What a reader should know about the input.
  public let notices: [Diagnostic]
}

/// What a dossier is assembled from, besides the order; shared by all orders of one as-of date.
public final class DossierInputs: Sendable {
  public let knowledge: Knowledge
  public let corpus: Corpus
  public let matcher: ListMatcher
  /// Nil where the corpus holds no records of ownership.
  public let ownership: OwnershipSearch?
  private let instrumentHolding: Deferred<InstrumentHolders?>
  /// The register of instruments by its holders; nil where the corpus holds none.
  var instrumentHolders: InstrumentHolders? { instrumentHolding.value }
  private let commanding: Deferred<CommandingBodies>
  /// Police and comparable bodies of the lists by place, for bodies below them; found when the
  /// first party is asked about, since all entries are read for it.
  public var commands: CommandingBodies { commanding.value }
  let reports: [PreparedReport]
  /// Parties of orders as they were read before.
  private let readings = Remembered<PartyReading>(most: 4096)
  private let relations = Remembered<ReportRelations>(most: 4096)
  /// What speaks for the other side.
  let counterClaims: CounterClaims
  /// The ownership rules that are asked of every party.
  let ownershipRules: [OwnershipRule]
  /// The places as they lay on the as-of date.
  let places: CodeTree
  /// Countries of which the places are known below the country.
  let countriesWithProvinces: Set<String>
  /// Terms that the company declares for fields of its own orders.
  public let declared: DeclaredTerms
  public let asOf: CivilDate
  public let coverageIsComplete: Bool
  /// The law of the day, with what operators confirmed by then.
  public let law: WorksheetLaw

  /// The dossier's own terms of a domain, in their order.
  func terms(of domain: ScreeningVocabulary.Domain) -> [Term] {
    knowledge.vocabulary.domains[domain.rawValue].terms
  }

  func reading(of party: Party) -> PartyReading {
    readings.value(of: party.writtenKey) { PartyReading(party, knowledge) }
  }

  /// How each report relates to a party.
  func relations(of party: PartyReading) -> ReportRelations {
    relations.value(of: ReportRelations.key(of: party)) {
      ReportRelations(
        party, to: reports,
        ReportReading(knowledge: knowledge, places: places, programmesNamed: []))
    }
  }

  /// Prepares what all orders of one as-of date share. The vocabulary is that of the policies,
  /// which may hold terms of a company's own; without one the dossier's terms are all there are.
  public init(
    knowledge: Knowledge, corpus: Corpus, matcher: ListMatcher, asOf: CivilDate,
    coverageIsComplete: Bool, vocabulary: Vocabulary? = nil
  ) {
    self.knowledge = knowledge
    self.corpus = corpus
    self.matcher = matcher
    self.asOf = asOf
    self.coverageIsComplete = coverageIsComplete
    law = knowledge.worksheetLaw(
      asOf: asOf, confirmations: corpus.register.confirmations(on: asOf))
    declared = DeclaredTerms(vocabulary ?? knowledge.vocabulary)
    let places = knowledge.taxonomy.places.asOf(asOf)
    self.places = places
    countriesWithProvinces = Set(
      places.nodes.compactMap { node in
        node.parent.flatMap { $0.utf8.count == 2 ? $0 : nil }
      })
    commanding = Deferred { CommandingBodies(matcher.snapshot, knowledge, places: places) }
    let programmes = OwnershipRule.named(knowledge.lawTables.programmes)
    ownership = OwnershipSearch(
      corpus.ownership, counting: programmes, knowledge: knowledge.lists, matcher: matcher,
      asOf: asOf)
    ownershipRules = OwnershipRule.asked(asOf: asOf, programmes)
    instrumentHolding = Deferred {
      corpus.installedBase.map {
        InstrumentHolders($0, asOf: asOf, knowledge: knowledge.names)
      }
    }
    reports = PreparedReport.prepare(
      Report.reports(from: corpus.evidence, asOf: asOf)
        .filter { ReportTerm.kinds.contains($0.kind) }, corpus.evidence, knowledge, asOf: asOf)
    counterClaims = CounterClaims(corpus.evidence, asOf: asOf)
  }
}
