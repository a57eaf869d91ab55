import Formats
import Policy
import Screening
import Testing

@Suite("A backtest tells which recorded outcomes new policies would change, and by which rules")
struct BacktestTests {
  private func run(
    _ lines: [String], new: PolicySet, old: PolicySet? = nil, examples: Int = 5, threads: Int = 2
  ) throws -> BacktestResult {
    let batches = try LineBatches(
      try RecordBook.write(lines), lineLimit: Backtest.lineLimit, batchSize: 1 << 16)
    return try Backtest(new: new, old: old, exampleLimit: examples).run(batches, threads: threads)
  }

  private func counts(_ comparison: BacktestComparison) -> [Int] {
    [comparison.unchanged, comparison.stricter, comparison.milder]
  }

  @Test func theSamePoliciesChangeNothing() throws {
    let policies = try #require(Bundle.policies)
    let lines = try RecordBook.cases.get() + RecordBook.variants(12, seed: 21)
    let result = try run(lines, new: policies, old: policies)
    #expect(result.records == lines.count && result.isComplete)
    #expect(counts(result.total) == [lines.count, 0, 0])
    #expect(result.policy.map(counts) == [lines.count, 0, 0])
    #expect(result.others.map(counts) == [lines.count, 0, 0])
    #expect(result.dropped.isEmpty && result.total.changes.isEmpty && !result.isMilder)
    let failed = BacktestComparison.outcomes.count - 1
    #expect(result.total.matrix[failed][failed] == 1, "C40 failed closed and stays so")
  }

