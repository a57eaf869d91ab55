internal import Formats

/// Numbers, days and names of which two reports say otherwise.
extension ContradictionFinder {
  mutating func compareNumbers() {
    var counted: [CountedStatement] = []
    for (number, report) in reports.enumerated() {
      for proposal in report.proposals where proposal.kind == "quantity" {
        for quantity in proposal.quantities {
          counted.append(
            CountedStatement(
              statement: Statement(report: number, proposal: proposal, value: quantity.words),
              quantity: quantity))
        }
      }
    }
    begin()
    let things = Dictionary(grouping: counted.indices) {
      Counted(noun: counted[$0].quantity.noun, quality: counted[$0].quantity.quality)
    }
    var places: [Counted: Int] = [:]
    // Behind the new ones there are pairs of known ones alone.
    for one in counted where isNew(one.statement) {
      let thing = Counted(noun: one.quantity.noun, quality: one.quantity.quality)
      let group = things[thing] ?? []
      let place = places[thing, default: 0]
      places[thing] = place + 1
      for later in group[(place + 1)...] {
        let other = counted[later]
        guard mayLook("numbers") else { return }
        guard one.quantity.value != other.quantity.value,
          isNear(one.quantity, other.quantity) || one.speaksOfTheSame(as: other)
        else { continue }
        add(
          one.statement, other.statement, "number of \(one.quantity.noun)",
          one.quantity.agrees(with: other.quantity)
            ? "one may be the other, rounded" : "the numbers differ, or count different things")
      }
    }
  }

  /// What a number counts.
  private struct Counted: Hashable {
    let noun: String
    let quality: String?
  }

  /// Numbers within a third of each other and of the same great size are likely of one thing.
  func isNear(_ one: ReportQuantity, _ other: ReportQuantity) -> Bool {
    let (low, high) =
      one.value < other.value ? (one.value, other.value) : (other.value, one.value)
    guard low.wholePart >= 5, let reach = low.multiplied(by: Decimal(millionths: 1_350_000))
    else { return false }
    return high <= reach
  }

  mutating func compareDates() {
    begin()
    var years: [Substring: [(statement: Statement, event: String)]] = [:]
    let dated = statements("chronology", "date").compactMap { statement in
      statement.proposal.values["event"].map { (statement: statement, event: $0) }
    }
    for one in dated { years[one.statement.value.prefix(4), default: []].append(one) }
    for (one, first) in dated where isNew(one) && one.value.first?.isNumber == true {
      for (other, second) in years[one.value.prefix(4)] ?? [] where one.report < other.report {
        guard mayLook("chronology") else { return }
        guard first != second,
          one.value.hasSuffix(other.value.prefix(7).suffix(3))
            || ContradictionFinder.isStart(first) && ContradictionFinder.isStart(second)
        else { continue }
        add(
          one, other, "chronology",
          "`\(first)` against `\(second)`: not the same event, or not the same day")
      }
    }
  }

  static func isStart(_ event: String) -> Bool {
    starts.contains(event)
  }

  private static let starts: Set<String> = [
    "authorized", "authorised", "launched", "began", "went into effect", "took effect",
    "came into force", "dated", "issued", "started", "启动", "施行", "生效", "印发",
  ]

  mutating func compareLevels() {
    guard reports.contains(where: { !$0.misnamedPlaces.isEmpty }) else { return }
    // The first two reports that have a place are enough to find another one that has it.
    var named: [String: [(report: Int, finding: ReportFinding)]] = [:]
    for (number, report) in reports.enumerated() {
      for finding in report.findings where finding.kind == .place {
        let known = named[finding.code] ?? []
        guard known.count < 2, known.last?.report != number else { continue }
        named[finding.code] = known + [(number, finding)]
      }
    }
    for (number, report) in reports.enumerated() {
      for oddity in report.misnamedPlaces {
        guard let other = named[oddity.code]?.first(where: { $0.report != number }) else {
          continue
        }
        add(
          Contradiction(
            matter: "place",
            left: Contradiction.Side(
              report: number, proposal: "", locator: oddity.locator, value: oddity.words),
            right: Contradiction.Side(
              report: other.report, proposal: "", locator: other.finding.locators.first ?? "",
              value: other.finding.words),
            note: "the words name another level than the place has"))
      }
    }
  }

  mutating func compareNames() {
    for (number, report) in reports.enumerated() {
      for body in report.misnamedBodies {
        add(
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
  mutating func compareWithOrigins() {
    for edge in DerivationGraph(reports).edges where edge.isMain {
      guard case .report(let origin) = edge.to else { continue }
      let known = Set(reports[origin].proposals.map(\.kind))
      for proposal in reports[edge.from].proposals
      where !known.contains(proposal.kind) && ContradictionFinder.accusing.contains(proposal.kind) {
        add(
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
  static let accusing: Set<String> = [
    "legal-context", "statutory-compulsion", "custodial-dna-collection", "child-sampling",
    "mass-male-lineage-collection", "vendor-supply", "service-and-spares-supply",
    "sequencer-tender", "official-listing", "research-consent-irregularity",
  ]
}
