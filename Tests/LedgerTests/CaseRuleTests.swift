import Formats
import Policy
import Screening
import SeededNumbers
import Testing

@testable import Ledger

/// Who may do what on a case, and what is never enough to release an order.
struct CaseRuleTests {
  private static let release = CaseAct.decide(.release, reason: "explained", conditions: [])
  private static let approval = CaseAct.approve(reason: "agreed")
  private static let override = CaseAct.override(
    reason: "exception", until: CaseSamples.today.adding(days: 10), conditions: [])

  /// Does the acts in turn and returns the words of each refusal, or nothing.
  private func outcome(
    _ file: inout CaseFile, _ acts: (CaseAct, String)...
  ) -> [String] {
    acts.enumerated().map { number, step in
      file.take(step.0, by: step.1, on: CaseSamples.today, at: 100 + number)
      return file.entries.last?.refusal ?? ""
    }
  }

  @Test func twoPersonsReleaseWhatWasHeld() {
    for held in [Outcome.hold, .escalate] {
      var file = CaseSamples.file(held)
      #expect(file.status == .open)
      #expect(outcome(&file, (Self.release, "analyst")) == [""])
      #expect(file.status == .proposed)
      #expect(file.release(on: CaseSamples.today) == nil, "one person is not enough")
      #expect(outcome(&file, (Self.approval, "approver")) == [""])
      #expect(file.status == .decided)
      #expect(file.release(on: CaseSamples.today)?.approver == "approver")
    }
  }

  @Test(arguments: [
    ("seller", "is sales"), ("engineer", "is service"), ("auditor", "is auditor"),
    ("nobody", "has no role"), ("", "nobody is named"), ("policy:x", "nobody is named"),
    ("u:evil\nx", "signs that cannot be seen"), (" officer", "blanks around it"),
    ("analyst", "is analyst"), ("counsel", "approver or an officer"),
  ])
  func othersDoNotApprove(_ person: String, _ words: String) {
    var file = CaseSamples.file(.hold)
    let refusals = outcome(&file, (Self.release, "officer"), (Self.approval, person))
    #expect(refusals[0] == "")
    #expect(refusals[1].contains(words), "\(refusals)")
    #expect(file.release(on: CaseSamples.today) == nil)
  }

  @Test func theMakerIsNotTheChecker() {
    var file = CaseSamples.file(.hold)
    var refusals = outcome(&file, (Self.release, "approver"), (Self.approval, "approver"))
    #expect(refusals[1].contains("proposed it"), "\(refusals)")
    file = CaseSamples.file(.hold, asker: "approver")
    refusals = outcome(&file, (Self.release, "analyst"), (Self.approval, "approver"))
    #expect(refusals[1].contains("screened the order"), "\(refusals)")
    file = CaseSamples.file(.hold)
    refusals = outcome(
      &file, (.answer(question: "Q-1", "a lung clinic", digests: []), "approver"),
      (Self.release, "analyst"), (Self.approval, "approver"))
    #expect(refusals[2].contains("gave its evidence"), "\(refusals)")
  }

  @Test func salesAndServiceGiveAnswersAndDecideNothing() {
    for person in ["seller", "engineer"] {
      var file = CaseSamples.file(.hold)
      let refusals = outcome(
        &file, (.answer(question: "Q-1", "the clinic", digests: []), person),
        (.evidence("a letter", digests: ["sha256:00"]), person), (.note("called"), person),
        (Self.release, person), (.assign(to: "analyst"), person), (Self.override, person),
        (.dissent(reason: "no"), person), (.reopen(reason: "no"), person))
      #expect(refusals[..<3].allSatisfy { $0 == "" }, "\(refusals)")
      #expect(refusals[3...].allSatisfy { $0.contains("is s") }, "\(refusals)")
    }
    var file = CaseSamples.file(.hold)
    #expect(outcome(&file, (.assign(to: "seller"), "officer"))[0].contains("works on no cases"))
  }

  @Test(arguments: [
    (Outcome.licenceRequired as Outcome?, "licence"), (.refuseProhibited, "prohibited"),
    (.refusePolicy, "override"), (nil, "could not be screened"), (.release, "nothing to decide"),
  ])
  func whatCannotBeReleasedByADecision(_ determination: Outcome?, _ words: String) {
    var file = CaseSamples.file(determination)
    let refusal = outcome(&file, (Self.release, "officer"))[0]
    #expect(refusal.contains(words), "\(refusal)")
  }

