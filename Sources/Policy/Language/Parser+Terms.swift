import Formats

extension Parser {
  /// A term that a company declares for a field of its own orders.
  mutating func term() throws(Fault) -> TermSyntax {
    try expect("term")
    let (domain, name) = try reference()
    guard let name else {
      report(
        "POL090", "`\(domain.text)` does not say of what the term speaks",
        "write `term order.\(domain.text)`", at: domain)
      throw Fault()
    }
    var term = TermSyntax(domain: domain, name: name)
    while !isAtEnd, !(current.word.map { Parser.outerWords.contains($0) } ?? false) {
      let start = mark
      do {
        try clause(of: &term)
      } catch {
        term.isDamaged = true
        recover(from: start)
      }
    }
    return term
  }

  private mutating func clause(of term: inout TermSyntax) throws(Fault) {
    switch current.word {
    case "type":
      once(term.kind != nil)
      advance()
      term.kind = try kind()
    case "field":
      once(term.field != nil)
      advance()
      term.field = try expectMessage("the path of the field")
    case "polarity":
      once(term.polarity != nil)
      advance()
      term.polarity = try expectWord("adverse, mitigating or neutral")
    case "meaning":
      once(term.meaning != nil)
      advance()
      term.meaning = try expectMessage("the meaning in one line")
    case "question":
      once(!term.questions.isEmpty)
      advance()
      repeat {
        let language = try expectWord("en, zh-Hans or de")
        term.questions.append((language, try expectMessage("the question")))
      } while ["en", "zh-Hans", "de"].contains(current.word)
    default:
      throw fail(
        "POL091", "\(current.shown) does not begin a clause of a term",
        "begin with type, field, polarity, meaning or question")
    }
  }

  private mutating func kind() throws(Fault) -> TermSyntax.Kind {
    if take(["true", "or", "false"]) { return .truth }
    if take("date") { return .date }
    if take("text") { return .text }
    if take("number") { return .number(unit: try expectWord("the unit of the number")) }
    if take(["one", "of"]) {
      return .words(try expectValues("a word that the field can hold"), several: false)
    }
    if take(["several", "of"]) {
      return .words(try expectValues("a word that the field can hold"), several: true)
    }
    if take(["code", "of"]) { return .codes(tree: try expectWord("a tree"), several: false) }
    if take(["several", "codes", "of"]) {
      return .codes(tree: try expectWord("a tree"), several: true)
    }
    throw fail(
      "POL092", "expected a type, found \(current.shown)",
      "use true or false, number UNIT, date, text, one of A, B, several of A, B, code of places, "
        + "or several codes of places")
  }
}
