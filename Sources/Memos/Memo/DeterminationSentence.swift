import Policy
import Screening

extension MemoSubject {
  /// The determination in one sentence; it names law only where law decides.
  var sentenceOfDetermination: [MemoRun] {
    let name = "order \(visible(order.reference))"
    switch determination.outcome {
    case nil:
      return [.strong("Hold \(name): it could not be screened, because ")]
        + quoting(sentence(failure))
    case .release:
      return [
        .strong("Release \(name) within the coverage stated in "), .reference("B"), .strong("."),
      ]
    case .releaseWithConditions:
      return [
        .strong("Release \(name) once a person has confirmed each condition of "),
        .reference("8"), .strong(", within the coverage stated in "), .reference("B"),
        .strong("."),
      ]
    case .hold:
      guard !determination.questions.isEmpty else {
        return [.strong("Hold \(name) until the findings below are resolved.")]
      }
      return [.strong("Hold \(name) pending the answers in "), .reference("10"), .strong(".")]
    case .escalate:
      return [
        .strong(
          "Escalate \(name) to a person entitled to decide it; it stays held until that "
            + "decision is recorded.")
      ]
    case .licenceRequired: return sentenceOfLicence(name)
    case .refusePolicy: return sentenceOfPolicy(name)
    case .refuseProhibited: return sentenceOfProhibition(name)
    }
  }

  private func deciding(_ outcome: Outcome) -> Finding? {
    determination.findings.first { $0.effect == outcome }
  }

  private func sentenceOfLicence(_ name: String) -> [MemoRun] {
    var runs: [MemoRun] = [.strong("Do not proceed with \(name) without a licence")]
    guard let finding = deciding(.licenceRequired) else { return runs + [.strong(".")] }
    runs.append(.text(": "))
    runs += quoting(sentence(shortened(finding.reason, to: 260)))
    return runs + citations(of: finding, withRule: false)
  }

  private func sentenceOfPolicy(_ name: String) -> [MemoRun] {
    var text =
      "Refuse \(name) under company policy; no legal prohibition is asserted by this refusal"
    switch determination.lanes.legal.state {
    case .licenceRequired: text += ", and a licence requirement stands beside it"
    case .undetermined: text += ", and the legal question is not settled"
    case .prohibited, .noBarFoundWithinCoverage: break
    }
    return [.strong(text + ".")]
  }

  private func sentenceOfProhibition(_ name: String) -> [MemoRun] {
    var text = "Refuse \(name): it is prohibited unless authorised"
    guard let finding = deciding(.refuseProhibited) else { return [.strong(text + ".")] }
    if let actor = finding.actor { text += " for the \(actor)" }
    return [.strong(text + ".")] + citations(of: finding, withRule: false)
  }
}
