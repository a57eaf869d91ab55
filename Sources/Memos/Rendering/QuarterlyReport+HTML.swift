extension QuarterlyReport {
  /// One self-contained page: inline styles and drawings, no script, printable in black and white.
  public var html: String {
    let title = "Risk report \(quarter)"
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(demonstration == nil ? "" : "DEMONSTRATION: ")\(title)</title>
      <style>
      \(StyleSheet.common)
      \(StyleSheet.report)
      \(StyleSheet.print)
      \(demonstration == nil ? "" : StyleSheet.demonstrationPage)
      </style>
      </head>
      <body>
      <a class="skip" href="#section-1">Skip the summary</a>
      <main>

      """
    page += bannerElement
    page += "<h1>\(title): \(quarter.firstDay) to \(quarter.lastDay)</h1>\n"
    page += "<p>Board and compliance, internal. From \(selection.linesRead) recorded "
    page += "determinations, records \(HTMLText.escaped(recordsDigest)). Each number has an id "
    page += "that leads to the orders behind it. Machine text; the signer owns the words.</p>\n"
    page += "<nav aria-label=\"Contents\"><p>"
    page += sections.map { "<a href=\"#section-\($0.number)\">§\($0.number) \($0.title)</a>" }
      .joined(separator: " · ")
    page += " · <a href=\"#annex\">Annex: the orders behind each number</a></p></nav>\n"
    for section in sections { page += html(section) }
    return page + annex + "</main>\n</body>\n</html>\n"
  }

  private var bannerElement: String {
    banner.map { "<p class=\"banner\">\(HTMLText.escaped($0))</p>\n" } ?? ""
  }

  private func html(_ section: ReportSection) -> String {
    let id = "section-\(section.number)"
    var output = "<section id=\"\(id)\" aria-labelledby=\"h-\(section.number)\">\n"
    output += "<h2 id=\"h-\(section.number)\">§\(section.number) "
    output += "\(HTMLText.escaped(section.title))</h2>\n"
    if section.number > 0 { output += bannerElement }
    if !section.finding.isEmpty {
      let sentences = section.finding.map { $0.map(html).joined() }
      output += "<p class=\"finding\">\(sentences.joined(separator: " "))</p>\n"
    }
    for (index, part) in section.parts.enumerated() {
      switch part {
      case .text(let text): output += "<p>\(HTMLText.escaped(text))</p>\n"
      case .chart(let chart):
        output += "<figure>\(chart.svg(id: "c\(section.number)-\(index)"))"
        output += "<figcaption>\(HTMLText.escaped(chart.title))</figcaption></figure>\n"
      case .table(let table): output += html(table)
      }
    }
    return output + "</section>\n"
  }

  private func html(_ cell: ReportCell) -> String {
    switch cell {
    case .text(let text): return HTMLText.escaped(text)
    case .many(let cells):
      let isList = cells.allSatisfy { if case .number = $0 { true } else { false } }
      return cells.map(html).joined(separator: isList ? "<br>" : "")
    case .number(let number):
      return "<span class=\"figure\"><b>\(HTMLText.escaped(number.value))</b> "
        + "<a class=\"id\" href=\"#\(number.id)\">\(number.id)</a></span>"
    }
  }

  private func html(_ table: ReportTable) -> String {
    var output = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
    output += HTMLText.plain(shortened(table.caption, to: 80))
    output += "\"><table>\n<caption>\(HTMLText.escaped(table.caption))</caption>\n<thead><tr>"
    for column in table.columns { output += "<th scope=\"col\">\(HTMLText.escaped(column))</th>" }
    output += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      output += "<tr>"
      for (index, cell) in row.enumerated() {
        output += index == 0 ? "<th scope=\"row\">\(html(cell))</th>" : "<td>\(html(cell))</td>"
      }
      output += "</tr>\n"
    }
    return output + "</tbody></table></div>\n"
  }

  private var annex: String {
    var output = "<section id=\"annex\" aria-labelledby=\"h-annex\">\n"
    output += "<h2 id=\"h-annex\">Annex: the orders behind each number</h2>\n\(bannerElement)"
    output += "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Numbers\"><table>\n"
    output += "<caption>Order references as recorded; a line number stands where a line could not "
    output += "be read</caption>\n<thead><tr><th scope=\"col\">Number</th>"
    output += "<th scope=\"col\">What</th><th scope=\"col\">Value</th>"
    output += "<th scope=\"col\">Orders</th></tr></thead>\n<tbody>\n"
    for number in numbers {
      let orders = number.orders.map { "<span class=\"ref\">\(HTMLText.escaped($0))</span>" }
      output += "<tr id=\"\(number.id)\"><th scope=\"row\">\(number.id)</th>"
      output += "<td>\(HTMLText.escaped(number.label))</td>"
      output += "<td>\(HTMLText.escaped(number.value))</td>"
      output += "<td>\(orders.isEmpty ? "none" : orders.joined(separator: ", "))</td></tr>\n"
    }
    return output + "</tbody></table></div>\n</section>\n"
  }
}

extension StyleSheet {
  static let report = """
    .finding{font-size:1.05rem;background:var(--pale);border-left:5px solid var(--ink);
    padding:.5rem .8rem;margin:.4rem 0 .9rem}
    .figure{white-space:nowrap}
    td .figure{white-space:normal}
    .id{font-size:.72em}
    .ref{display:inline-block}
    figure{margin:.8rem 0;overflow-x:auto}
    figure svg{width:100%;min-width:30rem;max-width:48rem;height:auto;display:block}
    figcaption{font-size:.875rem;color:var(--soft);margin-top:.3rem}
    @media print{
    .finding{font-size:10pt;padding:1.5mm 2.5mm;break-after:avoid;break-inside:avoid}
    figcaption{font-size:8.2pt}
    figure svg{min-width:0;max-width:165mm}
    figure{break-inside:avoid;overflow:visible}
    nav{font-size:8.2pt}
    #section-0{break-after:page}
    svg,.finding,.banner,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    """
}
