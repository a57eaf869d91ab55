/// Texts of proposals that are made when somebody reads them: most proposals are only compared.
struct ProposalTexts: Sendable {
  /// What all proposals of a report share.
  final class Report: Sendable {
    let text: ReportText
    let matching: RuleMatching
    /// As it was when the claim was proposed; the user may set it otherwise later.
    let publisher: String?

    init(text: ReportText, matching: RuleMatching, publisher: String?) {
      self.text = text
      self.matching = matching
      self.publisher = publisher
    }
  }

  let report: Report
  let rule: ClaimRule
  let match: RuleMatching.Match
  /// The number of the sentence.
  let number: Int32
  /// Of several of one kind at one place, which one it is; 1 is the first.
  let ordinal: Int32
  /// Whether the subject has no place that a table holds.
  let isUnresolved: Bool

  private var sentence: ReportSentence { report.matching.report.sentences[Int(number)] }
  private var range: Range<Int> { report.text.words(of: sentence) }

  var id: String {
    let base = rule.kind + "@" + report.text.locator(range)
    return ordinal == 1 ? base : "\(base).\(ordinal)"
  }

  var quote: String { report.text.string(range) }

  var reasons: [String] {
    var found = "rule " + rule.name
    for (index, mark) in report.matching.marks(rule, match, in: sentence)
      .enumerated()
    {
      found += index == 0 ? ": found `" : "`, `"
      found += report.text.string(Int(mark.range.lowerBound)..<Int(mark.range.upperBound))
    }
    found += "`"
    var reasons = [found]
    if rule.groups.contains(where: { $0.near == .empty }) {
      reasons.append("what else the rule asks stands in the sentences around")
    }
    if match.isUncertain { reasons.append("the report puts it as possible or planned only") }
    if isUnresolved {
      reasons.append("the place is not stated or in no table; the subject has it as it is written")
    }
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
