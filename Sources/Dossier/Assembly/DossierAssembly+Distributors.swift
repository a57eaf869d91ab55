import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// What is known of a party that sells on.
struct Distribution {
  var unnamed = Fact.sellsNothingOn
  var unreported = Fact.sellsNothingOn
  var unreportedShare = Fact.sellsNothingOn
  var daysSinceAudit = Fact.sellsNothingOn
  var openFindings = Fact.sellsNothingOn
  var salesWords = "it does not buy to sell on"
  var auditWords = "it does not buy to sell on"
}

extension Fact {
  fileprivate static let sellsNothingOn = Fact(
    .number(Interval(exactly: .zero)), .computed, words: "it does not buy to sell on")
}

extension DossierAssembly {
  /// Days that make up the twelve months that these facts look back on.
  static let year = 365

  /// A party with the distributors of the records that are it, and that may be it.
  struct Recorded {
    let same: [DistributorBook.Distributor]
    let possible: [DistributorBook.Distributor]
  }

  func isReseller(_ party: PartyReading) -> Bool { resells(party).value == .boolean(true) }

  func recorded(_ party: PartyReading) -> Recorded {
    let found = corpus.distributors.distributors(like: party, knowledge.names)
    return Recorded(same: found.same, possible: found.possible)
  }

  mutating func distribution(of party: PartyReading) -> Distribution {
    var result = Distribution()
    guard isReseller(party) else { return result }
    let recorded = recorded(party)
    let orders = ordersAsDistributor(party)
    result.unnamed = unnamedShare(party, orders)
    (result.unreported, result.unreportedShare) = unreported(party, orders, recorded)
    result.salesWords = result.unreported.words
    (result.daysSinceAudit, result.openFindings) = audits(of: party, recorded)
    result.auditWords = "\(result.daysSinceAudit.words); \(result.openFindings.words)"
    return result
  }

  // MARK: - Orders without a named end user

  /// Orders of the history in which it buys, by the as-of date or without a date.
  private func ordersAsDistributor(_ party: PartyReading) -> [PastOrder]? {
    guard corpus.history != nil else { return nil }
    return knownPastOrders().filter { past in
      past.receivers.contains { other in
        other.roles.contains { $0 == .purchaser || $0 == .reseller }
          && knowledge.names.compare(party.profile, other.profile).verdict == .same
      }
    }
  }

  /// Whether somebody else than the distributor is declared as the end user.
  private func namesEndUser(_ past: PastOrder, but party: PartyReading) -> Truth {
    guard past.order.endUserKnown == .declared else { return .isFalse }
    return past.endUsers.reduce(.isFalse) { truth, endUser in
      switch knowledge.names.compare(party.profile, endUser.profile).verdict {
      case .different: .isTrue
      case .possible: truth.or(.isUnknown)
      case .same: truth
      }
    }
  }

  private mutating func unnamedShare(_ party: PartyReading, _ orders: [PastOrder]?) -> Fact {
    guard let orders else { return .unknown("the corpus holds no past orders") }
    let dated = orders.filter { $0.date.map { asOf - $0 < Self.year } ?? false }
    let undated = orders.filter { $0.date == nil }
    let naming = dated.map { namesEndUser($0, but: party) }
    let unnamed = zip(dated, naming).filter { $0.1 == .isFalse }.map(\.0)
    // One that may be the distributor may be nobody else.
    let unsure = naming.count { $0 == .isUnknown }
    // An order without a date may be of these months or not.
    let undatedNaming = undated.map { namesEndUser($0, but: party) }
    let undatedUnnamed = undatedNaming.count { $0 == .isFalse }
    let undatedUnsure = undatedNaming.count { $0 == .isUnknown }
    let words =
      "\(unnamed.count) of \(dated.count) orders of \(party.name) within twelve months name no "
      + "end user but itself"
      + (unsure == 0 ? "" : "; \(unsure) more name one that may be itself")
      + (undated.isEmpty
        ? "" : "; \(undated.count) further orders bear no date, \(undatedUnnamed) of them so")
    guard !dated.isEmpty || !undated.isEmpty else {
      return Fact(.number(Interval(exactly: .zero)), .computed, words: words)
    }
    let low = percent(unnamed.count, of: dated.count + undated.count - undatedUnnamed)
    let most = undatedUnnamed + undatedUnsure
    let high = percent(unnamed.count + unsure + most, of: dated.count + most)
    let evidence = (unnamed + undated).prefix(6).map { pastOrderEvidence($0) }
    return Fact(
      .number(Interval(low: low ?? .zero, high: high ?? Decimal(exactly: 100))), .computed,
      evidence: Array(evidence), words: words)
  }

  private func percent(_ part: Int, of whole: Int) -> Decimal? {
    guard whole > 0, let part = Decimal(exactly: part * 100), let whole = Decimal(exactly: whole)
    else { return nil }
    return part.divided(by: whole)
  }

  // MARK: - What is not reported as sold on

  private func isOfThisOrder(_ families: [String]) -> Truth {
    guard !families.isEmpty else { return .isUnknown }
    let tree = knowledge.taxonomy.products
    let wanted = lines.flatMap(\.families)
    if wanted.isEmpty { return .isUnknown }
    return Truth(
      families.contains { family in
        wanted.contains { tree.isWithin(family, $0) || tree.isWithin($0, family) }
      })
  }

