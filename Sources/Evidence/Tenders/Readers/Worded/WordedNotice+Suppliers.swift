import Formats

extension WordedNotice {
  /// Who wins and who else offered.
  mutating func readSuppliers() {
    readSupplierTables()
    readGluedScores()
    var last: Int?
    // Who wins several lots is named with a sum for each.
    var lot: String?
    var counted: Set<String> = []
    for value in fields.values where !terms.isAbsent(value.text) {
      switch value.code {
      case "supplier"
      where notice.stage != .tender && notice.stage != .correction || isSingleSource
        || value.section == "corrected" || isChangedContract:
        guard value.section != "experts", value.section != "other" else { continue }
        last = add(
          value.text,
          isAwarded: ![.intention, .tender, .cancellation].contains(notice.stage),
          line: value.line)
      case "name" where isSingleSource && WordedNotice.isCompany(value.text),
        "item-name" where isSingleSource && WordedNotice.isCompany(value.text):
        guard value.section != "buyer", value.section != "agency" else { continue }
        last = add(
          value.text,
          isAwarded: ![.intention, .tender, .cancellation].contains(notice.stage),
          line: value.line)
      case "name" where value.section == "award" && notice.stage != .tender,
        "item-name" where value.section == "award" && WordedNotice.isCompany(value.text):
        last = add(
          value.text, isAwarded: notice.stage == .award || notice.stage == .contract,
          line: value.line)
      // 成交供应商：联合体：甲公司（牵头方），乙公司（成员方）.
      case "consortium"
      where (notice.stage == .award || notice.stage == .contract)
        && ["公司", "厂", "院", "所"].contains(where: { value.text.contains($0) }):
        last = add("联合体：" + value.text, isAwarded: true, line: value.line)
      case "bidder": _ = add(value.text, isAwarded: false, line: value.line)
      case "supplier-address":
        if let last, notice.suppliers[last].body.address == nil {
          notice.suppliers[last].body.address = value.text
        }
      case "award-amount":
        guard value.section != "fee" else { continue }
        let amount = money(value)
        if let place = last, notice.suppliers[place].amount == nil {
          notice.suppliers[place].amount = amount
          if let lot { counted.insert("\(place) \(lot)") }
        } else if let place = last, let lot, let amount, counted.count > 0,
          let sum = notice.suppliers[place].amount?.adding(amount)
        {
          if counted.insert("\(place) \(lot)").inserted { notice.suppliers[place].amount = sum }
        } else if notice.awarded == nil {
          notice.awarded = amount
          if amount != nil { notice.locate("awarded", "line \(value.line)") }
        }
      case "lot":
        lot = value.text
        last = last.flatMap { notice.suppliers[$0].amount == nil ? $0 : nil }
      default: break
      }
    }
    sumAwards()
  }

  private var isSingleSource: Bool { notice.title.contains("单一来源") }

  /// A change of a contract names who supplies under it.
  var isChangedContract: Bool { notice.stage == .correction && notice.title.contains("合同") }

  /// All who are admitted to a framework agreement supply under it, in whatever order they stand.
  var isFramework: Bool {
    notice.title.contains("入围")
      || fields.lines.contains { line in
        line.text.unicodeScalars.count <= 20
          && ["入围供应商", "入围单位", "入围名单", "入围结果"].contains { line.text.contains($0) }
      }
  }

  private var isConsortium: Bool {
    fields.all("supplier").contains { $0.text.contains("联合体") }
      || fields.lines.contains { $0.text.contains("联合体成员") }
  }

  private mutating func sumAwards() {
    guard notice.awarded == nil else { return }
    let won = notice.suppliers.filter(\.isAwarded)
    let amounts = won.compactMap(\.amount)
    // A consortium has one amount, which stands with its first member.
    guard let first = amounts.first, amounts.count == won.count || isConsortium else { return }
    notice.awarded = amounts.dropFirst().reduce(first as TenderMoney?) { $0?.adding($1) }
  }

  /// The place of the supplier among those read; names that are one text are parted.
  mutating func add(_ text: String, isAwarded: Bool, line: Int) -> Int? {
    var place: Int?
    for name in WordedNotice.companies(text) {
      if let known = notice.suppliers.firstIndex(where: { $0.body.names.contains(name) }) {
        if isAwarded { notice.suppliers[known].isAwarded = true }
        place = place ?? known
        continue
      }
      notice.suppliers.append(
        TenderSupplier(body: TenderBody(names: [name]), isAwarded: isAwarded))
      notice.locate(isAwarded ? "awardees" : "bidders", "line \(line)")
      place = place ?? notice.suppliers.count - 1
    }
    return place
  }

  static func isCompany(_ text: String) -> Bool {
    ["公司", "厂", "商行", "经营部", "合作社"].contains { text.hasSuffix($0) }
  }

