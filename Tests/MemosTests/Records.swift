import Formats
import Screening
import SeededNumbers

/// Recorded determinations as NDJSON, from the samples and a seeded generator.
enum Records {
  static func ndjson(_ determinations: [Determination]) -> [UInt8] {
    Array(determinations.map { $0.json.text() + "\n" }.joined().utf8)
  }

  /// Orders with revisions, several currencies and destinations, and days in and out of Q3.
  static func determinations(seed: UInt64, orders: Int) -> [Determination] {
    var generator = SeededGenerator(seed: seed)
    let models = [
      Samples.release, Samples.release, Samples.conditions, Samples.hold, Samples.escalate,
      Samples.licence, Samples.policyRefusal, Samples.prohibited, Samples.failClosed,
    ]
    let places = [("CN", "China"), ("DE", "Germany"), ("KZ", "Kazakhstan"), ("BR", "Brazil")]
    return (0..<orders).map { number in
      var next = models[generator.below(models.count)]
      let day = generator.below(120)
      next.asOf = (CivilDate("2026-06-15") ?? next.asOf).adding(days: day)
      next.id = "det_\(seed)_\(number)"
      next.order.reference = "SO-\(2000 + generator.below(max(1, orders * 3 / 4)))"
      next.order.system = generator.below(8) == 0 ? "oracle-eu" : "sap-prd-100"
      next.order.revision = 1 + generator.below(3)
      let place = places[generator.below(places.count)]
      next.order.destination = place.0
      next.order.destinationName = place.1
      if next.order.value != nil {
        next.order.value =
          "\(1000 + generator.below(90_000)).\(10 + generator.below(89))"
        next.order.currency = generator.below(4) == 0 ? "USD" : "EUR"
      }
      if generator.below(3) == 0 { next.order.lines.append(Samples.sequencer) }
      if generator.below(6) == 0 { next.order.kind = "service" }
      next.demonstration = "Fictional parties."
      return next
    }
  }

  static func quarter(seed: UInt64, orders: Int) -> [UInt8] {
    ndjson(determinations(seed: seed, orders: orders)) + Array("{\"broken\": \n[1,2]\n".utf8)
  }
}
