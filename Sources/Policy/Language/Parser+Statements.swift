import Formats

extension Parser {
  mutating func policy() -> PolicySyntax {
    var policy = PolicySyntax()
    while !isAtEnd {
      let start = mark
      let isStatement = current.word.map { Parser.headWords.contains($0) } ?? false
      do {
        try statement(of: &policy)
      } catch {
        policy.isDamaged = true
        recover(from: start, to: isStatement ? Parser.statementWords : Parser.outerWords)
      }
    }
    return policy
  }

  private static let headWords: Set<String> = ["policy", "title", "revision", "owner"]

  private mutating func statement(of policy: inout PolicySyntax) throws(Fault) {
    switch current.word {
    case "policy":
      once(policy.name != nil)
      advance()
      policy.name = try expectWord("the name of the policy")
    case "title":
      once(!policy.title.isEmpty)
      advance()
      policy.title = try expectMessage("the title").text
    case "revision":
      once(!policy.revision.isEmpty)
      advance()
      policy.revision = try expectWord("the revision").text
    case "owner":
      once(!policy.owner.isEmpty)
      advance()
      policy.owner = try expectMessage("the owner").text
    case "rule": policy.rules.append(try rule())
    case "coverage":
      advance()
      _ = try expectWord("the name of the coverage statement")
    case "list", "demonstration": policy.lists.append(try list())
    case "term": policy.terms.append(try term())
    case "guarantee": policy.guarantees.append(try guarantee())
    default:
      let words = Parser.outerWords.union(Parser.headWords).sorted()
      throw fail(
        "POL005", "expected a statement, found \(current.shown)",
        current.word.flatMap { nearestWord(to: $0, among: words) }.map { "did you mean `\($0)`?" }
          ?? "begin with policy, title, revision, owner, term, rule, guarantee, coverage or list")
    }
  }

  /// Two of a clause that can only stand once: the second would silently replace the first.
  mutating func once(_ stands: Bool) {
    guard stands, let word = current.word else { return }
    _ = fail(
      "POL013", "`\(word)` stands here a second time",
      word == "when" || word == "unless"
        ? "join the conditions with `and` or `or`, or write two rules" : "keep one of them")
  }

  private mutating func list() throws(Fault) -> ListSyntax {
    let isDemonstration = take("demonstration")
    try expect("list")
    var list = ListSyntax(
      code: try expectWord("the code of the list"), name: try expectMessage("its name").text)
    list.isDemonstration = isDemonstration
    while !isAtEnd {
      if take("required") {
        list.isRequired = true
        if take("when") {
          try expect("actor")
          try expect("in")
          list.whenActor = try expectWord("US, EU or UK")
        }
      } else if take(["at", "least"]) {
        list.floor = try expectInteger("the number of entries")
        try expect("entries")
      } else if take(["at", "most"]) {
        list.maximumAge = try expectInteger("the number of days")
        try expect("days")
        try expect("old")
      } else if take("canary") {
        list.canaries.append(try expectMessage("a name that must be found").text)
      } else {
        return list
      }
    }
    return list
  }
}
