import Facts
import Formats
import Policy
import Screening
import SeededNumbers
import Taxonomy
import Testing

@Suite("Recorded facts are evaluated as the facts were")
struct RecordedFactsTests {
  private func read(
    _ text: String, _ vocabulary: Vocabulary
  ) throws(JSONFailure) -> (facts: RecordedFacts, dropped: Set<String>) {
    var dropped: Set<String> = []
    var cursor = try JSONCursor(Array(text.utf8))
    let facts = try RecordedFactsReader(vocabulary).read(&cursor, dropped: &dropped)
    try cursor.finish()
    return (facts, dropped)
  }

  /// All that rules did, with the facts that they name.
  private func account(_ evaluation: Evaluation) -> [String] {
    evaluation.results.map {
      "\($0.rule) \($0.state) \($0.effect?.name ?? "note") \($0.unconfirmed ?? "") \($0.witnesses) "
        + "\($0.unknown) \($0.remediable)"
    }
  }

  /// Reads back what was written, as it is and with its members sorted (RFC 8785).
  private func check(_ facts: RecordedFacts, _ policies: PolicySet, _ comment: Comment) throws {
    let before = Evaluator(
      policies: policies, asOf: facts.asOf, confirmations: facts.confirmations
    ).evaluate(facts.table)
    for text in [facts.json.text(), facts.json.canonicalText] {
      let (again, dropped) = try read(text, policies.vocabulary)
      let after = Evaluator(
        policies: policies, asOf: again.asOf, confirmations: again.confirmations
      ).evaluate(again.table)
      #expect(account(before) == account(after), comment)
      #expect(before.outcome == after.outcome && dropped.isEmpty, comment)
      // What is written once more is the same text: nothing that the form holds was lost.
      #expect(again.json.text() == facts.json.text(), comment)
    }
  }

  @Test(arguments: [UInt64(11)])
  func tablesOfEveryKind(seed: UInt64) throws {
    let policies = try #require(Bundle.policies)
    var generator = SeededGenerator(seed: seed)
    for number in 0..<60 {
      let random = RandomFacts(
        policies.vocabulary, known: Int.random(in: 1...10, using: &generator), using: &generator)
      let facts = RecordedFacts(
        vocabulary: policies.vocabulary,
        asOf: CivilDate(dayNumber: Int.random(in: 18_000...21_000, using: &generator)),
        confirmations: generator.chance(1, in: 2)
          ? ["us.ear.affiliates": generator.chance(1, in: 2)] : [:],
        table: random.table)
      try check(facts, policies, "seed \(seed), table \(number)")
    }
  }

