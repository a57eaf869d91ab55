/// How texts of notices are brought into one form before they are compared.
enum NoticeText {
  /// Small letters, full-width forms narrowed, white space as one blank, trimmed.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let narrow = narrowed(scalar)
      if narrow.properties.isWhitespace {
        if let last = result.last, last != " " { result.append(" ") }
      } else if narrow.value >= 0x41, narrow.value <= 0x5A {
        result.append(Unicode.Scalar(UInt8(narrow.value + 32)))
      } else if narrow.value < 0x80 || narrow.properties.generalCategory != .format {
        result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// The narrow form of a full-width sign; brackets of all kinds become round ones.
  static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0x3010, 0x3014, 0x2768: "["
    case 0x3011, 0x3015, 0x2769: "]"
    case 0xFE30, 0x2236: ":"
    case 0xFE59: "("
    case 0xFE5A: ")"
    case 0xFFE5: "¥"
    default: scalar
    }
  }

  /// A label without blanks, numbering and colon, and what its last brackets hold.
  static func label(_ written: String) -> (core: String, aside: String) {
    var scalars = Array(
      withoutSection(Array(folded(written).unicodeScalars)).filter {
        $0 != " " && $0 != "*" && $0 != "#"
      })
    scalars = Array(withoutNumbering(scalars[...]))
    while let last = scalars.last, last == ":" || last == "。" || last == ";" || last == "." {
      scalars.removeLast()
    }
    var aside = String.UnicodeScalarView()
    if scalars.last == ")", let open = scalars.lastIndex(of: "(") {
      aside.append(contentsOf: scalars[(open + 1)..<(scalars.count - 1)])
      scalars.removeSubrange(open...)
      // Brackets may stand within brackets, or one behind the other; those of 中标(成交)金额 stay.
      let isOpen = scalars.count { $0 == "(" } > scalars.count { $0 == ")" }
      if isOpen || scalars.last == ")", let outer = scalars.firstIndex(of: "("), outer > 0 {
        aside = String.UnicodeScalarView(Array(scalars[(outer + 1)...]) + Array(aside))
        scalars.removeSubrange(outer...)
      }
    }
    while let last = scalars.last, last == ":" { scalars.removeLast() }
    return (String(String.UnicodeScalarView(scalars)), String(aside))
  }

  /// Without the `1.1` and `II.1.1)` of a form of the European Union.
  private static func withoutSection(_ text: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let roman = text.prefix { "ivx".unicodeScalars.contains($0) }
    let number = text[roman.endIndex...].prefix { isDigit($0) || $0 == "." }
    let rest = text[number.endIndex...]
    if roman.isEmpty {
      return number.contains(".") && number.last != "." && rest.first == " " ? rest : text[...]
    }
    return number.first == "." && rest.first == ")" ? rest.dropFirst() : text[...]
  }

  private static let hanNumbers: Set<Unicode.Scalar> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
  ]

  /// Without `一、`, `(二)`, `1.`, `3.2`, `①`.
  static func withoutNumbering(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>
  {
    var rest = scalars
    for _ in 0..<3 {
      guard let first = rest.first else { return rest }
      if (0x2460...0x2473).contains(first.value) {
        rest = rest.dropFirst()
        continue
      }
      let isBracket = first == "("
      let inner = isBracket ? rest.dropFirst() : rest
      let number = inner.prefix { hanNumbers.contains($0) || isDigit($0) || $0 == "." }
      guard !number.isEmpty, number.count <= 6 else { return rest }
      let after = inner.dropFirst(number.count)
      if isBracket {
        guard after.first == ")" else { return rest }
        rest = after.dropFirst()
        if rest.first == "、" || rest.first == "." { rest = rest.dropFirst() }
      } else if let sign = after.first, sign == "、" || sign == ")" || sign == "．" {
        rest = after.dropFirst()
      } else if number.last == ".", number.contains(where: isDigit) {
        rest = after
      } else {
        return rest
      }
    }
    return rest
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
  }

  static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x2E80 && scalar.properties.isAlphabetic
  }

  /// A short form of a text for messages.
  static func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let short = line.prefix(60)
    return "`" + short + (short.count < line.count ? "…" : "") + "`"
  }

  /// Trimmed, and without the signs that part it from what follows.
  static func withoutStops(_ text: some StringProtocol) -> String {
    var text = trimmed(text)
    while let last = text.last, "；;，,、。（(".contains(last) {
      text.removeLast()
      text = trimmed(text)
    }
    return text
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = Array(text.unicodeScalars)
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }
    guard let start = scalars.firstIndex(where: { !isEdge($0) }),
      let end = scalars.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[start...end]))
  }
}
