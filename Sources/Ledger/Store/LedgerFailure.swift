public import Formats

/// Why something was not recorded, not read or not allowed. Nothing was then acknowledged.
public struct LedgerFailure: Error, Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Another process writes; trying later may help.
    case locked = "LED001"
    case full = "LED002"
    case readOnly = "LED003"
    case inputOutput = "LED004"
    case missing = "LED005"
    /// A file of another program.
    case foreign = "LED006"
    /// Written by a later version of this program.
    case newer = "LED007"
    case damaged = "LED008"
    /// Something asked to change or delete what is only ever added to.
    case appendOnly = "LED009"
    case keys = "LED010"
    case cryptography = "LED011"
    /// Other records came in between; the act rests on what is no longer so.
    case overtaken = "LED012"
    case doesNotVerify = "LED013"
    case checkpoint = "LED014"
    case noSuchRecord = "LED015"
    case erased = "LED016"
    case retained = "LED017"
    case notCleared = "LED018"
    case request = "LED019"
    /// Its determination allows the order, and something else holds it: an investigation, a
    /// revocation, or a request that waits. Why is not for everybody.
    case held = "LED022"
    /// The clock of this machine is behind the newest record of the log.
    case clock = "LED023"
    /// The rules of who may do what do not allow it.
    case notAllowed = "LED021"
    /// The server of the store does not answer; whether the last act came through is not known.
    case unreachable = "LED020"
  }

  public let kind: Kind
  public let message: String
  public let remedy: String?

  public init(_ kind: Kind, _ message: String, remedy: String? = nil) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
  }

  public var diagnostic: Diagnostic { Diagnostic(kind.rawValue, message, remedy: remedy) }
}
