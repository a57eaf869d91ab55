import Formats

extension Parser {
  mutating func rule() throws(Fault) -> RuleSyntax {
    try expect("rule")
    var rule = RuleSyntax(name: try expectWord("the name of the rule"))
    while !isAtEnd, !(current.word.map { Parser.outerWords.contains($0) } ?? false) {
      let start = mark
      do {
        try clause(of: &rule)
      } catch {
        rule.isDamaged = true
        recover(from: start)
      }
    }
    return rule
  }

  private mutating func clause(of rule: inout RuleSyntax) throws(Fault) {
    switch current.word {
    case "title":
      once(!rule.title.isEmpty)
      advance()
      rule.title = try expectMessage("the title").text
    case "lane":
      once(rule.lane != nil)
      advance()
      let lane = try expectWord("the lane")
      rule.lane =
        lane.text == "red" && take("flag")
        ? Located(text: "redFlag", position: lane.position) : lane
    case "kind":
      once(rule.kind != nil)
      advance()
      rule.kind = try expectWord("the kind of finding")
    case "basis":
      advance()
      rule.bases += try expectWords("the id of a legal or policy basis")
    case "evidence":
      advance()
      rule.sources += try expectWords("the id of a source")
    case "in": rule.intervals.append(try interval())
    case "for":
      advance()
      repeat {
        rule.bindings.append(try binding())
      } while take(mark: ",")
    case "when":
      once(rule.condition != nil)
      advance()
      rule.condition = try condition(depth: 0)
    case "unless":
      once(rule.exception != nil)
      advance()
      rule.exception = try condition(depth: 0)
      if take("authority") { rule.exceptionAuthority = try expectMessage("the authority").text }
      if take("until") { rule.exceptionUntil = try expectDate() }
    case "then":
      once(rule.outcome != nil)
      advance()
      rule.outcome = try outcome()
    case "severity":
      once(rule.severity != nil)
      rule.severity = try severity()
    case "binds":
      once(rule.binds != nil)
      advance()
      rule.binds = try expectMessage("who is bound")
    case "because":
      once(rule.reason != nil)
      advance()
      rule.reason = try expectMessage("the reason")
    case "require":
      advance()
      rule.obligations.append(try expectMessage("the obligation"))
    case "example": rule.examples.append(try example())
    default:
      let nearest = current.word.flatMap {
        // A word that does begin statements, and stands in the wrong one, is no slip.
        Parser.statementWords.contains($0)
          ? nil : nearestWord(to: $0, among: Parser.statementWords.sorted())
      }
      throw fail(
        "POL006", "\(current.shown) does not begin a clause of a rule",
        nearest.map { "did you mean `\($0)`?" }
          ?? "begin with one of \(Parser.clauseWords.joined(separator: ", "))")
    }
  }

  private static let clauseWords = [
    "title", "lane", "kind", "basis", "evidence", "in force", "for", "when", "unless", "then",
    "severity", "binds", "because", "require", "example",
  ]

  mutating func interval() throws(Fault) -> IntervalSyntax {
    try expect("in")
    try expect("force")
    var interval = IntervalSyntax()
    if take("from") { interval.from = try expectDate() }
    if take("until") { interval.until = try expectDate() }
    if take("once") {
      interval.confirmation = try expectWord("the key that an operator confirms")
      try expect("is")
      try expect("confirmed")
    }
    return interval
  }

  mutating func binding() throws(Fault) -> BindingSyntax {
    let isEvery = at("every")
    guard isEvery || at("any") else {
      throw fail(
        "POL007", "expected `any` or `every`, found \(current.shown)",
        "write for example `for any end user E`")
    }
    advance()
    let (collection, variable) = try members()
    return BindingSyntax(isEvery: isEvery, collection: collection, variable: variable)
  }

  /// The name of a set: the words up to its variable.
  private mutating func collection() throws(Fault) -> Located {
    var words: [Located] = []
    while let word = current.word, word.first?.isUppercase != true,
      !Parser.statementWords.contains(word)
    {
      words.append(Located(text: word, position: current.position))
      advance()
    }
    guard let first = words.first else {
      throw fail(
        "POL007", "expected a set such as `end user`, found \(current.shown)",
        "write for example `for any end user E`")
    }
    return Located(text: words.map(\.text).joined(separator: " "), position: first.position)
  }

