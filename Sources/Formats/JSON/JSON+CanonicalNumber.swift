extension JSON {
  /// A number as RFC 8785 section 3.2.2.3 writes it: the shortest digits that name the same
  /// binary64 value, laid out as ECMAScript does.
  ///
  /// Nil where the literal is no number or too large for binary64.
  static func canonicalNumber(_ literal: String) -> String? {
    guard let number = Double(literal), number.isFinite else { return nil }
    if number == 0 { return "0" }
    // The standard library prints the shortest digits that read back as the same value; only
    // their layout differs.
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    var text = number.magnitude.description.utf8[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(text[text.index(after: mark)...]) ?? "") ?? 0
      text = text[..<mark]
    }
    for letter in text {
      if letter == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(letter) }
    }
    // `point` is how many digits stand before the point, as in ECMAScript's Number::toString.
    var point = (pointAt ?? digits.count) + exponent
    let zero = UInt8(ascii: "0")
    while digits.count > 1, digits.last == zero { digits.removeLast() }
    while digits.count > 1, digits.first == zero {
      digits.removeFirst()
      point -= 1
    }
    return (number < 0 ? "-" : "") + layout(digits, point)
  }

  private static func layout(_ digits: [UInt8], _ point: Int) -> String {
    let count = digits.count
    func text(_ part: some Sequence<UInt8>) -> String {
      String(decoding: Array(part), as: UTF8.self)
    }
    switch point {
    case count...21 where count <= 21:
      return text(digits) + String(repeating: "0", count: point - count)
    case 1...21: return text(digits[..<point]) + "." + text(digits[point...])
    case -5...0: return "0." + String(repeating: "0", count: -point) + text(digits)
    default:
      let power = point - 1
      return text(digits.prefix(1)) + (count > 1 ? "." + text(digits.dropFirst()) : "")
        + "e" + (power < 0 ? "-" : "+") + String(power.magnitude)
    }
  }
}
