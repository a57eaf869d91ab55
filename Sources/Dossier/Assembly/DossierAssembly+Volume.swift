import Evidence
import Facts
import Formats
import Taxonomy

/// Volume against need for one party, with its arithmetic.
struct Volume {
  let perThousand: Fact
  let share: Fact
  let words: String
}

extension DossierAssembly {
  /// Reactions and cards of the order against the residents of the party's place.
  ///
  /// Past consumption is added to what is bought and never raises what is plausible.
  func volume(of party: PartyReading) -> Volume {
    let ordered = total(lines)
    guard lines.contains(where: { $0.reactions != nil }) else {
      let none = Fact(
        .number(Interval(exactly: .zero)), .computed,
        words: "the order holds no identification reactions or cards")
      return Volume(perThousand: none, share: none, words: none.words)
    }
    let year = pastOrders(days: 365).reduce(ordered) { $0.adding(total($1)) }
    guard let (residents, source) = residents(of: party), let count = Decimal(exactly: residents)
    else {
      let reason = "residents of the place of \(party.name) are not known"
      return Volume(
        perThousand: .unknown(reason), share: .unknown(reason),
        words: "\(party.name): \(ordered.words) reactions or cards in this order; \(reason)")
    }
    func ratio(_ amount: Interval, _ scale: Int) -> Interval {
      let factor = Decimal(exactly: scale) ?? .zero
      return Interval(
        low: amount.low?.multiplied(by: factor)?.divided(by: count),
        high: amount.high?.multiplied(by: factor)?.divided(by: count))
    }
    let perThousand = ratio(year, 1000)
    let share = ratio(ordered, 100)
    let words =
      "\(party.name): \(ordered.words) reactions or cards in this order, \(year.words) within "
      + "twelve months, for \(residents) residents (\(source)): \(perThousand.words) for a "
      + "thousand residents; this order alone \(share.words) percent"
    return Volume(
      perThousand: Fact(.number(perThousand), .computed, words: words),
      share: Fact(.number(share), .computed, words: words), words: words)
  }

  func residents(of party: PartyReading) -> (Int, String)? {
    let register = corpus.register.residents
    if let entry = register.first(where: { entry in
      entry.party.contains { party.names.contains($0) }
    }) {
      return (entry.residents, entry.source)
    }
    for place in party.places {
      if let entry = register.first(where: { $0.place == place }) {
        return (entry.residents, entry.source)
      }
      if let population = knowledge.taxonomy.populations[place] {
        return (population.residents, population.note)
      }
    }
    return nil
  }
}
