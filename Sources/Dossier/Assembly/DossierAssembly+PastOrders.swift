import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

extension DossierAssembly {
  /// Orders of the history that name a party who receives or pays here, and those that may, this
  /// order not among them.
  func historyOfParties() -> (certain: [PastOrder], possible: [PastOrder]) {
    guard let history = corpus.history else { return ([], []) }
    func isOther(_ past: PastOrder) -> Bool {
      past.order.reference != order.reference || past.order.system != order.system
    }
    let found = history.orders(of: parties.filter { $0.receives || $0.roles.contains(.payer) })
    return (found.certain.filter(isOther), found.possible.filter(isOther))
  }

  /// Readings of the lines of similar past orders within a number of days.
  func pastOrders(days: Int) -> [[LineReading]] {
    let families = Set(lines.flatMap(\.families))
    return pastOrders.certain.compactMap { past in
      guard let date = past.date, date <= asOf, asOf - date <= days else { return nil }
      return families.isDisjoint(with: past.families) ? nil : past.lines
    }
  }

  /// All known orders of the same parties that were placed by the as-of date or bear no date, of
  /// several revisions the last.
  func knownPastOrders() -> [PastOrder] { known(pastOrders.certain) }

  /// As `knownPastOrders`, with those of bodies that may be one of the parties.
  func possiblePastOrders() -> [PastOrder] { known(pastOrders.certain + pastOrders.possible) }

  private func known(_ orders: [PastOrder]) -> [PastOrder] {
    PastOrder.newest(orders.filter { $0.date.map { $0 <= asOf } ?? true })
  }

  mutating func pastOrderObjects() -> [FactObject] {
    // A reseller's history names the same end users again and again.
    var known: [[String]: Truth] = [:]
    return knownPastOrders().map { pastOrderObject($0, &known) }
  }

  private mutating func pastOrderObject(
    _ past: PastOrder, _ known: inout [[String]: Truth]
  ) -> FactObject {
    let evidence = [pastOrderEvidence(past)]
    var facts: [Fact] = []
    for term in PastOrderTerm.allCases {
      switch term {
      case .reference: facts.append(.text(past.order.reference))
      case .placed:
        facts.append(
          past.date.map {
            Fact(.date($0), .declared, evidence: evidence, words: $0.description)
          } ?? .unknown("the past order bears no date", evidence: evidence))
      case .product: facts.append(product(of: past, evidence))
      case .reactions:
        let total = total(past.lines)
        facts.append(
          Fact(
            .number(total), .computed, evidence: evidence, words: "\(total.words) reactions"))
      case .sameEndUser:
        facts.append(
          fact(
            sharesEndUser(past, &known), evidence,
            "an end user of order \(past.order.reference) and of this order"))
      case .samePlace:
        facts.append(
          fact(
            sharesPlace(past), evidence,
            "the place of order \(past.order.reference) and of this order"))
      }
    }
    return FactObject(
      id: past.order.reference, label: "past order \(past.order.reference)", facts: facts)
  }

  mutating func pastOrderEvidence(_ past: PastOrder) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: .order, title: "Order \(past.order.reference), revision \(past.order.revision)",
        publisher: past.order.system, publishedOn: past.date?.description, locator: "orders",
        statement:
          "The history of orders holds it, with a party of this order."))
  }

  private func product(of past: PastOrder, _ evidence: [Int]) -> Fact {
    guard !past.families.isEmpty else {
      return .unknown("not told by class or description", evidence: evidence)
    }
    return Fact(
      .codes(past.families, isComplete: past.familiesAreComplete), .inferred, evidence: evidence,
      words: past.families.map { knowledge.taxonomy.products[$0]?.name ?? $0 }
        .joined(separator: ", "))
  }

  /// False only where both orders name their end users and these are others.
  private func sharesEndUser(_ past: PastOrder, _ known: inout [[String]: Truth]) -> Truth {
    let isNamed = past.order.endUserKnown == .declared && !past.endUsers.isEmpty
    var result: Truth = isNamed && endUserIsDeclared ? .isFalse : .isUnknown
    for theirs in past.endUsers {
      if let truth = known[theirs.names] {
        result = result.or(truth)
        continue
      }
      var truth = Truth.isFalse
      for ours in parties(as: .endUser) {
        switch knowledge.names.compare(ours.profile, theirs.profile).verdict {
        case .same: truth = .isTrue
        case .possible: truth = truth.or(.isUnknown)
        case .different: break
        }
      }
      known[theirs.names] = truth
      result = result.or(truth)
    }
    return result
  }

  /// Whether one who receives there is where one who receives here is: at the same address, or in
  /// the same prefecture or county. What is known more broadly may or may not be the same.
  private func sharesPlace(_ past: PastOrder) -> Truth {
    let ours = parties.filter(\.receives)
    let isKnown =
      endUserIsDeclared && !ours.isEmpty && !past.receivers.isEmpty
      && (ours + past.receivers).allSatisfy { !$0.places.isEmpty && $0.openPlaces.isEmpty }
    var result: Truth = isKnown ? .isFalse : .isUnknown
    for theirs in past.receivers {
      for here in ours {
        if !Set(theirs.addresses).isDisjoint(with: here.addresses) { return .isTrue }
        for (first, second) in theirs.places.flatMap({ place in
          here.places.map { (place, $0) }
        }) {
          if first == second, isPrefectureOrCounty(first) { return .isTrue }
          if inputs.places.isWithin(first, second) || inputs.places.isWithin(second, first) {
            result = result.or(.isUnknown)
          }
        }
      }
    }
    return result
  }

  /// Codes of countries have two letters and those of provinces five characters.
  private func isPrefectureOrCounty(_ code: String) -> Bool { code.utf8.count > 5 }
}
