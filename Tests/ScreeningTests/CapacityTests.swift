import Dossier
import Facts
import Formats
import Memos
import Policy
import Screening
import SeededNumbers
import Testing
import Trade

@Suite("Quantities are held against plausible need")
struct CapacityTests {
  private static let routine = "quantity-beyond-routine"
  private static let population = "tests-for-a-population"

  /// 200 reactions a kit, as the catalogue says.
  private static func state(
    _ rule: String, kits: Int, residents: Int?, facts: String? = nil, history: [Order]? = nil
  ) throws -> String? {
    let screener = try RegisterCorpus.screener(
      residents: residents.map(RegisterCorpus.residents), facts: facts, history: history)
    return RegisterCorpus.state(rule, screener.screen(try RegisterCorpus.kits(kits)))
  }

  private static func fact(_ name: String, _ value: String) -> String {
    #"{"party":["\#(RegisterCorpus.bureau)"],"fact":"\#(name)","value":"\#(value)","#
      + #""verifiedBy":"u:lim","verifiedOn":"2026-11-10","evidence":"file 91"}"#
  }

  @Test func theBoundsAreThoseOfTheTable() throws {
    #expect(try Self.state(Self.routine, kits: 10, residents: 200_000) == "notFired")
    #expect(try Self.state(Self.routine, kits: 11, residents: 200_000) == "fired")
    #expect(try Self.state(Self.population, kits: 29, residents: 200_000) == "notFired")
    #expect(try Self.state(Self.population, kits: 30, residents: 200_000) == "fired")
  }

  @Test func residentsThatAreNotKnownReleaseNothing() throws {
    #expect(try Self.state(Self.routine, kits: 1, residents: nil) == "undetermined")
    #expect(try Self.state(Self.population, kits: 1, residents: nil) == "undetermined")
    let determination = try RegisterCorpus.screener().screen(try RegisterCorpus.kits(1))
    #expect(determination.decision == .hold)
    for kits in [1, 10, 100, 1000] {
      let order = try RegisterCorpus.kits(kits)
      let known = try RegisterCorpus.screener(residents: RegisterCorpus.residents(90_000))
        .screen(order)
      let unknown = try RegisterCorpus.screener().screen(order)
      #expect(!(known.decision != .allow && unknown.decision == .allow), "\(kits) kits")
    }
  }

