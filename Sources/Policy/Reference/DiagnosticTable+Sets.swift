extension DiagnosticTable {
  static let sets = [
    Row(
      "POL070",
      "a file cannot be read",
      "make it readable"),
    Row(
      "POL071",
      "there are no policy files",
      "point --home at a folder that holds Policies and Data"),
    Row(
      "POL072",
      "a file is not UTF-8",
      "save it as UTF-8"),
    Row(
      "POL073",
      "a file does not begin with `policy NAME`",
      "add it"),
    Row(
      "POL074",
      "a policy has no revision",
      "add revision 2026.11"),
    Row(
      "POL075",
      "a list has no floor or no greatest age",
      "add `at least N entries` and `at most N days old`"),
    Row(
      "POL076",
      "there is no such jurisdiction",
      "use US, EU or UK"),
    Row(
      "POL077",
      "there are too many rules",
      "divide the set"),
    Row(
      "POL078",
      "a name stands twice",
      "give one of them another"),
    Row(
      "POL079",
      "no list is required for every order",
      "add a list that is required"),
    Row(
      "POL080",
      "a folder holds no policy files",
      "restore them, or remove the folder"),
    Row(
      "POL081",
      "the set holds no rule",
      "restore the files that hold the rules"),
    Row(
      "POL083",
      "folders nest too deep",
      "remove links that lead back"),
    Row(
      "POL084",
      "a file is too long",
      "divide it"),
    Row(
      "POL085",
      "a rule or guarantee has too many variables, facts or examples",
      "divide it"),
  ]

  static let declarations = [
    Row(
      "POL090",
      "a declared term does not say of what it speaks, or of something without fields of its own",
      "write `term order.…`, `term party.…` or `term line.…`"),
    Row(
      "POL091",
      "no clause of a term begins here",
      "begin with type, field, polarity, meaning or question"),
    Row(
      "POL092",
      "there is no such type",
      "use a type of the grammar"),
    Row(
      "POL093",
      "a term has no type",
      "say what it holds"),
    Row(
      "POL094",
      "a term has no field",
      "name the order's own field"),
    Row(
      "POL095",
      "a guarantee waits for a confirmation",
      "leave out `once`"),
    Row(
      "POL096",
      "a guarantee binds with `any`",
      "write `for every`"),
    Row(
      "POL097",
      "no clause of a guarantee begins here",
      "begin with title, in force, for every, when, given or then"),
    Row(
      "POL098",
      "no promise stands after `then`",
      "write `at least hold`, `no milder than with …` or `adding findings lowers nothing`"),
    Row(
      "POL099",
      "a term has no meaning",
      "say in one line what it means"),
    Row(
      "POL100",
      "a term stands already",
      "give it another name"),
    Row(
      "POL101",
      "a word of a closed list stands twice",
      "keep one"),
    Row(
      "POL102",
      "there is no such tree",
      "use places, functions or products"),
    Row(
      "POL103",
      "a term has no polarity, or one that does not exist",
      "use adverse, mitigating or neutral"),
    Row(
      "POL104",
      "a term of codes has a polarity of its own",
      "write polarity neutral; the codes have theirs"),
    Row(
      "POL105",
      "a question has no English text, an unknown language, or one twice",
      "use en, zh-Hans and de, each once"),
    Row(
      "POL106",
      "the name of a term holds another character",
      "use small letters, digits and hyphens"),
    Row(
      "POL107",
      "that findings lower nothing is promised of some orders only",
      "leave out `for`, `when` and `given`"),
    Row(
      "POL108", "the text after `field` is no path of a field",
      "write names between full stops, such as `x.channel` or `stops[0].port`"),
  ]

  static let warnings = [
    Row(
      "POL110",
      "another rule of the lane does all that this one does",
      "remove it, or say what it adds"),
    Row(
      "POL111",
      "a variable is bound and nothing is said of it",
      "use it, or leave it out"),
    Row(
      "POL112",
      "all periods of a rule or guarantee are over",
      "remove it, or extend it"),
    Row(
      "POL113",
      "the exception of a rule is past its day and lifts nothing",
      "remove it, or renew it"),
    Row(
      "POL114",
      "the exception of a rule ends within 90 days",
      "renew it in time"),
    Row(
      "POL115",
      "a rule or guarantee begins later",
      "nothing, if that is meant"),
    Row(
      "POL116",
      "a rule waits for an operator to confirm that its law is in force",
      "confirm the key in the register when it is"),
    Row(
      "POL120",
      "a text could not be laid out without changing it",
      "leave it as it is, and report it with the text"),
    Row(
      "POL130",
      "a proof shows that no order makes the rule fire",
      "correct its conditions, or remove it"),
    Row(
      "POL131",
      "a proof shows that another rule fires wherever this one does, to no lesser effect",
      "remove one of them, or say what sets them apart"),
  ]
}
