import Formats

extension OrderReading {
  mutating func endUse(_ root: Fields) -> EndUse? {
    guard let field = root.optional("endUse"), let fields = fields(field) else { return nil }
    var endUse = EndUse()
    endUse.declared = optionalText(fields, "declared", limit: OrderReading.textLimit)
    endUse.statementReference = optionalText(fields, "statementRef")
    endUse.statementDate = optionalDate(fields, "statementDate")
    endUse.questionnaire = list(fields, "questionnaire") { $0.answer($1) }
    endUse.collaborators = list(fields, "collaborators") { $0.filledText($1) }
    keepUnknown(
      fields,
      known: ["declared", "statementRef", "statementDate", "questionnaire", "collaborators"])
    return endUse
  }

  private mutating func answer(_ field: Field) -> Answer? {
    guard let fields = fields(field) else { return nil }
    let question = requiredText(fields, "id", "the identifier of the question")
    var answer = Answer(question: question ?? "", answer: nil)
    if let given = fields.optional("answer") { answer.answer = scalarText(given) }
    answer.answeredBy = optionalText(fields, "answeredBy")
    answer.answeredOn = optionalDate(fields, "answeredOn")
    answer.verifiedBy = optionalText(fields, "verifiedBy")
    answer.verifiedOn = optionalDate(fields, "verifiedOn")
    answer.evidence = optionalText(fields, "evidence", limit: OrderReading.textLimit)
    keepUnknown(
      fields,
      known: [
        "id", "answer", "answeredBy", "answeredOn", "verifiedBy", "verifiedOn", "evidence",
      ])
    return question == nil ? nil : answer
  }

  /// A string, number or boolean as text. An empty answer is no answer.
  private mutating func scalarText(_ field: Field) -> String? {
    switch field.value.value {
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let literal): return literal
    case .string:
      guard let text = text(field, limit: OrderReading.textLimit) else { return nil }
      guard SuspiciousText.isBlank(text) else { return text }
      warnOfEmpty(field)
      return nil
    default:
      wrongType(field, expected: "a string, a number or a boolean")
      return nil
    }
  }

  mutating func attachments(_ root: Fields) -> [Attachment] {
    list(root, "attachments") { reading, field in
      guard let fields = reading.fields(field) else { return nil }
      let name = reading.requiredText(fields, "name", "the name of the file")
      let digest = reading.required(fields, "sha256", "the SHA-256 digest of the file")
        .flatMap { reading.digestText($0) }
      reading.keepUnknown(fields, known: ["name", "sha256"])
      guard let name, let digest else { return nil }
      return Attachment(name: name, sha256: digest)
    }
  }

  /// An optional list, each element read by `read`.
  mutating func list<Element>(
    _ fields: Fields, _ name: String, read: (inout OrderReading, Field) -> Element?
  ) -> [Element] {
    guard let field = fields.optional(name), let elements = elements(field) else { return [] }
    var result: [Element] = []
    for element in elements {
      if let value = read(&self, element) { result.append(value) }
    }
    return result
  }
}
