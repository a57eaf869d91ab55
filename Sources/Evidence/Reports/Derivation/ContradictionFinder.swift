/// Finds statements of reports that do not fit each other.
public struct ContradictionFinder {
  let reports: [IngestedReport]
  /// How many of them, the first ones, are new; only what they have to do with is told.
  private let newCount: Int
  var found: [Contradiction] = []
  var seen: Set<String> = []

  /// Matters on which reports differ by a value that each states.
  static let matters: [(kind: String, value: String, note: String)] = [
    ("age-band", "age", "both may hold, at different levels or places"),
    ("focus-personnel-targeting", "family", "one names families, the other does not"),
    ("vendor-supply", "verb", "buying and being supplied are not the same"),
    (
      "collection-for-police-by-health-bodies", "giver", "different bodies are said to collect"
    ),
    (
      "collection-for-police-by-health-bodies", "receiver", "different bodies are said to receive"
    ),
    ("conditional-public-service", "duty", "a check by police is no duty of the person"),
    ("source-description", "witnesses", "the number of witnesses differs"),
  ]

  public static func contradictions(among reports: [IngestedReport]) -> [Contradiction] {
    var finder = ContradictionFinder(reports: reports, newCount: reports.count)
    finder.run()
    finder.compareLevels()
    finder.compareNames()
    finder.compareWithOrigins()
    return finder.found
  }

  /// Values of new reports that differ from those of known ones, or of each other.
  static func contradictions(
    of new: [IngestedReport], with known: [IngestedReport]
  ) -> [Contradiction] {
    var finder = ContradictionFinder(reports: new + known, newCount: new.count)
    finder.run()
    return finder.found.filter { $0.left.report != $0.right.report }
  }

  private init(reports: [IngestedReport], newCount: Int) {
    self.reports = reports
    self.newCount = newCount
  }

  struct Statement {
    let report: Int
    let proposal: ClaimProposal
    let value: String
  }

  func statements(_ kind: String, _ value: String) -> [Statement] {
    var result: [Statement] = []
    for (number, report) in reports.enumerated() {
      for proposal in report.proposals where proposal.kind == kind {
        if let text = proposal.values[value] {
          result.append(Statement(report: number, proposal: proposal, value: text))
        }
      }
    }
    return result
  }

  mutating func run() {
    for matter in ContradictionFinder.matters {
      compare(statements(matter.kind, matter.value), matter.value, matter.note)
    }
    let ages = statements("age-band", "age")
    let all =
      statements("universal-coverage", "coverage")
      + statements("compulsory-dna-collection", "coverage")
    compare(
      all.filter { $0.value == "all" }, with: ages, "coverage",
      "all residents against an age band")
    compareNumbers()
    compareDates()
  }

  mutating func compare(_ statements: [Statement], _ matter: String, _ note: String) {
    // One statement of each value and report is enough to show the difference.
    let values = Dictionary(grouping: statements, by: \.value)
    for (value, ones) in values.sorted(by: { $0.key < $1.key }) {
      for (other, others) in values.sorted(by: { $0.key < $1.key }) where value < other {
        pair(ones, others, matter, note)
      }
    }
  }

  mutating func compare(
    _ left: [Statement], with right: [Statement], _ matter: String, _ note: String
  ) {
    pair(left, right, matter, note)
  }

  mutating func pair(
    _ left: [Statement], _ right: [Statement], _ matter: String, _ note: String
  ) {
    for one in ContradictionFinder.firstOfEach(left) {
      for other in ContradictionFinder.firstOfEach(right) {
        guard concerns(one, other) else { continue }
        add(one, other, matter, note)
      }
    }
  }

  static func firstOfEach(_ statements: [Statement]) -> [Statement] {
    var seen: Set<Int> = []
    return statements.filter { seen.insert($0.report).inserted }
  }

  /// Claims about bodies of different countries do not contradict each other.
  func concerns(_ one: Statement, _ other: Statement) -> Bool {
    func country(_ subject: ClaimSubject) -> String? {
      switch subject {
      case .bodies(_, let within): String(within.prefix(2))
      case .place(let code): String(code.prefix(2))
      case .entity, .programme: nil
      }
    }
    guard let left = country(one.proposal.subject), let right = country(other.proposal.subject)
    else { return true }
    return left == right
  }

  mutating func add(
    _ one: Statement, _ other: Statement, _ matter: String, _ note: String
  ) {
    guard min(one.report, other.report) < newCount else { return }
    let key = "\(matter)|\(one.report)|\(one.proposal.id)|\(other.report)|\(other.proposal.id)"
    guard found.count < 2000, seen.insert(key).inserted else { return }
    found.append(
      Contradiction(
        matter: matter, left: side(one), right: side(other), note: note))
  }

  func side(_ statement: Statement) -> Contradiction.Side {
    Contradiction.Side(
      report: statement.report, proposal: statement.proposal.id,
      locator: statement.proposal.locators.first ?? "", value: statement.value)
  }
}
