/// Makes lines and rows of the events of a page.
struct HTMLTextBuilder {
  private(set) var title: String?
  private(set) var metadata: [(name: String, content: String)] = []
  private(set) var blocks: [HTMLText.Block] = []

  private var text: [UInt8] = []
  private var textLine = 1
  private var heading: Int?
  private var hidden = 0
  /// The element that the page itself hides, and how many of its name are open within.
  private var concealed: (name: String, depth: Int)?
  /// The element that stands beside the text, how many of its name are open within, and its place.
  private var beside: (name: String, depth: Int, place: HTMLText.Place)?
  private var asideCount = 0
  private var isInTitle = false
  private var tables: [HTMLTable] = []
  private var tableCount = 0

  /// Elements whose text nobody reads, and what a page has struck out: it no longer says it.
  private static let hiddenElements: Set<String> = [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "select",
    "textarea", "del", "s", "strike",
  ]
  private static let inlineElements: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "nobr",
    "q", "small", "span", "strong", "sub", "sup", "tt", "u", "img", "wbr", "bdo", "input", "button",
  ]

  private static let unclosedElements: Set<String> = ["p", "li", "dt", "dd", "option"]
  /// Elements that a page hides as a whole; of others, such as cells, that would move what stays.
  private static let concealable: Set<String> = [
    "div", "p", "span", "section", "li", "dt", "dd", "ul", "ol", "aside", "a", "b", "i", "em",
    "strong", "font",
  ]

  /// Whether the page shows an element to nobody.
  private static func isConcealed(
    _ name: String, _ attributes: [(name: String, value: String)]
  ) -> Bool {
    guard !attributes.isEmpty, concealable.contains(name) else { return false }
    return attributes.contains { attribute in
      switch attribute.name {
      case "hidden": return attribute.value != "until-found"
      case "style":
        let style = attribute.value.lowercased().filter { !$0.isWhitespace }
        return style.contains("display:none") || style.contains("visibility:hidden")
      default: return false
      }
    }
  }

  /// Classes and ids under which pages keep what readers wrote.
  private static let commentNames: Set<String> = [
    "comments", "comment", "comment-list", "commentlist", "comment-section", "comments-area",
    "comments-section", "user-comments", "reader-comments", "disqus_thread", "pinglun",
    "commentbox",
  ]

  /// Where an element puts its text; nil for one that stands in the text.
  private mutating func place(
    of name: String, _ attributes: [(name: String, value: String)]
  ) -> HTMLText.Place? {
    if name == "aside" || name == "nav" {
      asideCount += 1
      return .aside(asideCount)
    }
    guard !attributes.isEmpty, HTMLTextBuilder.concealable.contains(name) else { return nil }
    let names = attributes.filter { $0.name == "class" || $0.name == "id" }
      .flatMap { $0.value.lowercased().split(separator: " ") }
    return names.contains { HTMLTextBuilder.commentNames.contains(String($0)) } ? .comments : nil
  }

  mutating func take(_ event: HTMLParsing.Event, _ line: Int) {
    switch event {
    case .start(let name, let attributes): start(name, attributes, line)
    case .end(let name): end(name)
    case .text(let bytes):
      guard hidden == 0, concealed == nil else { return }
      if text.isEmpty { textLine = line }
      text.append(contentsOf: bytes)
    }
  }

  mutating func finish() {
    while !tables.isEmpty { closeTable() }
    flush()
  }

  private mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)], _ line: Int
  ) {
    if HTMLTextBuilder.hiddenElements.contains(name) {
      hidden += 1
      return
    }
    func attribute(_ key: String) -> String? { attributes.first { $0.name == key }?.value }
    if let open = concealed, open.name == name {
      // The next paragraph ends one that nobody closed.
      let ends = HTMLTextBuilder.unclosedElements.contains(name)
      concealed = ends ? nil : (name, open.depth + 1)
    }
    if concealed == nil, HTMLTextBuilder.isConcealed(name, attributes) {
      flush()
      concealed = (name, 1)
    }
    if let open = beside {
      if open.name == name { beside?.depth += 1 }
    } else if let place = place(of: name, attributes) {
      flush()
      beside = (name, 1, place)
    }
    switch name {
    case "meta":
      if let key = attribute("name") ?? attribute("property"), let content = attribute("content") {
        if metadata.count < 256 { metadata.append((key.lowercased(), content)) }
      }
    case "title":
      flush()
      isInTitle = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = Int(name.dropFirst())
    case "table":
      flush()
      tableCount += 1
      tables.append(HTMLTable(number: tableCount))
    case "tr":
      flush()
      if !tables.isEmpty { endRow() }
      tables.last?.startRow(line)
    case "td", "th":
      flush()
      tables.last?.startCell(
        line, isHeader: name == "th", rows: Int(attribute("rowspan") ?? "") ?? 1,
        columns: Int(attribute("colspan") ?? "") ?? 1)
    case "br": flush()
    default: if !HTMLTextBuilder.inlineElements.contains(name) { flush() }
    }
  }

  private mutating func end(_ name: String) {
    if HTMLTextBuilder.hiddenElements.contains(name) {
      hidden = max(0, hidden - 1)
      return
    }
    if let open = concealed, open.name == name {
      concealed = open.depth > 1 ? (name, open.depth - 1) : nil
    }
    if let open = beside, open.name == name {
      flush()
      if open.depth > 1 { beside?.depth -= 1 } else { beside = nil }
    }
    switch name {
    case "title":
      let words = folded()
      if isInTitle, title == nil, !words.isEmpty { title = words }
      isInTitle = false
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = nil
    case "td", "th": flush()
    case "tr":
      flush()
      endRow()
    case "table":
      flush()
      closeTable()
    default: if !HTMLTextBuilder.inlineElements.contains(name) { flush() }
    }
  }

  private mutating func closeTable() {
    flush()
    endRow()
    if !tables.isEmpty { tables.removeLast() }
  }

  private mutating func endRow() {
    guard let row = tables.last?.endRow() else { return }
    // A row of one cell lays the page out; its lines are lines.
    if row.cells.count == 1, let cell = row.cells.first {
      for part in cell.text.split(separator: "\n") where !part.isEmpty {
        blocks.append(block(.line(String(part)), cell.line))
      }
      return
    }
    guard row.cells.contains(where: { !$0.text.isEmpty }), let table = tables.last else { return }
    blocks.append(
      block(.row(row.cells, table: table.number, isHeader: row.isHeader), row.line))
  }

  private func block(_ content: HTMLText.Block.Content, _ line: Int) -> HTMLText.Block {
    HTMLText.Block(content: content, line: line, place: beside?.place ?? .body)
  }

  private mutating func flush() {
    guard !isInTitle else { return }
    let words = folded()
    guard !words.isEmpty else { return }
    if let table = tables.last, table.isInCell {
      table.add(words)
    } else if let level = heading {
      blocks.append(block(.heading(words, level: level), textLine))
    } else {
      blocks.append(block(.line(words), textLine))
    }
  }

  /// The text so far, white space folded to one blank and trimmed; the text begins anew.
  private mutating func folded() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      var length = 0
      switch text[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0C: length = 1
      case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: length = 2
      case 0xE3 where text[index...].starts(with: [0xE3, 0x80, 0x80]): length = 3
      default: break
      }
      if length > 0 {
        if let last = result.last, last != 0x20 { result.append(0x20) }
        index += length
      } else {
        result.append(text[index])
        index += 1
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
