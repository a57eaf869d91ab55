extension MemoDocument {
  /// One self-contained page: inline styles, no script, no outside resource.
  public var html: String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(HTMLText.plain((demonstration == nil ? "" : "DEMONSTRATION: ") + title))</title>
      <style>
      \(StyleSheet.common)
      \(StyleSheet.memo)
      \(StyleSheet.print)
      \(demonstration == nil ? "" : StyleSheet.demonstrationPage)
      </style>
      </head>
      <body>
      <a class="skip" href="#section-2">Skip the summary</a>
      <main>

      """
    for section in sections {
      page += "<section id=\"\(section.anchor)\" aria-labelledby=\"h-\(section.number)\">\n"
      let mark = banner.map { "<p class=\"banner\">\(HTMLText.escaped($0))</p>\n" } ?? ""
      if section.number == "1" {
        page += mark
        page += "<h1>\(HTMLText.escaped(title))</h1>\n"
        page += definitions(header, style: "header")
      }
      page += "<h2 id=\"h-\(section.number)\">\(HTMLText.escaped(section.heading))</h2>\n"
      if section.number != "1" { page += mark }
      for block in section.blocks { page += html(block) }
      page += "</section>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  private func html(_ block: MemoBlock) -> String {
    switch block {
    case .heading(let text): "<h3>\(HTMLText.escaped(text))</h3>\n"
    case .paragraph(let paragraph): html(paragraph)
    case .table(let table): html(table)
    case .lanes(let marks):
      "<ul class=\"lanes\" aria-label=\"Lanes\">\n" + marks.map(html).joined() + "</ul>\n"
    case .definitions(let items): definitions(items, style: "list")
    case .callout(let title, let runs):
      "<p class=\"callout\"><strong>\(HTMLText.escaped(title))</strong> \(html(runs))</p>\n"
    case .signatures(let signatures): html(signatures)
    }
  }

  private func html(_ paragraph: MemoParagraph) -> String {
    let nature = paragraph.statement.nature
    let mark =
      nature == .note
      ? "" : "<span class=\"nature \(nature.rawValue)\">\(nature.rawValue.capitalisedFirst).</span>"
    return "<p class=\"paragraph\" id=\"\(MemoDocument.anchor(paragraph.number))\">"
      + "<span class=\"n\">\(paragraph.number)</span><span>\(mark)"
      + "\(html(paragraph.statement.runs))</span></p>\n"
  }

  private func html(_ runs: [MemoRun]) -> String {
    var output = ""
    for run in runs {
      switch run {
      case .text(let text): output += HTMLText.escaped(text)
      case .strong(let text): output += "<strong>\(HTMLText.escaped(text))</strong>"
      case .quotation(let text): output += "<bdi>\(HTMLText.escaped(text))</bdi>"
      case .reference(let number):
        output += "<a href=\"#\(MemoDocument.anchor(number))\">\(MemoDocument.pointer(number))</a>"
      case .citation(let citation):
        let label = HTMLText.escaped("[\(citation.label)]")
        let inner =
          citation.anchor.map { "<a href=\"#\(HTMLText.identifier($0))\">\(label)</a>" } ?? label
        output += (output.isEmpty ? "" : " ") + "<span class=\"cite\">\(inner)</span>"
      }
    }
    return output
  }

  private func html(_ table: MemoTable) -> String {
    let caption = html(table.caption)
    var output = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
    output += HTMLText.plain(table.columns.first.map { "Table by \($0)" } ?? "Table")
    output += "\"><table>\n<caption>\(caption)</caption>\n<thead><tr>"
    for column in table.columns { output += "<th scope=\"col\">\(HTMLText.escaped(column))</th>" }
    output += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      output += row.anchor.map { "<tr id=\"\(HTMLText.identifier($0))\">" } ?? "<tr>"
      for (index, cell) in row.cells.enumerated() {
        output += index == 0 ? "<th scope=\"row\">" : "<td>"
        output += html(cell) + (index == 0 ? "</th>" : "</td>")
      }
      output += "</tr>\n"
    }
    return output + "</tbody></table></div>\n"
  }

  private func html(_ mark: LaneMark) -> String {
    "<li class=\"\(mark.tone.rawValue)\">\(mark.lane)<b><span class=\"shape\" aria-hidden=\"true\">"
      + "\(mark.shape)</span>\(HTMLText.escaped(mark.word))</b>\(html(mark.summary))</li>\n"
  }

  private func html(_ signatures: MemoSignatures) -> String {
    var output = "<div class=\"signatures\"><table>\n<caption>Signatures</caption>\n<thead><tr>"
    for column in ["Meaning", "Name", "Date and time (UTC)", "Signature"] {
      output += "<th scope=\"col\">\(column)</th>"
    }
    output += "</tr></thead>\n<tbody>\n"
    for meaning in signatures.meanings {
      output += "<tr><th scope=\"row\">\(HTMLText.escaped(meaning))</th><td></td><td></td><td></td>"
      output += "</tr>\n"
    }
    output += "<tr><th scope=\"row\">Dissent</th><td colspan=\"3\">"
    return output + "\(HTMLText.escaped(signatures.dissent))</td></tr>\n</tbody></table></div>\n"
  }

  private func definitions(_ items: [MemoDefinition], style: String) -> String {
    "<dl class=\"\(style)\">\n"
      + items.map {
        "<div><dt>\(HTMLText.escaped($0.term))</dt><dd>\(html($0.runs))</dd></div>\n"
      }.joined() + "</dl>\n"
  }

  /// How a reference reads: `section 10`, `paragraph 5.2`, `annex B`.
  static func pointer(_ number: String) -> String {
    if number.contains(".") { return "paragraph " + number }
    return Int(number) == nil ? "annex " + number : "section " + number
  }
}
