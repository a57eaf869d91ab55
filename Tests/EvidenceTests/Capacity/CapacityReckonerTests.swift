import Evidence
import Facts
import Formats
import SeededNumbers
import Taxonomy
import Testing

@Suite("What goods can do is held against plausible need, step by step")
struct CapacityReckonerTests {
  static let reckoner = Result {
    let taxonomy = try Taxonomy(folder: Bundled.folder)
    return try CapacityReckoner(
      folder: Bundled.folder,
      catalogue: try ProductCatalogue(
        file: Bundled.folder + "/products.tsv", taxonomy: taxonomy))
  }

  private static func number(_ integer: Int) -> Interval {
    Interval(exactly: Decimal(exactly: integer) ?? .zero)
  }

  static func kits(_ tests: Interval, _ family: String = "autosomal-str-kit") -> CapacityGoods {
    CapacityGoods(family: family, kind: .reactions, tests: tests, words: "kits")
  }

  private static func inputs(
    _ ordered: [CapacityGoods], residents: Int? = nil
  ) -> CapacityInputs {
    var inputs = CapacityInputs(body: "Polizeipräsidium Musterstadt")
    inputs.ordered = ordered
    inputs.isHistorySearched = true
    inputs.residents = residents.map { CapacityResidents(exactly: $0, source: "a test") }
    return inputs
  }

  @Test func ordersThatNobodySearchedAreNotNone() throws {
    var inputs = Self.inputs([Self.kits(Self.number(200))], residents: 28_000)
    let reckoner = try Self.reckoner.get()
    #expect(reckoner.account(of: inputs).exceedsRoutine == .isFalse)
    inputs.isHistorySearched = false
    let account = reckoner.account(of: inputs)
    #expect(account.tests.words == "at least 200")
    #expect(account.exceedsRoutine == .isUnknown)
    #expect(account.isPopulationScale == .isUnknown)
    inputs.ordered = [Self.kits(Self.number(200_000))]
    #expect(reckoner.account(of: inputs).exceedsRoutine == .isTrue)
    #expect(reckoner.account(of: inputs).isPopulationScale == .isTrue)
  }

  @Test func reactionsAreNotPeople() throws {
    let people = try Self.reckoner.get().people(Self.number(4000), .reactions).rounded(toPlaces: 0)
    #expect(people.words == "3484 to 3652")
    #expect(try Self.reckoner.get().people(Self.number(4000), .pieces) == Self.number(4000))
  }

  /// The county laboratory bought about four tests for a thousand residents.
  @Test func theRoutineLaboratoryStaysWithinItsNeed() throws {
    let reckoner = try Self.reckoner.get()
    let goods = [Self.kits(Self.number(4200)), Self.kits(Self.number(700), "y-str-kit")]
    let account = reckoner.account(of: Self.inputs(goods, residents: 1_290_000))
    #expect(account.tests.words == "4200 to 4900")
    #expect(account.exceedsRoutine == .isFalse)
    #expect(account.isPopulationScale == .isFalse)
    let routine = try #require(reckoner.comparators.first { $0.kind == .routine })
    #expect(routine.perThousand.rounded(toPlaces: 1).words == "3.5 to 4.1")
    #expect(account.steps.contains { $0.arithmetic == routine.name })
  }

  @Test func theCollectionsAreOfTheScaleOfAPopulation() throws {
    let reckoner = try Self.reckoner.get()
    let people = CapacityGoods(
      family: "blood-card", kind: .pieces, tests: Self.number(183_300), words: "cards")
    let account = reckoner.account(of: Self.inputs([people], residents: 354_500))
    #expect(account.isPopulationScale == .isTrue)
    #expect(account.exceedsRoutine == .isTrue)
    let collections = reckoner.comparators.filter { $0.kind == .population }
    #expect(collections.count == 5)
    for collection in collections {
      let low = try #require(collection.perThousand.low)
      #expect(low >= Decimal("9") ?? .zero, "\(collection.name)")
    }
  }

