public import Formats

/// What does not fit among reports.
public struct ContradictionSearch: Sendable {
  public let found: [Contradiction]
  /// What was not compared, where there was too much of it.
  public let notices: [Diagnostic]
}

/// Finds statements of reports that do not fit each other.
///
/// Statements are put in groups before they are compared, and of very many only so many pairs are
/// looked at; what is left out is told.
public struct ContradictionFinder {
  let reports: [IngestedReport]
  /// How many of them, the first ones, are new; only what they have to do with is told.
  private let newCount: Int
  private(set) var found: [Contradiction] = []
  private var seen: Set<Pair> = []
  /// Pairs of statements that were looked at for a matter.
  private var looks = 0
  private(set) var gaps = ContradictionGaps()

  /// Contradictions that are told at most.
  static let most = 2000
  /// Pairs of statements that are looked at for one matter.
  static let mostLooks = 4_000_000

  private struct Pair: Hashable {
    let matter: String
    let report: Int
    let proposal: String
    let otherReport: Int
    let otherProposal: String
  }

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
    search(among: reports).found
  }

  /// The same with what was not compared.
  public static func search(among reports: [IngestedReport]) -> ContradictionSearch {
    var finder = ContradictionFinder(reports: reports, newCount: reports.count)
    finder.run()
    finder.compareLevels()
    finder.compareNames()
    finder.compareWithOrigins()
    return ContradictionSearch(found: finder.found, notices: finder.gaps.notices)
  }

  /// Values of new reports that differ from those of known ones, or of each other.
  static func search(
    of new: [IngestedReport], with known: [IngestedReport]
  ) -> ContradictionSearch {
    var finder = ContradictionFinder(reports: new + known, newCount: new.count)
    finder.run()
    return ContradictionSearch(
      found: finder.found.filter { $0.left.report != $0.right.report },
      notices: finder.gaps.notices)
  }

  private init(reports: [IngestedReport], newCount: Int) {
    self.reports = reports
    self.newCount = newCount
  }

  struct Statement {
    let report: Int
    let proposal: ClaimProposal
    let value: String
    /// Of the bodies or the place that it is about; nil where that is not known.
    let country: Substring?

    init(report: Int, proposal: ClaimProposal, value: String) {
      self.report = report
      self.proposal = proposal
      self.value = value
      country =
        switch proposal.subject {
        case .bodies(_, let within): within.prefix(2)
        case .place(let code): code.prefix(2)
        case .entity, .programme: nil
        }
    }
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
    begin()
    pair(
      ContradictionFinder.firstOfEach(all.filter { $0.value == "all" }),
      ContradictionFinder.firstOfEach(ages), "coverage", "all residents against an age band")
    compareNumbers()
    compareDates()
  }

  private mutating func compare(
    _ statements: [Statement], _ matter: String, _ note: String
  ) {
    begin()
    // One statement of each value and report is enough to show the difference.
    let values = Dictionary(grouping: statements, by: \.value)
      .sorted { $0.key < $1.key }.map { ContradictionFinder.firstOfEach($0.value) }
    let areNew = values.map { $0.contains { isNew($0) } }
    for (index, ones) in values.enumerated() {
      for other in (index + 1)..<max(index + 1, values.count) where areNew[index] || areNew[other] {
        guard pair(ones, values[other], matter, note) else { return }
      }
    }
  }

  /// False where no more is to be compared for the matter.
  @discardableResult
  private mutating func pair(
    _ left: [Statement], _ right: [Statement], _ matter: String, _ note: String
  ) -> Bool {
    for one in left {
      for other in right where isNew(one) || isNew(other) {
        guard mayLook(matter) else { return false }
        guard concerns(one, other) else { continue }
        add(one, other, matter, note)
      }
    }
    return true
  }

  func isNew(_ statement: Statement) -> Bool { statement.report < newCount }

  /// Begins with another matter.
  mutating func begin() { looks = 0 }

  /// Whether one more pair may be looked at; where not, the matter is noted as a gap.
  mutating func mayLook(_ matter: String) -> Bool {
    guard found.count < ContradictionFinder.most else {
      gaps.note(matter, .tooManyFound)
      return false
    }
    guard looks < ContradictionFinder.mostLooks else {
      gaps.note(matter, .tooManyPairs)
      return false
    }
    looks += 1
    return true
  }

  static func firstOfEach(_ statements: [Statement]) -> [Statement] {
    var seen: Set<Int> = []
    return statements.filter { seen.insert($0.report).inserted }
  }

  /// Claims about bodies of different countries do not contradict each other.
  private func concerns(_ one: Statement, _ other: Statement) -> Bool {
    guard let left = one.country, let right = other.country else { return true }
    return left == right
  }

  mutating func add(
    _ one: Statement, _ other: Statement, _ matter: String, _ note: String
  ) {
    guard isNew(one) || isNew(other) else { return }
    let pair = Pair(
      matter: matter, report: one.report, proposal: one.proposal.id, otherReport: other.report,
      otherProposal: other.proposal.id)
    guard seen.insert(pair).inserted else { return }
    add(Contradiction(matter: matter, left: side(one), right: side(other), note: note))
  }

  /// Beyond the limit the matter is noted as a gap.
  mutating func add(_ contradiction: Contradiction) {
    guard found.count < ContradictionFinder.most else {
      gaps.note(contradiction.matter, .tooManyFound)
      return
    }
    found.append(contradiction)
  }

  func side(_ statement: Statement) -> Contradiction.Side {
    Contradiction.Side(
      report: statement.report, proposal: statement.proposal.id,
      locator: statement.proposal.locators.first ?? "", value: statement.value)
  }
}
