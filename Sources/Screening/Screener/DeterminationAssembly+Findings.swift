import Dossier
import Evidence
import Facts
import Formats
import Law
import Policy
import Trade

extension DeterminationAssembly {
  /// Findings of all rules that fired, strongest first, then by rule name.
  mutating func findings() -> [Finding] {
    let fired = evaluation.results.filter { $0.state == .fired }.sorted { left, right in
      let (first, second) = (left.effect?.rawValue ?? -1, right.effect?.rawValue ?? -1)
      if first != second { return first > second }
      return rules[left.rule].name < rules[right.rule].name
    }
    var findings: [Finding] = []
    for (index, result) in fired.enumerated() {
      findings.append(finding(result, number: index + 1))
    }
    return findings
  }

  func rule(_ result: RuleResult) -> Rule { rules[result.rule] }

  private mutating func finding(_ result: RuleResult, number: Int) -> Finding {
    let rule = rule(result)
    var evidence = evaluator.evidence(of: result, in: table).map { shelf.id(of: $0) }
    evidence += cited(rule, already: evidence)
    let (parties, lines) = objects(of: result, rule)
    let reason =
      result.witnesses.first.map {
        evaluator.text(rule.reason, for: $0, of: rule, in: table)
      } ?? rule.title
    var kind = rule.kind
    var text = reason
    if let key = result.unconfirmed {
      // Not yet law for this order until an operator confirms it.
      kind = .regulatoryRedFlag
      text +=
        " Whether this is in force on \(screener.asOf) has not been confirmed (\(key)); "
        + "the order holds until it is."
    }
    return Finding(
      id: "f\(number)", rule: rule.name, title: rule.title, lane: rule.lane, kind: kind,
      effect: result.effect, strength: strength(result),
      legalBasis: rule.bases.map { evaluatorCitation($0) }, parties: parties, lines: lines,
      reason: text, evidence: evidence,
      actor: result.witnesses.first.flatMap { witness in
        rule.binds.map { evaluator.text($0, for: witness, of: rule, in: table) }
      })
  }

  /// The citation of a basis; one that is not law on the day says so.
  func evaluatorCitation(_ id: String) -> String {
    guard let basis = screener.knowledge.law.basis(id) else { return id }
    let standing =
      switch basis.force(on: screener.asOf, confirmed: evaluator.confirmations[id]) {
      case .inForce: ""
      case .notYet: " (not yet in force on \(screener.asOf))"
      case .suspended: " (suspended on \(screener.asOf))"
      case .ended: " (no longer in force on \(screener.asOf))"
      case .unconfirmed: " (in force by its text, to be confirmed)"
      case .notInForce: " (recorded as not in force)"
      }
    return basis.citation + standing
  }

  /// Evidence for the sources that a rule names and its facts did not bring along.
  private mutating func cited(_ rule: Rule, already: [String]) -> [String] {
    var ids: [String] = []
    let present = Set(shelf.items.filter { already.contains($0.id) }.map(\.title))
    for sourceID in rule.sources {
      guard let source = screener.corpus.evidence.sources[sourceID],
        !present.contains(source.title),
        let claim = screener.corpus.evidence.claims.first(where: { $0.source == sourceID }),
        source.publishedBy.map({ $0 <= screener.asOf }) == true
      else { continue }
      let record = EvidenceRecord(
        kind: EvidenceRecord.Kind(sourceKind: source.kind), source: source, claim: claim)
      if let known = shelf.items.first(where: {
        $0.title == record.title && $0.statement == record.statement
      }) {
        ids.append(known.id)
      } else {
        ids.append(shelf.append(record))
      }
    }
    return ids
  }

  /// Party ids and line numbers that any witness names.
  private func objects(of result: RuleResult, _ rule: Rule) -> ([String], [String]) {
    var parties: [String] = []
    var lines: [String] = []
    for witness in result.witnesses {
      for (binding, object) in zip(rule.bindings, witness.objects) where object >= 0 {
        let id = table.objects[binding.domain][object].id
        switch ScreeningVocabulary.Domain(rawValue: binding.domain) {
        case .party where !parties.contains(id): parties.append(id)
        case .line where !lines.contains(id): lines.append(id)
        default: break
        }
      }
    }
    return (parties, lines)
  }

  private func strength(_ result: RuleResult) -> Strength {
    switch evaluator.weakestBasis(of: result, in: table) {
    case .official, .verified, .computed: .certain
    case .declared: .strong
    case .inferred: .moderate
    }
  }

  func lineOutcomes(_ findings: [Finding], _ outcome: Outcome?) -> [LineOutcome] {
    dossier.lines.map { reading in
      let concerned = findings.filter {
        $0.lines.isEmpty || $0.lines.contains(reading.line.number)
      }
      let join = concerned.compactMap(\.effect).max() ?? .release
      // What is undetermined concerns every line until it is known.
      let isOpen = evaluation.potential > evaluation.determination
      let floor: Outcome = isOpen ? max(join, .hold) : join
      return LineOutcome(
        line: reading.line.number, outcome: outcome == nil ? nil : floor,
        findings: concerned.map(\.id))
    }
  }

  func obligations() -> [Obligation] {
    var obligations: [Obligation] = []
    for result in evaluation.results where result.state == .fired {
      let rule = rule(result)
      // Each line may bring its own: conditions of a licence name the line.
      for message in rule.obligations {
        for witness in result.witnesses {
          let text = evaluator.text(message, for: witness, of: rule, in: table)
          if !obligations.contains(where: { $0.text == text }) {
            obligations.append(Obligation(rule: rule.name, text: text))
          }
        }
      }
    }
    return obligations
  }

  func trace() -> [RuleTrace] {
    evaluation.results.map { result in
      let rule = rule(result)
      let clauses =
        result.state == .notInForce
        ? [] : evaluator.readings(of: result, in: table)
      let unknown = result.unknown.map { evaluator.words(for: $0, in: table) }
      return RuleTrace(
        rule: rule.name, title: rule.title, policy: rule.policy, lane: rule.lane,
        effect: rule.effect, state: RuleTrace.State(rawValue: result.state.rawValue) ?? .notFired,
        clauses: clauses.map { reading in
          RuleTrace.Clause(
            text: reading.text, truth: reading.truth.name,
            observed: reading.observed.joined(separator: "; "))
        }, unknown: unknown, explanation: explanation(result, rule, clauses, unknown))
    }
  }

  private func explanation(
    _ result: RuleResult, _ rule: Rule, _ clauses: [ClauseReading], _ unknown: [String]
  ) -> String {
    switch result.state {
    case .fired:
      return result.unknown.isEmpty
        ? "Fired: every clause holds."
        : "Fired: every clause holds; an exception could lift it and depends on "
          + unknown.joined(separator: ", ") + "."
    case .lifted: return "Every clause holds, and the exception lifts the rule."
    case .notInForce: return "Not in force on \(screener.asOf)."
    case .undetermined:
      return "Undetermined: it depends on \(unknown.joined(separator: ", "))."
    case .notFired:
      guard let failed = clauses.first(where: { $0.truth == .isFalse }) else {
        return "Not fired: there is nothing of the kind that the rule is about."
      }
      return "Not fired: this clause does not hold: \(failed.text)."
    }
  }
}
