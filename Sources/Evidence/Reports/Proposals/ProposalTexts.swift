/// Texts of proposals that are made when somebody reads them: most proposals are only compared.
struct ProposalTexts: Sendable {
  /// What all proposals of a report share.
  final class Report: Sendable {
    let text: ReportText
    /// As it was when the claim was proposed; the user may set it otherwise later.
    let publisher: String?

    init(text: ReportText, publisher: String?) {
      self.text = text
      self.publisher = publisher
    }
  }

  let report: Report
  let rule: ClaimRule
  let match: RuleMatching.Match
  /// The sentence without blanks around it.
  let sentence: Range<Int>
  /// Of several of one kind at one place, which one it is; 1 is the first.
  let ordinal: Int

  var id: String {
    let base = rule.kind + "@" + report.text.locator(sentence)
    return ordinal == 1 ? base : "\(base).\(ordinal)"
  }

  var quote: String { report.text.string(sentence) }

  var reasons: [String] {
    var found = "rule " + rule.name
    for (index, mark) in match.marks.enumerated() {
      found += index == 0 ? ": found `" : "`, `"
      found += report.text.string(Int(mark.range.lowerBound)..<Int(mark.range.upperBound))
    }
    found += "`"
    var reasons = [found]
    if rule.groups.contains(where: { $0.near == .empty }) {
      reasons.append("what else the rule asks stands in the sentences around")
    }
    if match.isUncertain { reasons.append("the report puts it as possible or planned only") }
    return reasons
  }

  func summary(
    _ subject: ClaimSubject, _ values: [String: String], speaker: String
  ) -> String {
    let publisher = report.publisher ?? "The report"
    let relayed =
      speaker == publisher || speaker == "the report itself" ? "" : " (after \(speaker))"
    var words = publisher + relayed + ": " + rule.paraphrase + "; subject " + subject.words
    if !values.isEmpty {
      let details = values.sorted { $0.key < $1.key }.map { $0.key + " " + $0.value }
      words += "; " + details.joined(separator: ", ")
    }
    words += "."
    return words
  }
}