  /// A set and the variable for its members: `end user E`.
  mutating func members() throws(Fault) -> (collection: Located, variable: Located) {
    let collection = try collection()
    guard let letter = current.word?.first, letter.isUppercase else {
      throw fail(
        "POL031", "expected a variable that begins with a capital letter, found \(current.shown)",
        "write for example `any end user E`")
    }
    return (collection, try expectWord("a variable"))
  }

  mutating func outcome() throws(Fault) -> (Outcome?, isNote: Bool) {
    let phrases: [([String], Outcome?)] = [
      (["refuse", "by", "policy"], .refusePolicy),
      (["refuse", "as", "prohibited"], .refuseProhibited),
      (["require", "a", "licence"], .licenceRequired),
      (["release", "with", "conditions"], .releaseWithConditions),
      (["escalate"], .escalate), (["hold"], .hold), (["note"], nil),
    ]
    for (words, outcome) in phrases where take(words) { return (outcome, outcome == nil) }
    throw fail(
      "POL008", "expected an outcome, found \(current.shown)",
      "use hold, escalate, require a licence, release with conditions, refuse by policy, "
        + "refuse as prohibited or note")
  }

  private mutating func severity() throws(Fault) -> SeveritySyntax {
    try expect("severity")
    var severity = SeveritySyntax(state: try expectWord("severe or moderate"))
    while !isAtEnd {
      if take("scale") {
        severity.scale = try expectMessage("the scale").text
      } else if take("scope") {
        severity.scope = try expectMessage("the scope").text
      } else if take("remediability") {
        severity.remediability = try expectMessage("the remediability").text
      } else if take("linkage") {
        severity.linkage = try expectWord("cause, contribute, directlyLinked or none").text
      } else {
        return severity
      }
    }
    return severity
  }

  private mutating func example() throws(Fault) -> ExampleSyntax {
    try expect("example")
    let title = try expectMessage("the title of the example")
    let expectation: ExampleSyntax.Expectation
    if take("fires") {
      expectation = .fires
    } else if take(["does", "not", "fire"]) {
      expectation = .doesNotFire
    } else if take("undetermined") {
      expectation = .undetermined
    } else if take(["is", "lifted"]) {
      expectation = .lifted
    } else {
      throw fail(
        "POL009", "expected what the rule does, found \(current.shown)",
        "write fires, does not fire, undetermined or is lifted")
    }
    var example = ExampleSyntax(
      title: title.text, position: title.position, expectation: expectation)
    if take(["as", "of"]) { example.asOf = try expectDate() }
    if take("with") {
      repeat {
        if take("more") {
          example.open.append(try collection())
        } else if take("no") {
          example.empty.append(try collection())
        } else {
          let (collection, variable) = try members()
          example.members.append(
            BindingSyntax(isEvery: false, collection: collection, variable: variable))
        }
      } while take(mark: ",")
    }
    if take("given") {
      repeat {
        example.facts.append(try exampleFact())
      } while take(mark: ",")
    }
    return example
  }

  mutating func exampleFact() throws(Fault) -> ExampleFactSyntax {
    let isNegated = take("not")
    let (subject, term) = try reference()
    if let term {
      guard take(mark: "="), !isNegated else {
        throw fail("POL003", "expected `=`, found \(current.shown)")
      }
      var values: [Located] = []
      if take(mark: "(") {
        repeat {
          values.append(try expectValue("a value"))
        } while take(mark: ",")
        guard take(mark: ")") else {
          throw fail("POL003", "expected `)`, found \(current.shown)")
        }
      } else {
        values.append(try expectValue("a value"))
      }
      return ExampleFactSyntax(subject: subject, term: term, second: nil, values: values)
    }
    let (phrase, second) = try relationTail()
    return ExampleFactSyntax(
      subject: subject, term: phrase, second: second,
      values: [Located(text: isNegated ? "false" : "true", position: subject.position)])
  }
}
