public import Facts
public import Formats
import Law

/// What the Electronic Export Information of an order needs, as far as the order, the registers and
/// the worksheets tell (15 CFR 30.6, 758.1). What is missing is named; nothing is filed.
public struct ExportDeclaration: Sendable {
  /// One data element.
  public struct Element: Sendable, Hashable {
    public let name: String
    /// Nil where it is missing.
    public let value: String?
    /// The paragraph that asks for it.
    public let citation: String
    /// Why it is missing, or what a reader should know of it.
    public let note: String?
    /// Whether it is needed only in some cases.
    public let isConditional: Bool

    init(
      _ name: String, _ value: String?, _ citation: String, note: String? = nil,
      isConditional: Bool = false
    ) {
      self.name = name
      self.value = value
      self.citation = citation
      self.note = note
      self.isConditional = isConditional
    }

    public var isMissing: Bool { value == nil && !isConditional }
  }

  /// Why a filing is mandatory, or may be.
  public struct Reason: Sendable, Hashable {
    public let words: String
    public let answer: Truth
    public let citation: String
  }

  public struct Line: Sendable {
    public let number: String
    public let elements: [Element]
    public let reasons: [Reason]
  }

  public let reference: String
  public let asOf: CivilDate
  /// Whether the goods leave from the United States, for which alone the declaration is made.
  public let leavesUnitedStates: Truth
  public let elements: [Element]
  public let lines: [Line]

  /// Whether a filing is mandatory for a line of the order.
  public var isMandatory: Truth {
    leavesUnitedStates.and(
      lines.flatMap(\.reasons).map(\.answer).reduce(.isFalse) { $0.or($1) })
  }

  /// Everything that is missing, by name and line.
  public var missing: [String] {
    elements.filter(\.isMissing).map(\.name)
      + lines.flatMap { line in
        line.elements.filter(\.isMissing).map { "\($0.name) of line \(line.number)" }
      }
  }
}

extension ExportDeclaration {
  /// The declaration as data; members stand in one fixed order.
  public var json: JSON {
    .object([
      ("order", .string(reference)), ("asOf", .string(asOf.description)),
      ("leavesUnitedStates", .string(leavesUnitedStates.answer)),
      ("mandatory", .string(isMandatory.answer)),
      ("elements", .array(elements.map(\.json))),
      (
        "lines",
        .array(
          lines.map { line in
            .object([
              ("line", .string(line.number)), ("elements", .array(line.elements.map(\.json))),
              (
                "mandatoryBecause",
                .array(
                  line.reasons.map { reason in
                    .object([
                      ("reason", .string(reason.words)), ("answer", .string(reason.answer.answer)),
                      ("citation", .string(reason.citation)),
                    ])
                  })
              ),
            ])
          })
      ), ("missing", .strings(missing)),
    ])
  }
}

extension ExportDeclaration.Element {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("value", .optional(value)), ("citation", .string(citation)),
      ("note", .optional(note)), ("conditional", .boolean(isConditional)),
    ])
  }
}
