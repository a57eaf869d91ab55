import Formats

/// Parts matches into those that stand, those that are suppressed, and lapsed suppressions.
struct SuppressionSieve {
  private(set) var open: [ListMatch] = []
  private(set) var suppressed: [SuppressedMatch] = []
  private(set) var lapsed: [LapsedSuppression] = []

  /// `suppressions` are those about the party whose matches these are.
  init(
    _ suppressions: [Suppression], scope: SuppressionScope, asOf date: CivilDate,
    matches: [ListMatch]
  ) {
    for match in matches {
      var lapses: [LapsedSuppression] = []
      var holding: Suppression?
      for suppression in suppressions where suppression.entry == match.entry.id {
        let lapse =
          suppression.lapse(for: match.entry, asOf: date)
          ?? (scope.isWithin(suppression) ? nil : .outsideScope)
        if let lapse {
          lapses.append(LapsedSuppression(match: match, suppression: suppression, lapse: lapse))
        } else if holding == nil {
          holding = suppression
        }
      }
      if let holding {
        suppressed.append(SuppressedMatch(match: match, suppression: holding))
      } else {
        open.append(match)
        lapsed += lapses
      }
    }
  }
}