  @Test(arguments: HardCases.all)
  func hardCases(expected: CaseExpectation) throws {
    let policies = try #require(Bundle.policies)
    let determination = try CaseLoading.determination("cases", expected.id)
    let facts = try #require(determination.facts)
    try check(facts, policies, "\(expected.id)")
    let again = try read(facts.json.text(), policies.vocabulary).facts
    let evaluation = Evaluator(
      policies: policies, asOf: again.asOf, confirmations: again.confirmations
    ).evaluate(again.table)
    if let outcome = determination.outcome { #expect(evaluation.outcome == outcome) }
    let fired = evaluation.results.filter { $0.state == .fired }
    #expect(
      Set(fired.map { policies.rules[$0.rule].name }) == Set(determination.findings.map(\.rule)))
    #expect(
      Set(evaluation.raising.map { policies.rules[$0.rule].name })
        == Set(determination.undetermined))
  }

  // MARK: - The form

  private static let orderTerms = [
    Term("kind", .word(["sale", "lease"]), .neutral, ""),
    Term("value", .number(unit: "units"), .neutral, ""), Term("placed", .date, .neutral, ""),
  ]
  private static let partyTerms = [
    Term("name", .text, .neutral, ""), Term("function", .tree("functions"), .neutral, ""),
    Term("reseller", .boolean, .adverse, ""),
  ]

  private func vocabulary(
    order: [Term] = orderTerms, party: [Term] = partyTerms,
    phrases: [String] = ["party", "end user"], relations: [String] = ["owns"]
  ) -> Vocabulary {
    Vocabulary(
      domains: [Domain(name: "order", terms: order), Domain(name: "party", terms: party)],
      collections: phrases.map { Collection(phrase: $0, domain: 1, meaning: "") },
      relations: relations.map {
        Relation(phrase: $0, from: 1, to: 1, polarity: .adverse, meaning: "")
      }, trees: [:])
  }

  /// The example of the page that describes the form.
  private func example() throws -> String {
    let path = Bundle.root + "/Sources/Facts/Facts.docc/RecordedFacts.md"
    let page = String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
    return page.split(separator: "\n").filter { $0.hasPrefix("    ") }.joined(separator: "\n")
  }

  @Test func theExampleOfThePageMeansWhatThePageSays() throws {
    let (facts, dropped) = try read(try example(), vocabulary())
    #expect(dropped.isEmpty)
    #expect(facts.asOf == CivilDate("2026-11-22"))
    #expect(facts.confirmations == ["us.ear.affiliates": true])
    let table = facts.table
    let order = table.objects[0][0].facts
    #expect(order[0].value == .codes(["sale"], isComplete: true) && order[0].basis == .declared)
    #expect(order[1].value == .number(Interval(low: Decimal("1.5"), high: nil)))
    #expect(order[1].basis == .computed)
    #expect(order[2].value == CivilDate("2026-11-01").map { .date($0) })
    let parties = table.objects[1].map(\.facts)
    #expect(parties[0][0].value == .text(""))
    #expect(parties[0][1].value == .codes(["police"], isComplete: false))
    #expect(parties[0][1].basis == .inferred)
    #expect(parties[0][2].value == nil && parties[1][1].value == nil)
    #expect(parties[1][2].value == .boolean(false) && parties[1][2].basis == .verified)
    #expect(table.memberships.map(\.members) == [[0, 1], [1]])
    #expect(table.memberships.map(\.isOpen) == [false, true])
    #expect(table.relations[0].map(\.value) == [nil, nil, .boolean(true), .boolean(false)])
    #expect(table.relations[0][2].basis == .inferred && table.relations[0][3].basis == .verified)
  }

  @Test func aVocabularyThatHasGrownReadsOldRecords() throws {
    let grown = vocabulary(
      party: [Term("new", .boolean, .adverse, "")] + Self.partyTerms.reversed(),
      phrases: ["payer", "end user", "party"], relations: ["pays", "owns"])
    let (facts, dropped) = try read(try example(), grown)
    #expect(dropped.isEmpty)
    let party = facts.table.objects[1][1].facts
    #expect(party[0].value == nil, "the record does not know the new term")
    #expect(party[1].value == .boolean(false) && party[3].value == .text(""))
    #expect(facts.table.memberships[0].isOpen && facts.table.memberships[0].members.isEmpty)
    #expect(facts.table.memberships[1].members == [1])
    #expect(facts.table.relations[0].map(\.value) == [nil, nil, nil, nil])
    #expect(facts.table.relations[1][2].value == .boolean(true))
  }

  @Test func whatTheVocabularyNoLongerKnowsIsToldAndLeftOut() throws {
    let less = vocabulary(
      party: Self.partyTerms.filter { $0.name != "function" }, phrases: ["party"], relations: [])
    let (facts, dropped) = try read(try example(), less)
    #expect(dropped == ["party.function", "end user", "party owns party"])
    #expect(facts.table.objects[1][1].facts[1].value == .boolean(false))
    #expect(facts.table.memberships.count == 1 && facts.table.relations.isEmpty)
    #expect(less.fingerprint != vocabulary().fingerprint)
    #expect(vocabulary().fingerprint == vocabulary().fingerprint)
  }

  @Test(arguments: [
    ("\"form\": 1", "\"form\": 2"), ("2026-11-22", "2026-11-31"),
    ("\"basis\": \"dcd\"", "\"basis\": \"dc\""), ("\"basis\": \"dcd\"", "\"basis\": \"dcx\""),
    ("\"basis\": \"dcd\"", "\"basis\": \"dc-\""), ("[[\"sale\"], ", "["),
    ("[0, 1]", "[0, 2]"), ("[0, 1]", "[-1]"), ("{\"open\": [1]}", "{\"open\": [1], \"x\": 1}"),
    ("{\"open\": [1]}", "{}"), ("2-Iv", "3-Iv"), ("2-Iv", "-Iv"), ("2-Iv", "2-Ix"),
    ("2-Iv", "0-2-Iv"), ("2-Iv", "2-Iv2"), ("2-Iv", "99999999999999999999-"),
    ("{\"between\": [1.5, null]}", "{\"between\": [1.5]}"),
    ("{\"between\": [1.5, null]}", "{\"between\": [1.5, \"x\"]}"),
    ("{\"between\": [1.5, null]}", "1.0000001"), ("{\"on\": \"2026-11-01\"}", "{\"on\": \"x\"}"),
    ("{\"on\": \"2026-11-01\"}", "null"), ("{\"on\": \"2026-11-01\"}", "{\"in\": 1}"),
    ("{\"on\": \"2026-11-01\"}", "{}"), ("\"id\": \"SO-1\", ", ""),
    ("\"order\": {", "\"ordre\": {"), ("\"reseller\"]", "\"name\"]"),
    ("\"sets\": {", "\"sets\": {\"party\": [],"), ("\"sets\"", "\"set\""),
    ("\"confirmations\": {", "\"confirmations\": {\"us.ear.affiliates\": false,"),
  ])
  func aRecordThatContradictsItselfIsRefused(change: (String, String)) throws {
    let text = try example()
    let range = try #require(text.firstRange(of: change.0))
    let changed = text.replacingCharacters(in: range, with: change.1)
    #expect(throws: JSONFailure.self, "\(change)") { try self.read(changed, self.vocabulary()) }
  }

  @Test(arguments: [UInt64(12)])
  func damagedRecordsAreReadOrRefusedAndNothingElse(seed: UInt64) throws {
    let text = Array(try example().utf8)
    let alphabet = Array("{}[]\":,-0159 dIxé\\".utf8)
    var generator = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let at = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = generator.pick(alphabet)
        default: bytes.insert(generator.pick(alphabet), at: at)
        }
      }
      do throws(JSONFailure) {
        let facts = try read(String(decoding: bytes, as: UTF8.self), vocabulary()).facts
        #expect(facts.table.objects[0].count == 1)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1_000)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
