import Formats
public import Names

/// Parts matches into those that stand, those that are suppressed, and lapsed suppressions.
///
/// Each match is judged alone, so that what is listed beside an entry never changes whether it is
/// hidden.
struct SuppressionSieve {
  private(set) var open: [ListMatch] = []
  private(set) var suppressed: [SuppressedMatch] = []
  private(set) var lapsed: [LapsedSuppression] = []

  /// `matches` are those of the party; suppressions of other parties are passed over.
  init(
    _ suppressions: [Suppression], of identity: Identity, scope: SuppressionScope,
    asOf date: CivilDate, matches: [ListMatch]
  ) {
    guard !suppressions.isEmpty else {
      open = matches
      return
    }
    let party = PartyFingerprint(identity)
    let identifiers = SharedIdentifier(identity.identifiers)
    let concerned = suppressions.compactMap { suppression -> (Suppression, isAbout: Bool)? in
      let isAbout = suppression.isAbout(party)
      return isAbout || suppression.sharesName(with: party) ? (suppression, isAbout) : nil
    }
    for match in matches {
      var lapses: [LapsedSuppression] = []
      var holding: Suppression?
      for (suppression, isAbout) in concerned where suppression.concerns(match.entry) {
        let lapse =
          isAbout
          ? identifiers.first(in: match.entry).map(SuppressionLapse.identifierAgrees)
            ?? suppression.lapse(for: match.entry, asOf: date)
            ?? (scope.isWithin(suppression) ? nil : .outsideScope)
          : .partyChanged
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

extension PartyFingerprint {
  /// The fingerprint of who somebody says they are.
  public init(_ identity: Identity) {
    self.init(
      names: identity.names, countries: identity.countries, identifiers: identity.identifiers)
  }
}
