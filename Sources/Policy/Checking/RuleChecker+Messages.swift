import Facts
import Formats

extension RuleChecker {
  /// A message with its placeholders looked up; nil where there is none or one is wrong.
  mutating func check(message: MessageSyntax?, _ bindings: [Binding]) -> Message? {
    guard let message else { return nil }
    var parts: [Message.Part] = []
    var rest = message.text[...]
    var braces = message.braces[...]
    while let open = rest.firstIndex(of: "{") {
      let position = braces.popFirst() ?? message.position
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        report(
          "POL060", "the placeholder that begins at `\(rest[open...].prefix(12))` is not closed",
          "close it with }", at: Located(text: "", position: position))
        return nil
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let part = placeholder(name, position, bindings) else { return nil }
      parts.append(part)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    return Message(parts: parts)
  }

  private mutating func placeholder(
    _ name: String, _ position: SourcePosition, _ bindings: [Binding]
  ) -> Message.Part? {
    let words = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard words.count == 2 else {
      report(
        "POL061", "the placeholder `{\(name)}` does not name a fact", "write {E.name}",
        at: Located(text: name, position: position))
      return nil
    }
    func located(_ text: String, after columns: Int) -> Located {
      Located(
        text: text,
        position: SourcePosition(line: position.line, column: position.column + columns))
    }
    let length = words[0].unicodeScalars.count
    guard let (subject, domain) = variable(located(words[0], after: 1), bindings),
      let term = termIndex(located(words[1], after: length + 2), domain)
    else { return nil }
    return .fact(subject: subject, domain: domain, term: term)
  }

  mutating func check(example syntax: ExampleSyntax, _ bindings: [Binding]) -> RuleExample? {
    let before = diagnostics.count
    var members: [Binding] = []
    for member in syntax.members {
      if let binding = check(binding: member, after: bindings + members) { members.append(binding) }
    }
    let open = syntax.open.compactMap { collectionIndex($0) }
    let empty = syntax.empty.compactMap { collectionIndex($0) }
    let given = syntax.facts.compactMap { check(fact: $0, bindings + members) }
    guard diagnostics.count == before else { return nil }
    let expectation: RuleExample.Expectation =
      switch syntax.expectation {
      case .fires: .fires
      case .doesNotFire: .doesNotFire
      case .undetermined: .undetermined
      case .lifted: .lifted
      }
    return RuleExample(
      title: syntax.title, position: syntax.position, expectation: expectation,
      asOf: syntax.asOf, members: members, open: open, empty: empty, given: given)
  }

  mutating func check(
    fact: ExampleFactSyntax, _ bindings: [Binding]
  ) -> RuleExample.Given? {
    guard let (subject, domain) = variable(fact.subject, bindings) else { return nil }
    if let second = fact.second {
      guard let (other, otherDomain) = variable(second, bindings) else { return nil }
      guard
        let relation = vocabulary.relations.firstIndex(where: {
          $0.phrase == fact.term.text && $0.from == domain && $0.to == otherDomain
        })
      else {
        report(
          "POL035", "there is no relation `\(fact.term.text)` here", nil, at: fact.term)
        return nil
      }
      return RuleExample.Given(
        subject: subject, domain: domain, term: relation, second: other,
        value: .boolean(fact.values.first?.text == "true"))
    }
    guard let term = termIndex(fact.term, domain) else { return nil }
    let type = vocabulary.domains[domain].terms[term].type
    if fact.values.map(\.text) == ["unknown"] {
      return RuleExample.Given(
        subject: subject, domain: domain, term: term, second: nil, value: nil)
    }
    guard let value = exampleValue(fact, type) else { return nil }
    return RuleExample.Given(
      subject: subject, domain: domain, term: term, second: nil, value: value)
  }

  private mutating func exampleValue(
    _ fact: ExampleFactSyntax, _ type: TermType
  ) -> FactValue? {
    let first = fact.values[0]
    switch type {
    case .boolean:
      if first.text == "true" { return .boolean(true) }
      if first.text == "false" { return .boolean(false) }
      report("POL062", "`\(first.text)` is neither true nor false", "write = true", at: first)
      return nil
    case .tree(let name):
      guard checkCodes(fact.values, tree: name) != nil else { return nil }
      return .codes(fact.values.map(\.text), isComplete: true)
    case .word(let known):
      guard checkWords(fact.values, known: known) else { return nil }
      return .codes(fact.values.map(\.text), isComplete: true)
    case .number:
      guard let number = Decimal(first.text) else {
        report("POL039", "`\(first.text)` is not a number", "write = 30", at: first)
        return nil
      }
      return .number(Interval(exactly: number))
    case .date: return checkDate(first).map { .date($0) }
    case .text: return .text(first.text)
    }
  }
}
