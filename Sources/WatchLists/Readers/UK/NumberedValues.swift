/// The values of a cell that numbers them, `(1) Iran (2) Russia`.
enum NumberedValues {
  /// A text without numbers is one value; what stands before the first number is one too.
  static func split(_ text: String) -> [String] {
    guard text.contains("(1)") else { return text.isEmpty ? [] : [text] }
    var values: [String] = []
    var value = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: open)...]
      let number = inside.prefix { $0.isASCII && $0.isNumber }
      value += rest[..<open]
      rest = inside
      guard !number.isEmpty, number.utf8.count <= 3, number.endIndex < rest.endIndex,
        rest[number.endIndex] == ")"
      else {
        value += "("
        continue
      }
      values.append(value)
      value = ""
      rest = rest[rest.index(after: number.endIndex)...]
    }
    return (values + [value + rest]).map(\.trimmedOfSpace).filter { !$0.isEmpty }
  }
}
