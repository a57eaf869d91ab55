import Formats

extension OrderReading {
  /// A text that must say something.
  mutating func filledText(_ field: Field, limit: Int = nameLimit) -> String? {
    guard let text = text(field, limit: limit) else { return nil }
    guard !SuspiciousText.isBlank(text) else {
      error(
        .blankText, field, text.isEmpty ? "the text is empty" : "the text has nothing to see",
        remedy: "write a value")
      return nil
    }
    return text
  }

  /// A text that must be there and must say something.
  mutating func requiredText(_ fields: Fields, _ name: String, _ meaning: String) -> String? {
    guard let field = required(fields, name, meaning) else { return nil }
    return filledText(field)
  }

  /// A text that may be absent; an empty one is read as absent, with a warning.
  mutating func optionalText(_ fields: Fields, _ name: String, limit: Int = nameLimit) -> String? {
    guard let field = fields.optional(name), let text = text(field, limit: limit) else {
      return nil
    }
    guard SuspiciousText.isBlank(text) else { return text }
    warnOfEmpty(field)
    return nil
  }

  mutating func warnOfEmpty(_ field: Field) {
    warn(
      .emptyOptionalText, field, "the text is empty and is read as not given",
      remedy: "write a value or leave the field out")
  }

  /// A string within its length, its characters looked at. Running text may hold line breaks.
  mutating func text(_ field: Field, limit: Int = nameLimit) -> String? {
    guard let text = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    // A text has at least as many bytes as scalars, so most need no counting.
    if text.utf8.count > limit {
      let length = text.unicodeScalars.count
      guard length <= limit else {
        error(
          .textTooLong, field, "the text has \(length) characters, more than \(limit)",
          remedy: "shorten it to \(limit) characters")
        return nil
      }
    }
    inspect(text, field, allowsBreaks: limit == OrderReading.textLimit)
    return text
  }

  /// One warning for each kind of suspicious character, at the first of its kind.
  private mutating func inspect(_ text: String, _ field: Field, allowsBreaks: Bool) {
    let findings = SuspiciousText.findings(in: text, allowingLineBreaks: allowsBreaks)
    guard !findings.isEmpty else { return }
    for kind in SuspiciousText.Kind.allCases {
      let ofKind = findings.filter { $0.kind == kind }
      guard let first = ofKind.first else { continue }
      let more = ofKind.count > 1 ? " and \(ofKind.count - 1) more like it" : ""
      faults.add(
        Fault(kind), .warning,
        at: StringPlace.offset(ofScalar: first.index, inStringAt: field.offset, of: bytes),
        in: field.path, "\(kind.description) \(first.name) as character \(first.index + 1)\(more)",
        remedy: kind.remedy)
    }
  }

  /// One word of a closed set.
  mutating func term<Term>(_ field: Field, _: Term.Type = Term.self) -> Term?
  where Term: RawRepresentable<String> & CaseIterable {
    guard let word = field.value.string else {
      wrongType(field, expected: "a string")
      return nil
    }
    if word.utf8.count <= 64, let term = Term(rawValue: word) { return term }
    let allowed = Term.allCases.map(\.rawValue)
    error(
      .unknownTerm, field, "unknown value \(quoted(word))",
      remedy: OrderReading.remedy(word, allowed))
    return nil
  }

  mutating func requiredTerm<Term>(_ fields: Fields, _ name: String, _: Term.Type) -> Term?
  where Term: RawRepresentable<String> & CaseIterable {
    guard let field = required(fields, name, "one of " + OrderReading.list(Term.self)) else {
      return nil
    }
    return term(field)
  }

  mutating func optionalTerm<Term>(_ fields: Fields, _ name: String, _: Term.Type) -> Term?
  where Term: RawRepresentable<String> & CaseIterable {
    guard let field = fields.optional(name) else { return nil }
    return term(field)
  }

  /// All words of a closed set, for a message.
  static func list<Term>(_: Term.Type) -> String
  where Term: RawRepresentable<String> & CaseIterable {
    Term.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }

  static func remedy(_ word: String, _ allowed: [String]) -> String {
    let all = "use one of " + allowed.map { "`\($0)`" }.joined(separator: ", ")
    return nearest(to: word, among: allowed).map { "did you mean `\($0)`? " + all } ?? all
  }
}

extension SuspiciousText.Kind {
  /// What the character is, for a message.
  fileprivate var description: String {
    switch self {
    case .directionControl: "the text changes its direction with"
    case .invisible: "the text has the invisible"
    case .control: "the text has the control character"
    case .lookAlike: "a letter of another script looks like one of its word:"
    case .privateUse: "the text has the private-use"
    case .lost: "the text has lost characters at"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .directionControl, .invisible, .control:
      "remove it, and ask where the text came from"
    case .lookAlike: "write the word in one script, and ask where the text came from"
    case .privateUse, .lost: "write the character that is meant"
    }
  }
}
