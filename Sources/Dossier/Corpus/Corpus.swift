public import Evidence
public import Formats
public import Trade
public import WatchLists

/// A user's own material, in which an order is screened: lists, tenders, ownership, registers.
///
/// What is absent is not searched and says so; what is there and cannot be read is an error,
/// never an empty set.
public struct Corpus: Sendable {
  public let folder: String?
  /// Set where the corpus is a demonstration; every output prints it.
  public let demonstration: String?
  /// The day that a demonstration's list is of.
  let demonstrationRetrieved: CivilDate?
  public let company: Company
  public let register: Register
  /// The register of instruments; nil where the corpus holds none, which is unknown and not none.
  public let installedBase: InstalledBase?
  public let ownership: OwnershipGraph?
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
  public let suppressions: SuppressionRegister
  public internal(set) var evidence: EvidenceLibrary
  /// Paths of files that are there and that nobody reads.
  public let unread: [String]
  /// What could not be read of files that count all the same.
  let gaps: [String]
  /// `sha256:` digest of everything that was read besides the lists.
  public let digest: String
  private let tell: @Sendable (Diagnostic) -> Void

  /// Reads the folder. `tell` is told what a person may want to know that no answer rests on,
  /// such as that lists are compiled.
  public init(
    folder: String?, knowledge: Knowledge,
    tell: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    self.folder = folder
    self.tell = tell
    guard let folder else {
      demonstration = nil
      demonstrationRetrieved = nil
      company = .unknown
      register = Register()
      installedBase = nil
      ownership = nil
      tenders = nil
      self.notices = []
      affiliates = Affiliates()
      pastOrders = nil
      history = nil
      distributors = try DistributorBook(DistributorRecords(), knowledge)
      licences = try LicenceBook(LicenceRecords(), knowledge)
      items = nil
      suppressions = SuppressionRegister()
      evidence = knowledge.evidence
      unread = []
      gaps = []
      digest = CorpusDigest.empty
      return
    }
    guard FileReader.isFolder(folder) else {
      throw Diagnostic(
        "CRP010", "there is no corpus folder `\(folder)`",
        remedy: "correct --corpus or $SCRUPLE_CORPUS", file: folder)
    }
    let contents = try FolderContents(of: folder)
    let layout = try CorpusLayout(contents)
    let marker = try DemonstrationMarker.read(file: folder + "/corpus.json")
    demonstration = marker?.label
    demonstrationRetrieved = marker?.retrieved
    company = try Company.read(file: folder + "/company.json")
    register = try Register(folder: folder + "/register")
    try RegisterCheck(knowledge: knowledge, folder: folder + "/register").check(register)
    installedBase = try InstalledBase.read(file: folder + "/installed-base.csv")
    ownership = try OwnershipGraph.read(folder: folder + "/ownership")
    affiliates = try Affiliates(folder: folder + "/ownership")
    let notices = try TenderFolder.read(folder + "/tenders", knowledge)
    tenders = notices.map {
      TenderIndex($0.notices, knowledge: $0.knowledge, catalogue: knowledge.catalogue)
    }
    self.notices = notices?.notices ?? []
    unread = layout.unread + (notices?.unread ?? [])
    gaps = notices?.gaps ?? []
    pastOrders = try Corpus.orders(folder: folder + "/orders", knowledge)
    history = pastOrders.map { OrderHistory($0, knowledge) }
    distributors = try DistributorBook(
      try DistributorRecords(folder: folder + "/distributors"), knowledge)
    licences = try LicenceBook(try LicenceRecords(folder: folder + "/licences"), knowledge)
    items = try ItemMaster(folder: folder)
    suppressions = try Corpus.suppressions(folder: folder)
    var evidence = knowledge.evidence
    try evidence.addCorpus(folder: folder)
    self.evidence = evidence
    digest = try CorpusDigest.of(contents)
  }

  public var instruments: [InstalledInstrument]? { installedBase?.instruments }

  /// The lists as they were known on a day, compiled for search and kept so beside them.
  public func lists(asOf date: CivilDate, knowledge: Knowledge) throws(Diagnostic) -> [LoadedFeed] {
    let compilation = ListCompilation(
      knowledge: knowledge.names, tables: knowledge.digest, tell: tell)
    var feeds =
      folder.map { ListStore(folder: $0 + "/lists").load(asOf: date, compiledWith: compilation) }
      ?? []
    guard let retrieved = demonstrationRetrieved, retrieved <= date else { return feeds }
    let path = knowledge.folder + "/restricted-parties.ndjson"
    let bytes = try Lines.bytes(path)
    do throws(ListFailure) {
      let reading = try ListReading(bytes, file: path)
      feeds.append(
        LoadedFeed(
          demonstration: reading, retrieved: retrieved, digest: CorpusDigest.of(bytes)))
    } catch {
      throw error.diagnostics.first
        ?? Diagnostic("CRP011", "the bundled list cannot be read", file: path)
    }
    return feeds
  }

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

  private static func suppressions(folder: String) throws(Diagnostic) -> SuppressionRegister {
    let name = "register/suppressions.ndjson"
    guard FileReader.exists(folder + "/" + name) else { return SuppressionRegister() }
    // What is wrong with one stands in determinations, which do not depend on where a corpus lies.
    return try SuppressionRegister(try Lines.bytes(folder + "/" + name), file: name)
  }
}
