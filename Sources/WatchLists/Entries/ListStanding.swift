public import Formats

/// Whether an entry binds on a day.
///
/// A past listing stays visible, because delisting does not withdraw what was alleged, but it is
/// never a present legal bar.
public enum ListStanding: Sendable, Hashable {
  case listed
  /// The first day on which it is known not to be listed.
  case formerlyListed(removedOn: CivilDate)
  case notYetListed(from: CivilDate)
}
