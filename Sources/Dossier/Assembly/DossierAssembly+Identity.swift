import Evidence
import Facts
import Taxonomy
import Trade

/// What a party does, and where.
extension DossierAssembly {
  private mutating func nameEvidence(_ party: PartyReading) -> Int {
    if case .joined(let words) = party.basis {
      return shelf.place(
        EvidenceRecord(
          kind: .register, title: "Joined party \(party.name)", publisher: "the corpus",
          locator: party.id, statement: "\(party.name) was joined to the order from \(words)."))
    }
    return shelf.place(
      EvidenceRecord(
        kind: .order, title: "Order \(order.reference), revision \(order.revision)",
        publisher: order.system, locator: "parties[id=\(party.id)].entity.properties",
        statement: "The order names \(party.names.joined(separator: " / "))"
          + (party.addresses.isEmpty ? "" : " at \(party.addresses.joined(separator: "; "))")
          + "."))
  }

  mutating func function(of party: PartyReading) -> Fact {
    let evidence = [nameEvidence(party)]
    var codes = party.functions
    var isComplete = party.functionsAreComplete
    if let answer = answers.answer("party", "function", about: party.id, names: party.names) {
      let known = answer.codes.filter { knowledge.taxonomy.functions.contains($0) }
      codes += known.filter { !codes.contains($0) }
      isComplete = isComplete || answer.isVerified && !known.isEmpty
    }
    let names = codes.map { knowledge.taxonomy.functions[$0]?.name ?? $0 }
    let words =
      names.isEmpty
      ? "the name of \(party.name) does not tell its function"
      : names.joined(separator: ", ")
        + (party.functionPhrases.isEmpty
          ? "" : " (from \(party.functionPhrases.joined(separator: ", ")))")
    guard !codes.isEmpty || isComplete else { return .unknown(words, evidence: evidence) }
    return Fact(
      .codes(codes, isComplete: isComplete), .inferred, evidence: evidence, words: words)
  }

  mutating func place(of party: PartyReading) -> Fact {
    var codes = party.places
    var isComplete = party.openPlaces.isEmpty
    if let answer = answers.answer("party", "place", about: party.id, names: party.names),
      answer.isVerified
    {
      let known = answer.codes.filter { knowledge.taxonomy.places.contains($0) }
      codes += known.filter { !codes.contains($0) }
      isComplete = isComplete || !known.isEmpty
      let tree = knowledge.taxonomy.places
      codes = codes.filter { code in
        !codes.contains { $0 != code && tree.isWithin($0, code) }
      }
    }
    guard !codes.isEmpty else { return .unknown("neither name nor address tells the place") }
    return Fact(
      .codes(codes, isComplete: isComplete), .inferred,
      evidence: [nameEvidence(party)], words: placeWords(of: party))
  }

  func placeWords(of party: PartyReading) -> String {
    guard !party.places.isEmpty else { return "a place that is not known" }
    func words(_ codes: [String]) -> String {
      codes.map { code in
        knowledge.taxonomy.places.lineage(of: code).map(\.name).joined(separator: ", ")
      }.joined(separator: "; ")
    }
    return words(party.places)
      + (party.openPlaces.isEmpty
        ? "" : " (the name tells \(words(party.openPlaces)), which country and address contradict)")
  }

  func resells(_ party: PartyReading) -> Fact {
    let isReseller =
      party.roles.contains(.reseller)
      || party.functions.contains { knowledge.taxonomy.functions.isWithin($0, "reseller") }
      || order.ultimateConsigneeType == .reseller && party.roles.contains(.purchaser)
      || text.has("stock-or-resale") && party.roles.contains(.purchaser)
    if !isReseller, party.roles.contains(.purchaser), !endUserIsDeclared,
      let won = tenders.first(where: { $0.agrees(on: "awardee") })
    {
      return .unknown(
        "it won \(won.notice.id), no end user is named, and nothing says that it sells nothing on")
    }
    return .boolean(
      isReseller, .inferred, words: isReseller ? "it buys to sell on" : "nothing says so")
  }

  /// A company whose name says nothing of logistics is not taken for a forwarder.
  func forwards(_ party: PartyReading) -> Fact {
    let tree = knowledge.taxonomy.functions
    let declared = answers.answer("party", "function", about: party.id, names: party.names)
    let codes = party.functions + (declared?.codes ?? [])
    if party.roles.contains(.freightForwarder)
      || codes.contains(where: { tree.isWithin($0, "logistics") })
    {
      return .boolean(true, .inferred, words: "it forwards or stores goods")
    }
    if codes.isEmpty {
      return .unknown("the name of \(party.name) does not tell its function")
    }
    return .boolean(false, .inferred, words: "nothing says so")
  }
}
