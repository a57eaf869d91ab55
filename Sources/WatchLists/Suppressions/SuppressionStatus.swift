import Digests
import Formats

/// How one recorded suppression stands on a day, for those who keep the register.
public struct SuppressionStatus: Sendable {
  public enum State: String, Sendable, Hashable {
    case inForce
    /// In force, and over within `soonDays`.
    case endsSoon
    case notYetApproved
    case expired
    /// The entry says something else than when it was reviewed.
    case entryChanged
    /// No list that is at hand has the entry.
    case entryNotFound
  }

  /// How many days before its end a suppression is to be reviewed again.
  public static let soonDays = 30

  public let suppression: Suppression
  public let state: State
  /// The entry it is about; of several wordings the one that was reviewed, else the first.
  public let entry: ListEntry?
  /// Days until it no longer holds by its date; negative where it is over.
  public let daysLeft: Int

  /// Holds each against the lists as they were known on the day of the snapshot, in the order of
  /// the register.
  ///
  /// Whether the party is still the same is only seen when it is screened.
  public static func of(
    _ register: SuppressionRegister, in snapshot: WatchListSnapshot
  ) -> [SuppressionStatus] {
    var entries: [String: [ListEntry]] = [:]
    let wanted = Set(register.suppressions.map(\.entry))
    for entry in snapshot.entries where wanted.contains(entry.id) {
      entries[entry.id, default: []].append(entry)
    }
    return register.suppressions.map { suppression in
      let found = (entries[suppression.entry] ?? []).filter(suppression.concerns)
      let reviewed = found.first { $0.digest.description == suppression.entryDigest }
      return SuppressionStatus(
        suppression: suppression,
        state: state(of: suppression, found.isEmpty, reviewed == nil, asOf: snapshot.asOf),
        entry: reviewed ?? found.first, daysLeft: suppression.expires - snapshot.asOf)
    }
  }

  private static func state(
    of suppression: Suppression, _ isMissing: Bool, _ isChanged: Bool, asOf date: CivilDate
  ) -> State {
    if suppression.expires <= date { return .expired }
    if isMissing { return .entryNotFound }
    if isChanged { return .entryChanged }
    if suppression.approvedOn > date { return .notYetApproved }
    return suppression.expires - date <= soonDays ? .endsSoon : .inForce
  }

  /// Whether it hides the match that it is about, on the day.
  public var holds: Bool { state == .inForce || state == .endsSoon }
}
