import Evidence
public import Facts
public import Formats
public import Law
import Taxonomy
import Trade
public import WatchLists

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
  /// Parties of orders, and buyers of notices, as they were read before.
  private let readings: Remembered<PartyReading>
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

  /// The buyer that a notice names; the same notice agrees with order after order.
  func reading(ofBuyerOf notice: TenderNotice) -> PartyReading {
    let countries = notice.buyerCountry.map { [$0] } ?? []
    let addresses = notice.buyerAddress.map { [$0] } ?? []
    var key = WrittenKey()
    key.add("buyer")
    key.add([notice.id])
    for texts in [notice.buyer, countries, addresses] { key.add(texts) }
    return readings.value(of: key) {
      PartyReading(
        id: notice.id, roles: [.endUser], names: notice.buyer, countries: countries,
        addresses: addresses, basis: .joined(notice.id), knowledge)
    }
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
  /// `other` is of the same bundled data; what rests on the same lends its readings and indexes.
  public init(
    knowledge: Knowledge, corpus: Corpus, matcher: ListMatcher, asOf: CivilDate,
    coverageIsComplete: Bool, vocabulary: Vocabulary? = nil, beside other: DossierInputs? = nil
  ) {
    readings = other?.readings ?? Remembered(most: 4096)
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
    let programmes = OwnershipRule.named(knowledge.lawTables.programmes)
    ownershipRules = OwnershipRule.asked(asOf: asOf, programmes)
    let twin = other.flatMap { $0.asOf == asOf && $0.corpus.digest == corpus.digest ? $0 : nil }
    if let twin, twin.matcher.snapshot.digest == matcher.snapshot.digest {
      commanding = twin.commanding
      ownership = twin.ownership
    } else {
      commanding = Deferred { CommandingBodies(matcher.snapshot, knowledge, places: places) }
      ownership = OwnershipSearch(
        corpus.ownership, counting: programmes, knowledge: knowledge.lists, matcher: matcher,
        asOf: asOf)
    }
    instrumentHolding =
      twin?.instrumentHolding
      ?? Deferred {
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
