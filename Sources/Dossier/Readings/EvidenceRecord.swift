public import Evidence

/// One thing that a fact of the dossier rests on.
public struct EvidenceRecord: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case officialList, law, government, unitedNations, court, ngo, press, research, tender
    case company, customerStatement, order, register
  }

  public let kind: Kind
  public let title: String
  public let publisher: String
  public let language: String
  public let publishedOn: String?
  public let url: String?
  public let sha256: String?
  public let locator: String
  /// What it says, in our own words and with attribution.
  public let statement: String
  public let grade: String?
  public let verification: String
  public let root: String?
  /// Whether it is of a notice with which the order shares little more than the kind of goods.
  public let isWeak: Bool

  init(
    kind: Kind, title: String, publisher: String, language: String = "en",
    publishedOn: String? = nil, url: String? = nil, sha256: String? = nil, locator: String,
    statement: String, grade: String? = nil, verification: String = "stored", root: String? = nil,
    isWeak: Bool = false
  ) {
    self.kind = kind
    self.title = title
    self.publisher = publisher
    self.language = language
    self.publishedOn = publishedOn
    self.url = url
    self.sha256 = sha256
    self.locator = locator
    self.statement = statement
    self.grade = grade
    self.verification = verification
    self.root = root
    self.isWeak = isWeak
  }

  /// What it says and where tells nearly all records apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(locator)
    hasher.combine(statement)
  }
}

/// Collects evidence while a dossier is assembled; equal records share one place.
struct EvidenceShelf {
  private(set) var records: [EvidenceRecord] = []
  private var places: [EvidenceRecord: Int] = [:]

  mutating func place(_ record: EvidenceRecord) -> Int {
    if let place = places[record] { return place }
    places[record] = records.count
    records.append(record)
    return records.count - 1
  }
}

extension EvidenceRecord.Kind {
  /// The class of evidence of a source, by the kind that the source table gives it.
  public init(sourceKind: String) {
    self =
      switch sourceKind {
      case "official-list": .officialList
      case "law": .law
      case "government": .government
      case "united-nations": .unitedNations
      case "court": .court
      case "ngo": .ngo
      case "research", "publisher": .research
      case "company": .company
      default: .press
      }
  }
}

extension EvidenceRecord {
  init(_ claim: Claim, _ source: Source) {
    self.init(kind: Kind(sourceKind: source.kind), source: source, claim: claim)
  }

  /// Evidence that a claim of a source gives.
  public init(kind: Kind, source: Source, claim: Claim) {
    self.init(
      kind: kind, title: source.title, publisher: source.publisher, language: source.language,
      publishedOn: source.published, url: source.url, sha256: source.sha256,
      locator: claim.locator, statement: claim.summary, grade: source.grade,
      verification: claim.verification, root: source.root)
  }
}
