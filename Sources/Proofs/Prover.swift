import Facts
import Formats
public import Policy

/// Proves what a policy set promises of every order, or finds an order that breaks it.
public struct Prover: Sendable {
  public let policies: PolicySet
  /// Nil where none was found: then nothing is proved.
  public let solver: Solver?
  let obligations: Obligations

  public init(_ policies: PolicySet, solver: Solver?) {
    self.policies = policies
    self.solver = solver
    obligations = Obligations(policies)
  }

  /// All guarantees of the set, in the order of its files.
  public func prove() -> [Proof] { policies.guarantees.map { prove($0) } }

  public func prove(_ guarantee: Guarantee) -> Proof {
    let start = Process.monotonicNanoseconds
    var asked = 0
    var verdict = Proof.Verdict.proved
    for question in obligations.questions(of: guarantee) {
      asked += 1
      switch decide(question) {
      case .impossible: continue
      case .possible(let counterexample): verdict = .refuted(counterexample)
      case .undecided(let reason): verdict = .notProved(reason)
      }
      // A later question may still find an order that breaks it.
      if case .refuted = verdict { break }
      if solver == nil { break }
    }
    return Proof(
      name: guarantee.name, title: guarantee.title, verdict: verdict, solver: solver?.name,
      questions: asked, milliseconds: (Process.monotonicNanoseconds - start) / 1_000_000)
  }

  /// What became of one question.
  enum Decision: Sendable {
    case impossible
    case possible(Counterexample)
    case undecided(String)
  }

  static let noSolver =
    "there is no solver: install z3 or cvc5, or name one with --solver"

  func decide(_ obligation: Obligation) -> Decision {
    guard let solver else { return .undecided(Prover.noSolver) }
    switch solver.ask(text(obligation, obligation.encoding(.everyOrder), values: false)) {
    case .unsatisfiable: return .impossible
    case .failed(let reason): return .undecided(reason)
    case .satisfiable: return search(obligation, solver)
    }
  }

  /// Looks for an order that the evaluator confirms, of few objects first.
  private func search(_ obligation: Obligation, _ solver: Solver) -> Decision {
    var reason = "orders of any size are not excluded, and no small one breaks it"
    for others in 0...1 {
      for isRecent in [true, false] {
        var encoding = obligation.encoding(.theseObjects, others: others)
        if isRecent { encoding.assertRecent() }
        for _ in 0..<4 {
          let answer = solver.ask(
            text(obligation, encoding, values: true), forValues: true)
          if case .failed(let words) = answer { reason = words }
          guard case .satisfiable(let values) = answer else { break }
          guard let candidate = encoding.candidate(values) else {
            reason = "\(solver.name) gave a model without values"
            break
          }
          if obligation.confirm(candidate) != nil {
            let least = Minimiser(obligation: obligation).minimise(candidate)
            guard let confirmation = obligation.confirm(least) else { break }
            return .possible(
              Counterexample(
                question: obligation.name, policies: policies, candidate: least,
                confirmation: confirmation))
          }
          reason = "the evaluator does not confirm the order that \(solver.name) found"
          encoding.exclude(candidate, values)
        }
      }
    }
    return .undecided(reason)
  }

  func text(_ obligation: Obligation, _ encoding: Encoding, values: Bool) -> String {
    encoding.script.text(
      header: [
        "SMT-LIB 2.6, logic QF_LIA. Written by scruple policy prove.",
        "Guarantee and question: \(obligation.name)",
        "Policies: \(policies.digest)",
        "Is there an order such that: \(obligation.meaning)?",
        "unsat: there is none, with any number of objects. All questions of a guarantee",
        "answered unsat prove it. sat: there may be one.",
        "Run: \(Solver.usage)",
      ], values: values)
  }
}

extension Encoding {
  /// Prefers days that a reader expects.
  mutating func assertRecent() {
    let days = (CivilDate(year: 2020, month: 1, day: 1), CivilDate(year: 2039, month: 12, day: 31))
    script.assert(Formula.number(Int64(days.0?.dayNumber ?? 0)).isAtMost(asOf))
    script.assert(asOf.isAtMost(.number(Int64(days.1?.dayNumber ?? 0))))
  }

  /// After a model that the evaluator did not confirm: its day with exact spans where months or
  /// years are in question, else any other model.
  mutating func exclude(_ candidate: Candidate, _ values: [String: String]) {
    let spans = cutoffs.filter { $0.key.months > 0 }.sorted { $0.key.months < $1.key.months }
    if !spans.isEmpty {
      script.assert(asOf.equals(.number(Int64(candidate.asOf.dayNumber))))
      for (span, day) in spans {
        let exact = span.before(candidate.asOf).dayNumber
        script.assert(day.equals(.number(Int64(exact))))
      }
      return
    }
    let flags = script.constants.filter { $0.sort == .bool }.map { constant in
      let flag = Formula(text: constant.name)
      return values[constant.name] == "true" ? flag : !flag
    }
    script.assert(!(.all(flags)))
  }
}
