import Formats

/// One notice that is made of the fields found, with what could not be read.
struct WordedNotice {
  var notice: TenderNotice
  let fields: NoticeFields
  let knowledge: TenderKnowledge
  let file: String
  private(set) var faults = NoticeFaults()

  var terms: TenderTerms { knowledge.terms }

  /// The notices of a document: one, or one for each purchase of an intention.
  static func drafts(
    of fields: NoticeFields, _ document: NoticeDocument, _ knowledge: TenderKnowledge,
    file: String
  ) -> [WordedNotice] {
    let title = title(fields, document)
    let stage = stage(title, fields, knowledge.terms)
    var notice = TenderNotice(
      id: "", stage: stage, title: title, publisher: publisher(fields, document),
      published: nil)
    let isChinese = fields.isChinese
    notice.language = isChinese ? "zh" : nil
    var draft = WordedNotice(notice: notice, fields: fields, knowledge: knowledge, file: file)
    draft.readHead(document)
    draft.readBodies()
    guard stage == .intention, let table = fields.tables.first(where: isIntention),
      !table.rows.isEmpty
    else {
      draft.readSuppliers()
      draft.readItems()
      draft.readValues()
      draft.readCorrections()
      draft.readText()
      return [draft]
    }
    return table.rows.compactMap { row in
      var one = draft
      return one.readIntention(row.cells, row.line, table) ? one : nil
    }
  }

  private static func isIntention(_ table: NoticeFields.Table) -> Bool {
    table.has("project-name")
      && (table.has("budget") || table.has("expected") || table.has("requirement"))
  }

  // MARK: - Head

  private static func title(_ fields: NoticeFields, _ document: NoticeDocument) -> String {
    let terms = fields.terms
    let stated = document.metadata.first { $0.name == "articletitle" }?.content
    var candidates = [stated].compactMap { $0 }
    candidates += document.blocks.prefix(400).compactMap { block in
      guard block.isHeading, case .line(let text) = block.content else { return nil }
      return text
    }
    candidates += document.blocks.prefix(60).compactMap { block in
      guard case .line(let text) = block.content, text.unicodeScalars.count <= 120,
        !text.contains("："), terms.section(text) == nil
      else { return nil }
      return text
    }
    candidates += [document.title.map(withoutSite)].compactMap { $0 }
    let staged = candidates.first {
      let length = $0.unicodeScalars.count
      return length >= 6 && terms.stage(ofTitle: $0) != nil && !terms.isGenericTitle($0)
    }
    let named =
      fields.all("project-name").first {
        !terms.isAbsent($0.text) && (fields.isChinese || $0.text.unicodeScalars.count >= 6)
      }?.text
    // Pages of other countries head what follows with words for kinds of notices.
    let first = candidates.first { text in
      text.unicodeScalars.count >= 6
        && !(text.lowercased().hasSuffix(" notice") && text.split(separator: " ").count <= 3)
    }
    // 某某医院政府采购意向 heads a page of which the project is one.
    let isHeading = staged?.contains("采购意向") ?? false
    let title =
      fields.isChinese && !isHeading
      ? staged ?? named : named ?? (fields.isChinese ? staged : nil) ?? stated
    return NoticeText.trimmed(
      title ?? document.title.map(withoutSite) ?? (fields.isChinese ? candidates.first : first)
        ?? "notice without a title")
  }

  private static func withoutSite(_ title: String) -> String {
    String(title.prefix { !"_|".contains($0) })
  }

  private static func stage(
    _ title: String, _ fields: NoticeFields, _ terms: TenderTerms
  ) -> TenderStage {
    if let stage = terms.stage(ofTitle: title) { return stage }
    for line in fields.lines.prefix(3) {
      if let stage = terms.stage(exactly: line.text) { return stage }
    }
    if fields.lines.prefix(40).contains(where: { $0.text.contains("采购意向公开如下") }) {
      return .intention
    }
    for line in fields.lines.prefix(40) where line.text.unicodeScalars.count <= 80 {
      if let stage = terms.stage(ofTitle: line.text) { return stage }
    }
    let codes = Set(fields.values.map(\.code)).union(
      fields.tables.flatMap { $0.columns.compactMap { $0?.code } })
    if codes.contains("correction-after") { return .correction }
    if codes.contains("award-amount") || codes.contains("supplier") { return .award }
    if fields.sections.contains("award") { return .award }
    return codes.contains("expected") ? .intention : .tender
  }

  private static func publisher(_ fields: NoticeFields, _ document: NoticeDocument) -> String {
    if let source = document.metadata.first(where: {
      ["contentsource", "sitename", "og:site_name"].contains($0.name)
    })?.content, !source.isEmpty {
      return source
    }
    // Buttons of the page stand on the same line.
    let stated = fields.first("publisher").map { NoticeText.trimmed($0.text.prefix { $0 != "【" }) }
    return stated.flatMap { $0.isEmpty ? nil : $0 } ?? "publisher not stated"
  }

  mutating func day(_ code: String) -> CivilDate? {
    guard let value = fields.first(code) else { return nil }
    guard let day = NoticeDates.day(in: value.text) else {
      fault(
        "EVD093", "\(NoticeText.quoted(value.text)) is no day", "correct it", line: value.line)
      return nil
    }
    notice.locate(code == "awarded-on" ? "awardedOn" : code, "line \(value.line)")
    return day
  }

  mutating func money(_ value: NoticeFields.Value) -> TenderMoney? {
    amount(value.text, hint: value.aside, line: value.line)
  }

  mutating func amount(_ text: String, hint: String, line: Int) -> TenderMoney? {
    switch AmountReader(terms: terms).read(
      text, hint: hint, currency: notice.language == "zh" ? "CNY" : nil)
    {
    case .money(let money): return money
    case .absent: return nil
    case .unreadable(let reason):
      fault("EVD094", reason, "look at the source", line: line)
      return nil
    }
  }

  mutating func fault(_ id: String, _ message: String, _ remedy: String, line: Int) {
    faults.add(
      Diagnostic(
        id, message, severity: .warning, remedy: remedy, file: file,
        position: SourcePosition(line: line, column: 1)))
  }

  // MARK: - End

  /// Gives the notice its id, its places and the list of what could not be read.
  mutating func finish() {
    if notice.buyers.isEmpty {
      fault("EVD095", "no buyer (采购人) is named", "look at the source", line: 1)
    }
    if let value = fields.first("region") {
      let codes = knowledge.places(in: value.text)
      if !codes.isEmpty { notice.locate("place", "line \(value.line)") }
      TenderPlaces(knowledge).settle(&notice, more: Array(codes.prefix(1)))
    } else {
      TenderPlaces(knowledge).settle(&notice)
    }
    if notice.id.isEmpty {
      let number = notice.projectNumber ?? notice.processNumbers.first
      notice.id = (number ?? fileName) + "/" + notice.stage.rawValue
    }
    notice.unread = faults.diagnostics.map {
      "\($0.position.map { "line \($0.line): " } ?? "")\($0.message)"
    }
  }

  var fileName: String { String(file.split(separator: "/").last ?? "notice") }
}
