extension DiagnosticTable {
  static let rules = [
    Row(
      "POL020",
      "a rule or guarantee has no title",
      "add title \"…\""),
    Row(
      "POL021",
      "a rule has no `when`",
      "say when it applies"),
    Row(
      "POL022",
      "a rule has no `because`",
      "give the reason as a sentence"),
    Row(
      "POL023",
      "a rule has no lane, or one that does not exist",
      "use legal, red flag, rights or data"),
    Row(
      "POL024",
      "a rule or guarantee has no `then`",
      "say what follows"),
    Row(
      "POL025",
      "there is no such kind of finding",
      "use a kind of the grammar, or leave it out"),
    Row(
      "POL026",
      "an outcome of law stands outside the legal lane, or a policy refusal within it",
      "a policy refusal never reads like a bar of law, nor the reverse"),
    Row(
      "POL027",
      "a rule that prohibits or requires a licence cites no legal basis",
      "add basis with an id of the registry"),
    Row(
      "POL028",
      "a prohibition does not say whom it binds",
      "add binds \"…\""),
    Row(
      "POL029",
      "a rule cites nothing",
      "add basis or evidence"),
    Row(
      "POL030",
      "there is no such set",
      "use a set of the vocabulary"),
    Row(
      "POL031",
      "a variable does not begin with a capital letter",
      "write `any end user E`"),
    Row(
      "POL032",
      "a variable is bound twice",
      "give the second one another letter"),
    Row(
      "POL033",
      "a name is neither `order` nor a variable of this rule",
      "bind it with `for any`"),
    Row(
      "POL034",
      "there is no such fact about this kind of object",
      "use a term of its domain"),
    Row(
      "POL035",
      "there is no such relation between these kinds of objects",
      "use a relation of the vocabulary"),
    Row(
      "POL036",
      "a fact is tested in a way that its type does not have",
      "write the test that belongs to the type"),
    Row(
      "POL037",
      "there is no such code in the tree",
      "use a code of the tree; the message names the nearest"),
    Row(
      "POL038",
      "a word is not one of those that the fact can have",
      "use a word of its list"),
    Row(
      "POL039",
      "a number was expected",
      "write it in digits"),
    Row(
      "POL040",
      "there is no such legal or policy basis",
      "add it to the registry, or correct the id"),
    Row(
      "POL041",
      "there is no such source",
      "add it to the sources, or correct the id"),
    Row(
      "POL042",
      "a period ends before it begins",
      "correct one of the dates"),
    Row(
      "POL043",
      "there is no such severity",
      "use severe or moderate"),
    Row(
      "POL044",
      "there is no such linkage",
      "use cause, contribute, directlyLinked or none"),
    Row(
      "POL045",
      "the unit is missing or is not that of the fact",
      "write the unit of the vocabulary"),
    Row(
      "POL046",
      "the kind of finding does not go with the outcome",
      "leave the kind out, or correct the outcome"),
    Row(
      "POL047",
      "there is no such unit of time",
      "use days, weeks, months or years"),
    Row(
      "POL050",
      "an adverse fact stands where more of it would lower the outcome",
      "state what must be shown instead: a mitigating or neutral fact"),
    Row(
      "POL051",
      "a mitigating fact stands where it would make the outcome stricter",
      "put it under `unless` or `not`, or turn the comparison round"),
    Row(
      "POL052",
      "two facts cannot both hold, so the rule never fires",
      "correct one, or join them with `or`"),
    Row(
      "POL053",
      "the exception holds wherever the rule does",
      "correct the exception"),
    Row(
      "POL054",
      "more findings would make an outcome milder",
      "write `any`, or turn the comparison round"),
    Row(
      "POL060",
      "a placeholder is not closed",
      "close it with `}`"),
    Row(
      "POL061",
      "a placeholder names no fact",
      "write `{E.name}`"),
    Row(
      "POL062",
      "an example gives a yes-or-no fact another value",
      "write `= true` or `= false`"),
  ]
}
