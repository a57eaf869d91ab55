import Formats
import Names

extension ChineseNotice {
  /// Buyer and agency, each by its own labels and the section in which a bare 名称 stands.
  mutating func readBodies() {
    var buyer: TenderBody?
    var agency: TenderBody?
    for value in fields.values where !terms.isAbsent(value.text) {
      switch (value.code, value.section) {
      case ("buyer", _):
        // A name is short; a sentence that begins with 采购人 is none.
        guard value.text.unicodeScalars.count <= 80, buyer == nil else { continue }
        buyer = TenderBody(names: [body(value.text)])
        notice.locate("buyer", "line \(value.line)")
      case ("name", "buyer"), ("item-name", "buyer"):
        let name = body(value.text)
        if buyer == nil { notice.locate("buyer", "line \(value.line)") }
        if buyer?.names.contains(name) != true {
          buyer = TenderBody(names: [name] + (buyer?.names ?? []), address: buyer?.address)
        }
      case ("agency", _):
        agency = agency ?? TenderBody(names: [body(value.text)])
        notice.locate("agency", "line \(value.line)")
      case ("name", "agency"), ("item-name", "agency"):
        if agency == nil { notice.locate("agency", "line \(value.line)") }
        agency = agency ?? TenderBody(names: [body(value.text)])
      case ("buyer-address", _), ("address", "buyer"):
        if buyer?.address == nil {
          if buyer == nil { buyer = TenderBody(names: []) }
          buyer?.address = value.text
        }
      case ("agency-address", _), ("address", "agency"):
        if agency?.address == nil { agency?.address = value.text }
      default: break
      }
    }
    let isNamed = buyer?.names.isEmpty == false
    if !isNamed, let commission = commission() {
      buyer = TenderBody(names: [commission.buyer], address: buyer?.address)
      agency = agency ?? TenderBody(names: [commission.agency])
      notice.locate("buyer", "line \(commission.line)")
    } else if !isNamed, let named = buyerOfTitle() {
      buyer = TenderBody(names: [named], address: buyer?.address)
      notice.locate("buyer", "title")
    }
    if var body = buyer, !body.names.isEmpty {
      body.country = "CN"
      notice.buyers = [body]
    }
    notice.agency = agency
  }

  /// A name without remarks that follow it: `云岭县公安局（盖章）`.
  private func body(_ text: String) -> String {
    var name = NoticeText.trimmed(text)
    for remark in ["（盖章）", "(盖章)", "（公章）", "(本级)", "（本级）"] where name.hasSuffix(remark) {
      name = NoticeText.trimmed(name.dropLast(remark.count))
    }
    return name
  }

  /// `某某招标有限公司受云岭县公安局委托`: who buys and who acts for it.
  private func commission() -> (buyer: String, agency: String, line: Int)? {
    for line in fields.lines {
      guard let by = line.text.firstRange(of: "受"),
        let end = line.text[by.upperBound...].firstRange(of: "委托")
      else { continue }
      var buyer = NoticeText.trimmed(line.text[by.upperBound..<end.lowerBound])
      if buyer.hasSuffix("的") { buyer.removeLast() }
      let agency = NoticeText.trimmed(line.text[..<by.lowerBound])
      if (4...40).contains(buyer.count), (4...40).contains(agency.count),
        knowledge.names.parse(buyer).isResolved
      {
        return (buyer, agency, line.line)
      }
    }
    return nil
  }

  /// The body with which the title begins, where it says what kind of body it is.
  private func buyerOfTitle() -> String? {
    let endings = [
      "公安局", "公安厅", "公安分局", "分局", "总队", "支队", "大队", "委员会", "人民医院", "医院",
      "控制中心", "保健院", "研究院", "研究所", "检验所", "鉴定中心", "中心", "大学", "学院", "海关",
      "检察院", "法院", "监狱", "戒毒所", "血站", "中心血站", "卫生局", "管理局", "厅", "局", "站",
    ]
    var title = notice.title
    for head in ["关于", "【", "[", "("] where title.hasPrefix(head) { title.removeFirst(head.count) }
    var best: Substring?
    for ending in endings {
      guard let range = title.firstRange(of: ending) else { continue }
      let name = title[..<range.upperBound]
      if (4...30).contains(name.count), name.count > best?.count ?? 0,
        !name.contains("采购"), !name.contains("项目"), !name.contains("年")
      {
        best = name
      }
    }
    guard let best else { return nil }
    return knowledge.reading(ofBody: String(best)).functions.isEmpty ? nil : String(best)
  }