  /// Units bought within twelve months, less those reported as sold on to a named body.
  private mutating func unreported(
    _ party: PartyReading, _ orders: [PastOrder]?, _ recorded: Recorded
  ) -> (units: Fact, share: Fact) {
    func both(_ fact: Fact) -> (units: Fact, share: Fact) { (fact, fact) }
    guard corpus.distributors.hasSales else {
      return both(.unknown("the corpus holds no sell-through reports"))
    }
    guard let orders else { return both(.unknown("the corpus holds no past orders")) }
    guard recorded.possible.isEmpty else {
      return both(
        .unknown(
          "reports of \(recorded.possible[0].names.joined(separator: " / ")), which may be "
            + "\(party.name)"))
    }
    var bought = Interval(exactly: .zero)
    for past in orders where past.date.map({ asOf - $0 < Self.year }) ?? true {
      bought = bought.adding(units(of: past))
    }
    var tally = ResaleTally()
    var evidence: [Int] = []
    for sale in recorded.same.flatMap(\.sales) where sale.isKnown(on: asOf) {
      let days = sale.period.days
      guard asOf - days.upperBound < Self.year, let endUser = endUser(of: sale) else { continue }
      let isOther: Truth =
        switch knowledge.names.compare(party.profile, endUser.profile).verdict {
        case .same: .isFalse
        case .possible: .isUnknown
        case .different: .isTrue
        }
      let counts = isOfThisOrder(families(of: sale)).and(isOther)
      guard counts != .isFalse else { continue }
      // A period that began earlier may hold sales of the time before.
      tally.add(sale, isCertain: counts == .isTrue && asOf - days.lowerBound < Self.year)
      if evidence.count < 6 { evidence.append(saleEvidence(sale)) }
    }
    let reported = tally.units
    let gap = Interval(
      low: bought.low.flatMap { difference($0, reported.high) } ?? .zero,
      high: bought.high.flatMap { difference($0, reported.low) })
    let words =
      "\(party.name) bought \(bought.words) units of such goods within twelve months and reports "
      + "\(reported.words) as sold on to named bodies: \(gap.words) not accounted for; what it has "
      + "in stock is among them"
    return (
      Fact(.number(gap), .computed, evidence: evidence, words: words),
      Fact(.number(share(of: gap, in: bought)), .computed, evidence: evidence, words: words)
    )
  }

  /// Not below zero; nil where it does not fit.
  private func difference(_ whole: Decimal, _ part: Decimal?) -> Decimal? {
    guard let part, part.millionths > .min else { return .zero }
    return whole.adding(Decimal(millionths: -part.millionths)).map { max($0, .zero) }
  }

  private func share(of gap: Interval, in bought: Interval) -> Interval {
    guard let high = bought.high, high > .zero, let hundred = Decimal(exactly: 100) else {
      return Interval(exactly: .zero)
    }
    func percent(_ part: Decimal?, _ whole: Decimal?) -> Decimal? {
      guard let part, let whole, whole > .zero else { return nil }
      return part.multiplied(by: hundred)?.divided(by: whole)
    }
    return Interval(
      low: percent(gap.low, bought.high) ?? .zero,
      high: percent(gap.high, bought.low).map { min($0, hundred) } ?? hundred)
  }

  /// Units that an order delivered; one without a date may lie outside, and what came back is
  /// taken off.
  private func units(of past: PastOrder) -> Interval {
    var units = Interval(exactly: .zero)
    for line in past.lines where line.line.quantity > .zero {
      let product = isOfThisOrder(line.families)
      guard product != .isFalse else { continue }
      let isCertain = product == .isTrue && past.date != nil && !past.order.kind.reverses
      let isDelivered = !past.order.kind.reverses
      units = units.adding(
        Interval(
          low: isCertain ? line.line.quantity : .zero,
          high: isDelivered ? line.line.quantity : .zero))
    }
    return units
  }

  // MARK: - Audits

  private mutating func audits(
    of party: PartyReading, _ recorded: Recorded
  ) -> (days: Fact, open: Fact) {
    guard corpus.distributors.hasAudits else {
      let none = Fact.unknown("the corpus holds no audits")
      return (none, none)
    }
    let known = recorded.same.flatMap(\.audits).filter { $0.date <= asOf }
    let open = known.filter { $0.isOpen(on: asOf) }
    let possible = recorded.possible.flatMap(\.audits).filter { $0.isOpen(on: asOf) }
    let findings: Fact
    let listed = open.map { "\($0.finding ?? "") (\($0.auditor), \($0.date))" }
    let words =
      open.isEmpty ? "no finding is open" : "open: " + listed.joined(separator: "; ")
    if possible.isEmpty {
      findings = Fact(
        .number(Interval(exactly: Decimal(exactly: open.count) ?? .zero)), .computed,
        evidence: open.prefix(6).map { auditEvidence($0) }, words: words)
    } else {
      findings = Fact(
        .number(
          Interval(
            low: Decimal(exactly: open.count), high: Decimal(exactly: open.count + possible.count))
        ), .computed, evidence: (open + possible).prefix(6).map { auditEvidence($0) },
        words: words + "; \(possible.count) of a distributor that may be \(party.name)")
    }
    guard let newest = known.max(by: { $0.date < $1.date }) else {
      return (.unknown("no audit of \(party.name) is on record"), findings)
    }
    let days = Fact(
      .number(Interval(exactly: Decimal(exactly: asOf - newest.date) ?? .zero)), .computed,
      evidence: [auditEvidence(newest)],
      words: "last audited on \(newest.date) by \(newest.auditor) (\(newest.scope))")
    return (days, findings)
  }

  private mutating func auditEvidence(_ audit: DistributorAudit) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: .register, title: "Audit of \(audit.distributor.joined(separator: " / "))",
        publisher: audit.auditor, publishedOn: audit.date.description, locator: audit.place,
        statement: "\(audit.auditor) audited \(audit.scope)"
          + (audit.finding.map { " and found: \($0)." } ?? " and found nothing.")))
  }
}
