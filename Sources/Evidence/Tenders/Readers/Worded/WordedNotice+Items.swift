import Formats

extension WordedNotice {
  /// Items of tables, of labelled lines, and of a requirement in words, in this order.
  mutating func readItems() {
    let tables = fields.tables.filter(isItems)
    for table in tables where !isOfResults(table) {
      for row in table.rows { readRows(row.cells, row.line, table) }
    }
    if notice.items.isEmpty {
      for table in tables where isOfResults(table) {
        for row in table.rows { readRows(row.cells, row.line, table) }
      }
    }
    if notice.items.isEmpty, notice.language != "zh" { readEnglishItems() }
    if notice.items.isEmpty { readGluedRows() }
    if notice.items.isEmpty { readLabelledItems() }
    if notice.items.isEmpty { readWordedItems() }
    if notice.items.isEmpty { readUnlabelledItems() }
    for index in notice.items.indices {
      dropPriceAboveAward(index)
      checkTotal(index)
    }
    for line in fields.unparted {
      fault(
        "EVD098", "the cells of the row cannot be told apart", "look at the source", line: line)
    }
    if notice.items.isEmpty, [.tender, .award, .contract].contains(notice.stage) {
      fault("EVD099", "no item was read", "look at the source for what is bought", line: 1)
    }
  }

  /// Who won each lot and for how much; the goods usually stand in a table of their own.
  private func isOfResults(_ table: NoticeFields.Table) -> Bool {
    table.has("supplier") && table.has("award-amount")
      && !["quantity", "unit-price", "brand"].contains(where: table.has)
  }

  private func isItems(_ table: NoticeFields.Table) -> Bool {
    if table.has("score") || table.has("correction-after") { return false }
    if table.has("rank"), !isFramework { return false }
    let naming = ["item-name", "requirement", "project-name", "lot", "lot-name", "category"]
      .contains { table.has($0) }
    let counting = [
      "quantity", "unit-price", "brand", "model", "total-price", "unit", "specification",
    ]
    .contains { table.has($0) }
    return naming && counting && !(table.section == "buyer" || table.section == "agency")
  }

  /// A row whose cells list several things one below the other is a row for each.
  private mutating func readRows(_ cells: [String], _ line: Int, _ table: NoticeFields.Table) {
    let rows = table.stacked(cells)
    for row in rows { readRow(row, line, table) }
  }

  private mutating func readRow(_ cells: [String], _ line: Int, _ table: NoticeFields.Table) {
    func cell(_ code: String) -> (text: String, aside: String)? {
      guard let index = table.index(code), index < cells.count else { return nil }
      let text = cells[index].split(separator: "\n").joined(separator: " ")
      return terms.isAbsent(text) ? nil : (text, table.columns[index]?.aside ?? "")
    }
    let names = ["item-name", "requirement", "category", "lot-name", "lot", "project-name"]
      .compactMap { cell($0)?.text }
    guard
      let name = names.first(where: {
        $0.unicodeScalars.contains(where: NoticeText.isHan) || $0.count > 3
      })
        ?? cell("item-name")?.text
    else { return }
    // A company with an address or a sum is who supplies, and nothing that is bought.
    if WordedNotice.isCompany(name),
      !["quantity", "unit", "brand", "model"].contains(where: table.has)
    {
      return
    }
    let bare = terms.folded(name)
    if ["合计", "总计", "小计", "共计", "合 计", "总 计"].contains(bare)
      || cells.first.map({ ["合计", "总计", "小计"].contains(terms.folded($0)) }) == true
    {
      return
    }
    var item = TenderItem(description: name, quantity: nil, unit: nil, place: "line \(line)")
    item.brand = cell("brand")?.text
    item.model = cell("model")?.text
    item.lot = cell("lot").flatMap { $0.text == name ? nil : $0.text }
    item.specification =
      cell("specification")?.text ?? (cell("item-name") != nil ? cell("requirement")?.text : nil)
    let column = cell("quantity")
    let unit = cell("unit")?.text ?? column.flatMap { terms.unit($0.aside) != nil ? $0.aside : nil }
    settle(&item, quantity: column?.text ?? "", unit: unit, line)
    if let pack = cell("pack") {
      item.pack = PackReader(terms: terms).pack(in: pack.text) ?? item.pack
    }
    if let price = cell("unit-price") {
      item.unitPrice = amount(price.text, hint: price.aside, line: line)
    }
    if let price = cell("total-price") ?? cell("award-amount") ?? cell("budget") {
      item.totalPrice = amount(price.text, hint: price.aside, line: line)
    }
    if let flag = cell("imports") { item.importsAllowed = terms.flag(flag.text) }
    append(item)
  }