  /// Who wins and who else offered.
  mutating func readSuppliers() {
    readSupplierTables()
    var last: Int?
    for value in fields.values where !terms.isAbsent(value.text) {
      switch value.code {
      case "supplier"
      where notice.stage != .tender && notice.stage != .correction || isSingleSource:
        guard value.section != "experts", value.section != "other" else { continue }
        last = add(
          value.text, isAwarded: notice.stage != .intention && notice.stage != .cancellation,
          line: value.line)
      case "name" where value.section == "award" && notice.stage != .tender,
        "item-name" where value.section == "award" && ChineseNotice.isCompany(value.text):
        last = add(
          value.text, isAwarded: notice.stage == .award || notice.stage == .contract,
          line: value.line)
      case "bidder": _ = add(value.text, isAwarded: false, line: value.line)
      case "supplier-address":
        if let last, notice.suppliers[last].body.address == nil {
          notice.suppliers[last].body.address = value.text
        }
      case "award-amount":
        guard value.section != "fee" else { continue }
        let amount = money(value)
        if let last, notice.suppliers[last].amount == nil {
          notice.suppliers[last].amount = amount
        } else if notice.awarded == nil {
          notice.awarded = amount
          if amount != nil { notice.locate("awarded", "line \(value.line)") }
        }
      case "lot": last = last.flatMap { notice.suppliers[$0].amount == nil ? $0 : nil }
      default: break
      }
    }
    sumAwards()
  }

  private var isSingleSource: Bool { notice.title.contains("单一来源") }

  private var isConsortium: Bool {
    fields.all("supplier").contains { $0.text.contains("联合体") }
  }

  private mutating func sumAwards() {
    guard notice.awarded == nil else { return }
    let won = notice.suppliers.filter(\.isAwarded)
    let amounts = won.compactMap(\.amount)
    // A consortium has one amount, which stands with its first member.
    guard !amounts.isEmpty, amounts.count == won.count || isConsortium,
      Set(amounts.map(\.currency)).count == 1
    else { return }
    var sum = Decimal.zero
    for amount in amounts {
      guard let next = sum.adding(amount.amount) else { return }
      sum = next
    }
    notice.awarded = TenderMoney(amount: sum, currency: amounts[0].currency)
  }

  /// The place of the supplier among those read; names that are one text are parted.
  private mutating func add(_ text: String, isAwarded: Bool, line: Int) -> Int? {
    var place: Int?
    for name in ChineseNotice.companies(text) {
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
    for part in text.split(whereSeparator: { "、；;\n".contains($0) }) {
      let name = NoticeText.trimmed(part)
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

  private mutating func readSupplierTables() {
    for table in fields.tables where table.has("supplier") || table.has("bidder") {
      guard let column = table.index("supplier") ?? table.index("bidder") else { continue }
      let isScored =
        table.has("rank") || table.has("score") || table.section == "bidders" || table.has("bidder")
      for row in table.rows {
        guard column < row.cells.count, !terms.isAbsent(row.cells[column]) else { continue }
        func cell(_ code: String) -> String? {
          table.index(code).flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
        }
        let isFirst =
          cell("rank").map { ["1", "第一名", "第1名", "一", "第一"].contains(NoticeText.trimmed($0)) }
          ?? false
        let isAwarded =
          notice.stage == .award || notice.stage == .contract ? (!isScored || isFirst) : false
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
          let sum =
            notice.suppliers[place].amount.map { $0.amount.adding(money.amount) } ?? money.amount
          if let sum {
            notice.suppliers[place].amount = TenderMoney(amount: sum, currency: money.currency)
          }
        }
      }
    }
  }
}
