import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

extension DossierAssembly {
  /// Finds the notices that the order may serve, and brings in the buyers of those that agree.
  mutating func joinTenders() {
    guard let index = corpus.tenders else { return }
    let search = index.search(tenderQuery(index.knowledge))
    tenders = search.matches
    tendersLeft = search.left
    tendersAreTruncated = search.isTruncated
    for match in tenders where match.strength == .strong || match.strength == .certain {
      for buyer in match.notice.buyers {
        join(
          buyer.names, country: buyer.country, addresses: buyer.address.map { [$0] } ?? [],
          id: "buyer of \(match.notice.id)",
          because: "the notice \(match.notice.id), with which the order agrees (\(match.words))")
      }
    }
    for match in tenders where match.strength != .weak { text.add(match.notice, knowledge) }
  }

  private func tenderQuery(_ tenders: TenderKnowledge) -> TenderQuery {
    let reader = PackReading(tenders)
    let queried = lines.map { reading in
      let line = reading.line
      let words = [line.description, line.sku].compactMap { $0 }.joined(separator: " ")
      return TenderQuery.Line(
        families: reading.families, quantity: line.quantity, words: words,
        pack: reader.pack(of: line),
        unitPrice: line.unitPrice.map { TenderMoney(amount: $0, currency: order.currency) })
    }
    let affiliates = corpus.affiliates.names(of: parties.filter { $0.roles.contains(.purchaser) })
    return TenderQuery(
      order: order.reference, date: min(order.asOf?.date ?? asOf, asOf), knownOn: asOf,
      lines: queried,
      parties: parties.map { TenderQuery.Party(profile: $0.profile) }
        + affiliates.map { affiliate in
          TenderQuery.Party(
            profile: knowledge.names.profile(
              of: Identity(names: affiliate.names, kind: .organisation)),
            relation: affiliate.relation)
        },
      places: places(), text: citingText, namesEndUser: endUserIsDeclared)
  }

  /// Where goods are or may be to be used, as far as somebody says so who is not only the purchaser.
  private func places() -> [String] {
    parties.filter { party in
      let uses: [PartyRole] = [.endUser, .ultimateConsignee, .serviceSite]
      return party.roles.contains(where: uses.contains) && !party.roles.contains(.purchaser)
        && !party.roles.contains(.reseller)
    }.flatMap { $0.places + $0.openPlaces }
  }

  /// Texts in which a customer may cite a notice.
  private var citingText: String {
    var parts = [order.endUse?.declared].compactMap { $0 }
    parts += order.lines.compactMap(\.description)
    parts += (order.endUse?.questionnaire ?? []).compactMap(\.answer)
    parts += order.unknownFields.map(\.text) + order.conditions
    return parts.joined(separator: "\n")
  }

  mutating func tenderObject(_ match: TenderMatch) -> FactObject {
    let notice = match.notice
    let buyer = inputs.reading(ofBuyerOf: notice)
    let evidence = shelf.place(record(match))
    let facts = TenderTerm.allCases.map { term -> Fact in
      switch term {
      case .title: .text(notice.title)
      case .buyer:
        .text(
          notice.buyers.isEmpty
            ? "a buyer that it does not name" : notice.buyer.joined(separator: " / "))
      case .buyerFunction: function(of: buyer, notice, evidence)
      case .buyerIsUndeclared: buyerIsUndeclared(buyer)
      case .match:
        Fact(
          .codes([match.strength.rawValue], isComplete: true), .computed, evidence: [evidence],
          words: match.words)
      case .agreement: .text(match.words)
      case .cite:
        .text(
          "\(notice.publisher), \(notice.published.map(\.description) ?? "without a date")"
            + (match.citedLine.map { ", \($0)" } ?? ""))
      case .stage, .published, .agreesOn, .disagreesOn, .wording, .wordingPhrases,
        .awardedToParty:
        indicator(term, of: match, evidence)
      }
    }
    return FactObject(id: notice.id, label: notice.title, facts: facts)
  }

  /// What the notice says and on which line, so that a reader finds it.
  private func record(_ match: TenderMatch) -> EvidenceRecord {
    let notice = match.notice
    var statement =
      notice.buyers.isEmpty
      ? "The notice names no buyer"
      : "The notice names \(notice.buyers.map { $0.names.joined(separator: " / ") }.joined(separator: "; ")) as buyer"
    if !notice.awardees.isEmpty {
      statement += " and \(notice.awardees.joined(separator: " / ")) as awardee"
    }
    statement += "."
    let isWeak = match.strength == .weak
    if let line = match.citedLine {
      statement +=
        isWeak
        ? " Weak: \(match.words), at \(line)." : " The order resembles what it buys at \(line)."
    }
    let place = notice.origin.map { $0 == notice.id ? "" : " (\($0))" } ?? ""
    return EvidenceRecord(
      kind: .tender, title: notice.title, publisher: notice.publisher,
      language: notice.language ?? "zh", publishedOn: notice.published?.description,
      url: notice.url, locator: notice.id + place, statement: statement, grade: "B",
      root: notice.id, isWeak: isWeak)
  }

  private func function(
    of buyer: PartyReading, _ notice: TenderNotice, _ evidence: Int
  ) -> Fact {
    var functions = buyer.functions
    // Other buyers of a joint procurement count as well.
    for other in notice.buyers.dropFirst() {
      for function in corpus.tenders?.knowledge.reading(of: other).functions ?? []
      where !functions.contains(function) {
        functions.append(function)
      }
    }
    if functions.isEmpty, let activity = notice.buyers.first?.activity { functions = [activity] }
    if functions.isEmpty, !buyer.functionsAreComplete || notice.buyers.isEmpty {
      return .unknown(
        notice.buyers.isEmpty
          ? "the notice names no buyer" : "the buyer's name does not tell its function")
    }
    return Fact(
      .codes(functions, isComplete: buyer.functionsAreComplete), .inferred, evidence: [evidence],
      words: functions.joined(separator: ", "))
  }

  /// An order that names the buyer openly is judged by the rules about that party.
  private func buyerIsUndeclared(_ buyer: PartyReading) -> Fact {
    guard !buyer.names.isEmpty else { return .unknown("the notice names no buyer") }
    var closest = IdentityComparison.Verdict.different
    for party in parties where party.basis == .declared && party.receives {
      closest = max(closest, knowledge.names.compare(party.profile, buyer.profile).verdict)
    }
    return switch closest {
    case .same: .boolean(false, .computed, words: "the order names the buyer")
    case .possible: .unknown("a party of the order may be the buyer")
    case .different: .boolean(true, .computed, words: "the order does not name the buyer")
    }
  }
}

/// What one unit of a line holds, stated or in words.
private struct PackReading {
  let knowledge: TenderKnowledge

  init(_ knowledge: TenderKnowledge) { self.knowledge = knowledge }

  func pack(of line: OrderLine) -> PackSize? {
    if let reactions = line.reactionsPerUnit.flatMap({ Decimal(exactly: $0) }) {
      return PackSize(count: reactions, unit: "reaction")
    }
    return line.description.flatMap { knowledge.pack(in: $0) }
  }
}
