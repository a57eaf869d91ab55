import Facts
import Formats

/// Works through the sections of a worksheet; each is a file of its own.
struct WorksheetAssembly {
  typealias Step = WorksheetStep
  typealias Input = WorksheetStep.Input
  typealias Citation = WorksheetStep.Citation

  let subject: WorksheetCase
  let law: WorksheetLaw
  private(set) var steps: [Step] = []

  var tables: LawTables { law.tables }
  var asOf: CivilDate { law.asOf }

  init(_ subject: WorksheetCase, _ law: WorksheetLaw) {
    self.subject = subject
    self.law = law
  }

  mutating func assemble() -> [Step] {
    scope()
    classification()
    reasons()
    endUsers()
    embargoes()
    exceptions()
    exceptionUses()
    licences()
    otherRegimes()
    return steps
  }

  mutating func add(_ step: Step) { steps.append(step) }

  /// The answer of a step that was worked out before.
  func answer(_ id: String) -> Truth {
    steps.first { $0.id == id }?.answer ?? .isUnknown
  }

  /// What a table that may not be read leaves of a step.
  func unknown(
    _ id: String, _ section: Step.Section, _ nature: Step.Nature, _ question: String,
    _ fault: String, inputs: [Input] = [], _ citations: [Citation]
  ) -> Step {
    Step(id, section, nature, question, .isUnknown, fault, inputs: inputs, citations: citations)
  }

  /// The declared code without blanks; nil where nothing is declared.
  var declared: String? {
    subject.eccn.map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  var isBasket: Bool { declared?.uppercased() == "EAR99" }

  var code: ClassificationCode? { declared.flatMap { ClassificationCode($0) } }

  /// Groups of the destination; nil where the table may not be read.
  var groups: [String]? {
    guard case .value(let groups, _) = tables.groups.read(on: asOf) else { return nil }
    return groups.groups(of: subject.destination)
  }

  /// What a search among the parties begins with: no only where all of them are known.
  var nobody: Truth { subject.partiesAreComplete ? .isFalse : .isUnknown }

  /// The joined answer of several, none of which is a no.
  static func any(_ answers: some Sequence<Truth>) -> Truth {
    answers.reduce(.isFalse) { $0.or($1) }
  }
}
