public import Formats

/// How much of a body restricted parties own, as the 50 percent rules of OFAC and BIS count it.
public struct RestrictedOwnership: Sendable, Hashable {
  /// Percent: what is known at least, and at most with every unknown share.
  public let low: Decimal
  public let high: Decimal
  /// How they hold it in words, one text for each direct owner.
  public let chain: [String]

  init(low: Decimal, high: Decimal, chain: [String]) {
    self.low = low
    self.high = high
    self.chain = chain
  }

  /// What a 50 percent rule found.
  public init(_ finding: OwnershipFinding) {
    self.init(low: finding.shares.low, high: finding.shares.high, chain: finding.chains)
  }

  /// Nobody owns any of it, as far as anything tells.
  public static let none = RestrictedOwnership(low: .zero, high: .zero, chain: [])

  /// The same shares where they may be those of another body, which `words` says.
  public func perhaps(_ words: String) -> RestrictedOwnership {
    RestrictedOwnership(low: .zero, high: high, chain: chain.map { words + ": " + $0 })
  }

  /// With what a rule of the EU or the UK found, where that is more than shares can tell: control
  /// by listed persons leaves the share open, so that a person has to look.
  public func joined(withControl finding: OwnershipFinding) -> RestrictedOwnership {
    guard finding.met != .no, !finding.threshold.isMet(by: high) else { return self }
    let told = finding.chains.map { "\(finding.rule.title): \($0)" }
    return RestrictedOwnership(low: low, high: ShareRange.whole, chain: chain + told)
  }

  /// The same body under another id: nobody knows whether the two tell of the same shares, so at
  /// least the larger and at most the sum.
  public func joined(with other: RestrictedOwnership) -> RestrictedOwnership {
    RestrictedOwnership(
      low: max(low, other.low),
      high: min(high.adding(other.high) ?? ShareRange.whole, ShareRange.whole),
      chain: chain + other.chain.filter { !chain.contains($0) })
  }
}

extension OwnershipGraph {
  /// The aggregate share that restricted holders own of `asset`, directly or through bodies that
  /// they own by half or more (`OwnershipRule.ofac`, and the Affiliates Rule counts alike).
  public func ownership(
    of asset: Int, restricted standing: (Int) -> OwnerStanding, asOf date: CivilDate
  ) -> RestrictedOwnership {
    RestrictedOwnership(finding(of: asset, under: .ofac, asOf: date, standing: standing))
  }
}
