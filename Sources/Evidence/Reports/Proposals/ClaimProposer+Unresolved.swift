/// Claims about a place that no table holds, or that the report does not state.
extension ClaimProposer {
  /// Those of whom the claim is, with the place as the report writes it; nil where the report is
  /// not on data of people, since what it says is then most often of other things.
  ///
  /// An entity and no class of bodies, so that no rule on a place can take it for one it knows.
  func unresolvedSubject(
    of rule: ClaimRule, _ match: RuleMatching.Match, _ number: Int, _ sentence: ReportSentence
  ) -> ClaimSubject? {
    guard !rule.role.isNamed, rule.kind != "place-context",
      topic != .empty || sentence.concepts.intersects(ids.personalData)
    else { return nil }
    let functions = functions(of: rule.role, match, number, sentence)
    let place = writtenPlace(number, sentence, of: rule)
    return .entity(
      name: functions.joined(separator: " and ")
        + (place.map { " in \($0) (in no table of places)" } ?? " (place not stated)"),
      chinese: nil)
  }

  /// The name of a place in the sentence, or in those before it of its paragraph.
  private func writtenPlace(
    _ number: Int, _ sentence: ReportSentence, of rule: ClaimRule
  ) -> String? {
    for index in stride(from: number, through: max(0, number - 3), by: -1)
    where scanned.sentences[index].segment == sentence.segment {
      if let name = names.elsewhere(scanned.sentences[index], asSubject: rule.counts) {
        return name
      }
    }
    return nil
  }
}
