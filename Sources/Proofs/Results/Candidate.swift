import Facts
import Formats
import Policy

/// An order that a solver's model describes, before the evaluator has confirmed anything of it.
struct Candidate: Sendable {
  var asOf: CivilDate
  var confirmations: [String: Bool]
  var order: OrderDraft
  /// The other order that a guarantee compares it with.
  var other: OrderDraft?
  /// What the order turns out to be: every fact known, every object there.
  var completion: OrderDraft

  func evaluator(_ policies: PolicySet) -> Evaluator {
    Evaluator(policies: policies, asOf: asOf, confirmations: confirmations)
  }
}

extension Encoding {
  /// The order that the values of a model describe; nil where a value is missing.
  func candidate(_ values: [String: String]) -> Candidate? {
    let model = Model(values: values)
    guard script.constants.allSatisfy({ values[$0.name] != nil }), let day = model.integer(asOf)
    else { return nil }
    var answers: [String: Bool] = [:]
    for key in confirmations.keys.sorted() {
      guard let answer = confirmations[key], model.isTrue(answer.isSet) else { continue }
      answers[key] = model.isTrue(answer.isTrue)
    }
    let order = draft(.order, model)
    var other: OrderDraft?
    switch difference {
    case .none: break
    case .raised: other = draft(.other, model)
    case .given(let changes): other = order.changed(changes)
    }
    return Candidate(
      asOf: CivilDate(dayNumber: Int(day)), confirmations: answers, order: order, other: other,
      completion: completion(model))
  }

  private func draft(_ world: World, _ model: Model) -> OrderDraft {
    var draft = blank(model, world)
    for (key, variables) in facts where key.world == .order {
      let chosen = facts[FactKey(world: world, slot: key.slot, term: key.term)] ?? variables
      guard model.isTrue(chosen.isKnown) else { continue }
      draft.facts[key.slot][key.term] = fact(chosen, key, model)
    }
    for (key, variables) in relations where key.world == .order {
      let other = RelationKey(world: world, relation: key.relation, from: key.from, to: key.to)
      let chosen = relations[other] ?? variables
      guard model.isTrue(chosen.isKnown), case .flag(let flag) = chosen.value else { continue }
      draft.relations[place(key)] = Fact(
        .boolean(model.isTrue(flag)), model.isTrue(chosen.isInferred) ? .inferred : .verified,
        words: "as the model has it")
    }
    return draft
  }

  private func place(_ key: RelationKey) -> OrderDraft.RelationPlace {
    OrderDraft.RelationPlace(relation: key.relation, from: key.from, to: key.to)
  }

  private func blank(_ model: Model, _ world: World) -> OrderDraft {
    OrderDraft(
      slots: slots, isNamed: isNamed.map { model.isTrue($0) }, facts: slots.map { _ in [:] },
      members: vocabulary.collections.indices.map { collection in
        slots.indices.dropFirst().filter { model.isTrue(isMember(world, $0, collection)) }
      },
      isOpen: isOpen.map { model.isTrue($0) }, relations: [:])
  }

  private func fact(_ variables: FactVariables, _ key: FactKey, _ model: Model) -> Fact {
    let basis: FactBasis = model.isTrue(variables.isInferred) ? .inferred : .verified
    let value: FactValue
    switch variables.value {
    case .flag(let flag): value = .boolean(model.isTrue(flag))
    case .text: value = .text("stated")
    case .day(let day): value = .date(CivilDate(dayNumber: Int(model.integer(day) ?? 0)))
    case .number(let low, let lowIsOpen, let high, let highIsOpen, _):
      value = .number(
        Interval(
          low: model.isTrue(lowIsOpen) ? nil : model.decimal(low),
          high: model.isTrue(highIsOpen) ? nil : model.decimal(high)))
    case .codes(let has, let isComplete, _, _):
      value = .codes(
        codes(key, has.indices.filter { model.isTrue(has[$0]) }),
        isComplete: model.isTrue(isComplete))
    }
    return Fact(value, basis, words: "as the model has it")
  }

  private func codes(_ key: FactKey, _ places: [Int]) -> [String] {
    let domain = slots[key.slot].domain
    guard let term = vocabulary.domains[domain].terms.first(where: { $0.name == key.term }),
      let classes = knownClasses(of: domain, term)
    else { return [] }
    return places.map { classes.classes[$0].representative }
  }

  private func completion(_ model: Model) -> OrderDraft {
    var draft = blank(model, .order)
    draft.isNamed = draft.isNamed.map { _ in true }
    for collection in vocabulary.collections.indices {
      // An object that nobody names is there only where the set may hold it.
      draft.members[collection].removeAll { slot in
        !model.isTrue(isNamed[slot]) && !draft.isOpen[collection]
      }
    }
    draft.isOpen = draft.isOpen.map { _ in false }
    for (key, variables) in facts where key.world == .order {
      let value: FactValue
      switch variables.value {
      case .flag(let flag): value = .boolean(model.isTrue(flag))
      case .text: value = .text("stated")
      case .day(let day): value = .date(CivilDate(dayNumber: Int(model.integer(day) ?? 0)))
      case .number(_, _, _, _, let number):
        value = .number(Interval(low: model.decimal(number), high: model.decimal(number)))
      case .codes(_, _, _, let turnsOut):
        let places = turnsOut.keys.sorted().filter { place in
          turnsOut[place].map { model.isTrue($0) } ?? false
        }
        value = .codes(codes(key, places), isComplete: true)
      }
      draft.facts[key.slot][key.term] = Fact(value, .verified, words: "as it turns out")
    }
    for (key, variables) in relations where key.world == .order {
      guard case .flag(let flag) = variables.value else { continue }
      draft.relations[place(key)] = Fact(
        .boolean(model.isTrue(flag)), .verified, words: "as it turns out")
    }
    return draft
  }
}

extension OrderDraft {
  /// The same order with other facts instead.
  func changed(_ changes: [ChangedFact]) -> OrderDraft {
    var other = self
    for change in changes {
      let fact = change.value.map { Fact($0, .verified, words: "as compared with") }
      if let second = change.second {
        let relation = Int(change.term) ?? 0
        other.relations[RelationPlace(relation: relation, from: change.slot, to: second)] = fact
      } else {
        other.facts[change.slot][change.term] = fact
      }
    }
    return other
  }
}

/// Values of a model, for the symbols that were declared.
struct Model: Sendable {
  let values: [String: String]

  /// Only declared symbols and constants have a value of their own.
  func isTrue(_ formula: Formula) -> Bool {
    if formula == .yes { return true }
    return values[formula.text] == "true"
  }

  func integer(_ formula: Formula) -> Int64? { values[formula.text].flatMap { Int64($0) } }

  func decimal(_ formula: Formula) -> Decimal? {
    integer(formula).map { Decimal(millionths: $0) }
  }
}
