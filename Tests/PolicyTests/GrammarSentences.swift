import SeededNumbers

@testable import Policy

/// A grammar in the notation of ISO/IEC 14977, read so that texts can be derived from it.
struct Grammar {
  indirect enum Expression {
    case literal(String)
    /// A rule in small letters, a terminal in capitals.
    case name(String)
    case sequence([Expression])
    case choice([Expression])
    case option(Expression)
    case repetition(Expression)
  }

  private(set) var rules: [String: Expression] = [:]
  private(set) var literals: Set<String> = []
  private var tokens: [String] = []
  private var index = 0

  init(_ text: String) {
    tokens = Grammar.tokens(text)
    while index < tokens.count {
      let name = tokens[index]
      index += 2
      rules[name] = choice()
      index += 1
    }
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
        token.append(character)
      } else if isQuoted || character.isLetter || character == "-" {
        token.append(character)
      } else {
        if !token.isEmpty { tokens.append(token) }
        token = ""
        if !character.isWhitespace { tokens.append(String(character)) }
      }
    }
    return tokens
  }

  private mutating func choice() -> Expression {
    var parts = [sequence()]
    while tokens[index] == "|" {
      index += 1
      parts.append(sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> Expression {
    var parts = [factor()]
    while tokens[index] == "," {
      index += 1
      parts.append(factor())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func factor() -> Expression {
    let token = tokens[index]
    index += 1
    if token.hasPrefix("\"") {
      literals.insert(String(token.dropFirst().dropLast()))
      return .literal(String(token.dropFirst().dropLast()))
    }
    guard ["(", "[", "{"].contains(token) else { return .name(token) }
    let inner = choice()
    index += 1
    return token == "(" ? inner : token == "[" ? .option(inner) : .repetition(inner)
  }
}

/// Texts derived from a grammar at random.
struct SentenceGenerator {
  let grammar: Grammar
  var random: SeededGenerator
  private var budget = 0

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
  }

  /// The words of one text.
  mutating func words(of rule: String, budget: Int = 400) -> [String] {
    self.budget = budget
    return words(.name(rule), depth: 0)
  }

  private mutating func words(_ expression: Grammar.Expression, depth: Int) -> [String] {
    budget -= 1
    let isTired = budget < 0 || depth > 40
    switch expression {
    case .literal(let text): return [text]
    case .name(let name):
      guard let rule = grammar.rules[name] else { return [terminal(name)] }
      return words(rule, depth: depth + 1)
    case .sequence(let parts): return parts.flatMap { words($0, depth: depth + 1) }
    case .choice(let parts):
      // The later alternatives of an operand need no further condition.
      if isTired, parts.count > 4 { return words(parts[2], depth: depth + 1) }
      return words(isTired ? parts[0] : random.pick(parts), depth: depth + 1)
    case .option(let inner):
      return isTired || random.chance(1, in: 2) ? [] : words(inner, depth: depth + 1)
    case .repetition(let inner):
      var result: [String] = []
      while !isTired, budget > 0, random.chance(2, in: 5) {
        result += words(inner, depth: depth + 1)
      }
      return result
    }
  }

  private mutating func terminal(_ name: String) -> String {
    switch name {
    case "WORD", "NAME":
      random.pick(["alpha", "b-2", "law.1", "C_3", "2026.11", "long-name-of-it"])
    case "TEXT":
      random.pick([
        "\"short\"", "\"\"", "\"喀什地区公安局 {E.name}\"", "\"said \\\"no\\\" and \\\\ # no comment\"",
        "\"folded   \n     over lines\n\n  twice\"",
        "\"" + String(repeating: "long ", count: 30) + "\"",
      ])
    case "FACT": random.pick(["E.share", "order.kind", "L.product", "Claim.current"])
    case "SUBJECT": random.pick(["E", "order", "Claim"])
    case "VARIABLE": random.pick(["E", "L", "Claim"])
    case "TERM": random.pick(["flagged", "verified-end-use", "listed"])
    case "SET": random.pick(["party", "end user", "past order"])
    case "RELATION": random.pick(["is about", "names", "exempts"])
    case "CODE": random.pick(["CN-65", "policing", "genetic-analysis", "autosomal-str-kit"])
    case "TREE": random.pick(["places", "functions"])
    case "UNIT": random.pick(["percent", "reactions"])
    case "NUMBER": random.pick(["10", "2.5", "0"])
    case "INTEGER": random.pick(["1", "90"])
    case "DATE": random.pick(["2017-12-13", "2026-11-22"])
    case "SPAN": random.pick(["days", "years"])
    default: preconditionFailure("the grammar has no `\(name)`")
    }
  }

  /// The words with blanks, line breaks and comments between them, as somebody careless writes.
  mutating func layout(_ words: [String], isCareless: Bool) -> String {
    var text = ""
    var last = ""
    for word in words {
      text += blank(before: word, after: last, isCareless: isCareless) + word
      last = word
    }
    return text + random.pick(["", "\n", "  # the end\n", "\n\n\n"])
  }

  private mutating func blank(
    before word: String, after last: String, isCareless: Bool
  ) -> String {
    if last.isEmpty { return isCareless ? random.pick(["", "\n\n", "# top\n\n# more\n"]) : "" }
    // A clause may begin a line; as the name of a kind, the same word may not.
    let mayBreak = !Parser.statementWords.contains(word) || !["kind"].contains(last)
    guard isCareless, mayBreak else { return " " }
    if ["(", ")", ",", "="].contains(word) || ["(", ",", "="].contains(last),
      random.chance(1, in: 2)
    {
      return ""
    }
    return random.pick([
      " ", " ", " ", " ", "  ", "\t", "\n", "\n    ", "\r\n", "\n\n\n", " # a remark\n",
      "\n# own line\n", "\n   # under it   \n\n  # and more\n", "  # one\n  # two\n",
    ])
  }
}

extension SeededGenerator {
  mutating func chance(_ one: Int, in many: Int) -> Bool {
    Int.random(in: 0..<many, using: &self) < one
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}
