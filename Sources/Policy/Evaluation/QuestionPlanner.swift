import Facts

/// Finds the smallest set of questions by evaluating again with answers assumed.
///
/// Each favourable answer can only make rules fire less, so a set that settles still settles with
/// more. Facts without which nothing settles are taken first; only among the rest is there a
/// choice, which is tried by growing size.
///
/// One object, so that what asks it again and again shares its facts and copies nothing.
final class QuestionPlanner {
  private let policies: PolicySet
  private let compiled: CompiledPolicies
  private let evaluation: Evaluation
  private var search: RuleSearch
  /// States by rule without any assumption.
  private var known: [Truth]
  /// Askable cells by rule, for those whose answers could matter.
  private var needs: [Int: Set<Int32>] = [:]

  init(_ evaluator: Evaluator, _ evaluation: Evaluation) {
    policies = evaluator.policies
    compiled = evaluator.compiled
    self.evaluation = evaluation
    search = RuleSearch(compiled, evaluation.record.sheet)
    known = Array(repeating: .isFalse, count: compiled.rules.count)
    var isEvaluated = Array(repeating: false, count: known.count)
    for result in evaluation.results {
      isEvaluated[result.rule] = true
      known[result.rule] =
        switch result.state {
        case .fired: .isTrue
        case .undetermined: .isUnknown
        case .notFired, .lifted, .notInForce: .isFalse
        }
    }
    for rule in known.indices where !isEvaluated[rule] { known[rule] = truth(rule) }
  }

  func plan() -> QuestionPlan {
    var concerned: [Int] = []
    for result in evaluation.results {
      guard let effect = result.effect,
        result.state == .undetermined || result.state == .fired && effect >= .hold
      else { continue }
      concerned.append(result.rule)
      let cells = (result.unknownCells + result.remediableCells).filter { isAskable($0) }
      if !cells.isEmpty { needs[result.rule] = Set(cells) }
    }
    let all = allNeeds(concerned)
    guard !all.isEmpty else {
      return QuestionPlan(items: [], ifAllFavourable: evaluation.outcome, isExact: true)
    }
    let best = truths(assuming: all, .favourable)
    // What no answer can lower is the floor; rules at or below it are not worth a question.
    let floor = verdict(best).determination
    let waiting = concerned.filter { (effect($0) ?? .release) > floor }
    let pending = waiting.filter { best[$0] == .isFalse }
    let kinds = all.map { compiled.layout.kind(of: search.sheet.key(Int($0))) }
    let kindOf = Dictionary(zip(all, kinds), uniquingKeysWith: { first, _ in first })
    var choice = QuestionChoice(
      rules: pending, candidates: all,
      weight: { cell in waiting.count { needs[$0, default: []].contains(cell) } },
      reads: { rule, cell in compiled.ruleReads[rule].contains(kindOf[cell] ?? 0) })
    let chosen = choice.smallest { rule, cells in isSettled(rule, cells) }
    return QuestionPlan(
      items: items(chosen, waiting),
      ifAllFavourable: verdict(truths(assuming: chosen, .favourable)).outcome,
      isExact: choice.isExact)
  }

  /// All cells whose answers could matter. A rule that fired may still wait for others once its
  /// first are answered, so it is asked again until nothing is added.
  private func allNeeds(_ concerned: [Int]) -> [Int32] {
    var all = needs.values.reduce(into: Set<Int32>()) { $0.formUnion($1) }
    var open = concerned.filter { known[$0] == .isTrue && !needs[$0, default: []].isEmpty }
    while !open.isEmpty {
      let before = all.count
      assume(all, .favourable)
      for rule in open {
        let truth = search.recordedTruth(of: rule)
        guard truth != .isFalse else { continue }
        var cells = search.unknownCells(of: rule, truth)
        if truth == .isTrue { cells += search.remediableCells(of: rule) }
        needs[rule, default: []].formUnion(cells.filter(isAskable))
        all.formUnion(needs[rule, default: []])
      }
      assume(all, nil)
      if all.count == before { open = [] }
    }
    return all.sorted()
  }

  // MARK: - Assumptions

  private func assume(_ cells: some Sequence<Int32>, _ assumption: Assumption?) {
    for cell in cells { search.sheet.cells[Int(cell)].assumed = assumption }
  }

  private func truth(_ rule: Int) -> Truth {
    compiled.rules[rule].isInForce ? search.truth(of: rule) : .isFalse
  }

  private func effect(_ rule: Int) -> Outcome? { compiled.rules[rule].effect }

  /// Whether favourable answers keep a rule from firing.
  private func isSettled(_ rule: Int, _ cells: some Sequence<Int32>) -> Bool {
    assume(cells, .favourable)
    defer { assume(cells, nil) }
    return truth(rule) == .isFalse
  }

  /// The truth of every rule under answers to these facts; only those that read one are asked.
  private func truths(assuming cells: [Int32], _ assumption: Assumption) -> [Truth] {
    var kinds = IndexSet()
    for cell in cells { kinds.insert(compiled.layout.kind(of: search.sheet.key(Int(cell)))) }
    assume(cells, assumption)
    defer { assume(cells, nil) }
    var truths = known
    for rule in truths.indices
    where compiled.rules[rule].isInForce && compiled.ruleReads[rule].intersects(kinds) {
      truths[rule] = truth(rule)
    }
    return truths
  }

  private func verdict(_ truths: [Truth]) -> Verdict {
    var verdict = Verdict()
    for (rule, truth) in truths.enumerated() where truth != .isFalse {
      verdict.add(truth == .isTrue ? .fired : .undetermined, effect(rule))
    }
    return verdict
  }

  // MARK: - Items

  private func items(_ chosen: [Int32], _ waiting: [Int]) -> [QuestionPlan.Item] {
    var items: [QuestionPlan.Item] = []
    for cell in chosen {
      let asking = waiting.filter { needs[$0, default: []].contains(cell) }
      let worst = truths(assuming: [cell], .unfavourable)
      let verdict = verdict(worst)
      let deciding = asking.filter {
        worst[$0] == .isTrue && effect($0) == verdict.determination
      }
      items.append(
        QuestionPlan.Item(
          key: search.sheet.key(Int(cell)), rules: asking.map { policies.rules[$0].name },
          isRedFlag: asking.contains { policies.rules[$0].lane == .redFlag },
          ifUnfavourable: verdict.outcome, worst: deciding.map { policies.rules[$0].title }))
    }
    return items.sorted { left, right in
      if left.ifUnfavourable != right.ifUnfavourable {
        return left.ifUnfavourable > right.ifUnfavourable
      }
      return (right.rules.count, left.key) < (left.rules.count, right.key)
    }
  }

  /// Facts that somebody can be asked for; the rest are settled by the ones that can.
  private func isAskable(_ cell: Int32) -> Bool {
    let key = search.sheet.key(Int(cell))
    let vocabulary = policies.vocabulary
    if key.collection >= 0 { return vocabulary.collections[key.collection].question != nil }
    if key.isRelation { return true }
    return vocabulary.domains[key.subject].terms[key.term].question != nil
  }
}
