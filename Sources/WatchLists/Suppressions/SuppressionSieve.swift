import Formats
public import Names

/// Parts what leads from one party to entries into what stands and what a suppression hides.
///
/// Each match is judged alone, so that what is listed beside an entry never changes whether it is
/// hidden.
struct SuppressionSieve {
  private(set) var suppressed: [SuppressedMatch] = []
  private(set) var lapsed: [LapsedSuppression] = []

  private let concerned: [(suppression: Suppression, isAbout: Bool)]
  private let identifiers: SharedIdentifier
  private let scope: SuppressionScope
  private let date: CivilDate

  /// Suppressions of other parties are passed over.
  init(
    _ suppressions: [Suppression], of identity: Identity, scope: SuppressionScope,
    asOf date: CivilDate
  ) {
    let party = suppressions.isEmpty ? nil : PartyFingerprint(identity)
    concerned = suppressions.compactMap { suppression in
      guard let party else { return nil }
      let isAbout = suppression.isAbout(party)
      return isAbout || suppression.sharesName(with: party) ? (suppression, isAbout) : nil
    }
    identifiers = SharedIdentifier(identity.identifiers)
    self.scope = scope
    self.date = date
  }

  /// Whether a match stands; what hides it, or no longer does, is noted.
  ///
  /// `rung` says what brought the two together, and the query of the match is the name, address or
  /// number of the party that did.
  mutating func passes(_ match: ListMatch, on rung: Suppression.Rung = .name) -> Bool {
    var lapses: [LapsedSuppression] = []
    for (suppression, isAbout) in concerned
    where suppression.concerns(match.entry) && suppression.speaks(of: rung) {
      guard let lapse = lapse(of: suppression, isAbout, match) else {
        suppressed.append(SuppressedMatch(match: match, rung: rung, suppression: suppression))
        return false
      }
      lapses.append(LapsedSuppression(match: match, suppression: suppression, lapse: lapse))
    }
    for lapse in lapses where !isNoted(lapse) { lapsed.append(lapse) }
    return true
  }

  /// Name and address of one entry may lead to one suppression that no longer holds.
  private func isNoted(_ lapse: LapsedSuppression) -> Bool {
    lapsed.contains {
      $0.match.index == lapse.match.index && $0.suppression.id == lapse.suppression.id
        && $0.lapse == lapse.lapse
    }
  }

  private func lapse(
    of suppression: Suppression, _ isAbout: Bool, _ match: ListMatch
  ) -> SuppressionLapse? {
    guard isAbout else { return .partyChanged }
    return identifiers.first(in: match.entry).map(SuppressionLapse.identifierAgrees)
      ?? suppression.lapse(for: match.entry, asOf: date)
      ?? (suppression.covers(match.queryName) ? nil : .contactChanged)
      ?? (scope.isWithin(suppression) ? nil : .outsideScope)
  }
}

extension PartyFingerprint {
  /// The fingerprint of who somebody says they are.
  public init(_ identity: Identity) {
    self.init(
      names: identity.names, countries: identity.countries, identifiers: identity.identifiers)
  }
}
