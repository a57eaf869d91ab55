import Policy
import Screening

/// Words that the terminal shares with annex C.
enum TerminalWords {
  static func state(_ state: RuleTrace.State) -> String {
    switch state {
    case .fired: "fired"
    case .notFired: "did not fire"
    case .undetermined: "undetermined"
    case .lifted: "lifted by an exception"
    case .notInForce: "not in force on the as-of date"
    }
  }

  /// The outcome in at most twenty columns, for tables.
  static func short(_ outcome: Outcome?) -> String {
    switch outcome {
    case nil: "NOT SCREENED (HELD)"
    case .release: "RELEASE"
    case .releaseWithConditions: "RELEASE, CONDITIONS"
    case .hold: "HOLD"
    case .escalate: "ESCALATE"
    case .licenceRequired: "LICENCE REQUIRED"
    case .refusePolicy: "REFUSE (POLICY)"
    case .refuseProhibited: "REFUSE (PROHIBITED)"
    }
  }
}
