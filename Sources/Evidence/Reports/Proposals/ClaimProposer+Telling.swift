/// What tells claims of one report apart, and how firmly the report puts them.
extension ClaimProposer {
  /// Of what tells most claims apart, at the cost of a few letters.
  static func hash(
    _ kind: Int, _ subject: ClaimSubject, _ speaker: String, _ values: [String: String]
  ) -> UInt64 {
    var hash = hash([kind]) ^ WordTable.hash(speaker.utf8)
    for value in values.values { hash ^= WordTable.hash(value.utf8) }
    switch subject {
    case .bodies(let functions, let within):
      for function in functions { hash = WordTable.step(hash, UInt8(function.utf8.count & 0xFF)) }
      hash ^= WordTable.hash(within.utf8)
    case .entity(let name, _): hash ^= WordTable.hash(name.utf8)
    case .programme(let code), .place(let code): hash ^= WordTable.hash(code.utf8)
    }
    return hash
  }

  static func hash(_ numbers: [Int]) -> UInt64 {
    numbers.reduce(WordTable.seed) {
      ($0 ^ UInt64(truncatingIfNeeded: $1)) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  func certainty(
    _ match: RuleMatching.Match, _ sentence: ReportSentence, _ attribution: Attribution?
  ) -> String {
    if match.isUncertain || sentence.concepts.contains(ids.unclear) { return "unclear" }
    if sentence.concepts.contains(ids.reportedly) { return "reported" }
    if sentence.concepts.contains(ids.infer) { return "inferred" }
    if let attribution, attribution.kind != .document,
      attribution.publisher == nil || attribution.publisher != metadata.publisherCode
    {
      return "reported"
    }
    return "stated"
  }
}
