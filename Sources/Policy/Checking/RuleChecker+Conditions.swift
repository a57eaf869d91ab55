import Facts
import Formats
import Taxonomy

extension RuleChecker {
  /// Looks up a condition. `raises` says whether its truth can make the rule fire.
  mutating func check(
    _ condition: ConditionSyntax, _ bindings: [Binding], raises: Bool
  ) -> Condition? {
    switch condition {
    case .all(let parts):
      let checked = parts.compactMap { check($0, bindings, raises: raises) }
      return checked.count == parts.count ? .all(checked) : nil
    case .any(let parts):
      let checked = parts.compactMap { check($0, bindings, raises: raises) }
      return checked.count == parts.count ? .any(checked) : nil
    case .negation(let inner, _):
      return check(inner, bindings, raises: !raises).map { .negation($0) }
    case .atom(let atom): return check(atom, bindings, raises: raises).map { .atom($0) }
    case .aggregate(let aggregate):
      return check(aggregate, bindings, raises: raises).map { .aggregate($0) }
    }
  }

  private mutating func check(
    _ syntax: AtomSyntax, _ bindings: [Binding], raises: Bool
  ) -> Atom? {
    guard let (subject, domain) = variable(syntax.subject, bindings) else { return nil }
    if case .relation(let phrase, let second) = syntax.predicate {
      return checkRelation(syntax, subject, domain, phrase, second, bindings, raises)
    }
    guard let name = syntax.term, let term = termIndex(name, domain) else { return nil }
    let definition = vocabulary.domains[domain].terms[term]
    guard let (test, polarity) = checkTest(syntax, definition, at: name) else { return nil }
    let atom = Atom(
      subject: subject, domain: domain, term: term, test: test, polarity: polarity,
      raises: raises, text: syntax.text, position: syntax.subject.position)
    checkMonotone(
      atom, name: "\(vocabulary.domains[domain].name).\(definition.name)",
      isReversed: test != .stated && polarity == PolarityOfAtom(definition.polarity).reversed,
      at: name)
    if case .within(let tree, let codes) = test, !raises { checkBelow(codes, tree, at: name) }
    return atom
  }

  /// An adverse fact may stand only where raising it cannot lower the outcome.
  ///
  /// `isReversed` where the comparison turned the polarity of the term round.
  mutating func checkMonotone(
    _ atom: Atom, name: String, isReversed: Bool = false, at place: Located
  ) {
    checkMonotone(
      atom.polarity, raises: atom.raises, name: name, isReversed: isReversed, at: place)
  }

  mutating func checkMonotone(
    _ polarity: PolarityOfAtom, raises: Bool, name: String, isReversed: Bool, at place: Located
  ) {
    guard !isNote, polarity == (raises ? .mitigating : .adverse) else { return }
    if (isReversed ? polarity.reversed : polarity) == .adverse {
      report(
        "POL050",
        "the adverse fact `\(name)` stands under `not`, `unless` or a reversed comparison",
        "state what must be shown instead: a fact that mitigates, or a neutral one", at: place)
    } else {
      report(
        "POL051", "the mitigating fact `\(name)` would make the outcome stricter when it is true",
        "put it under `unless` or `not`, or turn the comparison round", at: place)
    }
  }

  /// A neutral node may have adverse ones below it, which would then lower the outcome.
  private mutating func checkBelow(_ codes: [String], _ tree: String, at place: Located) {
    guard !isNote, let tree = vocabulary.trees[tree] else { return }
    for code in codes where polarity(of: code, in: tree) != .adverse {
      guard
        let below = tree.nodes.first(where: {
          $0.polarity == .adverse && tree.isWithin($0.code, code)
        })
      else { continue }
      report(
        "POL050",
        "`\(code)` holds the adverse `\(below.code)` and stands under `not`, `unless` or a "
          + "reversed comparison", "name the codes below `\(code)` that are meant", at: place)
    }
  }

  mutating func variable(_ name: Located, _ bindings: [Binding]) -> (Int, domain: Int)? {
    if name.text == "order" { return (-1, Vocabulary.orderDomain) }
    if let index = bindings.firstIndex(where: { $0.variable == name.text }) {
      return (index, bindings[index].domain)
    }
    report(
      "POL033", "`\(name.text)` is neither `order` nor a variable of this rule",
      nearestWord(to: name.text, among: ["order"] + bindings.map(\.variable)).map {
        "did you mean `\($0)`?"
      } ?? "bind it with `for any … \(name.text)`", at: name)
    return nil
  }

