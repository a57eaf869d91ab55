public import Facts
public import Formats

/// The licence determination of one item for one destination, step by step.
///
/// Law only: what the company decides beyond it stands elsewhere. No line says more than its
/// citation; a step of which a fact, a table or a confirmation is missing is unknown.
public struct Worksheet: Sendable, Hashable {
  public let line: String
  public let description: String?
  /// As declared; nil where nothing is.
  public let eccn: String?
  public let destination: String
  public let asOf: CivilDate
  public let steps: [WorksheetStep]

  public init(
    _ subject: WorksheetCase, _ law: WorksheetLaw
  ) {
    line = subject.line
    description = subject.description
    eccn = subject.eccn
    destination = subject.destination
    asOf = law.asOf
    var work = WorksheetAssembly(subject, law)
    steps = work.assemble()
  }

  public subscript(id: String) -> WorksheetStep? { steps.first { $0.id == id } }

  /// The answer of a step; unknown where the worksheet has none of that id.
  public func answer(_ id: String) -> Truth { self[id]?.answer ?? .isUnknown }

  public func steps(in section: WorksheetStep.Section) -> [WorksheetStep] {
    steps.filter { $0.section == section }
  }

  /// One sentence, without a verdict: which steps are yes, and how many are unknown.
  public var summary: String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)" + (number == 1 ? "" : "s")
    }
    let open = steps.count { $0.answer == .isUnknown && $0.nature != .context }
    let prohibited = steps.filter { $0.answer == .isTrue && $0.nature == .prohibition }
    let licence = steps.filter { $0.answer == .isTrue && $0.nature == .licence }
    var parts: [String] = []
    if !prohibited.isEmpty {
      parts.append(
        "prohibited unless authorised at " + prohibited.map(\.id).joined(separator: ", "))
    }
    if !licence.isEmpty {
      parts.append("a licence is required at " + licence.map(\.id).joined(separator: ", "))
    }
    if parts.isEmpty { parts.append("no requirement was found at the steps that are answered") }
    if open > 0 { parts.append("\(count(open, "step")) unknown") }
    return parts.joined(separator: "; ")
  }

  /// Sources that were not seen whole, each once.
  public var unverified: [WorksheetStep.Citation] {
    var seen: Set<WorksheetStep.Citation> = []
    return steps.flatMap(\.citations).filter { !$0.isVerified && seen.insert($0).inserted }
  }
}

/// The law that worksheets of one day are worked out by: tables, registry and confirmations.
public struct WorksheetLaw: Sendable {
  public let tables: LawTables
  public let registry: LegalRegistry
  public let asOf: CivilDate
  /// By id of the registry, made on or before the day.
  public let confirmations: [String: Bool]
  /// Whether a product family is, or stands below, another.
  let isWithin: @Sendable (_ family: String, _ ancestor: String) -> Bool

  public init(
    tables: LawTables, registry: LegalRegistry, asOf: CivilDate, confirmations: [String: Bool],
    isWithin: @escaping @Sendable (_ family: String, _ ancestor: String) -> Bool
  ) {
    self.tables = tables
    self.registry = registry
    self.asOf = asOf
    self.confirmations = confirmations
    self.isWithin = isWithin
  }

  /// A legal basis as a citation with its mark.
  func citation(_ id: String) -> WorksheetStep.Citation {
    guard let basis = registry.basis(id) else {
      return WorksheetStep.Citation(id, verification: LawTables.unverified)
    }
    return WorksheetStep.Citation(basis.citation, verification: basis.verification)
  }

  func citation(_ text: String, _ table: LawTable) -> WorksheetStep.Citation {
    WorksheetStep.Citation(
      text + " (table as of \(table.asOf))", verification: table.verification)
  }

  func force(_ id: String) -> LegalRegistry.Force {
    registry.basis(id)?.force(on: asOf, confirmed: confirmations[id]) ?? .unconfirmed
  }
}
