public import Dossier
import Facts
public import Formats
import Trade

/// Answers of a file, each held against the questions, with every fault told.
///
/// JSON (the form with its answers, or a list), NDJSON, or comma-separated values with a header. An
/// error refuses the whole file; a warning tells why an answer leaves its question open.
public struct AnswerFile: Sendable {
  public private(set) var answers: [SubmittedAnswer] = []
  public private(set) var diagnostics: [Diagnostic] = []

  public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }

  static let members = [
    "id", "answer", "by", "at", "verifiedBy", "verifiedAt", "documents", "evidence",
  ]
  /// Members of the printed form, which say nothing.
  static let printed = [
    "fact", "about", "question", "expects", "unit", "why", "legalBasis", "rules", "settledBy",
    "note",
  ]

  private let file: String
  private let questions: Questionnaire
  private let knowledge: Knowledge
  private let asOf: CivilDate
  private var lines: [String: Int] = [:]

  public init(
    _ bytes: [UInt8], file: String, questions: Questionnaire, knowledge: Knowledge, asOf: CivilDate
  ) {
    self.file = file
    self.questions = questions
    self.knowledge = knowledge
    self.asOf = asOf
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = Array(bytes.dropFirst(start))
    switch content.first(where: { $0 > 0x20 }) {
    case nil: report("ANS001", "the file holds no answer", "write one answer a line", line: 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["): readJSON(content)
    default: readTable(content)
    }
    if answers.isEmpty, !isRefused {
      report("ANS001", "the file holds no answer", "fill in `answer`, `by` and `at`", line: 1)
    }
  }

  private mutating func report(
    _ id: String, _ message: String, _ remedy: String, line: Int,
    severity: Diagnostic.Severity = .error, path: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: SourcePosition(line: line, column: 1), path: path))
  }

  // MARK: - Forms

  private mutating func readJSON(_ bytes: [UInt8]) {
    if let whole = try? JSONReader.read(bytes) {
      let elements = whole.array ?? whole["answers"]?.array ?? [whole]
      if let named = whole["order"]?.string, named != questions.reference {
        report(
          "ANS011", "the answers are for order `\(named)`, not `\(questions.reference)`",
          "give the answers of this order", line: 1)
      }
      for element in elements { add(element, bytes) }
      return
    }
    let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where part.contains(where: { $0 > 0x20 }) {
      do throws(JSONFailure) {
        add(try JSONReader.read(Array(part)), nil, line: index + 1)
      } catch {
        report(
          "ANS002", "the line is not JSON: \(error.message)",
          "write a JSON list, or one object a line", line: index + 1)
      }
    }
  }

  private mutating func add(_ json: JSON, _ bytes: [UInt8]?, line given: Int? = nil) {
    let line = given ?? bytes.map { SourcePosition(of: json.offset, in: $0).line } ?? 1
    guard let members = json.members else {
      report("ANS002", "the answer is \(json.kindName)", "write one object for each", line: line)
      return
    }
    var texts: [String: String] = [:]
    var documents: [(name: String, digest: String)] = []
    for member in members where !member.value.isNull {
      if member.key == "documents" {
        documents = self.documents(member.value, line)
      } else if member.key == "answer", let object = member.value.members, !object.isEmpty {
        texts["answer"] = member.value.text()
      } else if AnswerFile.members.contains(member.key) {
        guard let text = AnswerFile.text(member.value) else {
          report(
            "ANS002", "`\(member.key)` is \(member.value.kindName)", "write a text", line: line)
          continue
        }
        texts[member.key] = text
      } else if !AnswerFile.printed.contains(member.key) {
        unknown(member.key, line)
      }
    }
    // A place of the form that nobody filled in is no answer.
    if texts["answer"] == nil, texts["by"] == nil, documents.isEmpty { return }
    add(texts, documents, line)
  }

  private static func text(_ json: JSON) -> String? {
    switch json.value {
    case .string(let text): text
    case .number(let literal): literal
    case .boolean(let flag): flag ? "yes" : "no"
    default: nil
    }
  }

  private mutating func documents(_ json: JSON, _ line: Int) -> [(name: String, digest: String)] {
    (json.array ?? [json]).compactMap { element in
      guard let name = element["name"]?.string, let digest = element["sha256"]?.string else {
        report(
          "ANS007", "a document lacks `name` or `sha256`",
          "write {\"name\": \"statement.pdf\", \"sha256\": \"…\"}", line: line)
        return nil
      }
      return (name, digest)
    }
  }

  private mutating func unknown(_ key: String, _ line: Int) {
    report(
      "ANS012", "the member `\(key)` is not read",
      nearestWord(to: String(key.prefix(64)), among: AnswerFile.members).map {
        "did you mean `\($0)`?"
      } ?? "known are \(AnswerFile.members.joined(separator: ", "))", line: line,
      severity: .warning)
  }

  private mutating func readTable(_ bytes: [UInt8]) {
    let table = CSVReader(bytes, file: file)
    diagnostics += table.faults
    guard table.columns.contains("id"), table.columns.contains("answer") else {
      report(
        "ANS001", "the file holds no answers that are read: no column `id` or `answer`",
        "the header names \(AnswerFile.members.joined(separator: ", "))", line: 1)
      return
    }
    for column in table.columns
    where !AnswerFile.members.contains(column) && !AnswerFile.printed.contains(column) {
      unknown(column, 1)
    }
    for row in table.rows {
      var texts: [String: String] = [:]
      for member in AnswerFile.members where member != "documents" && !row[member].isEmpty {
        texts[member] = row[member]
      }
      // `name=sha256`, several parted by `|`.
      var documents: [(name: String, digest: String)] = []
      for part in row["documents"].split(separator: "|") {
        let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
        if halves.count == 2 {
          documents.append((halves[0], halves[1]))
        } else {
          report(
            "ANS007", "the document `\(part)` has no digest", "write name=sha256", line: row.line)
        }
      }
      if texts["answer"] == nil, texts["by"] == nil, documents.isEmpty { continue }
      add(texts, documents, row.line)
    }
  }

  // MARK: - One answer

  private mutating func add(
    _ texts: [String: String], _ documents: [(name: String, digest: String)], _ line: Int
  ) {
    let before = diagnostics.count { $0.severity == .error }
    guard let id = texts["id"], !id.isEmpty else {
      report("ANS003", "the answer names no question", "give its `id`", line: line)
      return
    }
    if let earlier = lines[id] {
      report(
        "ANS006", "the question `\(id)` is answered on line \(earlier) too", "keep one answer",
        line: line, path: id)
    }
    lines[id] = line
    if !isKnown(id) {
      report(
        "ANS003", "there is no question `\(id)`",
        nearestWord(to: String(id.prefix(96)), among: questions.items.map(\.id)).map {
          "did you mean `\($0)`?"
        } ?? "print the questions with scruple questionnaire", line: line, path: id)
    }
    let by = texts["by"] ?? ""
    if SuspiciousText.isBlank(by) {
      report(
        "ANS004", "nobody is named who answers `\(id)`", "name a person in `by`", line: line,
        path: id)
    }
    let at = day("at", texts["at"], id, line, isRequired: true)
    let verifiedAt = day(
      "verifiedAt", texts["verifiedAt"], id, line, isRequired: texts["verifiedBy"] != nil)
    var kept: [SubmittedAnswer.Document] = []
    for document in documents {
      let digits =
        document.digest.hasPrefix("sha256:")
        ? String(document.digest.dropFirst(7)) : document.digest
      guard digits.utf8.count == 64, digits.allSatisfy(\.isHexDigit) else {
        report(
          "ANS007", "`\(document.digest)` is no SHA-256 digest of `\(document.name)`",
          "write 64 hexadecimal digits, as sha256sum prints them", line: line, path: id)
        continue
      }
      kept.append(.init(name: document.name, sha256: digits.lowercased()))
    }
    guard diagnostics.count(where: { $0.severity == .error }) == before, let at else { return }
    var answer = SubmittedAnswer(
      id: id, answer: texts["answer"] ?? "", by: by, at: at, verifiedBy: texts["verifiedBy"],
      verifiedAt: verifiedAt, documents: kept, evidence: texts["evidence"])
    check(&answer, line)
    answers.append(answer)
  }

  /// A question of the form, or an observation that staff record of the order.
  private func isKnown(_ id: String) -> Bool {
    if questions.items.contains(where: { $0.id == id }) { return true }
    guard id.hasPrefix("order."), ScreeningVocabulary.route(of: id) == .answer else { return false }
    let name = id.dropFirst(6)
    return knowledge.vocabulary.domains[0].terms.contains { $0.name == name }
  }

  private mutating func day(
    _ member: String, _ text: String?, _ id: String, _ line: Int, isRequired: Bool
  ) -> CivilDate? {
    guard let text, !text.isEmpty else {
      if isRequired {
        report(
          "ANS005", "`\(member)` of `\(id)` is missing", "write a day, such as 2026-11-22",
          line: line, path: id)
      }
      return nil
    }
    guard let day = CivilDate(text) else {
      report(
        "ANS005", "`\(text)` for `\(member)` of `\(id)` is not a day of the calendar",
        "write a day, such as 2026-11-22", line: line, path: id)
      return nil
    }
    if asOf < day {
      report(
        "ANS005", "`\(member)` of `\(id)`, \(day), lies after \(asOf), the as-of date",
        "correct the day, or screen as of a later one", line: line, path: id)
    }
    return day
  }

  /// What leaves the question open though the answer can be read.
  private mutating func check(_ answer: inout SubmittedAnswer, _ line: Int) {
    func stays(_ reason: String) -> String { "`\(answer.id)` stays open: \(reason)" }
    let item = questions.items.first { $0.id == answer.id }
    let asked = item.map { [$0.text.english, $0.text.chinese, $0.text.german] } ?? []
    if let reason = knowledge.evasions.reason(answer.answer, to: asked) {
      report(
        "ANS008", stays(reason), "state a fact that can be checked", line: line,
        severity: .warning, path: answer.id)
      return
    }
    if let words = item?.settledBy {
      report(
        "ANS010", stays("no answer settles it, it is settled by \(words)"),
        "keep the answer as evidence and make the record", line: line, severity: .warning,
        path: answer.id)
    }
    guard let verifier = answer.verifiedBy else { return }
    var fault: String?
    if verifier == answer.by { fault = "nobody verifies an answer of their own" }
    if answer.documents.isEmpty,
      answer.evidence.map({ knowledge.evasions.reason($0, to: []) != nil }) ?? true
    {
      fault = "its verification names no document and no other proof"
    }
    guard let fault else { return }
    answer.verifiedBy = nil
    answer.verifiedAt = nil
    report(
      "ANS009", stays(fault), "let somebody else verify it, with a document", line: line,
      severity: .warning, path: answer.id)
  }
}
