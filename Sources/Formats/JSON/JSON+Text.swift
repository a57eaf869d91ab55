extension JSON {
  /// The value as JSON text: compact on one line, or indented by two spaces, members in order.
  public func text(indented: Bool = false) -> String {
    written(indentation: indented ? 0 : nil, form: .asBuilt).text()
  }

  /// The same in UTF-8, for what is digested, sealed or sent and never read as a `String`.
  public func utf8Text(indented: Bool = false) -> [UInt8] {
    written(indentation: indented ? 0 : nil, form: .asBuilt).bytes()
  }

  /// Canonical text after RFC 8785: members sorted by UTF-16 code units, no whitespace, numbers as
  /// the binary64 values that they are to most programs.
  ///
  /// Two literals that binary64 cannot tell apart give one text; where that matters, `sortedText`.
  public var canonicalText: String { written(indentation: nil, form: .canonical).text() }

  /// The canonical text with each number as it was written, so that no digit of it is lost.
  public var sortedText: String { written(indentation: nil, form: .sorted).text() }

  private enum Form { case asBuilt, sorted, canonical }

  private func written(indentation: Int?, form: Form) -> JSONTextSink {
    var sink = JSONTextSink()
    write(to: &sink, indentation: indentation, form: form)
    return sink
  }

  private func write(to sink: inout JSONTextSink, indentation: Int?, form: Form) {
    switch value {
    case .null: sink.append(plain: "null")
    case .boolean(let flag): sink.append(plain: flag ? "true" : "false")
    case .number(let literal):
      sink.append(plain: form == .canonical ? JSON.canonicalNumber(literal) ?? literal : literal)
    case .string(let text): sink.append(quoted: text)
    case .array(let elements):
      sink.append(UInt8(ascii: "["))
      for (position, element) in elements.enumerated() {
        JSON.begin(position, indentation, &sink)
        element.write(to: &sink, indentation: indentation.map { $0 + 1 }, form: form)
      }
      JSON.end("]", isEmpty: elements.isEmpty, indentation, &sink)
    case .object(let members):
      sink.append(UInt8(ascii: "{"))
      let ordered = form == .asBuilt ? members : JSON.sorted(members)
      for (position, member) in ordered.enumerated() {
        JSON.begin(position, indentation, &sink)
        sink.append(quoted: member.key)
        sink.append(UInt8(ascii: ":"))
        if indentation != nil { sink.append(UInt8(ascii: " ")) }
        member.value.write(to: &sink, indentation: indentation.map { $0 + 1 }, form: form)
      }
      JSON.end("}", isEmpty: members.isEmpty, indentation, &sink)
    }
  }

  private static func begin(_ position: Int, _ indentation: Int?, _ sink: inout JSONTextSink) {
    if position > 0 { sink.append(UInt8(ascii: ",")) }
    if let indentation { newLine(indentation + 1, &sink) }
  }

  private static func end(
    _ mark: Unicode.Scalar, isEmpty: Bool, _ indentation: Int?, _ sink: inout JSONTextSink
  ) {
    if let indentation, !isEmpty { newLine(indentation, &sink) }
    sink.append(UInt8(ascii: mark))
  }

  private static func newLine(_ depth: Int, _ sink: inout JSONTextSink) {
    sink.append(UInt8(ascii: "\n"))
    sink.append(UInt8(ascii: " "), count: 2 * depth)
  }

  private static func sorted(_ members: [Member]) -> [Member] {
    let isSorted = members.indices.dropFirst().allSatisfy {
      !precedes(members[$0].key, members[$0 - 1].key)
    }
    return isSorted ? members : members.sorted { precedes($0.key, $1.key) }
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
}
