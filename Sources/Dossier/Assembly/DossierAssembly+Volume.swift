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
    let known = pastOrders(days: 365).reduce(ordered) { $0.adding(total($1)) }
    // Where past orders were not searched there may have been more.
    let isSearched = corpus.pastOrders != nil || corpus.demonstration != nil
    let year = isSearched ? known : Interval(low: known.low, high: nil)
    guard let residents = residents(of: party) else {
      let reason = "residents of the place of \(party.name) are not known"
      return Volume(
        perThousand: .unknown(reason), share: .unknown(reason),
        words: "\(party.name): \(ordered.words) reactions or cards in this order; \(reason)")
    }
    func ratio(_ amount: Interval, _ scale: Int) -> Interval {
      let factor = Decimal(exactly: scale) ?? .zero
      func bound(_ amount: Decimal?, _ count: Decimal?) -> Decimal? {
        guard let count, count > .zero else { return nil }
        return amount?.multiplied(by: factor)?.divided(by: count)
      }
      return Interval(
        low: bound(amount.low, residents.count.high), high: bound(amount.high, residents.count.low))
    }
    let perThousand = ratio(year, 1000)
    let share = ratio(ordered, 100)
    let words =
      "\(party.name): \(ordered.words) reactions or cards in this order, \(year.words) within "
      + "twelve months, for \(residents.words) (\(residents.source)): "
      + "\(perThousand.rounded(toPlaces: 1).words) for a thousand residents; this order alone has "
      + "one for \(share.rounded(toPlaces: 2).words) percent of them, before controls and repeats"
    return Volume(
      perThousand: Fact(.number(perThousand), .computed, words: words),
      share: Fact(.number(share), .computed, words: words), words: words)
  }
}
