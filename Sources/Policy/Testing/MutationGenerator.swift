import Facts
import Formats

/// Makes every mutation of one rule, in the order in which its text stands.
///
/// Effects, messages and dates of force are left alone: examples say when a rule fires, not what
/// it then does.
struct MutationGenerator {
  let vocabulary: Vocabulary
  let rule: Rule
  private var mutations: [Mutation] = []

  static func mutations(of rule: Rule, vocabulary: Vocabulary) -> [Mutation] {
    var generator = MutationGenerator(vocabulary: vocabulary, rule: rule)
    generator.addQuantifiers()
    generator.addClauses()
    generator.addException()
    return generator.mutations
  }

  private init(vocabulary: Vocabulary, rule: Rule) {
    self.vocabulary = vocabulary
    self.rule = rule
  }

  /// Where a part stands, and how the rule is built with something else in its place.
  private struct Place {
    let clause: Int?
    /// Whether `or` joins it with others.
    let isAmongAny: Bool
    var isOfException = false
    var isWholeException = false
    /// The clause or exception with another part here; nil takes the part away.
    let whole: (Condition?) -> Condition?
    /// The rule with another clause or exception.
    let rebuild: (Condition?) -> Rule
    /// Within a count or a sum: the whole of it with another part here.
    var enclosing: ((Condition?) -> Condition)?
  }

  private mutating func addQuantifiers() {
    for (index, binding) in rule.bindings.enumerated() {
      var bindings = rule.bindings
      bindings[index] = Binding(
        variable: binding.variable, isEvery: !binding.isEvery, collection: binding.collection,
        domain: binding.domain)
      let phrase = vocabulary.collections[binding.collection].phrase
      let (written, other) = binding.isEvery ? ("every", "any") : ("any", "every")
      mutations.append(
        Mutation(
          kind: .quantifier, position: rule.position,
          change: "`\(written) \(phrase) \(binding.variable)` turned into `\(other)`",
          rule: rule.replacing(bindings: bindings),
          part: MutatedPart(
            clause: nil, isOfException: false, original: nil, mutated: nil, whenDropped: true,
            whole: nil),
          outOfReach: "an example gives each variable one object, for which `any` and `every` "
            + "are the same"))
    }
  }

  private mutating func addClauses() {
    let conditions = rule.clauses.map(\.condition)
    if conditions.count > 1 {
      let place = Place(clause: nil, isAmongAny: false, whole: \.self) { [rule] in
        rule.replacing(clauses: $0.map { [$0] } ?? [])
      }
      add(
        .connective, to: .all(conditions), "`and` of the clauses turned into `or`",
        .any(conditions), place)
    }
    for (index, condition) in conditions.enumerated() {
      visit(
        condition,
        Place(clause: index, isAmongAny: false, whole: \.self) { [rule] replacement in
          var changed: [Condition?] = conditions
          changed[index] = replacement
          return rule.replacing(clauses: changed.compactMap(\.self))
        })
    }
  }

  private mutating func addException() {
    guard let exception = rule.exception else { return }
    let place = Place(
      clause: nil, isAmongAny: false, isOfException: true, isWholeException: true, whole: \.self
    ) {
      [rule] in rule.replacing(exception: $0)
    }
    visit(exception, place)
  }

  // MARK: - Parts of conditions

  private mutating func visit(_ node: Condition, _ place: Place) {
    switch node {
    case .atom(let atom):
      addWhole(node, place)
      addTests(atom, place) { .atom($0) }
    case .negation(.atom(let atom)):
      addWhole(node, place)
      addTests(atom, place) { .negation(.atom($0)) }
    case .negation(let inner):
      addWhole(node, place)
      visit(
        inner, within(place, isAmongAny: place.isAmongAny) { $0.map { .negation($0) } })
    case .all(let parts), .any(let parts):
      let byAny = if case .any = node { true } else { false }
      addWhole(node, place)
      let (written, other) = byAny ? ("or", "and") : ("and", "or")
      if let swapped = Condition.joined(parts, byAny: !byAny) {
        add(
          .connective, to: node,
          "`\(written)` in `\(ConditionText.text(node))` turned into "
            + "`\(other)`", swapped, place)
      }
      for index in parts.indices {
        visit(
          parts[index],
          within(place, isAmongAny: byAny) { replacement in
            var changed: [Condition?] = parts
            changed[index] = replacement
            return Condition.joined(changed.compactMap(\.self), byAny: byAny)
          })
      }
    case .aggregate(let aggregate):
      addWhole(node, place)
      for variation in variations(of: aggregate) {
        add(
          variation, to: node, aggregate.text, .aggregate(aggregate.replacing(variation.test)),
          place)
      }
      guard let condition = aggregate.condition else { return }
      let whole: (Condition?) -> Condition = { .aggregate(aggregate.replacing($0)) }
      visit(
        condition,
        Place(
          clause: place.clause, isAmongAny: false, isOfException: place.isOfException,
          whole: { place.whole(whole($0)) },
          rebuild: place.rebuild, enclosing: whole))
    }
  }

  private func within(
    _ place: Place, isAmongAny: Bool, _ wrap: @escaping (Condition?) -> Condition?
  ) -> Place {
    Place(
      clause: place.clause, isAmongAny: isAmongAny, isOfException: place.isOfException,
      whole: { place.whole(wrap($0)) },
      rebuild: place.rebuild,
      enclosing: place.enclosing.map { enclosing in { enclosing(wrap($0)) } })
  }

  /// Taking a part away, and turning it round.
  private mutating func addWhole(_ node: Condition, _ place: Place) {
    let text = ConditionText.text(node)
    if place.isWholeException {
      add(.exception, to: node, "`unless \(text)` dropped", nil, place)
    } else {
      add(.drop, to: node, "`\(text)` dropped", nil, place)
    }
    let negated: Condition =
      if case .negation(let inner) = node { inner } else { .negation(node) }
    add(.negate, to: node, "`\(text)` negated", negated, place)
  }

  private mutating func addTests(
    _ atom: Atom, _ place: Place, _ wrap: (Atom) -> Condition
  ) {
    for variation in variations(of: atom) {
      let changed = atom.replacing(variation.test, text: atom.text + variation.verb)
      add(variation, to: wrap(atom), atom.text, wrap(changed), place)
    }
  }

  private mutating func add(
    _ variation: TestVariation, to node: Condition, _ text: String, _ mutated: Condition,
    _ place: Place
  ) {
    add(variation.kind, to: node, "`\(text)` \(variation.verb)", mutated, place)
    mutations[mutations.count - 1].equivalence = variation.equivalence
    mutations[mutations.count - 1].unshown = variation.unshown
  }

  private mutating func add(
    _ kind: MutationKind, to node: Condition, _ change: String, _ mutated: Condition?,
    _ place: Place
  ) {
    let whole = place.whole(mutated)
    // What stands within a count is compared as the count: its variable is bound nowhere else.
    let part =
      if let enclosing = place.enclosing {
        MutatedPart(
          clause: place.clause, isOfException: place.isOfException, original: enclosing(node),
          mutated: enclosing(mutated),
          whenDropped: true, whole: whole)
      } else {
        MutatedPart(
          clause: place.clause, isOfException: place.isOfException, original: node,
          mutated: mutated,
          // A rule without its exception is never lifted.
          whenDropped: !place.isAmongAny && !place.isWholeException, whole: whole)
      }
    mutations.append(
      Mutation(
        kind: kind, position: node.position ?? rule.position, change: change,
        rule: place.rebuild(whole), part: part))
  }
}
