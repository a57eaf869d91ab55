public import Formats

extension OwnershipGraph {
  /// What a rule finds of a holder on a day; `standing` says of each holder above it whether the
  /// rule counts its shares, and is asked once of each.
  ///
  /// Linear in those above and their ties (near linear for `Aggregation.each`).
  public func finding(
    of asset: Int, under rule: OwnershipRule, asOf date: CivilDate,
    standing: (Int) -> OwnerStanding
  ) -> OwnershipFinding {
    let ancestry = OwnershipAncestry(of: asset, in: self, asOf: date, standing: standing)
    let reach = OwnershipSpread(ancestry, rule, .high, withControl: true)
    let high =
      rule.countsControl ? reach : OwnershipSpread(ancestry, rule, .high, withControl: false)
    let low = OwnershipSpread(ancestry, rule, .low, withControl: false)
    let groups = rule.aggregation == .each ? OwnershipGroups(ancestry, rule) : nil
    func range(_ measure: OwnershipMeasure) -> ShareRange {
      let least = groups?.best(measure).low ?? low.tallies[0].low(measure)
      return ShareRange(low: least, high: high.tallies[0].high(measure)) ?? .unknown
    }
    let isSurelyMet =
      groups?.isPassed ?? OwnershipBound.low.isPassed(low.tallies[0], rule, withControl: false)
    let mayBeMet = OwnershipBound.high.isPassed(high.tallies[0], rule, withControl: false)
    let met: OwnershipFinding.Answer = isSurelyMet ? .yes : mayBeMet ? .unknown : .no
    var flags: [OwnershipFinding.Flag] = []
    if met != .yes {
      let shares = range(.shares)
      if !shares.isExact { flags.append(.shareUnknown) }
      if shares.low > .zero { flags.append(.minorityShare) }
      let measures: [OwnershipMeasure] = [.votes, .control]
      let half = Decimal(millionths: 50_000_000)
      if reach.tallies[0].high(.shares) > shares.high
        || measures.contains(where: { reach.tallies[0].high($0) > half })
      {
        flags.append(.possibleControl)
      }
      if groups != nil, OwnershipBound.low.isPassed(low.tallies[0], rule, withControl: false) {
        flags.append(.jointHolding)
      }
    }
    let words = OwnershipChains(ancestry, reach: reach, high: high, low: low)
    return OwnershipFinding(
      rule: rule, asOf: date, force: rule.force(on: date), shares: range(.shares),
      votes: range(.votes), control: range(.control), met: met, flags: flags,
      chains: words.texts, owners: words.owners)
  }
}
