import Dossier
import Evidence
public import Formats
import Names
import WatchLists

/// Why something new concerns a party, an order or an instrument, and where that is said.
public struct Touch: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case report, tender, list, other
  }

  public let kind: Kind
  /// False where it may concern it and what is known does not decide.
  public let isCertain: Bool
  public let reason: String
  /// Title of the source, the notice or the list.
  public let title: String
  public let publisher: String
  public let published: String?
  /// Paragraph, line, field or entry.
  public let place: String

  public init(
    kind: Kind, isCertain: Bool, reason: String, title: String, publisher: String,
    published: String?, place: String
  ) {
    self.kind = kind
    self.isCertain = isCertain
    self.reason = reason
    self.title = title
    self.publisher = publisher
    self.published = published
    self.place = place
  }

  public var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("certain", .boolean(isCertain)),
      ("reason", .string(reason)), ("title", .string(title)), ("publisher", .string(publisher)),
      ("published", .optional(published)), ("place", .string(place)),
    ])
  }
}

extension Touch {
  /// A new claim, as it concerns a party.
  init(
    _ touch: ReportTouches.Touch, _ claim: Claim, of source: Source, party: PartyReading
  ) {
    let who =
      touch.isAboutBody
      ? "\(party.name), its class or its commanding body" : "the place of \(party.name)"
    self.init(
      kind: .report, isCertain: touch.isCertain,
      reason: "\(touch.isCertain ? "is" : "may be") about \(who): \(claim.summary)",
      title: source.title, publisher: source.publisher, published: source.published,
      place: claim.locator)
  }

  /// A new notice that names a party.
  init(_ notice: TenderNotice, buys: Bool, isCertain: Bool, party: PartyReading) {
    let role = buys ? "as buyer" : "among those who offer"
    self.init(
      kind: .tender, isCertain: isCertain,
      reason: "\(isCertain ? "names" : "may name") \(party.name) \(role)", title: notice.title,
      publisher: notice.publisher, published: notice.published?.description,
      place: notice.origin ?? notice.id)
  }

  /// A list entry that meets a party otherwise than before.
  init?(_ change: PartyChange, party: PartyReading) {
    guard let entry = change.entry, let match = change.after ?? change.before else { return nil }
    let words =
      switch change.kind {
      case .newMatch: "newly matches"
      case .lapsedMatch: "no longer matches"
      case .changedMatch: "says something else of"
      case .context: "changed as context of"
      }
    self.init(
      kind: .list, isCertain: match.certainty == .certain,
      reason: "\(entry.name) \(words) \(party.name): "
        + match.reasons.joined(separator: "; ")
        + (change.fields.isEmpty ? "" : " (\(change.fields.joined(separator: ", ")))"),
      title: entry.list.name, publisher: entry.list.name,
      published: entry.listedFrom?.description, place: "entry \(entry.id)")
  }

  /// Owners of a party whom the lists meet otherwise than before.
  init(_ change: OwnershipChange, party: PartyReading) {
    self.init(
      kind: .list, isCertain: change.after.answer == .owned || change.after.answer == .listedOwner,
      reason: "owners of \(party.name): \(change.after.sentence), before: \(change.before.sentence)"
        + (change.after.chains.isEmpty
          ? "" : " (\(change.after.chains.joined(separator: "; ")))"),
      title: "records of ownership", publisher: "corpus", published: nil, place: "ownership/")
  }

  /// Evidence that a dossier rests on now and did not before, or the reverse.
  init(_ record: EvidenceRecord, isNew: Bool) {
    let kind: Kind =
      switch record.kind {
      case .tender: .tender
      case .officialList: .list
      case .ngo, .press, .research, .government, .court, .unitedNations, .law, .company: .report
      case .customerStatement, .order, .register: .other
      }
    // Those whom the claim is about by name or class are told with it; here it is the order.
    let why = kind == .report ? "bears on a place, goods or users that the order leaves open: " : ""
    self.init(
      kind: kind, isCertain: !record.isWeak,
      reason: (isNew ? "" : "no longer: ") + why + record.statement, title: record.title,
      publisher: record.publisher, published: record.publishedOn, place: record.locator)
  }
}
