public import Formats

extension Worksheet {
  /// The worksheet as data; members stand in one fixed order.
  public var json: JSON {
    .object([
      ("line", .string(line)), ("description", .optional(description)),
      ("eccn", .optional(eccn)), ("destination", .string(destination)),
      ("asOf", .string(asOf.description)), ("summary", .string(summary)),
      ("steps", .array(steps.map(\.json))),
    ])
  }
}

extension WorksheetStep {
  public var json: JSON {
    .object([
      ("id", .string(id)), ("section", .string(section.rawValue)),
      ("nature", .string(nature.rawValue)), ("question", .string(question)),
      ("answer", .string(answer.answer)), ("words", .string(words)),
      (
        "inputs",
        .array(
          inputs.map { .object([("name", .string($0.name)), ("value", .string($0.value))]) })
      ),
      (
        "citations",
        .array(
          citations.map {
            .object([
              ("text", .string($0.text)), ("verification", .string($0.verification)),
            ])
          })
      ),
    ])
  }
}
