extension JSON {
  /// The value as JSON text: compact on one line, or indented by two spaces, members in order.
  public func text(indented: Bool = false) -> String {
    var output = ""
    write(to: &output, indentation: indented ? 0 : nil, form: .asBuilt)
    return output
  }

  /// Canonical text after RFC 8785: members sorted by UTF-16 code units, no whitespace, numbers as
  /// the binary64 values that they are to most programs.
  ///
  /// Two literals that binary64 cannot tell apart give one text; where that matters, `sortedText`.
  public var canonicalText: String {
    var output = ""
    write(to: &output, indentation: nil, form: .canonical)
    return output
  }

  /// The canonical text with each number as it was written, so that no digit of it is lost.
  public var sortedText: String {
    var output = ""
    write(to: &output, indentation: nil, form: .sorted)
    return output
  }

  private enum Form { case asBuilt, sorted, canonical }

  private func write(to output: inout String, indentation: Int?, form: Form) {
    switch value {
    case .null: output += "null"
    case .boolean(let flag): output += flag ? "true" : "false"
    case .number(let literal):
      output += form == .canonical ? JSON.canonicalNumber(literal) ?? literal : literal
    case .string(let text): JSON.writeString(text, to: &output)
    case .array(let elements):
      JSON.writeItems(elements, open: "[", close: "]", indentation, to: &output) {
        item, inner, output in
        item.write(to: &output, indentation: inner, form: form)
      }
    case .object(let members):
      let ordered =
        form == .asBuilt
        ? members : members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
      JSON.writeItems(ordered, open: "{", close: "}", indentation, to: &output) {
        item, inner, output in
        JSON.writeString(item.key, to: &output)
        output += indentation == nil ? ":" : ": "
        item.value.write(to: &output, indentation: inner, form: form)
      }
    }
  }

  private static func writeItems<Item>(
    _ items: [Item], open: String, close: String, _ indentation: Int?, to output: inout String,
    each: (Item, Int?, inout String) -> Void
  ) {
    output += open
    guard !items.isEmpty else {
      output += close
      return
    }
    let inner = indentation.map { $0 + 1 }
    for (position, item) in items.enumerated() {
      if position > 0 { output += "," }
      if let inner { output += "\n" + String(repeating: "  ", count: inner) }
      each(item, inner, &output)
    }
    if let indentation { output += "\n" + String(repeating: "  ", count: indentation) }
    output += close
  }

  private static func writeString(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\u{08}": output += "\\b"
      case "\u{0C}": output += "\\f"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{00}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
