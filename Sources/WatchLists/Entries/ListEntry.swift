public import Digests
public import Formats

/// One entry of one list, as its publisher states it.
///
/// Texts are kept as published; what is read out of them (`reviewPolicy`, `standing`) is computed,
/// so that an entry that is stored today is read by the rules of tomorrow.
public struct ListEntry: Sendable, Hashable {
  /// Stable within the list: the publisher's own id, or a digest of list, name and countries.
  public var id: String
  public var list: ListCode
  public var name: String
  public var schema: EntrySchema
  public var effect: ListEffect
  /// Further names in any script.
  public var aliases: [String] = []
  /// ISO 3166-1 alpha-2, as far as the publisher's words could be read.
  public var countries: [String] = []
  public var addresses: [String] = []
  public var programmes: [String] = []
  public var licenceRequirement: String?
  public var licencePolicy: String?
  /// Citations such as `84 FR 54002`.
  public var federalRegister: [String] = []
  public var listedFrom: CivilDate?
  /// The first day on which it is no longer listed.
  public var removedOn: CivilDate?
  /// Dates of birth as published, which are often only a year.
  public var births: [String] = []
  /// `kind: number`, or a number alone.
  public var identifiers: [String] = []
  /// The publisher's number for the body, such as OFAC's entity number.
  public var number: String?
  /// Where the publisher prints it: an address of the web, or a document in words.
  public var source: String?
  public var remarks: String?

  public init(
    id: String, list: ListCode, name: String, schema: EntrySchema = .unknown,
    effect: ListEffect? = nil
  ) {
    self.id = id
    self.list = list
    self.name = name
    self.schema = schema
    self.effect = effect ?? list.effect
  }

  /// The name and then the aliases.
  public var names: [String] { [name] + aliases }

  /// Adds the names that are not there yet.
  mutating func addAliases(_ names: [String]) {
    for name in names where name != self.name { aliases.addOnce(name) }
  }

  /// How licence applications are reviewed, or nil where the list has no such policy.
  public var reviewPolicy: ReviewPolicy? { licencePolicy.map(ReviewPolicy.init) }

  /// Digest of everything the entry says; a suppression is bound to it.
  public var digest: SHA256 { SHA256(of: line) }

  /// Whether it is listed on this day, by its own dates.
  public func standing(asOf date: CivilDate) -> ListStanding {
    if let removedOn, removedOn <= date { return .formerlyListed(removedOn: removedOn) }
    if let listedFrom, listedFrom > date { return .notYetListed(from: listedFrom) }
    return .listed
  }
}
