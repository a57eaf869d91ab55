/// How the dates of birth of two persons stand to each other.
///
/// Lists often state a year, several, or one about which they are not sure; so only years are
/// compared, and one year of difference contradicts nothing.
enum BirthRelation: Sendable, Hashable {
  case omitted
  case agrees(String)
  case contradicts(String)

  init(_ left: [String], _ right: [String]) {
    let (first, second) = (left.flatMap(Self.years), right.flatMap(Self.years))
    guard !first.isEmpty, !second.isEmpty else {
      self = .omitted
      return
    }
    if let same = left.first(where: { $0.utf8.count >= 8 && right.contains($0) }) {
      self = .agrees("date of birth agrees: \(same)")
    } else if let year = first.first(where: { second.contains($0) }) {
      self = .agrees("year of birth agrees: \(year)")
    } else if first.contains(where: { year in second.contains { abs($0 - year) <= 1 } }) {
      self = .omitted
    } else {
      self = .contradicts(
        "date of birth contradicts: \(left.joined(separator: ", ")) / "
          + right.joined(separator: ", "))
    }
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
