import Formats

/// One row of a table of notices.
struct NoticeRow {
  let record: CSVRecord
  let columns: [TenderTerms.Label?]
  let knowledge: TenderKnowledge
  let file: String
  let decimalComma: Bool
  private(set) var faults = NoticeFaults()

  init(
    record: CSVRecord, columns: [TenderTerms.Label?], knowledge: TenderKnowledge, file: String,
    decimalComma: Bool
  ) {
    self.record = record
    self.columns = columns
    self.knowledge = knowledge
    self.file = file
    self.decimalComma = decimalComma
  }

  private var terms: TenderTerms { knowledge.terms }

  /// Rows with the same key are one notice.
  var key: String {
    if let id = cell("id") { return "id " + id + " " + (cell("stage") ?? "") }
    if let number = cell("project-number") ?? cell("process-number") {
      return "number " + number + " " + (cell("stage") ?? "")
    }
    return "line \(record.line)"
  }

  private func cell(_ code: String) -> String? {
    for (index, column) in columns.enumerated() where column?.code == code {
      let text = NoticeText.trimmed(record[index])
      if !terms.isAbsent(text) { return text }
    }
    return nil
  }

  private func aside(_ code: String) -> String {
    columns.first { $0?.code == code }.flatMap { $0?.aside } ?? ""
  }

  /// Nil where the row tells neither buyer nor subject.
  mutating func notice() -> TenderNotice? {
    let title = cell("project-name") ?? cell("item-name")
    guard let title, cell("buyer") != nil || cell("supplier") != nil || cell("item-name") != nil
    else {
      fault("EVD101", "the row names neither buyer nor what is bought", "complete it", .error)
      return nil
    }
    let word = cell("stage")
    var stage = word.flatMap { terms.stage(word: $0) }
    if let word, stage == nil {
      fault(
        "EVD102", "\(NoticeText.quoted(word)) is no stage of a procurement",
        "write intention, tender or award")
    }
    stage = stage ?? terms.stage(ofTitle: title)
    var notice = TenderNotice(
      id: cell("id") ?? (cell("project-number") ?? "\(fileName) line \(record.line)"),
      stage: stage ?? (cell("supplier") == nil ? .tender : .award), title: title,
      publisher: cell("publisher") ?? "publisher not stated", url: cell("url"),
      published: day("published"))
    notice.origin = "\(file):\(record.line)"
    notice.locate("title", "line \(record.line)")
    if let name = cell("buyer") {
      notice.buyers = [
        TenderBody(names: names(name), country: country(), address: cell("buyer-address"))
      ]
      notice.locate("buyer", "line \(record.line)")
    } else {
      fault("EVD103", "the row names no buyer", "add it")
    }
    if let name = cell("agency") ?? cell("procuring-entity"), notice.buyer.first != name {
      notice.agency = TenderBody(names: [name])
    }
    notice.projectNumber = cell("project-number")
    notice.processNumbers = cell("process-number").map { [$0] } ?? []
    notice.method = cell("method")
    notice.deadline = day("deadline")
    notice.awardedOn = day("awarded-on")
    notice.deliveryPlace = cell("delivery-place")
    notice.expected = cell("expected").flatMap { NoticeDates.span(in: $0) }
    notice.importsAllowed = cell("imports").flatMap { terms.flag($0) }
    notice.budget = money("budget")
    notice.ceiling = money("ceiling")
    notice.awarded = money("award-amount")
    notice.text = NoticeText.bounded(
      [cell("text"), cell("requirement"), cell("remark")].compactMap { $0 }.joined(separator: "\n"))
    notice.language = NoticeLanguage.guess(notice.title + notice.text)
    extend(&notice)
    let region = cell("region").map { knowledge.places(in: $0) } ?? []
    TenderPlaces(knowledge).settle(&notice, more: Array(region.prefix(1)))
    notice.unread = faults.diagnostics.map { "line \(record.line): \($0.message)" }
    return notice
  }

  /// Adds what the row says of items and suppliers.
  mutating func extend(_ notice: inout TenderNotice) {
    let won = notice.stage == .award || notice.stage == .contract
    for (code, isAwarded) in [("supplier", won), ("bidder", false)] {
      guard let text = cell(code) else { continue }
      for name in names(text)
      where !notice.suppliers.contains(where: { $0.body.names.contains(name) }) {
        notice.suppliers.append(
          TenderSupplier(
            body: TenderBody(names: [name], address: isAwarded ? cell("supplier-address") : nil),
            isAwarded: isAwarded))
        notice.locate(isAwarded ? "awardees" : "bidders", "line \(record.line)")
      }
    }
    guard let description = cell("item-name") else { return }
    var item = TenderItem(
      description: description, quantity: nil, unit: nil, place: "line \(record.line)")
    item.brand = cell("brand")
    item.model = cell("model")
    item.specification = cell("specification")
    item.lot = cell("lot")
    item.classifications = cell("cpv").map { ["CPV " + $0] } ?? []
    let reader = QuantityReader(terms: terms, decimalComma: decimalComma)
    let quantity = reader.read(cell("quantity") ?? "", unit: cell("unit"))
    item.quantity = quantity.quantity
    item.unit = quantity.unit
    if let reason = quantity.fault { fault("EVD096", reason, "correct it") }
    item.pack = quantity.pack
    if let pack = cell("pack") {
      item.pack = PackReader(terms: terms).pack(in: pack) ?? bare(pack) ?? item.pack
    }
    item.pack = item.pack ?? PackReader(terms: terms).pack(in: item.words)
    item.unitPrice = money("unit-price")
    item.totalPrice = money("total-price")
    notice.items.append(item)
    notice.locate("items", "line \(record.line)")
  }

  /// A column named for reactions may hold the number alone.
  private func bare(_ text: String) -> PackSize? {
    Decimal(text).flatMap { $0 > .zero ? PackSize(count: $0, unit: "reaction") : nil }
  }

  private func names(_ text: String) -> [String] {
    text.split(separator: "|").map { NoticeText.trimmed($0) }.filter { !$0.isEmpty }
  }

  private func country() -> String? {
    guard let text = cell("country") else { return nil }
    if text.utf8.count == 2 { return text.uppercased() }
    return terms.country(alpha3: text) ?? knowledge.places(in: text).first { $0.utf8.count == 2 }
  }

  private mutating func day(_ code: String) -> CivilDate? {
    guard let text = cell(code) else { return nil }
    guard let day = NoticeDates.day(in: text) else {
      fault("EVD093", "\(NoticeText.quoted(text)) is no day", "write it as 2026-11-10")
      return nil
    }
    return day
  }

  private mutating func money(_ code: String) -> TenderMoney? {
    guard let text = cell(code) else { return nil }
    let reader = AmountReader(terms: terms, decimalComma: decimalComma)
    switch reader.read(text, hint: aside(code), currency: cell("currency")?.uppercased()) {
    case .money(let money): return money
    case .absent: return nil
    case .unreadable(let reason):
      fault("EVD094", reason, "correct it")
      return nil
    }
  }

  private mutating func fault(
    _ id: String, _ message: String, _ remedy: String, _ severity: Diagnostic.Severity = .warning
  ) {
    faults.add(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: SourcePosition(line: record.line, column: 1)))
  }

  private var fileName: String { String(file.split(separator: "/").last ?? "table") }
}
