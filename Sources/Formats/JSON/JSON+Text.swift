extension JSON {
  /// The value as JSON text: compact on one line, or indented by two spaces, members in order.
  public func text(indented: Bool = false) -> String {
    String(decoding: utf8Text(indented: indented), as: UTF8.self)
  }

  /// The same in UTF-8, for what is digested, sealed or sent and never read as a `String`.
  public func utf8Text(indented: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indentation: indented ? 0 : nil, form: .asBuilt)
    return output
  }

  /// Canonical text after RFC 8785: members sorted by UTF-16 code units, no whitespace, numbers as
  /// the binary64 values that they are to most programs.
  ///
  /// Two literals that binary64 cannot tell apart give one text; where that matters, `sortedText`.
  public var canonicalText: String { text(in: .canonical) }

  /// The canonical text with each number as it was written, so that no digit of it is lost.
  public var sortedText: String { text(in: .sorted) }

  private func text(in form: Form) -> String {
    var output: [UInt8] = []
    write(to: &output, indentation: nil, form: form)
    return String(decoding: output, as: UTF8.self)
  }

  private enum Form { case asBuilt, sorted, canonical }

  private func write(to output: inout [UInt8], indentation: Int?, form: Form) {
    switch value {
    case .null: output += "null".utf8
    case .boolean(let flag): output += (flag ? "true" : "false").utf8
    case .number(let literal):
      output += (form == .canonical ? JSON.canonicalNumber(literal) ?? literal : literal).utf8
    case .string(let text): JSON.writeString(text, to: &output)
    case .array(let elements):
      JSON.writeItems(elements, open: "[", close: "]", indentation, to: &output) {
        item, inner, output in
        item.write(to: &output, indentation: inner, form: form)
      }
    case .object(let members):
      let ordered =
        form == .asBuilt ? members : members.sorted { JSON.precedes($0.key, $1.key) }
      JSON.writeItems(ordered, open: "{", close: "}", indentation, to: &output) {
        item, inner, output in
        JSON.writeString(item.key, to: &output)
        output += (indentation == nil ? ":" : ": ").utf8
        item.value.write(to: &output, indentation: inner, form: form)
      }
    }
  }

  /// By UTF-16 code units. UTF-8 sorts alike, but that characters of four bytes, which UTF-16 writes
  /// with surrogates, come before those of U+E000 to U+FFFF.
  static func precedes(_ key: String, _ other: String) -> Bool {
    let (left, right) = (key.utf8.span, other.utf8.span)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      let (first, second) = (left[index], right[index])
      let isLong = first >= 0xF0
      guard isLong != (second >= 0xF0), min(first, second) >= 0xEE else { return first < second }
      return isLong
    }
    return left.count < right.count
  }

  private static func writeItems<Item>(
    _ items: [Item], open: Unicode.Scalar, close: Unicode.Scalar, _ indentation: Int?,
    to output: inout [UInt8], each: (Item, Int?, inout [UInt8]) -> Void
  ) {
    func newLine(_ depth: Int) {
      output.append(UInt8(ascii: "\n"))
      output += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    output.append(UInt8(ascii: open))
    defer { output.append(UInt8(ascii: close)) }
    guard !items.isEmpty else { return }
    let inner = indentation.map { $0 + 1 }
    for (position, item) in items.enumerated() {
      if position > 0 { output.append(UInt8(ascii: ",")) }
      if let inner { newLine(inner) }
      each(item, inner, &output)
    }
    if let indentation { newLine(indentation) }
  }

  private static func writeString(_ text: String, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    output.append(quote)
    defer { output.append(quote) }
    let bytes = text.utf8.span
    var isPlain = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 || byte == quote || byte == UInt8(ascii: "\\") { isPlain = false }
    }
    if isPlain {
      output += text.utf8
      return
    }
    for byte in text.utf8 {
      switch byte {
      case quote: output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case 0x08: output += "\\b".utf8
      case 0x0C: output += "\\f".utf8
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case UInt8(ascii: "\r"): output += "\\r".utf8
      case UInt8(ascii: "\t"): output += "\\t".utf8
      case 0..<0x20: output += ("\\u00" + Hexadecimal.text(of: [byte])).utf8
      default: output.append(byte)
      }
    }
  }
}
