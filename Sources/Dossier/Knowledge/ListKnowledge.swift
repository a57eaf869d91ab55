import Digests
public import Formats
import Law
public import Names
public import Taxonomy
public import WatchLists

/// What holding parties against lists takes of `Data/`, without what is known of goods and law.
///
/// Built once and never changed; a class, so that passing it on copies nothing.
public final class ListKnowledge: Sendable {
  public let folder: String
  public let taxonomy: Taxonomy
  public let names: NameKnowledge
  /// What is demanded of lists of which the policies say nothing.
  public let listRequirements: RequirementTable
  /// Lists that decide nothing, because a boycotting state keeps them.
  let boycottLists: BoycottLists
  /// ISO codes of countries, for readers of orders and parties.
  public let countries: Set<String>
  /// `sha256:` digest of everything in the folder.
  public let digest: String
  private let namedProgrammes: Deferred<Result<Set<String>?, Diagnostic>>

  /// Loads what it needs of the `Data` folder of this digest, and vouches for nothing else there.
  ///
  /// In `cache` the larger tables of names are kept as they are after reading.
  public init(
    folder: String, digest: Deferred<Result<String, Diagnostic>>, cache: CacheFolder?
  ) throws(Diagnostic) {
    self.folder = folder
    let taxonomy = try Taxonomy(folder: folder)
    self.taxonomy = taxonomy
    let digest = try digest.value.get()
    self.digest = digest
    // Bound to everything in `Data`; without it, or where it is not the right one, the tables are read.
    let file = KeptFile("tables", key: "\(Self.layout) \(digest)", in: cache)
    names = try NameKnowledge(
      taxonomy: taxonomy, folder: folder, compiled: file.flatMap { $0.content })
    if let file, let lexicon = names.compiledLexicon { file.keep(lexicon) }
    listRequirements = try RequirementTable(file: folder + "/list-requirements.tsv")
    boycottLists = try BoycottLists(file: folder + "/law/boycott-lists.tsv")
    countries = Set(
      taxonomy.places.nodes.filter { $0.code.utf8.count == 2 }.map(\.code))
    namedProgrammes = Deferred {
      Result { () throws(Diagnostic) in
        OwnershipRule.named(try LawTables.programmes(folder + "/law"))
      }
    }
  }

  /// Increased where the kept tables are laid out in another way by the same program.
  private static let layout = 2

  /// Programmes whose blocked owners the Affiliates Rule counts, read where owners are asked about;
  /// nil where the table is missing.
  public func affiliateProgrammes() throws(Diagnostic) -> Set<String>? {
    try namedProgrammes.value.get()
  }

  /// Whether a list is that of a boycotting state, on which nobody is refused or held.
  public func isBoycottList(code: String, name: String) -> Bool {
    boycottLists.contains(code: code, name: name)
  }

  /// Whether an entry decides nothing, because a boycotting state lists it.
  public func isPassedOver(_ entry: ListEntry) -> Bool {
    isBoycottList(code: entry.list.id, name: entry.list.name)
  }

  /// What is told of an entry that decides nothing and names a party; nil for any other entry.
  public func notice(passingOver entry: ListEntry, naming party: String) -> Diagnostic? {
    guard isPassedOver(entry) else { return nil }
    return Diagnostic(
      "DOS003",
      "`\(entry.list.name)` names `\(party)`; it is the list of a boycotting state, on which "
        + "nobody is refused or held", severity: .warning, remedy: "remove the list")
  }
}

extension Knowledge {
  public var folder: String { lists.folder }
  public var taxonomy: Taxonomy { lists.taxonomy }
  public var names: NameKnowledge { lists.names }
  public var listRequirements: RequirementTable { lists.listRequirements }
  public var countries: Set<String> { lists.countries }
  /// `sha256:` digest of everything in the folder.
  public var digest: String { lists.digest }

  /// Whether a list is that of a boycotting state, on which nobody is refused or held.
  public func isBoycottList(code: String, name: String) -> Bool {
    lists.isBoycottList(code: code, name: name)
  }

  /// Whether an entry decides nothing, because a boycotting state lists it.
  public func isPassedOver(_ entry: ListEntry) -> Bool { lists.isPassedOver(entry) }
}
