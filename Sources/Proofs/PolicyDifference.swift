import Facts
import Formats
public import Policy

/// What a new policy set decides otherwise than an old one, each with an order that shows it.
public struct PolicyDifference: Sendable {
  /// A rule that stands in one set only, or reads otherwise in the two.
  public struct Change: Sendable {
    public enum Kind: String, Sendable { case added, removed, changed }

    public let rule: String
    public let kind: Kind
    /// An order that the new set answers more mildly, because of this rule.
    public let milder: Finding
    /// An order that the new set answers more strictly, because of this rule.
    public let stricter: Finding
  }

  public enum Finding: Sendable {
    /// There is no such order.
    case none
    case order(Counterexample)
    case undecided(String)
  }

  public let changes: [Change]
  /// Whether no order is answered more mildly by the new set: proved, refuted, or neither.
  public let onlyStricter: Proof

  /// Compares what both say of the same facts.
  public init(old: PolicySet, new: PolicySet, solver: Solver?) {
    let start = Process.monotonicNanoseconds
    let engine = DifferenceSearch(old: old, new: new, solver: solver)
    changes = engine.changes()
    var verdict = Proof.Verdict.proved
    for change in changes {
      switch change.milder {
      case .none: continue
      case .order(let order):
        verdict = .refuted(order)
      case .undecided(let reason):
        if case .refuted = verdict { continue }
        verdict = .notProved(reason)
      }
      if case .refuted = verdict { break }
    }
    if solver == nil { verdict = changes.isEmpty ? .proved : .notProved(Prover.noSolver) }
    onlyStricter = Proof(
      name: "only-stricter", title: "The new policies answer no order more mildly",
      verdict: verdict, solver: solver?.name, questions: engine.count,
      milliseconds: (Process.monotonicNanoseconds - start) / 1_000_000)
  }
}

/// Asks for each rule that differs.
struct DifferenceSearch: Sendable {
  let prover: Prover
  let old: RuleSet
  let new: RuleSet
  private let mentions: Mentions
  private let oldTexts: [String: String]
  private let newTexts: [String: String]

  init(old: PolicySet, new: PolicySet, solver: Solver?) {
    prover = Prover(new, solver: solver)
    self.old = RuleSet(policies: old, mark: "old ")
    self.new = RuleSet(policies: new, mark: "")
    var mentions = Mentions()
    mentions.add(old)
    mentions.add(new)
    self.mentions = mentions
    oldTexts = DifferenceSearch.texts(old)
    newTexts = DifferenceSearch.texts(new)
  }

  private static func texts(_ policies: PolicySet) -> [String: String] {
    Dictionary(
      policies.rules.map { ($0.name, RuleText.meaning(of: $0, policies.vocabulary)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Names of rules that stand in one set only or differ, in the order of their names.
  private var names: [String] {
    Set(oldTexts.keys).union(newTexts.keys).filter { oldTexts[$0] != newTexts[$0] }.sorted()
  }

  var count: Int {
    comparison(milder: true).parts.count + comparison(milder: false).parts.count
  }

  private func comparison(milder: Bool) -> Comparison {
    let (oldTexts, newTexts) = (oldTexts, newTexts)
    return Comparison(
      upper: milder ? old : new, upperWorld: .order, lower: milder ? new : old,
      lowerWorld: .order, differs: { oldTexts[$0.name] != newTexts[$0.name] },
      words: milder ? "the old policies answer" : "the new policies answer")
  }

  func changes() -> [PolicyDifference.Change] {
    let (milder, stricter) = (
      findings(comparison(milder: true)), findings(comparison(milder: false))
    )
    return names.map { name in
      let kind: PolicyDifference.Change.Kind =
        oldTexts[name] == nil ? .added : newTexts[name] == nil ? .removed : .changed
      return PolicyDifference.Change(
        rule: name, kind: kind, milder: milder[name] ?? .none, stricter: stricter[name] ?? .none)
    }
  }

  /// By the name of the rule of the upper side; an order counts more than an open question.
  private func findings(_ comparison: Comparison) -> [String: PolicyDifference.Finding] {
    var found: [String: PolicyDifference.Finding] = [:]
    for part in comparison.parts {
      let finding: PolicyDifference.Finding
      switch prover.decide(obligation(comparison, part)) {
      case .impossible: continue
      case .possible(let order): finding = .order(order)
      case .undecided(let reason): finding = .undecided(reason)
      }
      let rules = part.rules.map { comparison.upper.policies.rules[$0].name }
        .filter { oldTexts[$0] != newTexts[$0] }
      for rule in rules.isEmpty ? Array(names.prefix(1)) : rules {
        if case .order? = found[rule] { continue }
        found[rule] = finding
      }
    }
    return found
  }

  private func obligation(_ comparison: Comparison, _ part: Comparison.Part) -> Obligation {
    Obligation(
      name: "difference.\(part.name)", meaning: part.meaning,
      vocabulary: joinedVocabulary, mentions: mentions,
      slots: [.order] + comparison.slots(part), difference: .none,
      encode: { comparison.assert(part, in: &$0) },
      confirm: { comparison.confirm($0, other: $0.order) })
  }

  /// The new vocabulary with the terms that only the old set declares.
  private var joinedVocabulary: Vocabulary {
    let (known, before) = (new.policies.vocabulary, old.policies.vocabulary)
    var missing: [(domain: Int, term: Term)] = []
    for (domain, definition) in before.domains.enumerated() where domain < known.domains.count {
      for term in definition.terms where known.termIndex(term.name, in: domain) == nil {
        missing.append((domain, term))
      }
    }
    return known.adding(missing)
  }
}
