public import Formats
public import WatchLists

/// What a user's own material says of parties alone: lists, ownership, reviewed false positives.
///
/// What is absent is not searched and says so; what is there and cannot be read is an error,
/// never an empty set.
public struct PartyCorpus: Sendable {
  public let folder: String?
  /// Set where the corpus is a demonstration; every output prints it.
  public let demonstration: String?
  /// The day that a demonstration's list is of.
  private let demonstrationRetrieved: CivilDate?
  public let company: Company
  public let ownership: OwnershipGraph?
  public let suppressions: SuppressionRegister
  /// Every file of the folder, and which of them nobody reads.
  let contents: (all: FolderContents, layout: CorpusLayout)?
  private let tell: @Sendable (Diagnostic) -> Void

  /// Reads the folder. `tell` is told what a person may want to know that no answer rests on,
  /// such as that lists are compiled.
  public init(
    folder: String?, tell: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) throws(Diagnostic) {
    self.folder = folder
    self.tell = tell
    guard let folder else {
      demonstration = nil
      demonstrationRetrieved = nil
      company = .unknown
      ownership = nil
      suppressions = SuppressionRegister()
      contents = nil
      return
    }
    guard FileReader.isFolder(folder) else {
      throw Diagnostic(
        "CRP010", "there is no corpus folder `\(folder)`",
        remedy: "correct --corpus or $SCRUPLE_CORPUS", file: folder)
    }
    let all = try FolderContents(of: folder)
    contents = (all, try CorpusLayout(all))
    let marker = try DemonstrationMarker.read(file: folder + "/corpus.json")
    demonstration = marker?.label
    demonstrationRetrieved = marker?.retrieved
    company = try Company.read(file: folder + "/company.json")
    ownership = try OwnershipGraph.read(folder: folder + "/ownership")
    suppressions = try PartyCorpus.suppressions(folder: folder)
  }

  /// The lists as they were known on a day, compiled for search and kept so beside them.
  public func lists(
    asOf date: CivilDate, knowledge: ListKnowledge
  ) throws(Diagnostic) -> [LoadedFeed] {
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

  private static func suppressions(folder: String) throws(Diagnostic) -> SuppressionRegister {
    let name = "register/suppressions.ndjson"
    guard FileReader.exists(folder + "/" + name) else { return SuppressionRegister() }
    // What is wrong with one stands in determinations, which do not depend on where a corpus lies.
    return try SuppressionRegister(try Lines.bytes(folder + "/" + name), file: name)
  }
}
