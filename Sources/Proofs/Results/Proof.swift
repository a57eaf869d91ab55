/// What became of one guarantee.
public struct Proof: Sendable {
  public enum Verdict: Sendable {
    /// No order breaks it, however many objects it has: every question was answered `unsat`.
    case proved
    /// An order breaks it, and the evaluator says so too.
    case refuted(Counterexample)
    /// Nothing is known, and why: never to be read as proved.
    case notProved(String)
  }

  public let name: String
  public let title: String
  public let verdict: Verdict
  /// File name of the solver; nil where there is none.
  public let solver: String?
  /// Questions that were asked.
  public let questions: Int
  public let milliseconds: Int

  public var isProved: Bool { if case .proved = verdict { true } else { false } }
}
