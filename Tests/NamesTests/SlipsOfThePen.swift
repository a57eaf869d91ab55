import SeededNumbers

extension String {
  /// A name with letters of its own changed, added or left out.
  func withSlips(_ count: Int, _ generator: inout SeededGenerator) -> String {
    var letters = Array(unicodeScalars)
    for _ in 0..<count {
      let place = Int.random(in: 0..<letters.count, using: &generator)
      let letter = letters[Int.random(in: 0..<letters.count, using: &generator)]
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: letters[place] = letter
      case 1: letters.insert(letter, at: place)
      default: if letters.count > 4 { letters.remove(at: place) }
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }
}
