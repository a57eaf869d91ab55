import Facts
public import Formats
public import Policy

/// How long the sixty rules take: over facts that are at hand, and from the text of an order.
public struct PolicyBenchmark {
  /// One measured task.
  public struct Measurement: Sendable {
    public let task: String
    public let nanoseconds: Int
    public let count: Int
    public let method: String
  }

  /// Decisions that are timed as one.
  private static let batch = 50

  private let evaluator: Evaluator
  private let reader: DeclaredFacts
  private var sheet: FactSheet
  private var decision = PolicyDecision()

  public init(_ policies: PolicySet, asOf: CivilDate) {
    evaluator = Evaluator(policies: policies, asOf: asOf, confirmations: [:])
    reader = DeclaredFacts(
      policies.vocabulary.domains[Vocabulary.orderDomain].terms, trees: policies.vocabulary.trees)
    sheet = FactSheet(evaluator.layout, objects: [1])
  }

  /// The decision on an order as its JSON text says it, and the names of the rules that fired.
  ///
  /// Throws where the text is no JSON; nothing of it is decided then.
  public mutating func decide(
    _ text: [UInt8]
  ) throws(JSONFailure) -> (outcome: Outcome, fired: [String]) {
    try fill(text)
    evaluator.decide(sheet, into: &decision)
    return (decision.outcome, decision.fired.indices.map { evaluator.policies.rules[$0].name })
  }

  private mutating func fill(_ text: [UInt8]) throws(JSONFailure) {
    sheet.clear()
    var cursor = try JSONCursor(text)
    try reader.read(&cursor) { term, value in
      sheet.set(value, domain: Vocabulary.orderDomain, object: 0, term: term)
    }
    try cursor.finish()
  }

  /// Decides every order so many times: facts alone, then from text.
  public mutating func measure(
    _ orders: [[UInt8]], runs: Int
  ) throws(JSONFailure) -> [Measurement] {
    var sheets: [FactSheet] = []
    for order in orders {
      try fill(order)
      sheets.append(sheet)
    }
    var severity = 0
    var perDecision: [Int] = []
    // In batches so short that few are interrupted by whatever else the machine does.
    for _ in 0..<runs {
      for start in stride(from: 0, to: sheets.count, by: PolicyBenchmark.batch) {
        let end = min(start + PolicyBenchmark.batch, sheets.count)
        let begin = Process.monotonicNanoseconds
        for index in start..<end {
          evaluator.decide(sheets[index], into: &decision)
          severity += decision.outcome.rawValue
        }
        perDecision.append((Process.monotonicNanoseconds - begin) / (end - start))
      }
    }
    var fromText: [Int] = []
    for _ in 0..<runs {
      for order in orders {
        let begin = Process.monotonicNanoseconds
        try fill(order)
        evaluator.decide(sheet, into: &decision)
        fromText.append(Process.monotonicNanoseconds - begin)
        severity += decision.outcome.rawValue
      }
    }
    perDecision.sort()
    fromText.sort()
    let method =
      "\(evaluator.policies.rules.count) rules, \(reader.terms.count) facts, \(orders.count) orders "
      + "x \(runs) runs, one thread, checksum \(severity)"
    return [
      Measurement(
        task: "policy.decide.p50", nanoseconds: perDecision[perDecision.count / 2],
        count: runs * orders.count,
        method: method + ", mean of \(PolicyBenchmark.batch) in turn"),
      Measurement(
        task: "policy.text-to-decision.p50", nanoseconds: fromText[fromText.count / 2],
        count: fromText.count, method: method),
      Measurement(
        task: "policy.text-to-decision.p99", nanoseconds: fromText[fromText.count * 99 / 100],
        count: fromText.count, method: method),
    ]
  }
}
