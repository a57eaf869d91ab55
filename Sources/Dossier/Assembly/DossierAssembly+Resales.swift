import Evidence
import Facts
import Formats
import Taxonomy
import Trade

/// Goods that one distributor reports to have sold on to one body, in all its reports together.
struct Resale {
  let product: String
  /// Nil where the report names nobody.
  let endUser: PartyReading?
  var quantity: Interval
  var last: CivilDate
  let families: [String]
  var sales: [SellThrough]
  /// By party of the dossier; a party that is not here is another.
  var sellers: [Int: Truth]
}

extension DossierAssembly {
  /// More of one dossier than this tell a reader nothing; the set is then open.
  private static let most = 400

  func families(of sale: SellThrough) -> [String] {
    if knowledge.taxonomy.products.contains(sale.product) { return [sale.product] }
    return knowledge.catalogue.reading(
      productClass: sale.product, description: sale.product, sku: nil
    ).families
  }

  /// What those who sell on report, and whether more may have been sold on than they do.
  mutating func joinResales() {
    guard parties.contains(where: { isReseller($0) }) else { return }
    guard corpus.distributors.hasSales else {
      resalesAreOpen = true
      return
    }
    var places: [[String]: Int] = [:]
    for (index, party) in parties.enumerated() where isReseller(party) {
      let recorded = recorded(party)
      var hasReported = false
      for (distributors, truth) in [
        (recorded.same, Truth.isTrue), (recorded.possible, Truth.isUnknown),
      ] {
        for sale in distributors.flatMap(\.sales) where sale.isKnown(on: asOf) {
          if truth == .isTrue, asOf - sale.period.days.upperBound < Self.year { hasReported = true }
          guard sale.quantity > .zero else { continue }
          add(sale, of: index, truth, &places)
        }
      }
      if !hasReported { resalesAreOpen = true }
    }
  }

  private mutating func add(
    _ sale: SellThrough, of party: Int, _ truth: Truth, _ places: inout [[String]: Int]
  ) {
    let key =
      sale.distributor + ["\u{0}", sale.product, sale.site, sale.country ?? ""] + sale.endUser
    if let place = places[key] {
      resales[place].sellers[party] = (resales[place].sellers[party] ?? .isFalse).or(truth)
      // Two parties of one order may be one distributor.
      guard !resales[place].sales.contains(sale) else { return }
      resales[place].sales.append(sale)
      resales[place].quantity = resales[place].quantity.adding(Interval(exactly: sale.quantity))
      resales[place].last = max(resales[place].last, sale.period.days.upperBound)
      return
    }
    guard resales.count < Self.most else {
      resalesAreOpen = true
      return
    }
    places[key] = resales.count
    resales.append(
      Resale(
        product: sale.product, endUser: endUser(of: sale),
        quantity: Interval(exactly: sale.quantity), last: sale.period.days.upperBound,
        families: families(of: sale), sales: [sale], sellers: [party: truth]))
  }

  /// The body that goods were sold on to; nil where the report names nobody.
  func endUser(of sale: SellThrough) -> PartyReading? {
    guard !sale.endUser.isEmpty else { return nil }
    let body = PartyReading(
      id: sale.place, roles: [.endUser], names: sale.endUser,
      countries: sale.country.map { [$0] } ?? [],
      addresses: sale.site.isEmpty ? [] : [sale.site], basis: .joined(sale.place), knowledge)
    return body.isPlaceholder ? nil : body
  }

  mutating func saleEvidence(_ sale: SellThrough) -> Int {
    let days = sale.period.days
    return shelf.place(
      EvidenceRecord(
        kind: .register,
        title: "Sell-through report of \(sale.distributor.joined(separator: " / "))",
        publisher: sale.distributor.first ?? "",
        publishedOn: (sale.reportedOn ?? days.upperBound).description, locator: sale.place,
        statement: "It reports \(sale.quantity) units of \(sale.product) for \(days.lowerBound) to "
          + "\(days.upperBound), sold to "
          + (sale.endUser.isEmpty ? "nobody named" : sale.endUser.joined(separator: " / "))
          + (sale.serial.map { ", serial \($0)" } ?? "") + "."))
  }

  mutating func resaleObjects() -> [FactObject] { resales.map { resaleObject($0) } }

  private mutating func resaleObject(_ resale: Resale) -> FactObject {
    let evidence = resale.sales.prefix(3).map { saleEvidence($0) }
    let cite = resale.sales.prefix(3).map(\.place).joined(separator: ", ")
    let name = resale.endUser?.name ?? "nobody named"
    let facts = ResaleTerm.allCases.map { term -> Fact in
      switch term {
      case .endUser: .text(name)
      case .function:
        function(of: resale.endUser, evidence)
      case .place: place(of: resale.endUser, evidence)
      case .placeWords:
        .text(resale.endUser.map { placeWords(of: $0) } ?? "a place that is not known")
      case .product:
        resale.families.isEmpty
          ? .unknown("`\(resale.product)` is no product that is known", evidence: evidence)
          : Fact(
            .codes(resale.families, isComplete: true), .inferred, evidence: evidence,
            words: resale.product)
      case .quantity:
        Fact(
          .number(resale.quantity), .declared, evidence: evidence,
          words: "\(resale.quantity.words) units")
      case .sold:
        Fact(
          .date(resale.last), .declared, evidence: evidence, words: resale.last.description)
      case .namesNobody:
        .boolean(
          resale.endUser == nil, .declared, evidence: evidence, words: "sold to \(name)")
      case .cite: .text(cite)
      }
    }
    return FactObject(
      id: resale.sales.first?.place ?? cite, label: "\(resale.product) sold on to \(name)",
      facts: facts)
  }

  private func function(of body: PartyReading?, _ evidence: [Int]) -> Fact {
    guard let body, !body.functions.isEmpty || body.functionsAreComplete else {
      return .unknown("the report does not tell what the body does", evidence: evidence)
    }
    return Fact(
      .codes(body.functions, isComplete: body.functionsAreComplete), .inferred,
      evidence: evidence,
      words: body.functions.map { knowledge.taxonomy.functions[$0]?.name ?? $0 }
        .joined(separator: ", "))
  }

  private func place(of body: PartyReading?, _ evidence: [Int]) -> Fact {
    guard let body, !body.places.isEmpty else {
      return .unknown("the report does not tell where the body is", evidence: evidence)
    }
    return Fact(
      .codes(body.places, isComplete: body.openPlaces.isEmpty), .inferred, evidence: evidence,
      words: placeWords(of: body))
  }

  func wasSoldOn(_ resale: Resale, by party: Int) -> Fact {
    let words = "\(resale.product), reported by \(resale.sales.first?.distributor.first ?? "")"
    return switch resale.sellers[party] ?? .isFalse {
    case .isTrue: .boolean(true, .declared, words: words)
    case .isFalse: .boolean(false, .computed, words: "another distributor reports it")
    case .isUnknown: .unknown("\(words), which may be \(parties[party].name)")
    }
  }
}
