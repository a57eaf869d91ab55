public import Policy
public import Screening

/// The sentences that order systems, sales and customers may see; none tells a reason.
public enum ApprovedSentence {
  public static func text(_ decision: Decision, _ outcome: Outcome?) -> String {
    switch (decision, outcome) {
    case (.allow, .release): "The order may go on to clearance."
    case (.allow, _): "The order may go on to clearance once each condition is confirmed."
    case (.hold, _): "The order is held for review by Trade Compliance."
    case (.block, _): "The order does not proceed. Please refer all questions to Trade Compliance."
    }
  }
}
