import Facts
import Formats

/// One account while it is drawn up.
struct CapacityReckoning {
  let reckoner: CapacityReckoner
  let inputs: CapacityInputs
  var steps: [CapacityStep] = []
  /// What plausible need comes to, in words.
  var needWords: String?
  var gaps: [String] = []

  var norms: CapacityNorms { reckoner.norms }

  init(reckoner: CapacityReckoner, inputs: CapacityInputs) {
    self.reckoner = reckoner
    self.inputs = inputs
  }

  mutating func account() -> CapacityAccount {
    let ordered = Families(certain: inputs.ordered, possible: [])
    let year = Families(
      certain: inputs.ordered + inputs.past, possible: inputs.possiblyPast,
      isOpen: !inputs.isHistorySearched)
    let tests = year.tests
    let people = year.people(reckoner)
    goods(tests, people)
    let residents = inputs.residents?.count
    let perThousand = residents.map { people.perThousand(of: $0) }
    let exceeds = need(tests, residents)
    let isPopulationScale = scale(
      ordered: ordered.people(reckoner), tests: tests, people: people, residents)
    let capability = instruments()
    let share = share(of: year.reactions, capability)
    let perInstrument = instrumentPeople(residents)
    return CapacityAccount(
      body: inputs.body, steps: steps, tests: tests, people: people,
      peoplePerThousand: people.isZero ? Interval(exactly: .zero) : perThousand,
      instrumentPeoplePerThousand: perInstrument, throughputShare: share,
      exceedsRoutine: exceeds, isPopulationScale: isPopulationScale,
      summary: summary(tests, people, capability, share), gaps: gaps)
  }

  private func summary(
    _ tests: Interval, _ people: Interval, _ capability: Interval?, _ share: Interval?
  ) -> String {
    var words =
      tests.isZero
      ? "\(inputs.body): no tests in this order and none known of twelve months"
      : "\(inputs.body): \(tests.words) tests within twelve months, for "
        + "\(people.words(places: 0)) people; plausible need in a year: "
        + (needWords ?? "not known, for the residents are not known")
    if let capability {
      words += "; its known instruments run \(capability.words(places: 0)) samples a year"
      if let share, !share.isZero {
        words += ", of which these tests are \(share.words(places: 1)) percent"
      }
    }
    return words
  }

  mutating func add(_ title: String, _ arithmetic: String, _ result: String, _ source: String) {
    steps.append(CapacityStep(title, arithmetic, result, source))
  }

  // MARK: - Goods

  private mutating func goods(_ tests: Interval, _ people: Interval) {
    guard !inputs.ordered.isEmpty || !inputs.past.isEmpty || !inputs.possiblyPast.isEmpty else {
      return
    }
    for goods in inputs.ordered {
      add("Tests of this order", goods.words, goods.tests.words, "the order")
    }
    if inputs.isHistorySearched {
      for goods in inputs.past {
        add("Tests of the past twelve months", goods.words, goods.tests.words, "past orders")
      }
      for goods in inputs.possiblyPast {
        add(
          "Tests that may be of the past twelve months", goods.words,
          Interval(low: .zero, high: goods.tests.high).words,
          "past orders without a day, or that may have been for others")
      }
    } else {
      gaps.append("past orders were not searched, so there may have been more within the year")
      add(
        "Tests of the past twelve months", "not searched", "not known",
        "the corpus holds no past orders")
    }
    let families = Set((inputs.ordered + inputs.past + inputs.possiblyPast).map(\.family))
    add(
      "Tests within twelve months",
      families.count > 1
        ? "the largest of \(families.count) product families, which may serve the same people, "
          + "to the sum of them" : "the sum",
      tests.words, "the steps above")
    let kinds = Set((inputs.ordered + inputs.past + inputs.possiblyPast).map(\.kind))
    guard kinds.contains(.reactions) else {
      add("People who can be tested", "one piece a person", people.words(places: 0), "the goods")
      return
    }
    let (controls, repeats) = (norms.controls, norms.repeats)
    add(
      "People who can be tested",
      (kinds.count == 1 ? tests.factor() + " x " : "reactions x ")
        + "(100 - \(controls.range.factor())) percent / (100 + \(repeats.range.factor())) percent"
        + (kinds.count == 1 ? "" : "; one card, swab or lancet a person"),
      people.words(places: 0), "\(controls.source); \(repeats.source)")
  }

  // MARK: - Need

