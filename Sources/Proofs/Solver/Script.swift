/// A text of SMT-LIB 2.6 as it grows: declarations, definitions and assertions in order.
///
/// Names are quoted symbols that say what they mean, so that a stranger can read the text.
struct Script: Sendable {
  enum Sort: String, Sendable { case bool = "Bool", int = "Int" }

  private(set) var lines: [String] = []
  /// What was declared, in order; a model gives each a value.
  private(set) var constants: [(name: String, sort: Sort)] = []
  private var used: Set<String> = []

  /// The name as a quoted symbol; characters that such a symbol cannot hold are written by number.
  private mutating func symbol(_ name: String) -> String {
    var safe = ""
    for scalar in name.unicodeScalars {
      let isPlain = (0x20...0x7e).contains(scalar.value) && scalar != "|" && scalar != "\\"
      safe += isPlain ? String(scalar) : "_u" + String(scalar.value, radix: 16)
    }
    var unique = safe
    var count = 1
    while !used.insert(unique).inserted {
      count += 1
      unique = "\(safe) (\(count))"
    }
    return "|\(unique)|"
  }

  mutating func declare(_ name: String, _ sort: Sort) -> Formula {
    let symbol = symbol(name)
    constants.append((symbol, sort))
    lines.append("(declare-const \(symbol) \(sort.rawValue))")
    return Formula(text: symbol)
  }

  /// A name for a formula that stands in several places; short ones stand for themselves.
  mutating func define(_ name: String, _ formula: Formula, _ sort: Sort = .bool) -> Formula {
    guard formula.text.utf8.count > 60, formula.text.hasPrefix("(") else { return formula }
    let symbol = symbol(name)
    lines.append("(define-fun \(symbol) () \(sort.rawValue) \(formula.text))")
    return Formula(text: symbol)
  }

  mutating func assert(_ formula: Formula) {
    if formula != .yes { lines.append("(assert \(formula.text))") }
  }

  mutating func comment(_ words: String) {
    let plain = words.unicodeScalars.map { (0x20...0x7e).contains($0.value) ? $0 : "?" }
    lines.append("; " + String(String.UnicodeScalarView(plain)))
  }

  /// The whole text, which asks whether an order exists; `values` asks for the order as well.
  func text(header: [String], values: Bool) -> String {
    var all = Script()
    for line in header { all.comment(line) }
    all.lines += ["(set-option :produce-models true)", "(set-logic QF_LIA)"]
    all.lines += lines
    all.lines.append("(check-sat)")
    if values, !constants.isEmpty {
      all.lines.append("(get-value (\(constants.map(\.name).joined(separator: " "))))")
    }
    all.lines.append("(exit)")
    return all.lines.joined(separator: "\n") + "\n"
  }
}
