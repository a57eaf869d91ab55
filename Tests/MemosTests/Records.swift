import Formats
import Screening

/// Recorded determinations as NDJSON, from the samples and a seeded generator.
enum Records {
  /// SplitMix64: the same seed gives the same records on every machine.
  struct Generator {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }

  static func ndjson(_ determinations: [Determination]) -> [UInt8] {
    Array(determinations.map { $0.json.text() + "\n" }.joined().utf8)
  }

  /// Orders with revisions, several currencies and destinations, and days in and out of Q3.
  static func determinations(seed: UInt64, orders: Int) -> [Determination] {
    var generator = Generator(state: seed)
    let models = [
      Samples.release, Samples.release, Samples.conditions, Samples.hold, Samples.escalate,
      Samples.licence, Samples.policyRefusal, Samples.prohibited, Samples.failClosed,
    ]
    let places = [("CN", "China"), ("DE", "Germany"), ("KZ", "Kazakhstan"), ("BR", "Brazil")]
    return (0..<orders).map { number in
      var next = models[generator.next(below: models.count)]
      let day = generator.next(below: 120)
      next.asOf = (CivilDate("2026-06-15") ?? next.asOf).adding(days: day)
      next.id = "det_\(seed)_\(number)"
      next.order.reference = "SO-\(2000 + generator.next(below: max(1, orders * 3 / 4)))"
      next.order.system = generator.next(below: 8) == 0 ? "oracle-eu" : "sap-prd-100"
      next.order.revision = 1 + generator.next(below: 3)
      let place = places[generator.next(below: places.count)]
      next.order.destination = place.0
      next.order.destinationName = place.1
      if next.order.value != nil {
        next.order.value =
          "\(1000 + generator.next(below: 90_000)).\(10 + generator.next(below: 89))"
        next.order.currency = generator.next(below: 4) == 0 ? "USD" : "EUR"
      }
      if generator.next(below: 3) == 0 { next.order.lines.append(Samples.sequencer) }
      if generator.next(below: 6) == 0 { next.order.kind = "service" }
      next.demonstration = "Fictional parties."
      return next
    }
  }

  static func quarter(seed: UInt64, orders: Int) -> [UInt8] {
    ndjson(determinations(seed: seed, orders: orders)) + Array("{\"broken\": \n[1,2]\n".utf8)
  }
}