  mutating func settle(
    _ item: inout TenderItem, quantity: String, unit: String?, _ line: Int
  ) {
    let reading = QuantityReader(terms: terms).read(quantity, unit: unit)
    item.quantity = reading.quantity
    item.unit = reading.unit
    let isDevice = reading.unit.flatMap { terms.unit($0) } == "device"
    item.pack =
      reading.pack
      ?? PackReader(terms: terms).pack(
        in: Array(terms.folded(item.words).unicodeScalars), isStated: isDevice)
    if let reason = reading.fault { fault("EVD096", reason, "look at the source", line: line) }
  }

  mutating func append(_ item: TenderItem) {
    // Head and body of a page often list the same things.
    let isKnown = notice.items.contains { other in
      other.description == item.description && other.quantity == item.quantity
        && other.model == item.model
        && other.lot == item.lot && (other.unitPrice == item.unitPrice || item.unitPrice == nil)
        && other.place != item.place && other.specification == item.specification
    }
    if isKnown,
      notice.items.contains(where: {
        $0.description == item.description && $0.lot == item.lot && $0.totalPrice == item.totalPrice
      })
    {
      return
    }
    notice.items.append(item)
    notice.locate("items", item.place)
  }

  /// 采购遗传分析仪2台、STR扩增试剂盒200盒（200人份/盒）.
  private mutating func readWordedItems() {
    var sources = fields.all("requirement").map { ($0.text, $0.line) }
    sources += fields.lines.filter {
      ["need", "items"].contains($0.section) && $0.text.unicodeScalars.count <= 400
    }
    .map { ($0.text, $0.line) }
    for (text, line) in sources.prefix(60) {
      for item in wordedItems(in: text, line) { append(item) }
    }
  }

  /// Lines without a label that end with a number of things: `血液酒精检测试剂 98盒（100人份/盒）`.
  private mutating func readUnlabelledItems() {
    guard [.tender, .award, .contract].contains(notice.stage) else { return }
    let others: Set<String> = ["buyer", "agency", "experts", "fee", "other", "bidders"]
    var sources = fields.all("lot").map { ($0.text, $0.line) }
    sources += fields.lines.filter { !others.contains($0.section) }.map { ($0.text, $0.line) }
    for (text, line) in sources.prefix(200) where text.unicodeScalars.count <= 120 {
      for item in WordedItems(terms: terms, isStrict: true).read(text).items {
        var item = item
        item.place = "line \(line)"
        append(item)
      }
    }
  }

  /// Things with quantities in a sentence; what seems to be one and cannot be read is told.
  mutating func wordedItems(in text: String, _ line: Int) -> [TenderItem] {
    let reading = WordedItems(terms: terms).read(text)
    for part in reading.unread {
      fault(
        "EVD096", "\(NoticeText.quoted(part)) counts something that could not be read",
        "look at the source", line: line)
    }
    return reading.items.map { item in
      var item = item
      item.place = "line \(line)"
      return item
    }
  }

  /// A head may say 万元 over prices in 元: what costs more than all that was awarded was misread.
  private mutating func dropPriceAboveAward(_ index: Int) {
    let item = notice.items[index]
    guard let awarded = notice.awarded, let price = item.unitPrice,
      price.currency == awarded.currency,
      let least = awarded.amount.multiplied(by: Decimal(millionths: 10_000_000)),
      price.amount > least
    else { return }
    notice.items[index].unitPrice = nil
    fault(
      "EVD097",
      "\(NoticeText.quoted(item.description)): a price of \(price.amount) is more than the \(awarded.amount) that were awarded in all",
      "look at the source", line: Int(item.place.drop { !$0.isNumber }) ?? 1)
  }

  private mutating func checkTotal(_ index: Int) {
    let item = notice.items[index]
    guard let quantity = item.quantity, let price = item.unitPrice, let total = item.totalPrice,
      let product = quantity.multiplied(by: price.amount)
    else { return }
    let difference =
      product > total.amount
      ? Decimal(millionths: product.millionths - total.amount.millionths)
      : Decimal(millionths: total.amount.millionths - product.millionths)
    // Prices are rounded to cents, and an award may be rounded to whole amounts.
    if difference.millionths / 100 > total.amount.millionths / 10_000,
      difference > Decimal(millionths: 1_000_000)
    {
      fault(
        "EVD097",
        "\(NoticeText.quoted(item.description)): \(quantity) times \(price.amount) is \(product), and the notice says \(total.amount)",
        "look at the source", line: Int(item.place.drop { !$0.isNumber }) ?? 1)
    }
  }
}
