public import Formats

/// How one coverage requirement was met on a day, with every reason why it was not.
public struct ListCoverage: Sendable {
  public let requirement: CoverageRequirement
  /// The feed that answered; nil where none holds the list.
  public let feed: String?
  public let retrieved: CivilDate?
  public let entries: Int
  public let unreadable: Int
  public let ageDays: Int?
  public let canariesFound: Int
  /// In words that continue the name of the list: "is 45 days old; the policy allows 14".
  public let faults: [String]
  /// `sha256:` digest of the version that answered; empty where none did.
  public let digest: String

  public var canariesExpected: Int { requirement.canaries.count }
  /// Whether "no match" on this list may be believed.
  public var answered: Bool { faults.isEmpty }

  /// Holds each requirement against the lists as they were known on this day, in the given order.
  ///
  /// Linear in the entries.
  public static func evaluate(
    _ requirements: [CoverageRequirement], loaded feeds: [LoadedFeed], asOf date: CivilDate
  ) -> [ListCoverage] {
    let searched = feeds.map { SearchedFeed($0, asOf: date) }
    return requirements.map { evaluate($0, searched, asOf: date) }
  }

  /// Loads the store and evaluates; callers that load the lists anyway pass them instead.
  public static func evaluate(
    _ requirements: [CoverageRequirement], store: ListStore, asOf date: CivilDate
  ) -> [ListCoverage] {
    evaluate(requirements, loaded: store.load(asOf: date, withHistory: false), asOf: date)
  }

  private static func evaluate(
    _ requirement: CoverageRequirement, _ feeds: [SearchedFeed], asOf date: CivilDate
  ) -> ListCoverage {
    // A damaged feed may be the one that holds the list, so its fault is the requirement's.
    let suspects = feeds.filter { $0.feed.fault != nil && $0.mayHold(requirement.id) }
    let damage = suspects.compactMap { $0.feed.fault?.message }
    guard let (answering, entries) = answer(to: requirement.id, from: feeds) else {
      return ListCoverage(
        requirement: requirement, feed: nil, retrieved: nil, entries: 0, unreadable: 0,
        ageDays: nil, canariesFound: 0, faults: damage.isEmpty ? ["is not imported"] : damage,
        digest: "")
    }
    let feed = answering.feed
    let missing = CanarySearch.missing(requirement.canaries, in: feed.entries, at: entries)
    let age = feed.lastKnown(asOf: date).map { date - $0 }
    let faults =
      damage + ageFaults(of: feed, requirement, age: age, asOf: date)
      + contentFaults(of: feed, requirement, entries: entries.count)
      + twinFaults(of: feed, among: feeds) + missing.map { "canary `\($0)` not found" }
    return ListCoverage(
      requirement: requirement, feed: feed.feed, retrieved: feed.retrieved,
      entries: entries.count, unreadable: feed.unreadable, ageDays: age,
      canariesFound: requirement.canaries.count - missing.count, faults: faults,
      digest: feed.digest ?? "")
  }

  private static func ageFaults(
    of feed: LoadedFeed, _ requirement: CoverageRequirement, age: Int?, asOf date: CivilDate
  ) -> [String] {
    if let age, age > requirement.maximumAgeDays {
      return ["is \(days(age)) old; the policy allows \(requirement.maximumAgeDays)"]
    }
    if let most = requirement.maximumUnchangedDays, let retrieved = feed.retrieved,
      date - retrieved > most
    {
      return [
        "has not changed for \(days(date - retrieved)), which its publisher never lets happen; "
          + "at most \(most) are believed"
      ]
    }
    return []
  }

  private static func contentFaults(
    of feed: LoadedFeed, _ requirement: CoverageRequirement, entries: Int
  ) -> [String] {
    var faults: [String] = []
    if entries < requirement.minimumEntries {
      faults.append(
        "holds \(grouped(entries)) entries; the policy expects at least "
          + grouped(requirement.minimumEntries))
    }
    if feed.unreadable > requirement.maximumUnreadable {
      let records = feed.unreadable == 1 ? "1 record" : "\(grouped(feed.unreadable)) records"
      faults.append(
        "has \(records) that could not be read; the policy allows \(requirement.maximumUnreadable)")
    }
    return faults
  }

  /// Two feeds of one file: one of them is not what its name says.
  private static func twinFaults(of feed: LoadedFeed, among feeds: [SearchedFeed]) -> [String] {
    guard let manifest = feed.version?.manifest else { return [] }
    return feeds.compactMap { other in
      guard other.feed.feed != feed.feed, let twin = other.feed.version?.manifest,
        twin.importedFromSHA256 == manifest.importedFromSHA256,
        manifest.acceptance == nil, twin.acceptance == nil
      else { return nil }
      return "was imported from the same file as `\(other.feed.feed)`"
    }
  }

  /// The feed of that name, else the feed with the most entries of that list; with it the places
  /// of the entries that are listed.
  private static func answer(
    to id: String, from feeds: [SearchedFeed]
  ) -> (SearchedFeed, [Int])? {
    if let feed = feeds.first(where: { $0.feed.feed == id && $0.feed.version != nil }) {
      // A table of one's own that is named for a list answers with that list, whatever else it
      // holds; a publisher's file answers whole, since its lists have codes of their own.
      let isTable = feed.feed.version?.manifest?.format.namesItsFeed == false
      let isList =
        isTable && ListCode(id).map { ListCode.known.contains($0) && $0 != .company } ?? false
      return (feed, isList ? feed.listed[id] ?? [] : feed.allListed)
    }
    var best: (SearchedFeed, [Int])?
    var most = 0
    for feed in feeds where feed.feed.feed != id && feed.held[id, default: 0] > most {
      most = feed.held[id, default: 0]
      best = (feed, feed.listed[id] ?? [])
    }
    return best
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// The number with commas between thousands.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
