public import Formats

extension MemoDocument {
  /// The document as data: sections of blocks, each statement with its nature and citations.
  public var json: JSON {
    .object([
      ("memo", .string(memoNumber)), ("title", .string(title)), ("status", .string("draft")),
      ("profile", .string("counsel")), ("demonstration", .optional(demonstration)),
      ("header", .array(header.map(json))),
      (
        "sections",
        .array(
          sections.map { section in
            .object([
              ("number", .string(section.number)), ("title", .string(section.title)),
              ("blocks", .array(section.blocks.map(json))),
            ])
          })
      ),
    ])
  }

  private func json(_ block: MemoBlock) -> JSON {
    switch block {
    case .heading(let text): object("heading", [("text", .string(text))])
    case .paragraph(let paragraph):
      object(
        "paragraph",
        [
          ("number", .string(paragraph.number)),
          ("nature", .string(paragraph.statement.nature.rawValue)),
          ("runs", json(paragraph.statement.runs)),
        ])
    case .table(let table):
      object(
        "table",
        [
          ("nature", .string(table.nature.rawValue)), ("caption", json(table.caption)),
          ("columns", .strings(table.columns)),
          (
            "rows",
            .array(
              table.rows.map { row in
                .object([
                  ("id", .optional(row.anchor)), ("cells", .array(row.cells.map(json))),
                ])
              })
          ),
        ])
    case .lanes(let marks):
      object(
        "lanes",
        [
          (
            "lanes",
            .array(
              marks.map {
                .object([
                  ("lane", .string($0.lane)), ("state", .string($0.word)),
                  ("summary", json($0.summary)),
                ])
              })
          )
        ])
    case .definitions(let items): object("definitions", [("items", .array(items.map(json)))])
    case .callout(let title, let runs):
      object("callout", [("title", .string(title)), ("runs", json(runs))])
    case .signatures(let signatures):
      object(
        "signatures",
        [
          ("meanings", .strings(signatures.meanings)), ("dissent", .string(signatures.dissent)),
        ])
    }
  }

  private func object(_ kind: String, _ members: [(String, JSON)]) -> JSON {
    .object([("block", .string(kind))] + members)
  }

  private func json(_ item: MemoDefinition) -> JSON {
    .object([("term", .string(item.term)), ("runs", json(item.runs))])
  }

  private func json(_ runs: [MemoRun]) -> JSON {
    .array(
      runs.map { run in
        switch run {
        case .text(let text): .object([("text", .string(text))])
        case .strong(let text): .object([("strong", .string(text))])
        case .quotation(let text): .object([("quotation", .string(text))])
        case .reference(let number): .object([("reference", .string(number))])
        case .citation(let citation): .object([("citation", .string(citation.label))])
        }
      })
  }
}
