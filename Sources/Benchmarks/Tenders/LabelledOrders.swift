public import Evidence
public import Formats
import Names

/// Orders with the notices that each serves, and others that only look like it.
public struct LabelledOrders: Sendable {
  public struct Pair: Sendable {
    public let notice: String
    public let serves: Bool
    public let why: String
  }

  struct LabelledOrder: Sendable {
    let query: TenderQuery
    let pairs: [Pair]
  }

  /// How well orders were joined.
  public struct Score: Sendable {
    public var orders = 0
    public var pairs = 0
    /// Orders whose notice is among the first five.
    public var found = 0
    /// Labelled pairs that were reported as more than weak, and how many of them serve.
    public var reported = 0
    public var right = 0
    /// Reported pairs that do not serve, by why they look as if.
    public var mistaken: [String: Int] = [:]
    /// Orders whose notice was not among the first five.
    public var missed: [String] = []

    public var recall: Double { orders == 0 ? 0 : Double(found) / Double(orders) }
    public var precision: Double { reported == 0 ? 0 : Double(right) / Double(reported) }
  }

  public let notices: [TenderNotice]
  let orders: [LabelledOrder]

  /// Reads `served.ndjson`, the notices, and `orders.ndjson` of a folder.
  public init(
    folder: String, knowledge: TenderKnowledge, catalogue: ProductCatalogue
  ) throws(Diagnostic) {
    var notices: [TenderNotice] = []
    for line in try Lines.read(folder + "/served.ndjson") {
      let reading = TenderReader(knowledge).read(
        Array((line.json.text() + "\n").utf8), file: "served.ndjson")
      if let fault = reading.faults.diagnostics.first { throw fault }
      notices += reading.notices
    }
    self.notices = notices
    var orders: [LabelledOrder] = []
    for line in try Lines.read(folder + "/orders.ndjson") {
      orders.append(try LabelledOrders.order(line, knowledge, catalogue))
    }
    self.orders = orders
  }

  private static func order(
    _ line: Line, _ knowledge: TenderKnowledge, _ catalogue: ProductCatalogue
  ) throws(Diagnostic) -> LabelledOrder {
    guard let date = try line.date("date") else {
      throw line.fault("BEN010", "the order has no date", remedy: "add it")
    }
    let purchaser = knowledge.names.profile(
      of: Identity(names: try line.texts("purchaser"), kind: .organisation, countries: ["CN"]))
    let lines = (line.json["lines"]?.array ?? []).map { entry in
      let words = entry["description"]?.string ?? ""
      let price = entry["unitPrice"]?.string.flatMap { Decimal($0) }
      return TenderQuery.Line(
        families: catalogue.reading(productClass: "", description: words, sku: nil).families,
        quantity: entry["quantity"]?.string.flatMap { Decimal($0) } ?? .zero, words: words,
        pack: entry["pack"]?["count"]?.string.flatMap { Decimal($0) }.map {
          PackSize(count: $0, unit: entry["pack"]?["unit"]?.string ?? "piece")
        },
        unitPrice: price.map {
          TenderMoney(amount: $0, currency: entry["currency"]?.string)
        })
    }
    let pairs = (line.json["pairs"]?.array ?? []).map { pair in
      Pair(
        notice: pair["notice"]?.string ?? "", serves: pair["serves"]?.boolean ?? false,
        why: pair["why"]?.string ?? "")
    }
    let places = try line.optional("places").map { knowledge.places(in: $0) } ?? []
    return LabelledOrder(
      query: TenderQuery(
        order: try line.text("order"), date: date, lines: lines,
        parties: [TenderQuery.Party(profile: purchaser)], places: places,
        namesEndUser: line.json["namesEndUser"]?.boolean ?? true),
      pairs: pairs)
  }

  public func score(_ index: TenderIndex) -> Score {
    var score = Score()
    for order in orders {
      let matches = index.search(order.query).matches
      let first = Set(matches.prefix(5).map(\.notice.id))
      let reported = Set(matches.filter { $0.strength > .weak }.map(\.notice.id))
      score.orders += 1
      score.pairs += order.pairs.count
      let isFound = order.pairs.contains { $0.serves && first.contains($0.notice) }
      if isFound { score.found += 1 } else { score.missed.append(order.query.order) }
      for pair in order.pairs where reported.contains(pair.notice) {
        score.reported += 1
        if pair.serves { score.right += 1 } else { score.mistaken[pair.why, default: 0] += 1 }
      }
    }
    return score
  }
}
