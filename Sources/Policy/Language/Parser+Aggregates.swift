import Formats

extension Parser {
  /// `count of line L (…) at least 3` and `sum of L.reactions over line L (…) at least 9 reactions`.
  mutating func aggregate(depth: Int) throws(Fault) -> AggregateSyntax {
    let (start, position) = (mark, current.position)
    var summed: (subject: Located, term: Located)?
    if take(["sum", "of"]) {
      let (subject, term) = try reference()
      guard let term else {
        throw fail(
          "POL016", "expected a number such as `L.reactions` after `sum of`",
          "write `sum of L.reactions over line L at least 10 reactions`")
      }
      summed = (subject, term)
      try expect("over")
    } else {
      try expect("count")
      try expect("of")
    }
    let (collection, variable) = try members()
    var condition: ConditionSyntax?
    if take(mark: "(") {
      condition = try self.condition(depth: depth + 1)
      guard take(mark: ")") else {
        throw fail("POL003", "expected `)`, found \(current.shown)", "close the bracket")
      }
    }
    let (predicate, _) = try predicate()
    return AggregateSyntax(
      summed: summed, collection: collection, variable: variable, condition: condition,
      predicate: predicate, text: source(from: start), position: position)
  }
}
