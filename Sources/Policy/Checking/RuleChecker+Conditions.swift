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
      raises: raises, text: syntax.text)
    checkMonotone(atom, name: "\(vocabulary.domains[domain].name).\(definition.name)", at: name)
    return atom
  }

  /// An adverse fact may stand only where raising it cannot lower the outcome.
  private mutating func checkMonotone(_ atom: Atom, name: String, at place: Located) {
    guard !isNote else { return }
    if atom.polarity == .adverse, !atom.raises {
      report(
        "POL050",
        "the adverse fact `\(name)` stands under `not`, `unless` or a reversed comparison",
        "state what must be shown instead: a fact that mitigates, or a neutral one", at: place)
    }
    if atom.polarity == .mitigating, atom.raises {
      report(
        "POL051", "the mitigating fact `\(name)` would make the outcome stricter when it is true",
        "put it under `unless` or `not`", at: place)
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
      "POL034", "there is no fact `\(name.text)` about a \(vocabulary.domains[domain].name)",
      nearestWord(to: name.text, among: known).map { "did you mean `\($0)`?" }
        ?? "use one of \(known.joined(separator: ", "))", at: name)
    return nil
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
        "there is no relation `\(phrase)` from a \(vocabulary.domains[domain].name) to a "
          + vocabulary.domains[otherDomain].name,
        "use one of: \(known.joined(separator: "; "))", at: syntax.subject)
      return nil
    }
    let relation = vocabulary.relations[index]
    let atom = Atom(
      subject: subject, domain: domain, term: 0, test: .relation(index, second: other),
      polarity: PolarityOfAtom(relation.polarity), raises: raises, text: syntax.text)
    checkMonotone(atom, name: relation.phrase, at: syntax.subject)
    return atom
  }

  private mutating func checkTest(
    _ syntax: AtomSyntax, _ term: Term, at place: Located
  ) -> (Atom.Test, PolarityOfAtom)? {
    let polarity = PolarityOfAtom(term.polarity)
    switch (syntax.predicate, term.type) {
    case (.truth, .boolean): return (.truth, polarity)
    case (.within(let codes), .tree(let name)), (.equals(let codes), .tree(let name)):
      guard let nodePolarity = checkCodes(codes, tree: name) else { return nil }
      let texts = codes.map(\.text)
      if case .equals = syntax.predicate { return (.equals(texts), nodePolarity) }
      return (.within(tree: name, texts), nodePolarity)
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
    case (.before(let date), .date): return checkDate(date).map { (.before($0), polarity) }
    case (.after(let date), .date): return checkDate(date).map { (.after($0), polarity) }
    default:
      report(
        "POL036", "`\(term.name)` is \(term.type.words) and cannot be tested like this",
        "write \(term.type.usage(term.name))", at: place)
      return nil
    }
  }

  mutating func checkCodes(_ codes: [Located], tree name: String) -> PolarityOfAtom? {
    guard let tree = vocabulary.trees[name] else { return nil }
    var polarity = PolarityOfAtom.neutral
    var isKnown = true
    for code in codes {
      guard let node = tree[code.text] else {
        report(
          "POL037", "there is no `\(code.text)` among the \(tree.name)",
          tree.nearest(to: code.text).map { "did you mean `\($0)`?" }, at: code)
        isKnown = false
        continue
      }
      if node.polarity == .adverse { polarity = .adverse }
    }
    return isKnown ? polarity : nil
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
    case .date: "`X.\(term) is before 2026-11-10`"
    case .text: "it only in messages: rules never judge free text"
    }
  }
}
