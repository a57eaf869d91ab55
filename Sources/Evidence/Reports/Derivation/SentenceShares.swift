/// How much of what reports claim stands in some of their sentences.
struct SentenceShares {
  private let reports: [IngestedReport]
  /// By report, how many proposals quote a sentence, by its letters without blanks.
  private var quotes: [Int: [String: Int]] = [:]

  init(_ reports: [IngestedReport]) { self.reports = reports }

  /// Whether some sentences hold a third or more of what a report claims.
  mutating func carry(_ sentences: [Int32], _ number: Int) -> Bool {
    let report = reports[number]
    let words = Set(
      sentences.map { sentence in
        let range = report.shingles.sentences[Int(sentence)]
        return SentenceShares.letters(
          report.text.string(Int(range.lowerBound)..<Int(range.upperBound)))
      })
    let known = quotes(of: number)
    let shared = words.reduce(0) { $0 + (known[$1] ?? 0) }
    return shared > 0 && shared * 3 >= report.proposals.count
  }

  private mutating func quotes(of number: Int) -> [String: Int] {
    if let known = quotes[number] { return known }
    var counts: [String: Int] = [:]
    for proposal in reports[number].proposals {
      counts[SentenceShares.letters(proposal.quote), default: 0] += 1
    }
    quotes[number] = counts
    return counts
  }

  private static func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
