import Facts
import Formats

extension AggregateValue {
  /// What was counted, such as `1,200 to 2,400 reactions over 3 lines` or `at least 2 end users`.
  func words(for aggregate: CompiledAggregate, _ vocabulary: Vocabulary) -> String {
    let phrase = vocabulary.collections[Int(aggregate.collection)].phrase
    let members = AggregateValue.members(counted, isOpen ? nil : possible, phrase)
    guard aggregate.term >= 0 else { return members }
    let term = vocabulary.domains[Int(aggregate.domain)].terms[Int(aggregate.term)]
    let unit = if case .number(let unit) = term.type { unit } else { "" }
    let most = isOpen || high == .max ? nil : AggregateValue.grouped(high)
    return AggregateValue.range(AggregateValue.grouped(low), most) + " \(unit) over " + members
  }

  private static func members(_ least: Int, _ most: Int?, _ phrase: String) -> String {
    let number = range(String(least), most.map { String($0) })
    return number == "1" ? "1 \(phrase)" : "\(number) \(plural(phrase))"
  }

  private static func range(_ low: String, _ high: String?) -> String {
    guard let high else { return "at least \(low)" }
    return low == high ? low : "\(low) to \(high)"
  }

  private static func plural(_ phrase: String) -> String {
    guard phrase.hasSuffix("y"), let before = phrase.dropLast().last, !"aeiou".contains(before)
    else { return phrase + "s" }
    return phrase.dropLast() + "ies"
  }

  /// A number with a comma after each thousand.
  private static func grouped(_ millionths: Int64) -> String {
    let parts = Decimal(millionths: millionths).description.split(separator: ".")
    let digits = Array(parts[0])
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return ([text] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
