public import Formats
import Names
public import WatchLists

/// What a search of all lists for one party found, and what was searched.
///
/// It releases nothing: what is sold, to what end and to where is no part of it.
public struct PartyScreening: Sendable {
  public enum Result: String, Sendable, Hashable {
    /// A listing in force is certainly this party.
    case listed
    /// Listed parties own or control it, as some rule counts it.
    case ownedByListed
    /// A listing in force may be this party; a person has to look.
    case possiblyListed
    /// A listed party stands above it, or may own or control it; its owners have to be known first.
    case ownersOpen
    /// A listed body of another name is reached where the party is; the two are to be told apart
    /// first.
    case reachedAtListed
    /// No listing in force was found, on lists that all answered.
    case notFound
    /// Nothing was found, and a required list did not answer, the party has no name, or a phone or
    /// an e-mail of it cannot be read: that says nothing.
    case notSearched
  }

  public let party: ScreenedParty
  /// The line of the file; nil for a party of the command line.
  public let line: Int?
  public let asOf: CivilDate
  public let search: ListSearch
  /// Phones and e-mails of the party with which nothing was compared.
  public let unread: [String]
  /// What the records of ownership say of it.
  public let ownership: PartyOwnership
  public let coverage: Coverage
  /// Set where the lists are those of a demonstration; every output prints it.
  public let demonstration: String?
  /// Records of the register that are not applied, and the like.
  public let notices: [Diagnostic]

  /// Listings that bind on the day, certain ones first.
  public var inForce: [ListMatch] { search.matches.filter(\.isInForce) }
  /// Former listings: what was alleged then is not withdrawn, and bars nothing now.
  public var past: [ListMatch] { search.matches.filter { !$0.isInForce } }

  /// Listed bodies of other names, reached where the party is, that hold it until they are told apart;
  /// another unit of a building in which an address is listed is context.
  public var contactsInForce: [ContactFinding] {
    search.findings.filter { $0.isInForce && !$0.isAnotherUnit }
  }

  public var result: Result {
    if inForce.contains(where: { $0.certainty == .certain }) { return .listed }
    if ownership.answer == .owned { return .ownedByListed }
    // Beyond the limit there may be one in force.
    if !inForce.isEmpty || search.isTruncated { return .possiblyListed }
    if ownership.holds { return .ownersOpen }
    if !contactsInForce.isEmpty { return .reachedAtListed }
    // Most entries print no identifier, so that without a name hardly any could be found.
    return coverage.isComplete && !party.names.isEmpty && unread.isEmpty
      ? .notFound : .notSearched
  }

  /// The result for a person, with what it rests on.
  public var sentence: String {
    let answering = coverage.lists.count { $0.answered }
    let lists = answering == 1 ? "1 list" : "\(answering) lists"
    return switch result {
    case .listed: "A listing in force is this party. Hold; a person decides."
    case .ownedByListed: "\(ownership.sentence). Hold; a person decides."
    case .ownersOpen: "\(ownership.sentence). Hold until its owners are known."
    case .possiblyListed:
      "A listing in force may be this party. Hold until a person has looked."
    case .reachedAtListed:
      "A listed body of another name is reached \(sharedWords). Hold until the two are told apart."
    case .notFound: "No listed party was found on the \(lists) searched as of \(asOf)."
    case .notSearched where coverage.isComplete && !party.names.isEmpty:
      "The data are insufficient: with \(PartyScreening.quoted(unread)) nothing could be compared. On "
        + "the \(lists) searched as of \(asOf), no listed party was found by the rest. Hold."
    case .notSearched where coverage.isComplete:
      "The data are insufficient: without a name only identifiers and addresses were compared "
        + "with the \(lists) searched as of \(asOf), and none agreed. Hold."
    case .notSearched:
      "The data are insufficient: a required list did not answer. "
        + (answering == 0
          ? "Of \(coverage.lists.count), none did as of \(asOf). Hold."
          : "On the \(lists) that did, as of \(asOf), no listed party was found. Hold.")
    }
  }
}

extension PartyScreening {
  /// `at the same address`, or by what else it is.
  private var sharedWords: String {
    let kinds = Set(contactsInForce.map(\.kind))
    if !kinds.isDisjoint(with: [.address, .building]) { return "at the same address" }
    return kinds.contains(.phone) ? "by the same telephone" : "by the same e-mail or domain"
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.prefix(4).map { "`\($0.prefix(64))`" }.joined(separator: ", ")
      + (texts.count > 4 ? " and \(texts.count - 4) more" : "")
  }
}

extension ListMatch.Certainty {
  /// How sure the match is, in words.
  public var words: String {
    switch self {
    case .certain: "certain: taken as the same"
    case .possible: "possible: a person has to look"
    }
  }
}

extension ListEffect {
  /// What the listing means, in words that never say more than the list does.
  public var words: String {
    switch self {
    case .blocking: "property is blocked and dealings are barred"
    case .licenceRequirement: "items need a licence"
    case .denialOrder: "export privileges are denied"
    case .redFlag: "a red flag to resolve, no bar by itself"
    case .securitiesOnly: "concerns its securities only"
    case .sectoral: "bars the dealings that its programme names"
    case .debarment: "authorisations are barred or refused"
    case .context: "sets no legal consequence"
    }
  }
}
