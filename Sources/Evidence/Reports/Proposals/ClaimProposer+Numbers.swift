/// Which numbers of a sentence a claim states, and of whom.
extension ClaimProposer {
  /// The numbers of a sentence by the subject of each, where they are not all of one: `police in
  /// Hotan took 5,000 samples; police in Aksu took 7,000 samples`.
  func numbersBySubject(
    _ rule: ClaimRule, _ match: RuleMatching.Match, _ number: Int, _ sentence: ReportSentence
  ) -> [(ClaimSubject, [ReportMark])]? {
    let numbers = numbers(in: sentence)
    guard numbers.count > 1, places.places(inSentence: number).count > 1 else { return nil }
    var parts: [(subject: ClaimSubject, numbers: [ReportMark])] = []
    for mark in numbers {
      let match = RuleMatching.Match(anchor: mark, group: match.group)
      guard let subject = subject(of: rule, match, number, sentence) else { return nil }
      if let part = parts.firstIndex(where: { $0.subject == subject }) {
        parts[part].numbers.append(mark)
      } else {
        parts.append((subject, [mark]))
      }
    }
    return parts.count > 1 ? parts : nil
  }

  func quantities(of sentence: ReportSentence, _ numbers: [ReportMark]?) -> [ReportQuantity] {
    (numbers ?? self.numbers(in: sentence)).map { scanned.quantities[Int($0.value)] }
  }

  private func numbers(in sentence: ReportSentence) -> [ReportMark] {
    scanned.marks(of: sentence).filter { $0.kind == .quantity }
  }
}