  @Test func anOverrideNeedsTheOfficerAndCounselAndEnds() {
    var file = CaseSamples.file(.refusePolicy)
    #expect(outcome(&file, (Self.override, "analyst"))[0].contains("is for officer"))
    #expect(outcome(&file, (Self.override, "officer")) == [""])
    #expect(outcome(&file, (Self.approval, "approver"))[0].contains("by counsel"))
    #expect(outcome(&file, (Self.approval, "second officer"))[0].contains("by counsel"))
    #expect(outcome(&file, (Self.approval, "counsel")) == [""])
    let until = CaseSamples.today.adding(days: 10)
    #expect(file.release(on: until)?.isOverride == true)
    #expect(file.release(on: until.adding(days: 1)) == nil)
    for (outcome, words) in [
      (Outcome.refuseProhibited as Outcome?, "only a refusal"), (.licenceRequired, "only a"),
      (nil, "only a"), (.hold, "nobody has refused"),
    ] {
      var file = CaseSamples.file(outcome)
      #expect(self.outcome(&file, (Self.override, "officer"))[0].contains(words))
    }
    var late = CaseSamples.file(.refusePolicy)
    let far = CaseAct.override(
      reason: "x", until: CaseSamples.today.adding(days: 31), conditions: [])
    #expect(outcome(&late, (far, "officer"))[0].contains("within 30 days"))
  }

  /// A refusal by policy stands above a licence requirement and does not take it away.
  @Test(arguments: [Outcome.licenceRequired, .refuseProhibited])
  func noOverrideReachesTheLaw(_ bar: Outcome) {
    var file = CaseSamples.file(.hold)
    file.take(CaseSamples.ground(.refusePolicy, position: 11, legalBar: bar), on: CaseSamples.today)
    #expect(outcome(&file, (Self.override, "officer"))[0].contains("the law asks"))
    #expect(outcome(&file, (Self.approval, "counsel"))[0].contains("nothing to approve"))
    #expect(file.release(on: CaseSamples.today) == nil)
  }

  @Test func theLegalBarIsReadFromAllFindings() {
    func bar(_ effects: String?...) -> Outcome? {
      CaseGround.legalBar(
        of: .object([
          ("findings", .array(effects.map { .object([("effect", .optional($0))]) }))
        ]))
    }
    #expect(bar() == nil && bar("note", "hold", "refusePolicy", nil) == nil)
    #expect(bar("refusePolicy", "licenceRequired") == .licenceRequired)
    #expect(bar("refuseProhibited", "licenceRequired") == .refuseProhibited)
    #expect(bar("anEffectOfLaterVersions") == .refuseProhibited)
  }

  @Test func aDissentAfterTheReleaseSuspendsItUntilAnOfficerApproves() {
    var file = CaseSamples.file(.hold)
    let dissent = CaseAct.dissent(reason: "the address is a barracks")
    #expect(outcome(&file, (Self.release, "analyst"), (Self.approval, "approver")) == ["", ""])
    #expect(file.release(on: CaseSamples.today) != nil)
    #expect(outcome(&file, (dissent, "counsel")) == [""])
    #expect(file.release(on: CaseSamples.today) == nil)
    #expect(file.decision(on: CaseSamples.today) == .hold)
    #expect(outcome(&file, (Self.approval, "all"))[0].contains("only an officer"))
    #expect(outcome(&file, (Self.approval, "officer")) == [""])
    #expect(file.release(on: CaseSamples.today)?.dissenters == ["counsel"])
    // Against an officer's approval it is kept, and changes nothing.
    #expect(outcome(&file, (dissent, "all")) == [""])
    #expect(file.release(on: CaseSamples.today)?.dissenters == ["counsel", "all"])
  }

  @Test func aRefusalIsInForceAtOnceAndIsOverriddenBySeparateAct() {
    var file = CaseSamples.file(.hold)
    let refuse = CaseAct.decide(.refuse, reason: "no end user", conditions: [])
    #expect(outcome(&file, (refuse, "analyst")) == [""])
    #expect(file.decision(on: CaseSamples.today) == .block)
    #expect(outcome(&file, (Self.release, "officer"))[0].contains("reopen"))
    #expect(outcome(&file, (Self.override, "officer"), (Self.approval, "counsel")) == ["", ""])
    #expect(file.decision(on: CaseSamples.today) == .allow)
  }

