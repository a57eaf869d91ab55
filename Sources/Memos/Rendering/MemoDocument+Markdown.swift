extension MemoDocument {
  /// CommonMark with pipe tables; foreign text is escaped so that it cannot become markup.
  public var markdown: String {
    var lines: [String] = []
    if let banner { lines += ["**\(Markdown.escaped(banner))**", ""] }
    lines += ["# " + Markdown.escaped(title), ""]
    for item in header {
      lines.append("- **\(Markdown.escaped(item.term))**: \(markdown(item.runs))")
    }
    lines.append("")
    for section in sections {
      if section.number != "1", let banner { lines += ["**\(Markdown.escaped(banner))**", ""] }
      lines += ["## " + Markdown.escaped(section.heading), ""]
      for block in section.blocks { lines += markdown(block) + [""] }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func markdown(_ block: MemoBlock) -> [String] {
    switch block {
    case .heading(let text): ["### " + Markdown.escaped(text)]
    case .paragraph(let paragraph): [markdown(paragraph)]
    case .table(let table): markdown(table)
    case .lanes(let marks):
      Markdown.table(
        marks.map { Markdown.escaped($0.lane) },
        [marks.map { "\($0.shape) **\(Markdown.escaped($0.word))**: \(markdown($0.summary))" }])
    case .definitions(let items):
      items.map { "- **\(Markdown.escaped($0.term))**: \(markdown($0.runs))" }
    case .callout(let title, let runs): ["> **\(Markdown.escaped(title))** \(markdown(runs))"]
    case .signatures(let signatures):
      Markdown.table(
        ["Meaning", "Name", "Date and time (UTC)", "Signature"],
        (signatures.meanings + ["Dissent"]).map { [Markdown.escaped($0), "", "", ""] })
        + ["", "Dissent: \(Markdown.escaped(signatures.dissent))."]
    }
  }

  private func markdown(_ paragraph: MemoParagraph) -> String {
    let nature = paragraph.statement.nature
    let mark = nature == .note ? "" : "*\(nature.rawValue.capitalisedFirst).* "
    return "**\(paragraph.number)** \(mark)\(markdown(paragraph.statement.runs))"
  }

  private func markdown(_ table: MemoTable) -> [String] {
    [markdown(table.caption), ""]
      + Markdown.table(
        table.columns.map(Markdown.escaped), table.rows.map { $0.cells.map(markdown) })
  }

  private func markdown(_ runs: [MemoRun]) -> String {
    runs.reduce(into: "") { output, run in
      switch run {
      case .text(let text), .quotation(let text): output += Markdown.escaped(text)
      case .strong(let text):
        let trimmed = text.hasSuffix(" ") ? String(text.dropLast()) : text
        output += "**\(Markdown.escaped(trimmed))**" + (trimmed == text ? "" : " ")
      case .reference(let number): output += MemoDocument.pointer(number)
      case .citation(let citation):
        output += (output.isEmpty ? "" : " ") + "\\[\(Markdown.escaped(citation.label))\\]"
      }
    }
  }
}

/// Escapes and tables of Markdown.
enum Markdown {
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!":
        output += "\\"
        output.unicodeScalars.append(scalar)
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "&": output += "&amp;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  static func table(_ columns: [String], _ rows: [[String]]) -> [String] {
    [
      "| " + columns.joined(separator: " | ") + " |",
      "|" + columns.map { _ in "---|" }.joined(),
    ] + rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
