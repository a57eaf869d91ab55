internal import Formats

/// Numbers, days and names of which two reports say otherwise.
extension ContradictionFinder {
  mutating func compareNumbers() {
    var counted: [CountedStatement] = []
    for (number, report) in reports.enumerated() {
      for proposal in report.proposals where proposal.kind == "quantity" {
        for quantity in proposal.quantities where counted.count < 3000 {
          counted.append(
            CountedStatement(
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
        && found.count < 2000
        && (isNear(one.quantity, other.quantity) || one.speaksOfTheSame(as: other))
      {
        add(
          one.statement, other.statement, "number of \(one.quantity.noun)",
          one.quantity.agrees(with: other.quantity)
            ? "one may be the other, rounded" : "the numbers differ, or count different things")
      }
    }
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
    let dated = Array(statements("chronology", "date").prefix(2000))
    for one in dated {
      for other in dated where one.report < other.report {
        guard let first = one.proposal.values["event"], let second = other.proposal.values["event"],
          first != second, one.value.first?.isNumber == true,
          one.value.prefix(4) == other.value.prefix(4),
          one.value.hasSuffix(String(other.value.prefix(7)).suffix(3))
            || ContradictionFinder.isStart(first) && ContradictionFinder.isStart(second)
        else { continue }
        add(
          one, other, "chronology",
          "`\(first)` against `\(second)`: not the same event, or not the same day")
      }
    }
  }

  static func isStart(_ event: String) -> Bool {
    [
      "authorized", "authorised", "launched", "began", "went into effect", "took effect",
      "came into force", "dated", "issued", "started", "启动", "施行", "生效", "印发",
    ].contains(event)
  }

  mutating func compareLevels() {
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

  mutating func compareNames() {
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
  mutating func compareWithOrigins() {
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
  static let accusing: Set<String> = [
    "legal-context", "statutory-compulsion", "custodial-dna-collection", "child-sampling",
    "mass-male-lineage-collection", "vendor-supply", "service-and-spares-supply",
    "sequencer-tender", "official-listing", "research-consent-irregularity",
  ]
}
