internal import Formats

/// Two statements that cannot both be the whole truth; both are kept.
public struct Contradiction: Sendable, Hashable {
  public struct Side: Sendable, Hashable {
    public let report: Int
    public let proposal: String
    public let locator: String
    public let value: String
  }

  /// What they differ in: `age`, `coverage`, `number of people`.
  public let matter: String
  public let left: Side
  public let right: Side
  /// Why they may both be there: another level, another group, a rounding.
  public let note: String
}

/// Finds statements of reports that do not fit each other.
public struct ContradictionFinder {
  let reports: [IngestedReport]
  private(set) var found: [Contradiction] = []
  private var seen: Set<String> = []

  /// Matters on which reports differ by a value that each states.
  private static let matters: [(kind: String, value: String, note: String)] = [
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
    var finder = ContradictionFinder(reports: reports)
    finder.run()
    return finder.found
  }

  private init(reports: [IngestedReport]) { self.reports = reports }

  private struct Statement {
    let report: Int
    let proposal: ClaimProposal
    let value: String
  }

  private func statements(_ kind: String, _ value: String) -> [Statement] {
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

  private mutating func run() {
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
    compareLevels()
    compareNames()
    compareWithOrigins()
  }

  private mutating func compareNames() {
    for (number, report) in reports.enumerated() {
      for body in report.misnamedBodies {
        found.append(
          Contradiction(
            matter: "body name",
            left: Contradiction.Side(
              report: number, proposal: "", locator: body.locator, value: body.words),
            right: Contradiction.Side(
              report: number, proposal: "", locator: "", value: body.code),
            note: "the body is known under another name"))
      }
    }
  }

  /// What a text says against a body and the text on which it rests does not.
  private mutating func compareWithOrigins() {
    for edge in DerivationGraph(reports).edges where edge.isMain {
      guard case .report(let origin) = edge.to else { continue }
      let known = Set(reports[origin].proposals.map(\.kind))
      for proposal in reports[edge.from].proposals
      where !known.contains(proposal.kind) && ContradictionFinder.accusing.contains(proposal.kind)
        && found.count < 2000
      {
        found.append(
          Contradiction(
            matter: "unsupported",
            left: Contradiction.Side(
              report: edge.from, proposal: proposal.id, locator: proposal.locators.first ?? "",
              value: proposal.kind),
            right: Contradiction.Side(
              report: origin, proposal: "", locator: "", value: "nothing of this kind"),
            note: "the text on which it rests does not say so"))
      }
    }
  }

  /// Kinds that a text that only repeats another one should not add.
  private static let accusing: Set<String> = [
    "legal-context", "statutory-compulsion", "custodial-dna-collection", "child-sampling",
    "mass-male-lineage-collection", "vendor-supply", "service-and-spares-supply",
    "sequencer-tender", "official-listing", "research-consent-irregularity",
  ]

  private mutating func compare(_ statements: [Statement], _ matter: String, _ note: String) {
    // One statement of each value and report is enough to show the difference.
    let values = Dictionary(grouping: statements, by: \.value)
    for (value, ones) in values.sorted(by: { $0.key < $1.key }) {
      for (other, others) in values.sorted(by: { $0.key < $1.key }) where value < other {
        pair(ones, others, matter, note)
      }
    }
  }

  private mutating func compare(
    _ left: [Statement], with right: [Statement], _ matter: String, _ note: String
  ) {
    pair(left, right, matter, note)
  }

  private mutating func pair(
    _ left: [Statement], _ right: [Statement], _ matter: String, _ note: String
  ) {
    for one in ContradictionFinder.firstOfEach(left) {
      for other in ContradictionFinder.firstOfEach(right) {
        guard concerns(one, other) else { continue }
        add(one, other, matter, note)
      }
    }
  }

  private static func firstOfEach(_ statements: [Statement]) -> [Statement] {
    var seen: Set<Int> = []
    return statements.filter { seen.insert($0.report).inserted }
  }

  /// Claims about bodies of different countries do not contradict each other.
  private func concerns(_ one: Statement, _ other: Statement) -> Bool {
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

  private mutating func add(
    _ one: Statement, _ other: Statement, _ matter: String, _ note: String
  ) {
    let key = "\(matter)|\(one.report)|\(one.proposal.id)|\(other.report)|\(other.proposal.id)"
    guard found.count < 2000, seen.insert(key).inserted else { return }
    found.append(
      Contradiction(
        matter: matter, left: side(one), right: side(other), note: note))
  }

  private func side(_ statement: Statement) -> Contradiction.Side {
    Contradiction.Side(
      report: statement.report, proposal: statement.proposal.id,
      locator: statement.proposal.locators.first ?? "", value: statement.value)
  }

  // MARK: Numbers, dates and levels

  private mutating func compareNumbers() {
    struct Counted {
      let statement: Statement
      let quantity: ReportQuantity
    }
    var counted: [Counted] = []
    for (number, report) in reports.enumerated() {
      for proposal in report.proposals where proposal.kind == "quantity" {
        for quantity in proposal.quantities {
          counted.append(
            Counted(
              statement: Statement(report: number, proposal: proposal, value: quantity.words),
              quantity: quantity))
        }
      }
    }
    for (index, one) in counted.enumerated() {
      for other in counted[(index + 1)...]
      where one.quantity.noun == other.quantity.noun
        && one.quantity.quality == other.quantity.quality
        && one.quantity.value != other.quantity.value
        && isNear(one.quantity, other.quantity) && found.count < 2000
      {
        add(
          one.statement, other.statement, "number of \(one.quantity.noun)",
          one.quantity.agrees(with: other.quantity)
            ? "one may be the other, rounded" : "the numbers differ, or count different things")
      }
    }
  }

  /// Numbers within a third of each other and of the same great size are likely of one thing.
  private func isNear(_ one: ReportQuantity, _ other: ReportQuantity) -> Bool {
    let (low, high) =
      one.value < other.value ? (one.value, other.value) : (other.value, one.value)
    guard low.wholePart >= 5, let reach = low.multiplied(by: Decimal(millionths: 1_350_000))
    else { return false }
    return high <= reach
  }

  private mutating func compareDates() {
    let dated = statements("chronology", "date")
    for one in dated {
      for other in dated where one.report < other.report {
        guard let first = one.proposal.values["event"], let second = other.proposal.values["event"],
          first != second, one.value.prefix(4) == other.value.prefix(4),
          one.value.hasSuffix(String(other.value.prefix(7)).suffix(3))
            || ContradictionFinder.isStart(first) && ContradictionFinder.isStart(second)
        else { continue }
        add(
          one, other, "chronology",
          "`\(first)` against `\(second)`: not the same event, or not the same day")
      }
    }
  }

  private static func isStart(_ event: String) -> Bool {
    [
      "authorized", "authorised", "launched", "began", "went into effect", "took effect",
      "came into force", "dated", "issued", "started", "启动", "施行", "生效", "印发",
    ].contains(event)
  }

  private mutating func compareLevels() {
    for (number, report) in reports.enumerated() {
      for oddity in report.misnamedPlaces {
        let other = reports.indices.first { index in
          index != number
            && reports[index].findings.contains { $0.kind == .place && $0.code == oddity.code }
        }
        guard let other,
          let finding = reports[other].findings.first(where: {
            $0.kind == .place && $0.code == oddity.code
          }), found.count < 2000
        else { continue }
        found.append(
          Contradiction(
            matter: "place",
            left: Contradiction.Side(
              report: number, proposal: "", locator: oddity.locator, value: oddity.words),
            right: Contradiction.Side(
              report: other, proposal: "", locator: finding.locators.first ?? "",
              value: finding.words),
            note: "the words name another level than the place has"))
      }
    }
  }
}
