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
  /// Linear in the entries for each requirement that has canaries.
  public static func evaluate(
    _ requirements: [CoverageRequirement], loaded feeds: [LoadedFeed], asOf date: CivilDate
  ) -> [ListCoverage] {
    requirements.map { evaluate($0, feeds, asOf: date) }
  }

  /// Loads the store and evaluates; callers that load the lists anyway pass them instead.
  public static func evaluate(
    _ requirements: [CoverageRequirement], store: ListStore, asOf date: CivilDate
  ) -> [ListCoverage] {
    evaluate(requirements, loaded: store.load(asOf: date, withHistory: false), asOf: date)
  }

  private static func evaluate(
    _ requirement: CoverageRequirement, _ feeds: [LoadedFeed], asOf date: CivilDate
  ) -> ListCoverage {
    // A damaged feed may be the one that holds the list, so its fault is the requirement's.
    let suspects = feeds.filter { $0.fault != nil && mayHold(requirement.id, $0) }
    let damage = suspects.compactMap { $0.fault?.message }
    guard let (feed, entries) = answer(to: requirement.id, from: feeds) else {
      return ListCoverage(
        requirement: requirement, feed: nil, retrieved: nil, entries: 0, unreadable: 0,
        ageDays: nil, canariesFound: 0, faults: damage.isEmpty ? ["is not imported"] : damage,
        digest: "")
    }
    let listed = entries.filter { $0.standing(asOf: date) == .listed }
    let missing = missingCanaries(of: requirement, in: listed)
    var faults = damage
    let age = feed.retrieved.map { date - $0 }
    if let age, age > requirement.maximumAgeDays {
      faults.append(
        "is \(days(age)) old; the policy allows \(requirement.maximumAgeDays)")
    }
    if listed.count < requirement.minimumEntries {
      faults.append(
        "holds \(grouped(listed.count)) entries; the policy expects at least "
          + grouped(requirement.minimumEntries))
    }
    if feed.unreadable > requirement.maximumUnreadable {
      let records = feed.unreadable == 1 ? "1 record" : "\(grouped(feed.unreadable)) records"
      faults.append(
        "has \(records) that could not be read; the policy allows \(requirement.maximumUnreadable)")
    }
    faults += missing.map { "canary `\($0)` not found" }
    return ListCoverage(
      requirement: requirement, feed: feed.feed, retrieved: feed.retrieved,
      entries: listed.count, unreadable: feed.unreadable, ageDays: age,
      canariesFound: requirement.canaries.count - missing.count, faults: faults,
      digest: feed.digest ?? "")
  }

  /// The feed of that name, else the feed with the most entries of that list.
  private static func answer(
    to id: String, from feeds: [LoadedFeed]
  ) -> (LoadedFeed, [ListEntry])? {
    if let feed = feeds.first(where: { $0.feed == id && $0.version != nil }) {
      return (feed, feed.entries)
    }
    var best: (LoadedFeed, [ListEntry])?
    for feed in feeds where feed.feed != id {
      let entries = feed.entries.filter { $0.list.id == id }
      if entries.count > best?.1.count ?? 0 { best = (feed, entries) }
    }
    return best
  }

  private static func mayHold(_ id: String, _ feed: LoadedFeed) -> Bool {
    guard feed.feed != id, let lists = feed.damagedLists else { return true }
    return lists.contains { $0.id == id }
  }

  private static func missingCanaries(
    of requirement: CoverageRequirement, in entries: [ListEntry]
  ) -> [String] {
    guard !requirement.canaries.isEmpty else { return [] }
    var missing: [FoldedName: String] = [:]
    for canary in requirement.canaries { missing[FoldedName(canary)] = canary }
    for entry in entries where !missing.isEmpty {
      for name in entry.names { missing[FoldedName(name)] = nil }
    }
    return requirement.canaries.filter { missing[FoldedName($0)] != nil }
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// The number with commas between thousands.
  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