  @Test func aDissentIsKeptAndAsksForAnOfficer() {
    var file = CaseSamples.file(.hold)
    let dissent = CaseAct.dissent(reason: "the address is a barracks")
    #expect(outcome(&file, (dissent, "counsel"))[0].contains("no decision"))
    #expect(outcome(&file, (Self.release, "analyst"), (dissent, "analyst"))[1].contains("reopen"))
    #expect(outcome(&file, (dissent, "counsel")) == [""])
    // Proposing it again does not silence it.
    #expect(outcome(&file, (Self.release, "analyst")) == [""])
    #expect(outcome(&file, (Self.approval, "approver"))[0].contains("only an officer"))
    #expect(outcome(&file, (Self.approval, "officer")) == [""])
    #expect(file.ruling?.dissenters == ["counsel"])
  }

  @Test(arguments: [
    CaseAct.reopen(reason: "again"), .evidence("a letter", digests: []),
    .decide(.hold, reason: "wait", conditions: []),
  ])
  func noWayRoundADissent(_ act: CaseAct) {
    var file = CaseSamples.file(.hold)
    let dissent = CaseAct.dissent(reason: "the address is a barracks")
    #expect(
      outcome(
        &file, (Self.release, "analyst"), (dissent, "counsel"), (act, "second officer"))
        == ["", "", ""])
    if file.ruling != nil {
      #expect(outcome(&file, (.reopen(reason: "again"), "second officer")) == [""])
    }
    #expect(outcome(&file, (Self.release, "analyst")) == [""])
    #expect(outcome(&file, (Self.approval, "approver"))[0].contains("only an officer"))
    #expect(outcome(&file, (Self.approval, "officer")) == [""])
    // An officer has seen it: the next release is as any other.
    #expect(
      outcome(
        &file, (.reopen(reason: "new lists"), "officer"), (Self.release, "analyst"),
        (Self.approval, "approver")) == ["", "", ""])
  }

  @Test func newEvidenceListsPoliciesOrResultsOpenACaseAgain() {
    func decided() -> CaseFile {
      var file = CaseSamples.file(.hold)
      #expect(outcome(&file, (Self.release, "analyst"), (Self.approval, "approver")) == ["", ""])
      return file
    }
    var file = decided()
    #expect(outcome(&file, (.evidence("a report", digests: []), "engineer")) == [""])
    #expect(file.status == .open)
    #expect(file.reopenings == ["new evidence"])
    file = decided()
    file.take(lists: "others", policies: nil, at: 200)
    #expect(file.status == .open)
    #expect(file.release(on: CaseSamples.today) == nil)
    #expect(outcome(&file, (Self.release, "analyst"))[0].contains("screen it again"))
    // The same result on the new lists: what was decided stands.
    file.take(CaseSamples.ground(.hold, position: 201, lists: "others"), on: CaseSamples.today)
    #expect(file.release(on: CaseSamples.today) != nil)
    file.take(lists: nil, policies: "others", at: 202)
    #expect(file.release(on: CaseSamples.today) == nil)
    file.take(
      CaseSamples.ground(.hold, position: 203, basis: "another"), on: CaseSamples.today)
    #expect(file.ruling == nil)
    #expect(file.reopenings.last == "the order was screened with another result")
    file = decided()
    #expect(outcome(&file, (.reopen(reason: "a call"), "analyst")) == [""])
    #expect(file.release(on: CaseSamples.today) == nil)
  }

  @Test func appointmentsAreByOfficersAndNobodyAppointsHimself() {
    var roster = Roster()
    func refusal(_ person: String, _ roles: Set<CaseRole>, by other: String) -> String? {
      roster.refusal(of: Appointment(person: person, roles: roles), by: other)
    }
    #expect(refusal("a", [.approver], by: "root")?.contains("first") == true)
    #expect(refusal("a", [.officer], by: "root") == nil)
    roster.take(Appointment(person: "a", roles: [.officer]), by: "root")
    #expect(refusal("b", [.officer], by: "root")?.contains("only an officer") == true)
    #expect(refusal("a", [.officer, .counsel], by: "a")?.contains("himself") == true)
    #expect(refusal("b", [.sales, .approver], by: "a")?.contains("no other role") == true)
    #expect(refusal(" ", [.analyst], by: "a")?.contains("nobody") == true)
    #expect(refusal("b", [.sales], by: "a") == nil)
  }

  /// Whatever is done in whatever order, an order is released only by two different persons of
  /// whom neither sells or services, on the screening that stands.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func noSequenceOfActsReleasesWithoutTwoPersons(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let names = CaseSamples.people.map(\.0) + ["nobody", ""]
    var releases = 0
    for _ in 0..<400 {
      let first = Outcome.allCases.randomElement(using: &generator)
      var file = CaseSamples.file(first, asker: names.randomElement(using: &generator) ?? "")
      for step in 0..<14 {
        let person = names.randomElement(using: &generator) ?? ""
        randomStep(&file, person, 100 + step, &generator)
        guard let ruling = file.release(on: CaseSamples.today) else { continue }
        releases += 1
        expectSound(file, ruling, seed)
      }
    }
    #expect(releases > 20, "the sequences come to release something, seed \(seed)")
  }

  private func randomStep(
    _ file: inout CaseFile, _ person: String, _ position: Int,
    _ generator: inout SeededGenerator
  ) {
    let today = CaseSamples.today
    switch Int.random(in: 0..<14, using: &generator) {
    case 0:
      file.take(
        CaseSamples.ground(
          Outcome.allCases.randomElement(using: &generator), position: position,
          basis: ["basis", "other"].randomElement(using: &generator) ?? "", asker: person),
        on: today)
    case 1:
      file.take(
        Appointment(
          person: CaseSamples.people.randomElement(using: &generator)?.0 ?? "",
          roles: Set(
            (0..<Int.random(in: 0...2, using: &generator)).compactMap { _ in
              CaseRole.allCases.randomElement(using: &generator)
            })), by: person)
    case 2: file.take(lists: "others", policies: nil, at: position)
    case 3...6: file.take(Self.release, by: person, on: today, at: position)
    case 7: file.take(Self.override, by: person, on: today, at: position)
    case 8: file.take(.dissent(reason: "no"), by: person, on: today, at: position)
    case 9: file.take(.evidence("x", digests: []), by: person, on: today, at: position)
    case 10:
      file.take(
        .decide(.refuse, reason: "no", conditions: []), by: person, on: today, at: position)
    default: file.take(Self.approval, by: person, on: today, at: position)
    }
  }

  /// Looks at the acts alone, and not at how the case keeps its state.
  private func expectSound(_ file: CaseFile, _ ruling: CaseFile.Ruling, _ seed: UInt64) {
    let done = file.entries.filter { $0.refusal == nil }
    let proposal = done.last { entry in
      switch entry.act {
      case .decide(let effect, _, _): effect.releases
      case .override: true
      default: false
      }
    }
    let approval = done.last { $0.act.kind == "approve" }
    guard let proposal, let approval else {
      Issue.record("released without a proposal or an approval, seed \(seed)")
      return
    }
    #expect(proposal.person == ruling.proposer && approval.person == ruling.approver)
    #expect(proposal.person != approval.person, "seed \(seed)")
    #expect(approval.position > proposal.position, "seed \(seed)")
    for entry in [proposal, approval] {
      #expect(entry.roles.isDisjoint(with: [.sales, .service, .auditor]), "seed \(seed)")
      #expect(!entry.roles.isEmpty, "seed \(seed)")
    }
    let later = done.filter { $0.position > approval.position }.map(\.act.kind)
    #expect(!later.contains("evidence") && !later.contains("reopen"), "seed \(seed)")
    guard let outcome = file.ground?.outcome else {
      Issue.record("an error was released, seed \(seed)")
      return
    }
    #expect([.hold, .escalate, .refusePolicy].contains(outcome), "seed \(seed)")
    if outcome == .refusePolicy {
      #expect(proposal.act.kind == "override", "seed \(seed)")
      #expect(approval.roles.contains(.counsel), "seed \(seed)")
    }
  }
}
