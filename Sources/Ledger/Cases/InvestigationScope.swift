import Formats
public import Trade

/// What an investigation holds: any order that touches one of these.
public struct InvestigationScope: Sendable, Hashable {
  /// Names or identifiers of parties, in any spelling of their letters' case and blanks; in any
  /// script and wording where somebody knows names (`PartyLikeness`).
  public var parties: Set<String>
  public var serials: Set<String>
  /// Product classes, as orders name them.
  public var products: Set<String>
  public var orders: Set<String>

  public init(
    parties: Set<String> = [], serials: Set<String> = [], products: Set<String> = [],
    orders: Set<String> = []
  ) {
    self.parties = parties
    self.serials = serials
    self.products = products
    self.orders = orders
  }

  public var isEmpty: Bool {
    parties.isEmpty && serials.isEmpty && products.isEmpty && orders.isEmpty
  }

  public mutating func formUnion(_ other: InvestigationScope) {
    parties.formUnion(other.parties)
    serials.formUnion(other.serials)
    products.formUnion(other.products)
    orders.formUnion(other.orders)
  }

  static func name(system: String, reference: String) -> String { system + ":" + reference }

  /// What of it an order touches, in words; nil for none.
  public func touched(by order: Order, _ likeness: PartyLikeness? = nil) -> String? {
    touched(byRequest: order.json, likeness)
  }

  /// The same of an order as a request for screening writes it and the ledger keeps it.
  func touched(byRequest request: JSON, _ likeness: PartyLikeness?) -> String? {
    let header = request["order"]
    let name = InvestigationScope.name(
      system: header?["system"]?.string ?? "", reference: header?["ref"]?.string ?? "")
    if orders.contains(name) { return "the order itself" }
    let folded = Set(parties.map { LedgerSubject.party($0).text })
    for party in request["parties"]?.array ?? [] {
      // Any property: a name, an alias, a number of a register.
      let values = (party["entity"]?["properties"]?.members ?? [])
        .flatMap { $0.value.array ?? [$0.value] }.compactMap(\.string)
      if let name = values.first(where: { folded.contains(LedgerSubject.party($0).text) }) {
        return "the party `\(name)`"
      }
    }
    if let likeness {
      let names = InvestigationScope.names(in: request)
      for party in parties.sorted() {
        if let name = likeness.first(of: names, like: party) {
          return "the party `\(name)`, which may be `\(party)`"
        }
      }
    }
    for line in request["lines"]?.array ?? [] {
      if let serial = line["installedBase"]?["serial"]?.string, serials.contains(serial) {
        return "the device `\(serial)`"
      }
      if let product = line["productClass"]?.string, products.contains(product) {
        return "the product `\(product)`"
      }
    }
    return nil
  }

  private static func names(in request: JSON) -> [String] {
    (request["parties"]?.array ?? []).flatMap { party in
      EntityProperty.names.flatMap { party["entity"]?["properties"]?[$0]?.strings ?? [] }
    }
  }

  var json: JSON {
    .object([
      ("parties", .strings(parties.sorted())), ("serials", .strings(serials.sorted())),
      ("products", .strings(products.sorted())), ("orders", .strings(orders.sorted())),
    ])
  }

  init(_ json: JSON?) {
    func texts(_ name: String) -> Set<String> {
      Set((json?[name]?.array ?? []).compactMap(\.string))
    }
    self.init(
      parties: texts("parties"), serials: texts("serials"), products: texts("products"),
      orders: texts("orders"))
  }
}
