extension DiagnosticTable {
  static let reading = [
    Row(
      "POL001",
      "a character stands where it cannot: an invisible one, a sign of another language, or a "
        + "letter that looks like another within its word",
      "remove it; write comparisons in words; keep a word in one script"),
    Row(
      "POL002",
      "a text has no closing quotation mark",
      "close it with `\"`"),
    Row(
      "POL003",
      "something else was expected here",
      "write what the message names"),
    Row(
      "POL004",
      "a day or a whole number does not exist",
      "write a day as 2026-11-10 and numbers in digits"),
    Row(
      "POL005",
      "no statement begins here",
      "begin with policy, term, rule, guarantee, coverage or list"),
    Row(
      "POL006",
      "no clause of a rule begins here",
      "begin with one of the clauses in the grammar"),
    Row(
      "POL007",
      "a binding lacks `any` or `every`, or its set",
      "write `for any end user E`"),
    Row(
      "POL008",
      "no outcome stands after `then`",
      "write one of the outcomes"),
    Row(
      "POL009",
      "an example does not say what the rule does",
      "write fires, does not fire, undetermined or is lifted"),
    Row(
      "POL010",
      "a condition is nested too deep",
      "split the rule in two"),
    Row(
      "POL011",
      "`and` and `or` stand side by side",
      "put brackets around the part that belongs together"),
    Row(
      "POL012",
      "a fact has neither `is` nor `has` nor a comparison",
      "write a fact as the grammar says"),
    Row(
      "POL013",
      "a clause that stands once stands twice",
      "keep one, or join the conditions"),
    Row(
      "POL014",
      "a quantifier, count or sum stands within a condition or an exception that cannot hold it",
      "bind a variable with `for any` before `when`; an exception sees only those"),
    Row(
      "POL015",
      "a count or sum stands within another",
      "write two conditions"),
    Row(
      "POL016",
      "no number term follows `sum of`",
      "write `sum of L.reactions over line L at least 10 reactions`"),
    Row(
      "POL017",
      "what is added up is no term of the members",
      "use the variable of the sum"),
    Row(
      "POL018",
      "a count or sum is not compared with a number",
      "write at least, at most, more than or less than"),
    Row(
      "POL019",
      "`=` stands in a condition",
      "write `is within` for codes, `is` for words, `at least` and the like for numbers; `=` "
        + "belongs to examples"),
  ]
}
