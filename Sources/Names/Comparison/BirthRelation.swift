/// How the dates of birth of two persons stand to each other.
///
/// Lists often state a year, several, a span, or one about which they are not sure; so only years
/// are compared, and one year of difference contradicts nothing.
enum BirthRelation: Sendable, Hashable {
  case omitted
  case agrees(String)
  case contradicts(String)

  var isAgreement: Bool {
    if case .agrees = self { return true }
    return false
  }

  init(_ left: [String], _ right: [String]) {
    let (first, second) = (left.flatMap(Self.spans), right.flatMap(Self.spans))
    guard !first.isEmpty, !second.isEmpty else {
      self = .omitted
      return
    }
    let years = first.filter { $0.count == 1 }.map(\.lowerBound)
    if let same = left.first(where: { $0.utf8.count >= 8 && right.contains($0) }) {
      self = .agrees("date of birth agrees: \(same)")
    } else if let year = years.first(where: { second.contains($0...$0) }) {
      self = .agrees("year of birth agrees: \(year)")
    } else if first.contains(where: { span in second.contains { Self.mayBeOne(span, $0) } }) {
      self = .omitted
    } else {
      self = .contradicts(
        "date of birth contradicts: \(left.joined(separator: ", ")) / "
          + right.joined(separator: ", "))
    }
  }

  private static func mayBeOne(_ first: ClosedRange<Int>, _ second: ClosedRange<Int>) -> Bool {
    first.lowerBound <= second.upperBound + 1 && second.lowerBound <= first.upperBound + 1
  }

  /// The years in which somebody may be born, as a text states them: `1962`, `1960 to 1965`,
  /// `circa 1962`.
  private static func spans(_ text: String) -> [ClosedRange<Int>] {
    let years = years(text)
    guard let first = years.first else { return [] }
    let words = text.lowercased().split { !$0.isLetter }
    if years.count == 2, years[1] >= first,
      words.contains(where: { spanWords.contains($0) }) || isBare(text)
    {
      return [first...years[1]]
    }
    let doubt = words.contains { doubtWords.contains($0) } ? 3 : 0
    return years.map { $0 - doubt...$0 + doubt }
  }

  private static let spanWords: Set<Substring> = ["to", "between", "and", "bis", "from", "until"]
  private static let doubtWords: Set<Substring> = [
    "circa", "c", "ca", "about", "approximately", "approx", "around", "vers", "um", "estimated",
  ]

  /// `1960-1965` is a span, `1960; 1965` are two years.
  private static func isBare(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "–" || $0 == " " }
  }

  /// The numbers of four digits in a text that may be years of birth.
  private static func years(_ text: String) -> [Int] {
    text.utf8.split { !(0x30...0x39 ~= $0) }.compactMap { digits in
      guard digits.count == 4, let year = Int(String(decoding: digits, as: UTF8.self)),
        1850...2100 ~= year
      else { return nil }
      return year
    }
  }
}
