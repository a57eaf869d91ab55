import Formats

extension Parser {
  /// `a and b or c` is refused: a reader must see what binds, so `and` and `or` need brackets.
  mutating func condition(depth: Int) throws(Fault) -> ConditionSyntax {
    guard depth <= Parser.nestingLimit else {
      throw fail(
        "POL010", "conditions are nested more than \(Parser.nestingLimit) deep",
        "split the rule in two")
    }
    let first = try negation(depth: depth)
    guard at("and") || at("or") else { return first }
    let connective = at("and") ? "and" : "or"
    var parts = [first]
    while take(connective) { parts.append(try negation(depth: depth)) }
    if at("and") || at("or") {
      throw fail(
        "POL011", "`and` and `or` stand side by side without brackets",
        "put brackets around the part that belongs together")
    }
    return connective == "and" ? .all(parts) : .any(parts)
  }

  private mutating func negation(depth: Int) throws(Fault) -> ConditionSyntax {
    let position = current.position
    if take("not") {
      guard depth <= Parser.nestingLimit else {
        throw fail(
          "POL010", "conditions are nested more than \(Parser.nestingLimit) deep",
          "split the rule in two")
      }
      return .negation(try negation(depth: depth + 1), position)
    }
    if take(mark: "(") {
      let inner = try condition(depth: depth + 1)
      guard take(mark: ")") else {
        throw fail("POL003", "expected `)`, found \(current.shown)", "close the bracket")
      }
      return inner
    }
    return try atom(depth: depth)
  }

  /// `E.place`, `order`, `C`: a variable or the order, and a term where one is named.
  mutating func reference() throws(Fault) -> (subject: Located, term: Located?) {
    let word = try expectWord("a fact such as `E.function`")
    let parts = word.text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (word, nil) }
    let position = SourcePosition(
      line: word.position.line, column: word.position.column + parts[0].unicodeScalars.count + 1)
    return (
      Located(text: parts[0], position: word.position),
      Located(text: parts[1], position: position)
    )
  }

  /// The words of a relation up to its second variable.
  mutating func relationTail() throws(Fault) -> (phrase: Located, second: Located) {
    let start = current.position
    var words: [String] = []
    while let word = current.word, word.first?.isUppercase != true, words.count < 4 {
      words.append(word)
      advance()
    }
    let second = try expectWord("the second variable of a relation")
    return (Located(text: words.joined(separator: " "), position: start), second)
  }

  private mutating func atom(depth: Int) throws(Fault) -> ConditionSyntax {
    if at("any") || at("every") {
      // A second, benign end user must not lift what the first one draws.
      throw fail(
        "POL014", "`\(current.word ?? "")` cannot stand within a condition",
        "bind a variable with `for any …` before `when`; an exception sees only those")
    }
    if at(["count", "of"]) || at(["sum", "of"]) { return .aggregate(try aggregate(depth: depth)) }
    let start = mark
    let (subject, term) = try reference()
    if let term {
      let (predicate, isNegated) = try predicate()
      return wrapped(subject, term, predicate, isNegated, start)
    }
    return try sugar(subject, start)
  }

  /// `order has signed-statement`, `E is formerly-listed`, `C is about E`.
  private mutating func sugar(_ subject: Located, _ start: Int) throws(Fault) -> ConditionSyntax {
    let beginsRelation = startsRelation()
    if beginsRelation {
      let (phrase, second) = try relationTail()
      return .atom(
        AtomSyntax(
          subject: subject, term: nil, predicate: .relation(phrase: phrase.text, second),
          text: source(from: start)))
    }
    guard take("is") || take("has") else {
      throw fail(
        "POL012",
        "expected `is`, `has` or a relation after `\(subject.text)`, found "
          + current.shown, "write a fact such as `\(subject.text).function is within policing`")
    }
    let isNegated = take("not") || take("no")
    let term = try expectWord("the name of a fact")
    return wrapped(subject, term, .truth, isNegated, start)
  }

  /// Whether the words up to the next capital letter form a relation, such as `is about E`.
  private func startsRelation() -> Bool {
    for distance in 0...4 {
      guard let word = next(distance).word else { return false }
      if word == "and" || word == "or" || Parser.statementWords.contains(word) { return false }
      if let first = word.first, first.isUppercase { return distance > 0 && !word.contains(".") }
    }
    return false
  }

  private func wrapped(
    _ subject: Located, _ term: Located, _ predicate: AtomSyntax.Predicate, _ isNegated: Bool,
    _ start: Int
  ) -> ConditionSyntax {
    let atom = ConditionSyntax.atom(
      AtomSyntax(subject: subject, term: term, predicate: predicate, text: source(from: start)))
    return isNegated ? .negation(atom, subject.position) : atom
  }

  mutating func predicate() throws(Fault) -> (AtomSyntax.Predicate, isNegated: Bool) {
    if take(["at", "least"]) { return (.atLeast(try number(), unit: unit()), false) }
    if take(["at", "most"]) { return (.atMost(try number(), unit: unit()), false) }
    if take(["more", "than"]) {
      let (number, unit) = (try number(), unit())
      if let unit, take("ago") { return (.moreAgo(number, unit: unit), false) }
      return (.moreThan(number, unit: unit), false)
    }
    if take(["less", "than"]) {
      let (number, unit) = (try number(), unit())
      if let unit, take("ago") { return (.lessAgo(number, unit: unit), false) }
      return (.lessThan(number, unit: unit), false)
    }
    if current.kind == .mark("=") {
      throw fail(
        "POL019", "`=` stands in examples, not in conditions",
        "write `is within` for codes, `is` for words, `at least` and the like for numbers")
    }
    guard take("is") else { return (.truth, false) }
    let isNegated = take("not")
    if take("stated") { return (.stated, isNegated) }
    if take("within") {
      _ = take(["one", "of"])
      return (.within(try expectWords("a code")), isNegated)
    }
    if take("before") { return (.before(try expectWord("a date")), isNegated) }
    if take("after") { return (.after(try expectWord("a date")), isNegated) }
    _ = take(["one", "of"])
    return (.equals(try expectValues("a code")), isNegated)
  }

  private mutating func number() throws(Fault) -> Located { try expectWord("a number") }

  private mutating func unit() -> Located? {
    guard let word = current.word, word != "and", word != "or", word != "authority",
      word != "until", word != "ago", !Parser.statementWords.contains(word)
    else { return nil }
    let unit = Located(text: word, position: current.position)
    advance()
    return unit
  }
}
