public import Formats

extension Questionnaire {
  /// The form as data, with empty places for the answers.
  public func json(_ language: FormLanguage) -> JSON {
    .object([
      ("schemaVersion", .string("1.0")), ("kind", .string("questionnaire")),
      ("order", .string(reference)), ("revision", .integer(revision)),
      ("determinationId", .string(determination)), ("asOf", .string(asOf)),
      ("language", .string(language.rawValue)), ("internal", .boolean(isInternal)),
      ("demonstration", .optional(demonstration)),
      ("answers", .array(items.map { $0.json(language) })),
    ])
  }
}

extension Questionnaire.Item {
  func json(_ language: FormLanguage) -> JSON {
    .object([
      ("id", .string(id)), ("fact", .string(fact)), ("about", .string(about)),
      ("question", .string(text.text(language))), ("expects", .string(expects.rawValue)),
      ("unit", .optional(unit)), ("why", .string(why.text(language))),
      ("legalBasis", .strings(bases)), ("rules", .strings(rules)),
      ("settledBy", .optional(settledBy)), ("answer", .null), ("by", .null), ("at", .null),
      ("documents", .array([])), ("verifiedBy", .null), ("verifiedAt", .null),
    ])
  }
}