  /// A refusal that becomes an escalation is milder wherever no other rule refuses.
  @Test func aMilderRuleIsNamedWithItsOrders() throws {
    let new = try RecordBook.policies(replacing: [
      ("rights/police.policy", "  then refuse by policy", "  then hold")
    ])
    let result = try run(try RecordBook.cases.get(), new: new)
    #expect(result.isMilder && result.total.milder > 3 && result.total.stricter == 0)
    let change = try #require(
      result.total.changes.first { $0.change.rule == "police-under-compulsory-collection" })
    #expect(change.change.direction == .milder && change.change.kind == .firesLessSeverely)
    #expect(!change.group.examples.isEmpty)
    // Every record that became milder has a rule that accounts for it.
    #expect(result.total.changes.allSatisfy { $0.change.kind != .notAccounted })
    let cases = HardCases.all.map(\.id)
    for example in change.group.examples {
      let determination = try CaseLoading.determination("cases", cases[example.line - 1])
      #expect(determination.order.reference == example.reference)
      #expect(determination.outcome == .refusePolicy)
    }
  }

  @Test func aRuleThatIsNotInForceNoLongerFires() throws {
    let basis = "  basis    un.ungp, company.4.2, company.4.5\n"
    let new = try RecordBook.policies(replacing: [
      ("rights/police.policy", basis, basis + "  in force from 2031-01-01\n")
    ])
    let line = try CaseLoading.determination("cases", "C02").json.text()
    let result = try run([line], new: new)
    #expect(counts(result.total) == [0, 0, 1])
    #expect(
      result.total.changes.map(\.change) == [
        RuleChange(
          direction: .milder, rule: "police-under-compulsory-collection", kind: .noLongerFires)
      ])
  }

  private static func added(_ effect: String, _ condition: String) -> String {
    """
    policy added
      title    "Added"
      revision 2026.12
      owner    "Trade Compliance"

    rule added
      title    "An added rule"
      lane     red flag
      kind     policy
      basis    company.2.2
      for any purchaser P, any line L
      when \(condition)
      then \(effect)
      because "Line {L.number}."
    """
  }

  @Test func aStricterRuleIsNamedAsNewlyFiringOrUndetermined() throws {
    let new = try RecordBook.policies(adding: [
      Self.added("refuse by policy", "L.product is within genetic-analysis")
    ])
    let old = try #require(Bundle.policies)
    let lines = try RecordBook.cases.get() + RecordBook.variants(12, seed: 22)
    let result = try run(lines, new: new, old: old, examples: 3)
    #expect(result.total.stricter > 10 && result.total.milder == 0 && !result.isMilder)
    #expect(result.total.stricter == result.policy?.stricter)
    #expect(result.others?.unchanged == lines.count)
    let kinds = result.total.changes.map(\.change)
    #expect(kinds.allSatisfy { $0.rule == "added" && $0.direction == .stricter })
    #expect(kinds.contains { $0.kind == .newlyFires })
    #expect(result.total.changes.allSatisfy { $0.group.examples.count <= 3 })
    #expect(
      result.total.changes.reduce(0) { $0 + $1.group.records } == result.total.stricter,
      "one rule accounts for each")
  }

  @Test func theOrdinaryOutcomeBecomesAHoldWhereAFactIsMissing() throws {
    // Nobody states who pays for most orders: a rule about it cannot be decided for them.
    let new = try RecordBook.policies(adding: [
      Self.added("escalate", "P.under-investigation")
        .replacing("for any purchaser P", with: "for any reseller P")
    ])
    let result = try run(try RecordBook.cases.get(), new: new)
    let undetermined = result.total.changes.filter { $0.change.kind == .becameUndetermined }
    #expect(undetermined.allSatisfy { $0.change.rule == "added" })
    #expect(!undetermined.isEmpty && !result.isMilder)
    let (release, hold) = (Outcome.release.rawValue, Outcome.hold.rawValue)
    #expect(result.total.matrix[release][hold] > 0)
  }

  /// What failed closed stays so under rules that hold, and is refused by rules that refuse.
  @Test func coverageIsTakenAsItWas() throws {
    let line = try CaseLoading.determination("cases", "C40").json.text()
    let failed = BacktestComparison.outcomes.count - 1
    for (effect, column) in [
      ("escalate", failed), ("refuse by policy", Outcome.refusePolicy.rawValue),
    ] {
      let new = try RecordBook.policies(adding: [
        Self.added(effect, "order.kind is one of sale, service, consumable")
      ])
      let result = try run([line], new: new)
      #expect(result.total.matrix[failed][column] == 1, "\(effect)")
    }
  }

  /// The old set tells apart a record that does not follow from the old policies.
  @Test func otherCausesAreToldApart() throws {
    let policies = try #require(Bundle.policies)
    let line = try CaseLoading.determination("cases", "C02").json.text()
    let other = line.replacing(
      #""decision":"block","determination":"refusePolicy""#,
      with: #""decision":"hold","determination":"escalate""#)
    #expect(other != line)
    let result = try run([other], new: policies, old: policies)
    #expect(result.total.stricter == 1 && result.others?.stricter == 1)
    #expect(result.policy.map(counts) == [1, 0, 0])
    #expect(result.total.changes.map(\.change.kind) == [.notAccounted])
  }

  @Test func theResultDoesNotDependOnTheThreads() throws {
    let new = try RecordBook.policies(
      replacing: [("rights/police.policy", "  then refuse by policy", "  then hold")],
      adding: [Self.added("escalate", "L.product is within genetic-analysis")])
    let lines = try RecordBook.cases.get()
    let many = (0..<100).map { $0 % 7 == 3 ? "{\"bad\":\($0)}" : lines[$0 % lines.count] }
    let expected = try run(many, new: new, threads: 1).json.text()
    for threads in [2, 5] {
      #expect(try run(many, new: new, threads: threads).json.text() == expected)
    }
  }

  // MARK: - Lines that are no records

  @Test func nothingIsSkippedInSilence() throws {
    let policies = try #require(Bundle.policies)
    let good = try CaseLoading.determination("cases", "C02").json.text()
    let lines = [
      "", good, "{broken", "[]", "{}", #"{"decision":"hold","message":"no determination"}"#, "  ",
      good.replacing(#""facts":{"#, with: #""fact":{"#),
      good.replacing(#""decision":"block""#, with: #""decision":"allow""#),
      good.replacing(#""complete":true"#, with: #""complete":false"#)
        .replacing("refusePolicy", with: "hold")
        .replacing(#""decision":"block""#, with: #""decision":"hold""#),
      good.replacing(#""determination":"refusePolicy""#, with: #""determination":"refuse""#),
      good + "x", #"{"evaluatedAt":"now","record":\#(good)}"#,
      #"{"a":\#(good),"b":\#(good)}"#,
      good.replacing(#""form":1"#, with: #""form":2"#),
      String(good.dropLast(200)),
    ]
    let result = try run(lines, new: policies)
    #expect(result.records == 2, "the record and the one in an envelope")
    #expect(result.unreadable.map(\.line) == [3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 15, 16])
    #expect(result.unreadableCount == 12 && !result.isComplete)
    for unreadable in result.unreadable {
      #expect(unreadable.fault.position?.line == unreadable.line)
      #expect(["REC000", "REC006"].contains(unreadable.fault.id), "\(unreadable.fault.line)")
    }
    #expect(result.unreadable[4].fault.message.contains("holds no `facts`"))
    #expect(result.json["complete"]?.boolean == false)
  }

  @Test func aRecordWhoseFindingsAreAtFaultIsNotCounted() throws {
    let new = try RecordBook.policies(replacing: [
      ("rights/police.policy", "  then refuse by policy", "  then hold")
    ])
    let good = try CaseLoading.determination("cases", "C02").json.text()
    let bad = good.replacing(#""effect":"refusePolicy""#, with: #""effect":"refuse""#)
    #expect(bad != good)
    let result = try run([bad, good], new: new)
    #expect(result.records == 1 && result.unreadable.map(\.line) == [1])
    #expect(counts(result.total) == [0, 0, 1])
  }

  /// Writes the file on which speed is measured: set SCRUPLE_RECORDS to its path, and
  /// SCRUPLE_RECORD_COUNT to how many records it shall hold.
  @Test(.enabled(if: Process.variable("SCRUPLE_RECORDS") != nil))
  func writesRecordsToMeasureWith() throws {
    let path = try #require(Process.variable("SCRUPLE_RECORDS"))
    let count = Process.variable("SCRUPLE_RECORD_COUNT").flatMap { Int($0) } ?? 100_000
    let lines = try RecordBook.cases.get() + RecordBook.variants(300, seed: 24)
    try RecordBook.write(count, from: lines, to: path)
    #expect(FileReader.isFile(path))
  }
}