  /// Whether the tests exceed what routine casework plausibly needs.
  private mutating func need(_ tests: Interval, _ residents: Interval?) -> Truth {
    if tests.isZero { return .isFalse }
    if let caseload = inputs.caseload {
      // A verified caseload takes the place of the norm, in either direction.
      let need = Interval(exactly: caseload.samples).multiplied(by: reckoner.effort)
        .divided(by: reckoner.yield)
      add(
        "Plausible need in a year",
        "\(caseload.samples) samples, with \(norms.repeats.range.words) percent repeats and "
          + "\(norms.controls.range.words) percent controls and ladders",
        need.words(places: 0) + " tests", caseload.source)
      needWords = need.words(places: 0) + " tests for a verified caseload"
      return tests.exceeds(need)
    }
    guard let residents, let known = inputs.residents else {
      gaps.append("the residents that \(inputs.body) serves are not known")
      add(
        "Plausible need in a year", "residents x \(norms.routine.range.factor()) / 1000",
        "not known",
        "the residents are not known; ask")
      return .isUnknown
    }
    let need = residents.multiplied(by: norms.routine.range).divided(by: .exactly(1000))
    add(
      "Plausible need in a year",
      "\(known.count.factor()) residents x \(norms.routine.range.factor()) / 1000",
      need.words(places: 0) + " tests", "\(known.source); \(norms.routine.source)")
    needWords = need.words(places: 0) + " tests for \(known.words) (\(known.source))"
    add(
      "Tests against plausible need", "\(tests.factor()) / \(need.factor(places: 0)) x 100",
      tests.percent(of: need).words(places: 1) + " percent", "the steps above")
    return tests.exceeds(need)
  }

  // MARK: - Scale

  private mutating func scale(
    ordered: Interval, tests: Interval, people: Interval, _ residents: Interval?
  ) -> Truth {
    if tests.isZero { return .isFalse }
    guard let residents else { return .isUnknown }
    let perThousand = tests.perThousand(of: residents)
    let share = ordered.percent(of: residents)
    add(
      "People of a thousand residents in a year",
      "\(people.factor(places: 0)) / \(residents.factor()) x 1000",
      people.perThousand(of: residents).words(places: 2), "the steps above")
    add(
      "Residents whom this order alone can test",
      "\(ordered.factor(places: 0)) / \(residents.factor()) x 100",
      share.words(places: 2) + " percent",
      "the steps above; \(norms.oneOrder.range.words) percent are of the scale of a population")
    for comparator in reckoner.comparators {
      add(
        comparator.kind == .routine ? "Compare: routine" : "Compare: scale of a population",
        comparator.name,
        "\(comparator.perThousand.words(places: 2)) \(comparator.unit) a year for a thousand "
          + "residents", comparator.source)
    }
    guard let bound = norms.population.range.low, let single = norms.oneOrder.range.low else {
      return .isUnknown
    }
    return perThousand.isAtLeast(bound).or(share.isAtLeast(single))
  }
}

/// Goods by product family, with what is certain and what is possible.
struct Families {
  private var totals: [(family: String, kind: CapacityGoods.Kind, tests: Interval)] = []

  /// `isOpen` says that there may be more that nobody searched for.
  init(certain: [CapacityGoods], possible: [CapacityGoods], isOpen: Bool = false) {
    for goods in certain { add(goods, goods.tests) }
    for goods in possible { add(goods, Interval(low: .zero, high: goods.tests.high)) }
    if isOpen {
      for place in totals.indices where totals[place].tests.high != .zero {
        totals[place].tests = Interval(low: totals[place].tests.low, high: nil)
      }
    }
  }

  private mutating func add(_ goods: CapacityGoods, _ tests: Interval) {
    if let place = totals.firstIndex(where: { $0.family == goods.family && $0.kind == goods.kind })
    {
      totals[place].tests = totals[place].tests.adding(tests)
    } else {
      totals.append((goods.family, goods.kind, tests))
    }
  }

  /// From the largest family, if all serve the same people, to the sum.
  private func together(_ amounts: [Interval]) -> Interval {
    let none = Interval(exactly: .zero)
    return Interval(
      low: amounts.reduce(none) { $0.maximum($1) }.low,
      high: amounts.reduce(none) { $0.adding($1) }.high)
  }

  var tests: Interval { together(totals.map(\.tests)) }

  func people(_ reckoner: CapacityReckoner) -> Interval {
    together(totals.map { reckoner.people($0.tests, $0.kind) })
  }

  /// Each reaction takes a run of its own, whoever it is for.
  var reactions: Interval {
    totals.filter { $0.kind == .reactions }.map(\.tests)
      .reduce(Interval(exactly: .zero)) { $0.adding($1) }
  }
}

extension Interval {
  var isZero: Bool { low == .zero && high == .zero }

  /// Whether this is more than a need of which only a range is known.
  func exceeds(_ need: Interval) -> Truth {
    if let low, let most = need.high, low > most { return .isTrue }
    if let high, let least = need.low, high <= least { return .isFalse }
    return .isUnknown
  }
}