  mutating func termIndex(_ name: Located, _ domain: Int) -> Int? {
    if let index = vocabulary.termIndex(name.text, in: domain) { return index }
    let known = vocabulary.domains[domain].terms.map(\.name)
    report(
      "POL034", "there is no fact `\(name.text)` about \(article(domain))",
      nearestWord(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "use one of \(known.joined(separator: ", "))", at: name)
    return nil
  }

  private func article(_ domain: Int) -> String {
    (domain == Vocabulary.orderDomain ? "the " : "a ") + vocabulary.domains[domain].name
  }

  private mutating func checkRelation(
    _ syntax: AtomSyntax, _ subject: Int, _ domain: Int, _ phrase: String, _ second: Located,
    _ bindings: [Binding], _ raises: Bool
  ) -> Atom? {
    guard let (other, otherDomain) = variable(second, bindings) else { return nil }
    guard
      let index = vocabulary.relations.firstIndex(where: {
        $0.phrase == phrase && $0.from == domain && $0.to == otherDomain
      })
    else {
      let known = vocabulary.relations.map {
        "\(vocabulary.domains[$0.from].name) \($0.phrase) \(vocabulary.domains[$0.to].name)"
      }
      report(
        "POL035",
        "there is no relation `\(phrase)` from \(article(domain)) to \(article(otherDomain))",
        "use one of: \(known.joined(separator: "; "))", at: syntax.subject)
      return nil
    }
    let relation = vocabulary.relations[index]
    let atom = Atom(
      subject: subject, domain: domain, term: 0, test: .relation(index, second: other),
      polarity: PolarityOfAtom(relation.polarity), raises: raises, text: syntax.text,
      position: syntax.subject.position)
    checkMonotone(atom, name: relation.phrase, at: syntax.subject)
    return atom
  }

  private mutating func checkTest(
    _ syntax: AtomSyntax, _ term: Term, at place: Located
  ) -> (Atom.Test, PolarityOfAtom)? {
    let polarity = PolarityOfAtom(term.polarity)
    switch (syntax.predicate, term.type) {
    case (.truth, .boolean): return (.truth, polarity)
    // There is no `is CODE`: a code that is known broadly would be false and could become true.
    case (.within(let codes), .tree(let name)):
      guard let nodePolarity = checkCodes(codes, tree: name) else { return nil }
      return (.within(tree: name, codes.map(\.text)), nodePolarity)
    case (.equals(let words), .word(let known)):
      guard checkWords(words, known: known) else { return nil }
      return (.equals(words.map(\.text)), polarity)
    case (.atLeast(let number, let unit), .number(let expected)):
      return checkNumber(number, unit, expected).map { (.atLeast($0), polarity) }
    case (.moreThan(let number, let unit), .number(let expected)):
      return checkNumber(number, unit, expected).map { (.moreThan($0), polarity) }
    case (.atMost(let number, let unit), .number(let expected)):
      return checkNumber(number, unit, expected).map { (.atMost($0), polarity.reversed) }
    case (.lessThan(let number, let unit), .number(let expected)):
      return checkNumber(number, unit, expected).map { (.lessThan($0), polarity.reversed) }
    case (.before(let date), .date):
      return checkDate(date).map { (.before($0), polarity.reversed) }
    case (.after(let date), .date): return checkDate(date).map { (.after($0), polarity) }
    case (.lessAgo(let count, let unit), .date):
      return checkSpan(count, unit).map { (.lessAgo($0), polarity) }
    case (.moreAgo(let count, let unit), .date):
      return checkSpan(count, unit).map { (.moreAgo($0), polarity.reversed) }
    // A fact that is left out may make the outcome stricter; its answer never does by being given.
    case (.stated, _): return (.stated, .mitigating)
    default:
      report(
        "POL036", "`\(term.name)` is \(term.type.words) and cannot be tested like this",
        "write \(term.type.usage(term.name))", at: place)
      return nil
    }
  }

  mutating func checkCodes(_ codes: [Located], tree name: String) -> PolarityOfAtom? {
    guard let tree = vocabulary.trees[name] else { return nil }
    var polarities: Set<Polarity> = []
    var isKnown = true
    for code in codes {
      guard tree.contains(code.text) else {
        report(
          "POL037", "there is no `\(code.text)` among the \(tree.name)",
          tree.nearest(to: code.text).map { "did you mean `\($0)`?" }, at: code)
        isKnown = false
        continue
      }
      polarities.insert(polarity(of: code.text, in: tree))
    }
    guard isKnown else { return nil }
    if polarities.contains(.adverse) { return .adverse }
    return polarities == [.mitigating] ? .mitigating : .neutral
  }

  /// A node's own polarity, or that of the nearest node above it that has one.
  private func polarity(of code: String, in tree: CodeTree) -> Polarity {
    tree.lineage(of: code).first { $0.polarity != .neutral }?.polarity ?? .neutral
  }

  mutating func checkWords(_ words: [Located], known: [String]) -> Bool {
    var isKnown = true
    for word in words where !known.contains(word.text) {
      report(
        "POL038", "`\(word.text)` is not one of the words that this fact can have",
        nearestWord(to: word.text, among: known).map { "did you mean `\($0)`?" }
          ?? "use one of \(known.joined(separator: ", "))", at: word)
      isKnown = false
    }
    return isKnown
  }

  mutating func checkNumber(_ number: Located, _ unit: Located?, _ expected: String) -> Decimal? {
    guard let value = Decimal(number.text) else {
      report("POL039", "`\(number.text)` is not a number", "write a number such as 30", at: number)
      return nil
    }
    if (unit?.text ?? "") != expected {
      report(
        "POL045",
        unit.map { "the unit `\($0.text)` does not fit; the fact is in \(expected)" }
          ?? "the number has no unit; the fact is in \(expected)",
        "write \(number.text) \(expected)", at: unit ?? number)
      return nil
    }
    return value
  }

  private mutating func checkSpan(_ count: Located, _ unit: Located) -> Span? {
    // No longer than the calendar: ten thousand years in days.
    guard let number = Int(count.text), (0...3_660_000).contains(number) else {
      report(
        "POL039", "`\(count.text)` is not a whole number of \(unit.text)",
        "write a number such as 90", at: count)
      return nil
    }
    let units = Span.Unit.allCases.map(\.rawValue)
    let plural = units.contains(unit.text) ? unit.text : unit.text + "s"
    guard let unit = Span.Unit(rawValue: plural) else {
      report(
        "POL047", "there is no unit of time `\(unit.text)`",
        nearestWord(to: unit.text, among: units).map { "did you mean `\($0)`?" }
          ?? "use days, weeks, months or years", at: unit)
      return nil
    }
    return Span(number, unit)
  }

  mutating func checkDate(_ date: Located) -> CivilDate? {
    guard let value = CivilDate(date.text) else {
      report(
        "POL004", "`\(date.text)` is not a day of the calendar", "write it as 2026-11-10", at: date)
      return nil
    }
    return value
  }
}

extension PolarityOfAtom {
  init(_ polarity: Polarity) {
    self =
      switch polarity {
      case .adverse: .adverse
      case .mitigating: .mitigating
      case .neutral: .neutral
      }
  }

  var reversed: PolarityOfAtom {
    switch self {
    case .adverse: .mitigating
    case .mitigating: .adverse
    case .neutral: .neutral
    }
  }
}

extension TermType {
  /// The type as a message names it.
  var words: String {
    switch self {
    case .boolean: "true or false"
    case .tree(let name): "a code of the \(name)"
    case .word: "a word of a closed list"
    case .number(let unit): "a number of \(unit)"
    case .date: "a date"
    case .text: "free text"
    }
  }

  func usage(_ term: String) -> String {
    switch self {
    case .boolean: "`X is \(term)` or `X has \(term)`"
    case .tree: "`X.\(term) is within CODE`"
    case .word(let words): "`X.\(term) is \(words.first ?? "word")`"
    case .number(let unit): "`X.\(term) at least 10 \(unit)`"
    case .date: "`X.\(term) is before 2026-11-10` or `X.\(term) less than 90 days ago`"
    case .text: "it only in messages: rules never judge free text"
    }
  }
}
