public import Formats

/// The words of `tender-terms.tsv`: labels of fields, stages, units and flags of notices.
public struct TenderTerms: Sendable {
  /// A label as it stands in a notice, and what its brackets say.
  struct Label: Sendable, Hashable {
    let code: String
    /// What stands in brackets behind the label: `万元`.
    let aside: String
  }

  private let labels: [String: String]
  /// Words that tell what a column holds where no label is its whole head, long ones first.
  private let columnWords: [(word: String, code: String)]
  private let sections: [String: String]
  /// Words of titles as UTF-8 with their stages, long ones first.
  private let stages: [(phrase: [UInt8], stage: TenderStage)]
  private let stageWords: [String: TenderStage]
  private let units: [String: String]
  private let activities: [String: String]
  private let countries: [String: String]
  private let flags: [String: Bool]
  private let absent: Set<String>
  private let methods: [(phrase: String, code: String)]
  let longestUnit: Int
  let longestLabel: Int
  private let characters: HanFolding

  /// Reads `tender-terms.tsv`; `characters` is the table of simplified and traditional characters,
  /// for notices in either are read with one vocabulary.
  ///
  /// Throws for a missing table and for a stage that there is none of.
  public init(file: String, characters: String) throws(Diagnostic) {
    self.characters = try HanFolding(file: characters)
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["kind", "code", "language", "phrase"], file: file)
    var labels: [String: String] = [:]
    var columnWords: [(word: String, code: String)] = []
    var sections: [String: String] = [:]
    var stages: [(phrase: [UInt8], stage: TenderStage)] = []
    var stageWords: [String: TenderStage] = [:]
    var units: [String: String] = [:]
    var activities: [String: String] = [:]
    var countries: [String: String] = [:]
    var flags: [String: Bool] = [:]
    var absent: Set<String> = []
    var methods: [(phrase: String, code: String)] = []
    for row in table.rows {
      let code = row["code"]
      let phrase = row["phrase"]
      switch row["kind"] {
      case "label":
        for key in TenderTerms.keys(of: phrase) where labels[key] == nil { labels[key] = code }
      case "column": columnWords.append((TenderTerms.key(phrase), code))
      case "section":
        for key in TenderTerms.keys(of: phrase) where sections[key] == nil { sections[key] = code }
      case "stage", "stage-word":
        guard let stage = TenderStage(rawValue: code) else {
          throw Diagnostic(
            "EVD140", "there is no stage `\(code)` of a notice", remedy: "correct the table",
            file: file, position: SourcePosition(line: row.line, column: 1))
        }
        if row["kind"] == "stage" {
          stages.append((Array(NoticeText.folded(phrase).utf8), stage))
        } else {
          stageWords[TenderTerms.key(phrase)] = stage
        }
      case "unit":
        let key = NoticeText.folded(phrase)
        if units[key] == nil { units[key] = code }
      case "activity": activities[phrase] = code
      case "country": countries[phrase] = code
      case "yes": flags[TenderTerms.key(phrase)] = true
      case "no": flags[TenderTerms.key(phrase)] = false
      case "absent": absent.insert(TenderTerms.key(phrase))
      case "method": methods.append((phrase, code))
      default:
        throw Diagnostic(
          "EVD141", "there is no kind of term `\(row["kind"])`", remedy: "correct the table",
          file: file, position: SourcePosition(line: row.line, column: 1))
      }
    }
    self.labels = labels
    self.columnWords = columnWords.sorted { $0.word.utf8.count > $1.word.utf8.count }
    self.sections = sections
    self.stages = stages.sorted { $0.phrase.count > $1.phrase.count }
    self.stageWords = stageWords
    self.units = units
    self.activities = activities
    self.countries = countries
    self.flags = flags
    self.absent = absent
    self.methods = methods
    longestUnit = units.keys.map { $0.unicodeScalars.count }.max() ?? 0
    longestLabel = labels.keys.map { $0.unicodeScalars.count }.max() ?? 0
  }

  /// The field that a label names; nil for other words.
  func label(_ written: String) -> Label? {
    guard written.utf8.count <= 200 else { return nil }
    let (core, aside) = NoticeText.label(characters.folded(written))
    guard !core.isEmpty else { return nil }
    if let code = labels[core] ?? labels[core + aside] { return Label(code: code, aside: aside) }
    // Labels are often named with what the thing is: 货物数量, 主要标的单价.
    for prefix in TenderTerms.prefixes where core.hasPrefix(prefix) {
      if let code = labels[String(core.dropFirst(prefix.count))] {
        return Label(code: code, aside: aside)
      }
    }
    return nil
  }

  /// The field of a column by words within its head: 技术规格、参数及要求. Only for heads of a table
  /// that is known as one, for the same words stand in sentences.
  func column(_ head: String) -> Label? {
    guard !head.isEmpty, head.unicodeScalars.count <= 40 else { return nil }
    if let label = label(head) { return label }
    let (core, aside) = NoticeText.label(characters.folded(head))
    return columnWords.first { core.contains($0.word) }.map { Label(code: $0.code, aside: aside) }
  }

  /// A description names the thing where no other column does, else it tells more of it.
  static func settled(_ columns: [Label?]) -> [Label?] {
    let isNamed = columns.contains { ["item-name", "name"].contains($0?.code) }
    return columns.map { label in
      guard let label, label.code == "description" else { return label }
      return Label(code: isNamed ? "specification" : "item-name", aside: label.aside)
    }
  }

  private static let prefixes = [
    "主要标的", "货物", "服务", "工程", "中标", "成交", "产品", "标的", "采购", "投标", "设备",
  ]

  func section(_ written: String) -> String? {
    guard written.utf8.count <= 200 else { return nil }
    return sections[NoticeText.label(characters.folded(written)).core]
  }

  /// The stage that a title states; of several words the last, for a correction of a tender notice
  /// names both.
  func stage(ofTitle title: String) -> TenderStage? {
    let text = Array(folded(title).utf8)
    var best: (end: Int, stage: TenderStage)?
    // Of two that end at one place the longer comes first, and stays.
    for (phrase, stage) in stages {
      let least = best?.end ?? 0
      guard let end = TenderTerms.lastEnd(of: phrase, in: text, after: least) else { continue }
      best = (end, stage)
    }
    return best?.stage
  }

  /// Where the last occurrence ends that ends behind an offset.
  private static func lastEnd(of phrase: [UInt8], in text: [UInt8], after least: Int) -> Int? {
    guard let last = phrase.last else { return nil }
    var end = text.count
    while end > least, end >= phrase.count {
      if text[end - 1] == last, text[(end - phrase.count)..<end].elementsEqual(phrase) {
        return end
      }
      end -= 1
    }
    return nil
  }

  /// A name of the kind of notice alone, such as 中标公告.
  func isGenericTitle(_ text: String) -> Bool {
    let folded = Array(folded(text).utf8)
    return stages.contains { $0.phrase == folded }
  }

  /// The stage that a word names alone.
  func stage(exactly word: String) -> TenderStage? { stageWords[key(word)] }

  func stage(word: String) -> TenderStage? {
    stage(exactly: word) ?? TenderStage(rawValue: word.lowercased())
      ?? stage(ofTitle: word)
  }

  func unit(_ written: String) -> String? { units[folded(written)] }
  /// ISO 3166-1 alpha-2 of a code of three letters.
  func country(alpha3 code: String) -> String? { countries[code.uppercased()] }

  func activity(_ code: String) -> String? { activities[code] }
  func flag(_ written: String) -> Bool? { flags[key(written)] }

  /// Whether the words say that the value stands elsewhere or nowhere.
  func isAbsent(_ written: String) -> Bool {
    let key = key(written)
    // 详见中标公示附件: whatever it is that one is to see.
    return key.isEmpty || absent.contains(key)
      || key.hasPrefix("详见") && key.unicodeScalars.count <= 16
  }

  func method(in text: String) -> String? {
    let text = Array(characters.folded(text).utf8)
    return methods.filter {
      TenderTerms.lastEnd(of: Array($0.phrase.utf8), in: text, after: 0) != nil
    }.max { $0.phrase.utf8.count < $1.phrase.utf8.count }?.phrase
  }

  /// The words as the tables write them: folded, in simplified characters.
  func folded(_ text: String) -> String { characters.folded(NoticeText.folded(text)) }

  private func key(_ text: String) -> String { TenderTerms.key(characters.folded(text)) }

  private static func key(_ text: String) -> String {
    String(String.UnicodeScalarView(NoticeText.folded(text).unicodeScalars.filter { $0 != " " }))
  }

  private static func keys(of phrase: String) -> [String] {
    let (core, aside) = NoticeText.label(phrase)
    let whole = key(phrase)
    return Array(Set([core, core + aside, whole].filter { !$0.isEmpty }))
  }
}
