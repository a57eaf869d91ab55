public import Evidence
public import Formats
public import Trade
public import WatchLists

/// A user's own material, in which an order is screened: lists, tenders, ownership, registers.
///
/// What is absent is not searched and says so; what is there and cannot be read is an error,
/// never an empty set.
public struct Corpus: Sendable {
  /// What of it is said of parties alone.
  public let parties: PartyCorpus
  public let register: Register
  /// The register of instruments; nil where the corpus holds none, which is unknown and not none.
  public let installedBase: InstalledBase?
  public internal(set) var tenders: TenderIndex?
  /// The notices of the corpus as each file has them, before notices of one procurement are joined.
  let notices: [TenderNotice]
  let affiliates: Affiliates
  public let pastOrders: [Order]?
  /// The past orders as read; nil where the corpus holds none.
  let history: OrderHistory?
  let distributors: DistributorBook
  /// Authorisations, shipments against them, and statements of parties on the Unverified List.
  let licences: LicenceBook
  /// How the company classified its articles; nil where the corpus holds no item master.
  let items: ItemMaster?
  public internal(set) var evidence: EvidenceLibrary
  /// Paths of files that are there and that nobody reads.
  public let unread: [String]
  /// What could not be read of files that count all the same.
  let gaps: [String]
  /// `sha256:` digest of everything that was read besides the lists.
  public let digest: String

  /// Reads the folder. `tell` is told what a person may want to know that no answer rests on,
  /// such as that lists are compiled.
  public init(
    folder: String?, knowledge: Knowledge,
    tell: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    parties = try PartyCorpus(folder: folder, tell: tell)
    guard let folder, let contents = parties.contents else {
      register = Register()
      installedBase = nil
      tenders = nil
      self.notices = []
      affiliates = Affiliates()
      pastOrders = nil
      history = nil
      distributors = try DistributorBook(DistributorRecords(), knowledge)
      licences = try LicenceBook(LicenceRecords(), knowledge)
      items = nil
      evidence = knowledge.evidence
      unread = []
      gaps = []
      digest = CorpusDigest.empty
      return
    }
    register = try Register(folder: folder + "/register")
    try RegisterCheck(knowledge: knowledge, folder: folder + "/register").check(register)
    installedBase = try InstalledBase.read(file: folder + "/installed-base.csv")
    affiliates = try Affiliates(folder: folder + "/ownership")
    let notices = try TenderFolder.read(folder + "/tenders", knowledge)
    tenders = notices.map {
      TenderIndex($0.notices, knowledge: $0.knowledge, catalogue: knowledge.catalogue)
    }
    self.notices = notices?.notices ?? []
    unread = contents.layout.unread + (notices?.unread ?? [])
    gaps = notices?.gaps ?? []
    pastOrders = try Corpus.orders(folder: folder + "/orders", knowledge)
    history = pastOrders.map { OrderHistory($0, knowledge) }
    distributors = try DistributorBook(
      try DistributorRecords(folder: folder + "/distributors"), knowledge)
    licences = try LicenceBook(try LicenceRecords(folder: folder + "/licences"), knowledge)
    items = try ItemMaster(folder: folder)
    var evidence = knowledge.evidence
    try evidence.addCorpus(folder: folder)
    self.evidence = evidence
    digest = try CorpusDigest.of(contents.all)
  }

  public var instruments: [InstalledInstrument]? { installedBase?.instruments }

  private static func orders(
    folder: String, _ knowledge: Knowledge
  ) throws(Diagnostic) -> [Order]? {
    guard FileReader.isFolder(folder) else { return nil }
    var orders: [Order] = []
    for path in Lines.files(in: folder) {
      for decoded in OrderDecoder.decode(
        try Lines.bytes(path), file: path, knownCountries: knowledge.countries)
      {
        switch decoded.result {
        case .order(let order, _): orders.append(order)
        case .failure(let diagnostics):
          throw diagnostics.first { $0.severity == .error }
            ?? Diagnostic("CRP012", "a past order cannot be read", file: path)
        }
      }
    }
    return orders
  }
}

extension Corpus {
  public var folder: String? { parties.folder }
  /// Set where the corpus is a demonstration; every output prints it.
  public var demonstration: String? { parties.demonstration }
  public var company: Company { parties.company }
  public var ownership: OwnershipGraph? { parties.ownership }
  public var suppressions: SuppressionRegister { parties.suppressions }

  /// The lists as they were known on a day, compiled for search and kept so beside them.
  public func lists(asOf date: CivilDate, knowledge: Knowledge) throws(Diagnostic) -> [LoadedFeed] {
    try parties.lists(asOf: date, knowledge: knowledge.lists)
  }
}