  @Test func boundsOfRoutineAndOfAPopulationAreWhereTheTablePutsThem() throws {
    let reckoner = try Self.reckoner.get()
    func account(_ tests: Int) -> CapacityAccount {
      reckoner.account(of: Self.inputs([Self.kits(Self.number(tests))], residents: 100_000))
    }
    #expect(account(1000).exceedsRoutine == .isFalse)
    #expect(account(1001).exceedsRoutine == .isTrue)
    #expect(account(2999).isPopulationScale == .isFalse)
    #expect(account(3000).isPopulationScale == .isTrue)
  }

  @Test func withoutResidentsTheNeedIsUnknownAndSaysSo() throws {
    let account = try Self.reckoner.get().account(of: Self.inputs([Self.kits(Self.number(10))]))
    #expect(account.exceedsRoutine == .isUnknown)
    #expect(account.isPopulationScale == .isUnknown)
    #expect(account.peoplePerThousand == nil)
    #expect(account.gaps.contains { $0.contains("residents") })
    let none = try Self.reckoner.get().account(of: Self.inputs([]))
    #expect(none.exceedsRoutine == .isFalse)
    #expect(none.steps.isEmpty)
  }

  /// Of a county of which only the prefecture's residents are known nothing is too little.
  @Test func residentsOfTheWholeSettleOnlyWhatExceedsTheirNeedToo() throws {
    let reckoner = try Self.reckoner.get()
    func account(_ tests: Int) -> CapacityAccount {
      var inputs = Self.inputs([Self.kits(Self.number(tests))])
      inputs.residents = CapacityResidents(within: 100_000, source: "a test")
      return reckoner.account(of: inputs)
    }
    #expect(account(1).exceedsRoutine == .isUnknown)
    #expect(account(1000).exceedsRoutine == .isUnknown)
    #expect(account(1001).exceedsRoutine == .isTrue)
    #expect(account(1).isPopulationScale == .isUnknown)
    #expect(account(3000).isPopulationScale == .isTrue)
    let few = account(500)
    #expect(few.peoplePerThousand?.high == nil)
    #expect(few.peoplePerThousand?.low.map { $0 > .zero } == true)
    #expect(few.summary.contains("0 to 100000 residents"))
    #expect(few.steps.contains { $0.arithmetic.contains("(0 to 100000) residents") })
    #expect(account(0).exceedsRoutine == .isFalse)
  }

  @Test func aVerifiedCaseloadTakesThePlaceOfTheNorm() throws {
    let reckoner = try Self.reckoner.get()
    var inputs = Self.inputs([Self.kits(Self.number(8000))], residents: 100_000)
    #expect(reckoner.account(of: inputs).exceedsRoutine == .isTrue)
    inputs.caseload = (samples: Decimal("7500") ?? .zero, source: "u:lim")
    #expect(reckoner.account(of: inputs).exceedsRoutine == .isFalse)
    inputs.caseload = (samples: Decimal("6000") ?? .zero, source: "u:lim")
    #expect(reckoner.account(of: inputs).exceedsRoutine == .isTrue)
  }

  @Test func throughputIsThatOfTheModelElseOfTheFamily() throws {
    let taxonomy = try Taxonomy(folder: Bundled.folder)
    let catalogue = try ProductCatalogue(
      file: Bundled.folder + "/products.tsv", taxonomy: taxonomy)
    let throughput = try Self.reckoner.get().throughput
    func perDay(_ description: String) -> String? {
      throughput.entry(
        of: catalogue.reading(productClass: "x", description: description, sku: nil))?
        .perDay.words
    }
    #expect(perDay("Applied Biosystems 3500xL Genetic Analyzer") == "600 to 800")
    #expect(perDay("遗传分析仪 ABI 3730xl") == "2300 to 3168")
    #expect(perDay("Capillary genetic analyser") == "100 to 3168")
    #expect(perDay("Benchtop high-throughput sequencer") == "at least 1")
    #expect(perDay("Bench centrifuge") == nil)
  }