  @Test func onlyAVerifiedFactExplainsAQuantity() throws {
    func state(_ name: String, _ value: String) throws -> String? {
      try Self.state(
        Self.routine, kits: 40, residents: 200_000, facts: Self.fact(name, value))
    }
    #expect(try state("verified-quantity-explanation", "yes") == "lifted")
    #expect(try state("verified-quantity-explanation", "no") == "fired")
    #expect(try state("verified-routine-caseload", "yes") == "lifted")
    #expect(try state("verified-yearly-caseload", "8000") == "notFired")
    #expect(try state("verified-yearly-caseload", "6000") == "fired")
    let fault = try #require(throws: Diagnostic.self) {
      try state("verified-yearly-caseload", "many")
    }
    #expect(fault.id == "CRP033")
    var claimed = try RegisterCorpus.kits(40)
    claimed.endUse?.questionnaire.append(
      Answer(
        question: "party.verified-quantity-explanation@p1", answer: "yes", answeredBy: "customer"))
    let screener = try RegisterCorpus.screener(residents: RegisterCorpus.residents(200_000))
    #expect(RegisterCorpus.state(Self.routine, screener.screen(claimed)) == "fired")
  }

  @Test func pastOrdersAddToWhatThereIsAndNeverToTheNeed() throws {
    func state(_ day: String?, _ kits: Int = 8) throws -> String? {
      try Self.state(
        Self.routine, kits: 8, residents: 200_000,
        history: [
          try RegisterCorpus.kits(kits, reference: "past", day: day.map { $0 + "T08:00:00Z" })
        ])
    }
    #expect(try state("2026-05-01", 2) == "notFired")
    #expect(try state("2026-05-01") == "fired")
    #expect(try state("2024-05-01") == "notFired")
    // Nobody knows when it was; it may have been within the year.
    #expect(try state(nil) == "undetermined")
  }

  /// What nobody recognised may be kits, and does not make the year smaller.
  @Test func goodsThatNobodyRecognisedMayBeTests() throws {
    var past = try RegisterCorpus.kits(1, reference: "past", day: "2026-05-01T08:00:00Z")
    past.lines = [OrderBook.line("10", "zzz", "Thing", quantity: 5)]
    #expect(
      try Self.state(Self.routine, kits: 8, residents: 200_000, history: [past]) == "undetermined")
    past.lines = [OrderBook.line("10", "infectious-disease-test", "Tuberculosis test")]
    #expect(
      try Self.state(Self.routine, kits: 8, residents: 200_000, history: [past]) == "notFired")
    // Once somebody says what they are, they count as what they are.
    var order = try RegisterCorpus.kits(10_000)
    order.lines = [OrderBook.line("10", "zzz", "Thing", quantity: 10_000)]
    order.endUse?.questionnaire.append(
      Answer(question: "line.product@10", answer: "autosomal-str-kit", answeredBy: "customer"))
    let screener = try RegisterCorpus.screener(residents: RegisterCorpus.residents(200_000))
    #expect(RegisterCorpus.state(Self.routine, screener.screen(order)) == "fired")
  }

  @Test func aPastOrderUnderAnotherSpellingCounts() throws {
    var past = try RegisterCorpus.kits(8, reference: "past", day: "2026-05-01T08:00:00Z")
    past.parties = [
      OrderBook.party(
        "p1", [.purchaser, .ultimateConsignee, .endUser], ["Polizeipraesidium Musterstadt"], "DE",
        "Beispielallee 12, 14467 Musterstadt, Germany", schema: .publicBody)
    ]
    #expect(
      try Self.state(Self.routine, kits: 8, residents: 200_000, history: [past]) == "fired")
  }

  @Test(arguments: [UInt64(11)]) func morePastOrdersNeverReleaseAndNeverLower(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<6 {
      let order = try RegisterCorpus.kits(Int.random(in: 1...12, using: &generator))
      var history: [Order] = []
      var last: Determination?
      for number in 0..<3 {
        let screener = try RegisterCorpus.screener(
          residents: RegisterCorpus.residents(200_000), history: history)
        let determination = screener.screen(order)
        if let last {
          #expect(
            (determination.outcome ?? .hold) >= (last.outcome ?? .hold),
            "seed \(seed), round \(round), \(number) past orders")
        }
        last = determination
        let day = OrderBook.asOf.adding(days: -Int.random(in: 0...500, using: &generator))
        history.append(
          try RegisterCorpus.kits(
            Int.random(in: 1...12, using: &generator), reference: "past-\(number)",
            day: generator.chance(1, in: 4) ? nil : "\(day)T08:00:00Z"))
      }
    }
  }

  @Test func reagentsBeyondTheKnownInstrumentAndTheNeed() throws {
    let rule = "reagents-beyond-the-instruments"
    // A 3130 runs 22,000 to 48,180 samples a year.
    #expect(try Self.state(rule, kits: 100, residents: 200_000) == "notFired")
    #expect(try Self.state(rule, kits: 250, residents: 200_000) == "fired")
    #expect(try Self.state(rule, kits: 250, residents: 20_000_000) == "notFired")
    #expect(
      RegisterCorpus.state(
        rule,
        try RegisterCorpus.screener(
          instruments: nil, residents: RegisterCorpus.residents(200_000)
        ).screen(try RegisterCorpus.kits(250))) == "notFired")
  }

  @Test func instrumentsAreHeldAgainstTheResidents() throws {
    let rule = "instruments-for-a-population"
    func state(_ residents: Int?) throws -> String? {
      var order = try RegisterCorpus.kits(1)
      order.lines = [
        OrderBook.line(
          "10", "genetic-analyser", "Applied Biosystems 3500xL Genetic Analyzer", quantity: 2)
      ]
      let screener = try RegisterCorpus.screener(
        residents: residents.map(RegisterCorpus.residents))
      return RegisterCorpus.state(rule, screener.screen(order))
    }
    #expect(try state(300_000) == "fired")
    #expect(try state(80_000_000) == "notFired")
    #expect(try state(nil) == "undetermined")
  }

  @Test func theMemoShowsTheArithmetic() throws {
    let screener = try RegisterCorpus.screener(
      residents: RegisterCorpus.residents(200_000),
      history: [
        try RegisterCorpus.kits(8, reference: "past", day: "2026-05-01T08:00:00Z")
      ])
    let determination = screener.screen(try RegisterCorpus.kits(8))
    let statement = try #require(determination.capacity.first)
    #expect(statement.body == RegisterCorpus.bureau)
    let steps = statement.steps.map { "\($0.title): \($0.result)" }
    #expect(steps.contains("Tests within twelve months: 3200"))
    #expect(steps.contains("People who can be tested: 2787 to 2921"))
    #expect(steps.contains("Plausible need in a year: 2000 tests"))
    let memo = MemoDocument(determination)
    #expect(memo.unresolvedCitations == [])
    #expect(MemoWording.violations(in: memo) == [])
    for text in [memo.markdown, memo.html] {
      #expect(text.contains("Capacity against plausible need"))
      #expect(text.contains("2787 to 2921"))
      #expect(text.contains("Huazhou"))
    }
    #expect(determination.json.text().contains("\"capacity\""))
  }
}
