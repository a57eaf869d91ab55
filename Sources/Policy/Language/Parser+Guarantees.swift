import Formats

extension Parser {
  /// What the policies promise of every order.
  mutating func guarantee() throws(Fault) -> GuaranteeSyntax {
    try expect("guarantee")
    var guarantee = GuaranteeSyntax(name: try expectWord("the name of the guarantee"))
    while !isAtEnd, !(current.word.map { Parser.outerWords.contains($0) } ?? false) {
      let start = mark
      do {
        try clause(of: &guarantee)
      } catch {
        guarantee.isDamaged = true
        recover(from: start)
      }
    }
    return guarantee
  }

  private mutating func clause(of guarantee: inout GuaranteeSyntax) throws(Fault) {
    switch current.word {
    case "title":
      once(!guarantee.title.isEmpty)
      advance()
      guarantee.title = try expectMessage("the title").text
    case "in":
      let interval = try interval()
      if let key = interval.confirmation {
        report(
          "POL095", "a guarantee waits for no confirmation", "leave out `once`", at: key)
        throw Fault()
      }
      guarantee.intervals.append(interval)
    case "for":
      advance()
      // `for every order` has no other variable.
      if take(["every", "order"]) { return }
      repeat {
        let binding = try binding()
        if !binding.isEvery {
          report(
            "POL096", "a guarantee speaks of every `\(binding.collection.text)`",
            "write `for every \(binding.collection.text) \(binding.variable.text)`",
            at: binding.variable)
        }
        guarantee.bindings.append(binding)
      } while take(mark: ",")
    case "when":
      once(guarantee.hypothesis != nil)
      advance()
      guarantee.hypothesis = try condition(depth: 0)
    case "given":
      once(guarantee.known != nil)
      advance()
      guarantee.known = try condition(depth: 0)
    case "then":
      once(guarantee.conclusion != nil)
      advance()
      guarantee.conclusion = try conclusion()
    default:
      throw fail(
        "POL097", "\(current.shown) does not begin a clause of a guarantee",
        "begin with title, in force, for every, when, given or then")
    }
  }

  private mutating func conclusion() throws(Fault) -> GuaranteeSyntax.Conclusion {
    if take(["at", "least"]) {
      let position = current.position
      guard let outcome = try outcome().0 else {
        report(
          "POL008", "a note is no outcome", "use hold, escalate, require a licence or a refusal",
          at: Located(text: "note", position: position))
        throw Fault()
      }
      return .atLeast(outcome)
    }
    if take(["no", "milder", "than", "with"]) {
      var facts = [try exampleFact()]
      while take(mark: ",") { facts.append(try exampleFact()) }
      return .noMilderThan(facts)
    }
    if take(["adding", "findings", "lowers", "nothing"]) { return .addingFindingsLowersNothing }
    throw fail(
      "POL098", "expected what is promised, found \(current.shown)",
      "write `at least hold`, `no milder than with order.kind = sale`, or "
        + "`adding findings lowers nothing`")
  }
}