  @Test func instrumentsAreHeldAgainstResidentsAndReagents() throws {
    let reckoner = try Self.reckoner.get()
    let entry = InstrumentThroughput.Entry(
      name: "analyser", perDay: Interval(low: Decimal("600"), high: Decimal("800")), source: "test")
    var inputs = Self.inputs([Self.kits(Self.number(400_000))], residents: 183_000)
    inputs.isRegisterSearched = true
    #expect(reckoner.account(of: inputs).throughputShare == nil)
    inputs.registered = [CapacityInstruments(entry, count: Self.number(1), words: "S-1")]
    let account = reckoner.account(of: inputs)
    // 400,000 of 132,000 to 292,000 samples a year.
    #expect(account.throughputShare?.rounded(toPlaces: 1).words == "136.9 to 303.1")
    #expect(
      account.instrumentPeoplePerThousand?.rounded(toPlaces: 0).words == "628 to 1457")
  }

  // MARK: - Properties

  private static func amount(_ generator: inout some RandomNumberGenerator) -> Interval {
    let low = Int64.random(in: 0...50_000_000_000, using: &generator)
    let high = low + Int64.random(in: 0...10_000_000_000, using: &generator)
    return Interval(
      low: Decimal(millionths: low),
      high: Int.random(in: 0..<8, using: &generator) == 0 ? nil : Decimal(millionths: high))
  }

  @Test(arguments: [UInt64(5), 6])
  func pastOrdersNeverLowerWhatIsFound(seed: UInt64) throws {
    let reckoner = try Self.reckoner.get()
    var generator = SeededGenerator(seed: seed)
    let families = ["autosomal-str-kit", "y-str-kit", "blood-card", "lancet"]
    func goods() -> [CapacityGoods] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        let family = families[Int.random(in: 0..<4, using: &generator)]
        return CapacityGoods(
          family: family, kind: family.hasSuffix("kit") ? .reactions : .pieces,
          tests: Self.amount(&generator), words: "x")
      }
    }
    let entry = InstrumentThroughput.Entry(
      name: "x", perDay: Interval(low: Decimal("100"), high: nil), source: "x")
    for round in 0..<300 {
      var inputs = Self.inputs(goods(), residents: 250_000)
      inputs.registered = [CapacityInstruments(entry, count: Self.number(1), words: "x")]
      inputs.past = goods()
      inputs.possiblyPast = goods()
      let before = reckoner.account(of: inputs)
      inputs.past += goods()
      inputs.possiblyPast += goods()
      inputs.bought.append(CapacityInstruments(entry, count: Self.number(3), words: "x"))
      let after = reckoner.account(of: inputs)
      let comment: Comment = "seed \(seed), round \(round)"
      #expect(after.exceedsRoutine >= before.exceedsRoutine, comment)
      #expect(after.isPopulationScale >= before.isPopulationScale, comment)
      for (now, then) in [
        (after.tests, before.tests), (after.people, before.people),
        (after.peoplePerThousand, before.peoplePerThousand),
        (after.throughputShare, before.throughputShare),
        (after.instrumentPeoplePerThousand, before.instrumentPeoplePerThousand),
      ] {
        let (now, then) = (try #require(now), try #require(then))
        #expect((now.low ?? .zero) >= (then.low ?? .zero), comment)
        if let high = now.high { #expect(high >= (then.high ?? .zero), comment) }
      }
    }
  }

  @Test(arguments: [UInt64(7)])
  func forgettingResidentsNeverSaysNo(seed: UInt64) throws {
    let reckoner = try Self.reckoner.get()
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      var inputs = Self.inputs(
        [Self.kits(Self.amount(&generator))],
        residents: Int.random(in: 1...5_000_000, using: &generator))
      let before = reckoner.account(of: inputs)
      inputs.residents = nil
      let after = reckoner.account(of: inputs)
      let comment: Comment = "seed \(seed), round \(round)"
      if before.tests.high != .zero { #expect(after.exceedsRoutine == .isUnknown, comment) }
      if before.exceedsRoutine == .isTrue { #expect(after.exceedsRoutine != .isFalse, comment) }
      if before.isPopulationScale == .isTrue {
        #expect(after.isPopulationScale != .isFalse, comment)
      }
    }
  }
}
