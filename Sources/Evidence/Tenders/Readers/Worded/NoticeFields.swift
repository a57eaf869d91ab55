import Formats

/// The labelled values and the tables of a notice, each with section and line.
struct NoticeFields {
  struct Value {
    let code: String
    /// What the label says in brackets: `万元`.
    let aside: String
    let text: String
    let section: String
    let line: Int
  }

  struct Table {
    /// Code and brackets of each column; nil for a column with no known name.
    let columns: [TenderTerms.Label?]
    let section: String
    let line: Int
    var rows: [(cells: [String], line: Int)] = []

    func has(_ code: String) -> Bool { columns.contains { $0?.code == code } }
    func index(_ code: String) -> Int? { columns.firstIndex { $0?.code == code } }
  }

  let terms: TenderTerms
  let document: NoticeDocument
  private(set) var values: [Value] = []
  private(set) var tables: [Table] = []
  /// Lines that have no label, with section.
  private(set) var lines: [(text: String, section: String, line: Int)] = []
  /// Every section that was begun.
  private(set) var sections: Set<String> = []
  private var section = "" { didSet { sections.insert(section) } }
  /// The section was begun by a label such as 采购人：, and ends with the next that is not of it.
  private var isByLabel = false
  private var pending: (label: TenderTerms.Label, line: Int)?
  private var openTable: (number: Int, index: Int)?
  private var typed: TypedTable
  /// Lines that seem to be rows of a table and whose cells could not be told apart.
  private(set) var unparted: [Int] = []

  init(_ knowledge: TenderKnowledge, _ document: NoticeDocument) {
    terms = knowledge.terms
    typed = TypedTable(terms: knowledge.terms)
    self.document = document
  }

  func all(_ code: String) -> [Value] { values.filter { $0.code == code && !$0.text.isEmpty } }
  func first(_ code: String) -> Value? { all(code).first { !terms.isAbsent($0.text) } }

  mutating func collect() {
    for block in document.blocks {
      switch block.content {
      case .line(let text): take(text, block.line)
      case .row(let cells, let table): take(cells, table, block.line)
      }
    }
  }

  // MARK: - Lines

  private mutating func take(_ text: String, _ line: Int) {
    openTable = nil
    switch typed.take(text) {
    case .head(let columns):
      pending = nil
      tables.append(Table(columns: columns, section: section, line: line))
      return
    case .row(let cells):
      tables[tables.count - 1].rows.append((cells, line))
      return
    case .unparted: unparted.append(line)
    case .other: break
    }
    let (lead, pairs) = LabelSplitter(terms: terms).split(text)
    guard !pairs.isEmpty else {
      if let named = terms.section(text) {
        begin(named, byLabel: false)
        pending = terms.label(text).map { ($0, line) }
        return
      }
      if isSectionNumber(text) { return }
      if let label = terms.label(text), !hasNumberingOnly(text) {
        pending = (label, line)
        return
      }
      if let waiting = pending {
        pending = nil
        // A sentence that names a day among others is no day.
        if text.unicodeScalars.count <= 80 || !NoticeFields.days.contains(waiting.label.code) {
          add(waiting.label, text, line)
        }
        if text.utf8.count < 200 { return }
      }
      lines.append((text, section, line))
      return
    }
    if let waiting = pending {
      let codes = (waiting.label.code, pairs[0].label.code)
      if codes == ("deadline", "time") || codes == ("buyer", "name") {
        take(pairs[0].value, asked: waiting.label, line)
        return
      }
    }
    pending = nil
    if !lead.isEmpty {
      if let named = terms.section(lead) { begin(named, byLabel: false) }
      lines.append((lead, section, line))
    }
    if pairs.count > 1, pairs[0].value.isEmpty, takeCorrection(pairs, text, line) { return }
    for pair in pairs {
      if pair.value.isEmpty {
        // `采购人信息：` begins a section, `项目名称：` waits for the next line.
        if let named = terms.section(word(in: text)) { begin(named, byLabel: false) }
        pending = (pair.label, line)
      } else {
        add(pair.label, pair.value, line)
      }
    }
    // A heading such as 一、项目编号：… stands outside the section before it.
    if startsWithHanNumber(text), pairs.count == 1, !pairs[0].value.isEmpty,
      pairs[0].label.code != "buyer", pairs[0].label.code != "agency"
    {
      begin(sectionAfter(pairs[0].label.code), byLabel: false)
    }
  }

  /// Labels whose values are days.
  private static let days: Set<String> = ["published", "deadline", "awarded-on", "expected"]

  /// 提交投标文件截止时间、开标时间和地点, and on the next line 时间：2026年8月7日; `Name and addresses`, and
  /// on the next line `Official name: …`.
  private mutating func take(_ value: String, asked label: TenderTerms.Label, _ line: Int) {
    if value.isEmpty {
      pending = (label, line)
    } else {
      pending = nil
      add(label, value, line)
    }
  }

