public import Evidence
public import Formats

/// Documents with the notices that a reader must find in them, field by field.
public struct LabelledNotices: Sendable {
  public struct Document: Sendable {
    public let name: String
    public let format: String
    public let content: String
    /// What each notice says, by field; null for what must not be found.
    public let expected: [JSON]
  }

  /// A field that was read otherwise than it is labelled.
  public struct Miss: Sendable, CustomStringConvertible {
    public let document: String
    public let field: String
    public let expected: String
    public let found: String

    public var description: String { "\(document) \(field): expected \(expected), found \(found)" }
  }

  public struct Score: Sendable {
    public var documents = 0
    public var notices = 0
    /// Labelled values and how many of them were read right, by field.
    public var fields: [String: (right: Int, all: Int)] = [:]
    public var misses: [Miss] = []
  }

  public let documents: [Document]

  /// Reads documents one a line.
  public init(file: String) throws(Diagnostic) {
    var documents: [Document] = []
    for line in try Lines.read(file) {
      documents.append(
        Document(
          name: try line.text("name"), format: try line.text("format"),
          content: try line.text("content"), expected: line.json["expected"]?.array ?? []))
    }
    self.documents = documents
  }

  public func score(_ knowledge: TenderKnowledge) -> Score {
    let reader = TenderReader(knowledge)
    var score = Score()
    for document in documents {
      let reading = reader.read(Array(document.content.utf8), file: document.name)
      score.documents += 1
      score.note(
        document.name, "format", .string(document.format),
        .optional(reading.format?.rawValue))
      score.note(
        document.name, "notices", .integer(document.expected.count),
        .integer(reading.notices.count))
      for (index, expected) in document.expected.enumerated() {
        guard index < reading.notices.count else { continue }
        score.notices += 1
        LabelledNotice(expected, reading.notices[index], knowledge).compare(
          as: document.name + (index == 0 ? "" : "#\(index + 1)"), &score)
      }
    }
    return score
  }
}

extension LabelledNotices.Score {
  mutating func note(_ document: String, _ field: String, _ expected: JSON, _ found: JSON) {
    let isRight = expected.canonicalText == found.canonicalText
    let old = fields[field] ?? (0, 0)
    fields[field] = (old.right + (isRight ? 1 : 0), old.all + 1)
    if !isRight {
      misses.append(
        LabelledNotices.Miss(
          document: document, field: field, expected: expected.text(), found: found.text()))
    }
  }
}
