import Formats

extension WordedNotice {
  mutating func readValues() {
    readBudget()
    if let value = fields.first("ceiling") {
      notice.ceiling = money(value)
      if notice.ceiling != nil { notice.locate("ceiling", "line \(value.line)") }
    }
    notice.deadline = day("deadline") ?? deadlineInWords()
    notice.awardedOn = day("awarded-on")
    notice.deliveryPlace = fields.first("delivery-place")?.text
    if let value = fields.first("method") {
      notice.method = terms.method(in: value.text) ?? value.text
    } else {
      notice.method = terms.method(in: notice.title)
    }
    readImports()
    if let value = fields.first("expected") { readExpected(value.text, value.line) }
  }

  /// What the notice says of the whole; where it says it of each lot alone, the sum.
  private mutating func readBudget() {
    guard let value = fields.first("budget") else {
      // 拟采购内容：试剂盒20盒，预算40万元.
      for line in fields.all("requirement") {
        guard let range = line.text.firstRange(of: "预算"),
          case .money(let money) = AmountReader(terms: terms).read(
            String(line.text[range.upperBound...].prefix { !"，,；;。".contains($0) }),
            currency: "CNY")
        else { continue }
        notice.budget = money
        notice.locate("budget", "line \(line.line)")
        return
      }
      return
    }
    notice.budget = money(value)
    let stated = fields.all("budget")
    if let lot = fields.first("lot-name"), lot.line < value.line, stated.count > 1 {
      // A lot whose budget stands elsewhere leaves the whole open.
      notice.budget = stated.dropFirst().reduce(
        terms.isAbsent(stated[0].text) ? nil : notice.budget
      ) { sum, next in
        money(next).flatMap { sum?.adding($0) }
      }
    }
    if notice.budget != nil { notice.locate("budget", "line \(value.line)") }
  }

  /// 并于2024年07月24日 09点30分（北京时间）前递交投标文件.
  private mutating func deadlineInWords() -> CivilDate? {
    guard notice.stage != .award, notice.stage != .contract else { return nil }
    for line in fields.lines + fields.values.map({ ($0.text, $0.section, $0.line) }) {
      for phrase in ["前递交", "前提交", "前上传"] {
        guard let range = line.text.firstRange(of: phrase),
          let day = NoticeDates.days(in: String(line.text[..<range.lowerBound])).last
        else { continue }
        notice.locate("deadline", "line \(line.line)")
        return day
      }
    }
    return nil
  }

  private static let refusalsOfImports = [
    "进口产品,不适用", "进口产品，不适用", "进口产品：不适用", "进口产品不适用", "不接受进口", "不允许进口", "拒绝进口", "不允许采购进口", "不得采购进口",
    "不采购进口", "不接受采购进口",
  ]
  private static let permissionsOfImports = [
    "接受进口产品", "允许进口产品", "允许采购进口", "可采购进口", "可以采购进口", "允许进口", "接受进口",
  ]

  /// Whether goods from abroad may be offered: for the whole notice where it says one thing, else for
  /// the things of each package of which it says so.
  private mutating func readImports() {
    var stated: [(flag: Bool, line: Int)] = fields.all("imports").compactMap { value in
      terms.flag(value.text).map { ($0, value.line) }
    }
    if stated.isEmpty {
      stated = (fields.lines + fields.values.map { ($0.text, $0.section, $0.line) }).compactMap {
        line in
        if WordedNotice.refusalsOfImports.contains(where: { line.text.contains($0) }) {
          return (false, line.line)
        }
        return WordedNotice.permissionsOfImports.contains { line.text.contains($0) }
          ? (true, line.line) : nil
      }
    }
    guard let first = stated.first else { return }
    notice.locate("importsAllowed", "line \(first.line)")
    if stated.allSatisfy({ $0.flag == first.flag }) {
      notice.importsAllowed = first.flag
      return
    }
    // Packages follow one another, and each says it once: before its things or behind them.
    let items = notice.items.map { Int($0.place.drop { !$0.isNumber }) ?? 0 }
    let isAhead = items.min().map { first.line < $0 } ?? false
    let ordered = stated.sorted { $0.line < $1.line }
    for (index, line) in items.enumerated() where notice.items[index].importsAllowed == nil {
      notice.items[index].importsAllowed =
        isAhead
        ? ordered.last { $0.line < line }?.flag : ordered.first { $0.line > line }?.flag
    }
  }

  private mutating func readExpected(_ text: String, _ line: Int) {
    notice.expected = NoticeDates.span(in: text)
    if notice.expected == nil {
      fault("EVD093", "\(NoticeText.quoted(text)) is no month", "look at the source", line: line)
    } else {
      notice.locate("expected", "line \(line)")
    }
  }

  /// Takes one row of an intention; false where it names nothing.
  mutating func readIntention(
    _ cells: [String], _ line: Int, _ table: NoticeFields.Table
  ) -> Bool {
    func cell(_ code: String) -> (text: String, aside: String)? {
      guard let index = table.index(code), index < cells.count else { return nil }
      return terms.isAbsent(cells[index]) ? nil : (cells[index], table.columns[index]?.aside ?? "")
    }
    guard let name = cell("project-name")?.text else { return false }
    let page = notice.title
    notice.title = name
    notice.locators.removeAll { $0.field == "title" }
    notice.locate("title", "line \(line)")
    if let budget = cell("budget") {
      notice.budget = amount(budget.text, hint: budget.aside, line: line)
      if notice.budget != nil { notice.locate("budget", "line \(line)") }
    }
    if let expected = cell("expected") { readExpected(expected.text, line) }
    if let buyer = cell("buyer")?.text {
      notice.buyers = [TenderBody(names: [buyer], country: "CN")]
      notice.locators.removeAll { $0.field == "buyer" }
      notice.locate("buyer", "line \(line)")
    }
    let requirement = cell("requirement")?.text ?? ""
    let quantity = cell("quantity")?.text ?? ""
    for text in [requirement, name] where notice.items.isEmpty {
      notice.items += wordedItems(in: text, line)
    }
    if notice.items.isEmpty, !quantity.isEmpty {
      let reading = QuantityReader(terms: terms).read(quantity, unit: cell("unit")?.text)
      var item = TenderItem(
        description: name, quantity: reading.quantity, unit: reading.unit, place: "line \(line)")
      item.pack = reading.pack
      if let reason = reading.fault { fault("EVD096", reason, "look at the source", line: line) }
      notice.items.append(item)
    }
    if !notice.items.isEmpty { notice.locate("items", "line \(line)") }
    notice.text = NoticeText.bounded(
      [page, requirement, cell("remark")?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
    )
    let text = requirement + (cell("remark")?.text ?? "")
    if text.contains("进口") { notice.importsAllowed = text.contains("不") ? false : nil }
    notice.id = (notice.projectNumber ?? fileName) + "/intention/line \(line)"
    return true
  }

  /// All lines and values, which the lexicon reads.
  mutating func readText() {
    var parts: [(line: Int, text: String)] = fields.lines.map { ($0.line, $0.text) }
    parts += fields.values.filter { $0.code != "contact" }.map { ($0.line, $0.text) }
    for table in fields.tables {
      parts += table.rows.map { ($0.line, $0.cells.joined(separator: " ")) }
    }
    notice.text = NoticeText.bounded(
      parts.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
        .map(\.element.text).joined(separator: "\n"))
  }
}