  /// `A公司、B公司（联合体）` as two names.
  static func companies(_ text: String) -> [String] {
    let endings = [
      "公司", "厂", "中心", "院", "所", "店", "商行", "Ltd.", "Ltd", "Inc.", "GmbH", "合作社", "经营部",
    ]
    var parts: [String] = []
    var current = ""
    let isConsortium = text.contains("联合体")
    let text = isConsortium ? members(text) : text
    for part in text.split(whereSeparator: {
      "、；;\n".contains($0) || isConsortium && "，,".contains($0)
    }) {
      var name = NoticeText.trimmed(part)
      // The bracket was opened before the label: （联合体成员：…）.
      if let last = name.last, "）)".contains(last), !name.contains(where: { "（(".contains($0) }) {
        name.removeLast()
      }
      current = current.isEmpty ? name : current + "、" + name
      var bare = current
      if let open = bare.lastIndex(where: { $0 == "（" || $0 == "(" }), open > bare.startIndex,
        bare.hasSuffix("）") || bare.hasSuffix(")")
      {
        bare = String(bare[..<open])
      }
      if endings.contains(where: { bare.hasSuffix($0) }) {
        let isRemark = ["联合体", "小微", "牵头", "中小", "成员"].contains {
          current.dropFirst(bare.count).contains($0)
        }
        parts.append(isRemark ? bare : current)
        current = ""
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts.filter { $0.unicodeScalars.count <= 120 }
  }

  /// `甲公司（联合体成员：乙公司）` and `联合体：甲公司（牵头方），乙公司（成员方）` as names parted by commas.
  private static func members(_ text: String) -> String {
    var result = ""
    var group: String?
    func isRole(_ words: String) -> Bool {
      ["联合体", "成员", "牵头"].contains { words.contains($0) }
    }
    func names(_ words: String) -> String {
      words.firstIndex { "：:".contains($0) }.map { String(words[words.index(after: $0)...]) } ?? ""
    }
    for character in text {
      switch character {
      case "（" where group == nil, "(" where group == nil: group = String(character)
      case "）" where group != nil, ")" where group != nil:
        let whole = (group ?? "") + String(character)
        result += isRole(whole) ? "、" + names(String(whole.dropLast())) : whole
        group = nil
      default: if group == nil { result.append(character) } else { group?.append(character) }
      }
    }
    result += group ?? ""
    // 联合体： leads the names.
    if let colon = result.firstIndex(where: { "：:".contains($0) }),
      isRole(String(result[..<colon])),
      !["公司", "厂", "院", "所"].contains(where: { result[..<colon].contains($0) })
    {
      result = String(result[result.index(after: colon)...])
    }
    return result
  }

  /// The column of a table of an award that lists names of companies under a bare 名称.
  private func companies(_ table: NoticeFields.Table) -> Int? {
    guard notice.stage == .award || notice.stage == .contract,
      !["quantity", "unit", "brand", "model", "unit-price"].contains(where: table.has),
      let column = table.index("name") ?? table.index("item-name"), !table.rows.isEmpty,
      table.rows.allSatisfy({
        column < $0.cells.count && WordedNotice.isCompany(NoticeText.trimmed($0.cells[column]))
      })
    else { return nil }
    return column
  }

  private mutating func readSupplierTables() {
    for table in fields.tables {
      guard let column = table.index("supplier") ?? table.index("bidder") ?? companies(table) else {
        continue
      }
      let isScored =
        table.has("rank") || table.section == "bidders" || table.has("bidder")
        || table.has("score") && !(table.section == "award" && table.has("award-amount"))
      for row in table.rows {
        // The second row of a head of two repeats cells that span both.
        guard column < row.cells.count, !terms.isAbsent(row.cells[column]),
          terms.label(row.cells[column]) == nil
        else { continue }
        func cell(_ code: String) -> String? {
          table.index(code).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
        }
        let isFirst =
          cell("rank").map { ["1", "第一名", "第1名", "一", "第一"].contains(NoticeText.trimmed($0)) }
          ?? false
        let isAwarded =
          notice.stage == .award || notice.stage == .contract
          ? (!isScored || isFirst || isFramework) : false
        guard let place = add(row.cells[column], isAwarded: isAwarded, line: row.line) else {
          continue
        }
        if let address = cell("supplier-address") ?? cell("address"), !terms.isAbsent(address) {
          notice.suppliers[place].body.address = notice.suppliers[place].body.address ?? address
        }
        if let lot = cell("lot"), !lot.isEmpty, !notice.suppliers[place].lots.contains(lot) {
          notice.suppliers[place].lots.append(lot)
        }
        if !isScored, !table.has("quantity"), !table.has("unit-price"),
          let code = ["award-amount", "total-price"].first(where: { table.has($0) }),
          let text = cell(code), let index = table.index(code),
          let money = amount(text, hint: table.columns[index]?.aside ?? "", line: row.line)
        {
          let sum = notice.suppliers[place].amount.map { $0.adding(money) } ?? money
          if let sum { notice.suppliers[place].amount = sum }
        }
      }
    }
  }
}
