/// How applications for a licence to a listed party are reviewed, read out of the list's text.
///
/// The text decides; this reading only lets policies ask about it. What cannot be read with
/// certainty is `seeText`, which is never better than a presumption of denial.
public struct ReviewPolicy: Sendable, Hashable {
  /// The standard of review, in the words of the EAR.
  public enum Standard: String, Sendable, Hashable {
    case presumptionOfDenial, policyOfDenial, caseByCase, presumptionOfApproval, seeText
  }

  /// What a carve-out is about.
  public enum Scope: Sendable, Hashable {
    /// "items necessary to detect, identify and treat infectious disease".
    case infectiousDisease
    /// The ECCNs that the text lists.
    case eccns([String])
    /// "EAR99 items described in the Note to ECCN 1A995".
    case ear99InNote(eccn: String)
    case ear99
    /// "food and medicine designated as EAR99".
    case foodAndMedicine
    /// Supported use in the International Space Station or space programmes.
    case space
    /// Any other scope, in the words of the text.
    case other(String)
  }

  /// Items that are reviewed by another standard than the general one.
  public struct CarveOut: Sendable, Hashable {
    public let standard: Standard
    public let scope: Scope

    public init(_ standard: Standard, _ scope: Scope) {
      self.standard = standard
      self.scope = scope
    }
  }

  /// The kind of policy in one word, for a memo's heading.
  public enum Kind: String, Sendable, Hashable {
    case presumptionOfDenial, policyOfDenial, caseByCase, mixed, seeText
  }

  /// The standard for every item that no carve-out names.
  public let general: Standard
  public let carveOuts: [CarveOut]
  public let text: String

  public init(text: String) {
    self.text = text
    let reading = ReviewPolicyReading(text)
    general = reading.general ?? .seeText
    carveOuts = reading.carveOuts
  }

  public var kind: Kind {
    if !carveOuts.isEmpty { return .mixed }
    return switch general {
    case .presumptionOfDenial: .presumptionOfDenial
    case .policyOfDenial: .policyOfDenial
    case .caseByCase: .caseByCase
    case .presumptionOfApproval, .seeText: .seeText
    }
  }

  public func carvesOut(_ scope: Scope) -> Bool { carveOuts.contains { $0.scope == scope } }

  /// Whether the text lists this ECCN, or the ECCN whose paragraph it is, in a carve-out.
  public func carvesOut(eccn: String) -> Bool {
    carveOuts.contains { carveOut in
      guard case .eccns(let listed) = carveOut.scope else { return false }
      return listed.contains { eccn == $0 || eccn.hasPrefix($0 + ".") }
    }
  }
}
