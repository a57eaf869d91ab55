import Facts
import Formats

/// What instruments can run in a year.
extension CapacityReckoning {
  /// Samples a year of instruments, summed.
  func yearly(_ instruments: [CapacityInstruments]) -> Interval {
    instruments.reduce(Interval(exactly: .zero)) { sum, instrument in
      sum.adding(
        instrument.count.multiplied(by: instrument.perDay).multiplied(by: norms.days.range))
    }
  }

  /// Samples a year of the instruments of this order and of the register; nil where none is known.
  ///
  /// Instruments of past orders are left out: what was bought before must not make less of what is
  /// bought now.
  mutating func instruments() -> Interval? {
    for instrument in inputs.sold {
      add("Instruments of this order", instrument)
    }
    for instrument in inputs.registered {
      add("Registered instruments", instrument)
    }
    for instrument in inputs.bought {
      add("Instruments of the past twelve months", instrument)
    }
    let known = inputs.sold + inputs.registered
    return known.isEmpty ? nil : yearly(known)
  }

  private mutating func add(_ title: String, _ instrument: CapacityInstruments) {
    add(
      title,
      "\(instrument.words): \(instrument.count.factor()) x \(instrument.name), "
        + "\(instrument.perDay.factor()) samples a day x \(norms.days.range.factor()) days",
      yearly([instrument]).words(places: 0) + " samples a year",
      "\(instrument.source); \(norms.days.source)")
  }

  /// Reactions as a percentage of what the known instruments run in a year.
  mutating func share(of reactions: Interval, _ capability: Interval?) -> Interval? {
    let supplied = inputs.runs.reduce(Interval(exactly: .zero)) { $0.adding($1.tests) }
    guard !reactions.isZero || (capability != nil && !supplied.isZero) else {
      return Interval(exactly: .zero)
    }
    guard let capability else {
      gaps.append(
        inputs.isRegisterSearched
          ? "no instrument of \(inputs.body) is known"
          : "the corpus holds no register of instruments")
      return nil
    }
    for goods in inputs.runs {
      add("Runs that consumables supply", goods.words, goods.tests.words, "the order")
    }
    // A kit and the polymer for it serve the same runs.
    let runs = reactions.maximum(supplied)
    let share = runs.percent(of: capability)
    add(
      "Reactions against what the instruments run",
      "\(runs.factor()) / \(capability.factor(places: 0)) x 100",
      share.words(places: 1) + " percent", "the steps above")
    return share
  }

  /// People a year for a thousand residents whom the instruments could serve.
  mutating func instrumentPeople(_ residents: Interval?) -> Interval? {
    guard !(inputs.sold + inputs.registered + inputs.bought).isEmpty else {
      return Interval(exactly: .zero)
    }
    // What was bought may stand in the register as well.
    let registered = yearly(inputs.registered)
    let bought = yearly(inputs.bought)
    let known = yearly(inputs.sold).adding(
      Interval(low: registered.maximum(bought).low, high: registered.adding(bought).high))
    // What it holds already is not known where there is no register.
    let samples = inputs.isRegisterSearched ? known : Interval(low: known.low, high: nil)
    let people = reckoner.people(samples, .reactions)
    guard let residents else {
      gaps.append("the residents that \(inputs.body) serves are not known")
      add(
        "People whom the instruments can serve", "\(samples.words(places: 0)) samples a year",
        people.words(places: 0) + " people a year", "the residents are not known; ask")
      return nil
    }
    let perThousand = people.perThousand(of: residents)
    add(
      "People whom the instruments can serve",
      "\(people.factor(places: 0)) people a year / \(residents.factor()) residents x 1000",
      perThousand.words(places: 1) + " for a thousand residents", "the steps above")
    return perThousand
  }
}
