import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// Capacity of each party, from its goods, its past twelve months and its instruments.
extension DossierAssembly {
  /// Kinds of transaction by which goods come to a party.
  private static let sales: Set<TransactionKind> = [.sale, .lease, .loan, .trial, .donation]

  func capacityAccounts() -> [CapacityAccount] {
    let year = possiblePastOrders().filter { past in
      past.date.map { asOf - $0 <= 365 } ?? true
    }
    return parties.map { knowledge.capacity.account(of: capacityInputs(of: $0, year)) }
  }

  private func capacityInputs(of party: PartyReading, _ year: [PastOrder]) -> CapacityInputs {
    var inputs = CapacityInputs(body: party.name)
    inputs.ordered = lines.compactMap { $0.goods(knowledge) }
    let isSale = DossierAssembly.sales.contains(order.kind)
    inputs.sold = lines.compactMap { $0.instruments(knowledge, isSale: isSale) }
    inputs.runs = lines.compactMap { $0.suppliedRuns(knowledge) }
    // A demonstration is made up as a whole: there is nothing beside it.
    inputs.isHistorySearched = corpus.history != nil || corpus.demonstration != nil
    // A reseller's history names the same end users again and again.
    var known: [[String]: IdentityComparison.Verdict] = [:]
    for past in year {
      let truth = isFor(past, party, &known)
      guard truth != .isFalse else { continue }
      let reference = past.order.reference
      let goods = past.lines.compactMap { $0.goods(knowledge, of: reference) }
      let isReturn = [.returnOfGoods, .refund, .return].contains(past.order.kind)
      let isCertain = truth == .isTrue && past.date != nil && !isReturn
      if isCertain { inputs.past += goods } else { inputs.possiblyPast += goods }
      inputs.bought += past.lines.compactMap {
        $0.instruments(
          knowledge, isSale: isCertain && DossierAssembly.sales.contains(past.order.kind),
          of: reference)
      }
    }
    inputs.isRegisterSearched = corpus.installedBase != nil || corpus.demonstration != nil
    inputs.registered = registered(with: party)
    inputs.residents = residents(of: party)
    if let answer = caseload(of: party), answer.isVerified, let samples = answer.number,
      samples >= .zero
    {
      inputs.caseload = (samples: samples, source: answer.evidence.statement)
    }
    return inputs
  }

  func caseload(of party: PartyReading) -> KnownAnswer? {
    answers.answer(
      "party", name(of: PartyTerm.verifiedYearlyCaseload), about: party.id, names: party.names)
  }

  /// Whether a past order was for a party: another's in so many words, or perhaps for it.
  private func isFor(
    _ past: PastOrder, _ party: PartyReading,
    _ known: inout [[String]: IdentityComparison.Verdict]
  ) -> Truth {
    let names = Set(party.names.map { $0.lowercased() })
    if past.receivers.contains(where: { theirs in
      theirs.names.contains { names.contains($0.lowercased()) }
    }) {
      return .isTrue
    }
    let isNamed = past.order.endUserKnown == .declared && !past.endUsers.isEmpty
    var truth: Truth = isNamed ? .isFalse : .isUnknown
    for theirs in past.receivers {
      let verdict =
        known[theirs.names] ?? knowledge.names.compare(party.profile, theirs.profile).verdict
      known[theirs.names] = verdict
      switch verdict {
      case .same: return .isTrue
      case .possible: truth = .isUnknown
      case .different: break
      }
    }
    return truth
  }

  private func registered(with party: PartyReading) -> [CapacityInstruments] {
    guard let holders = inputs.instrumentHolders else { return [] }
    return holders.matches(for: party.profile).compactMap { match in
      let instrument = match.instrument
      let reading = knowledge.catalogue.reading(
        productClass: instrument.product, description: instrument.product, sku: nil)
      guard let entry = knowledge.capacity.throughput.entry(of: reading) else { return nil }
      let one = Decimal(millionths: 1_000_000)
      return CapacityInstruments(
        entry, count: Interval(low: match.isCertain ? one : .zero, high: one),
        words: "\(instrument.serial), installed-base.csv:"
          + "\(instrument.station(on: asOf).line)"
          + (match.isCertain ? "" : ", whose holder may be this body"))
    }
  }

  /// The accounts that a memo prints: of end users, or else of all who receive.
  var statedAccounts: [CapacityAccount] {
    let endUsers = parties.indices.filter { parties[$0].roles.contains(.endUser) }
    let stated = endUsers.isEmpty ? parties.indices.filter { parties[$0].receives } : endUsers
    return stated.map { accounts[$0] }.filter { !$0.steps.isEmpty }
  }

  // MARK: - Facts

  func known(_ amount: Interval?, _ account: CapacityAccount) -> Fact {
    amount.map { Fact(.number($0), .computed, words: account.summary) }
      ?? .unknown(account.gaps.joined(separator: "; "))
  }

  func known(_ truth: Truth, _ account: CapacityAccount) -> Fact {
    switch truth {
    case .isTrue: .boolean(true, .computed, words: account.summary)
    case .isFalse: .boolean(false, .computed, words: account.summary)
    case .isUnknown:
      .unknown(([account.summary] + account.gaps).joined(separator: "; "))
    }
  }

  /// A number that mitigates counts only where a named person verified it.
  mutating func yearlyCaseload(_ party: PartyReading) -> Fact {
    guard let answer = caseload(of: party) else {
      return Fact(.number(Interval(exactly: .zero)), .computed, words: "nobody verified it")
    }
    let evidence = [shelf.place(answer.evidence)]
    guard answer.isVerified, let samples = answer.number, samples >= .zero else {
      return .unknown(
        "stated and not verified, or no number: \(answer.evidence.statement)", evidence: evidence)
    }
    return Fact(
      .number(Interval(exactly: samples)), .verified, evidence: evidence,
      words: answer.evidence.statement)
  }
}
