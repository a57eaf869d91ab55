/// Ordinals written as words: `Third`, `Thirty-eighth`, and Roman numerals that are no initials.
enum EnglishOrdinals {
  private static let ones = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let roundTens = [
    "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
    "ninetieth",
  ]
  private static let romans = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"]
  private static let romanValues = [2, 3, 4, 6, 7, 8, 9, 11, 12]

  /// The number that the unit, or it and the next one, stand for.
  static func read(_ units: [TextUnit], at index: Int) -> (value: Int, length: Int)? {
    guard case .word(.latin) = units[index].kind else { return nil }
    let word = units[index].text
    if let one = ones.firstIndex(of: word) { return (one + 1, 1) }
    if let ten = roundTens.firstIndex(of: word) { return ((ten + 2) * 10, 1) }
    if let ten = tens.firstIndex(of: word), index + 1 < units.count,
      let one = ones.firstIndex(of: units[index + 1].text), one < 9
    {
      return ((ten + 2) * 10 + one + 1, 2)
    }
    return romans.firstIndex(of: word).map { (romanValues[$0], 1) }
  }
}