  /// 更正后：成交供应商：… 成交金额：…: what stands behind 更正后 holds from now on, and what stands
  /// behind 更正前 no longer.
  private mutating func takeCorrection(
    _ pairs: [LabelSplitter.Pair], _ text: String, _ line: Int
  ) -> Bool {
    let code = pairs[0].label.code
    guard code == "correction-before" || code == "correction-after" else { return false }
    let rest = text.drop { $0 != ":" && $0 != "：" }.dropFirst()
    add(pairs[0].label, NoticeText.trimmed(rest), line)
    guard code == "correction-after" else { return true }
    begin("corrected", byLabel: false)
    for pair in pairs.dropFirst() where !pair.value.isEmpty { add(pair.label, pair.value, line) }
    begin("", byLabel: false)
    return true
  }

  private func word(in text: String) -> String {
    String(text.prefix { $0 != ":" && $0 != "：" })
  }

  private func sectionAfter(_ code: String) -> String {
    switch code {
    case "fee": "fee"
    case "requirement": "need"
    default: ""
    }
  }

  /// `1.1.` before the heading that it numbers.
  private func isSectionNumber(_ text: String) -> Bool {
    text.contains(".") && text.utf8.count <= 8 && NoticeDates.day(in: text) == nil
      && text.unicodeScalars.allSatisfy { NoticeText.isDigit($0) || $0 == "." }
  }

  private func hasNumberingOnly(_ text: String) -> Bool { text.unicodeScalars.count < 2 }

  private func startsWithHanNumber(_ text: String) -> Bool {
    let head = Array(text.unicodeScalars.prefix(3))
    guard let first = head.first, HanNumber.isPart(first) else { return false }
    return head.dropFirst().contains("、")
  }

  private mutating func add(_ label: TenderTerms.Label, _ text: String, _ line: Int) {
    // After 采购人：… a bare 地址 is the buyer's.
    switch label.code {
    case "buyer", "buyer-address": begin("buyer", byLabel: true)
    case "agency", "agency-address": begin("agency", byLabel: true)
    case "name", "address", "contact": break
    default: if isByLabel { begin("", byLabel: false) }
    }
    values.append(
      Value(code: label.code, aside: label.aside, text: text, section: section, line: line))
  }

  private mutating func begin(_ name: String, byLabel: Bool) {
    // A heading says more than a label within its section.
    if byLabel, !isByLabel, ["items", "award", "bidders"].contains(section) { return }
    section = name
    isByLabel = byLabel
  }

  // MARK: - Rows

  private mutating func take(_ cells: [String], _ table: Int, _ line: Int) {
    pending = nil
    typed.close()
    let words = cells.map { $0.split(separator: "\n").joined(separator: " ") }
    let labels = words.map { column($0) }
    let filled = words.indices.filter { !words[$0].isEmpty }
    let named = filled.filter { labels[$0] != nil }
    let distinct = Set(words.filter { !$0.isEmpty })
    guard !filled.isEmpty else { return }
    // A cell over the whole width heads what follows.
    if distinct.count == 1, let text = distinct.first {
      let table = openTable
      take(text, line)
      openTable = table
      return
    }
    if isPairs(labels, words) {
      for index in stride(from: 0, to: words.count - 1, by: 2) {
        guard let label = labels[index], !words[index + 1].isEmpty else { continue }
        add(label, words[index + 1], line)
      }
      return
    }
    let columns = zip(labels, words).map { label, word in label ?? terms.column(word) }
    let likely = filled.count { columns[$0] != nil }
    // Words within a head count only where no head stands above.
    let isHead =
      named.count * 10 >= filled.count * 6
      || likely * 10 >= filled.count * 6 && openTable?.number != table
        && !words.contains { $0.contains(where: \.isNumber) }
    if named.count >= 2, isHead {
      if isByLabel { begin("", byLabel: false) }
      let columns = TenderTerms.settled(columns)
      tables.append(Table(columns: columns, section: section, line: line))
      openTable = (table, tables.count - 1)
      return
    }
    if let open = openTable, open.number == table {
      tables[open.index].rows.append((cells, line))
      return
    }
    if let label = labels[0], words.count >= 2 {
      // A cell that spans columns is one value.
      var parts: [String] = []
      for word in words.dropFirst() where !word.isEmpty && parts.last != word { parts.append(word) }
      add(label, parts.joined(separator: " "), line)
      return
    }
    for (index, text) in words.enumerated() where !text.isEmpty && !words[..<index].contains(text) {
      take(text, line)
    }
  }

  private func column(_ text: String) -> TenderTerms.Label? {
    guard !text.isEmpty, text.unicodeScalars.count <= 40 else { return nil }
    return terms.label(text)
  }

  /// Labels and values by turns.
  private func isPairs(_ labels: [TenderTerms.Label?], _ words: [String]) -> Bool {
    guard words.count >= 2, words.count % 2 == 0 else { return false }
    var count = 0
    for index in stride(from: 0, to: words.count, by: 2) {
      if words[index].isEmpty, words[index + 1].isEmpty { continue }
      guard labels[index] != nil else { return false }
      if labels[index + 1] != nil, !words[index + 1].isEmpty {
        // 单位 or 地区 may be a value of its own, but a row of names is a head.
        return false
      }
      count += 1
    }
    return count > 0 && openTable == nil
  }
}
