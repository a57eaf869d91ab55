import Dossier
import Facts
import Formats
import Law
import Policy
import Testing
import Trade

@testable import Screening

@Suite("A questionnaire asks what decides, and an answer settles only what it may")
struct QuestionnaireTests {
  private func screener() throws -> Screener { try OrderBook.screener.get() }

  private func questions(_ order: Order) throws -> Questionnaire {
    let registry = try #require(Bundle.registry)
    return Questionnaire(
      try screener().screen(order), try #require(Bundle.policies)
    ) { registry.bases[$0] }
  }

  private func order(_ reference: String) throws -> Order {
    try #require(OrderBook.all.first { $0.reference == reference })
  }

  private func read(_ text: String, _ order: Order) throws -> AnswerFile {
    AnswerFile(
      Array(text.utf8), file: "answers", questions: try questions(order),
      knowledge: try #require(Bundle.knowledge), asOf: OrderBook.asOf)
  }

  private func answered(_ order: Order, _ text: String) throws -> Determination {
    let file = try read(text, order)
    #expect(!file.isRefused, "\(file.diagnostics.map(\.line))")
    return try screener().screen(order.answered(file.answers))
  }

  @Test func everyQuestionIsOfTheDeterminationWithKindReasonAndLanguages() throws {
    for order in OrderBook.all {
      let form = try questions(order)
      #expect(form.items.map(\.id) == (try screener().screen(order)).questions.map(\.id))
      for item in form.items {
        #expect(Set([item.text.english, item.text.chinese, item.text.german]).count == 3)
        #expect(!item.why.english.isEmpty)
        #expect(!item.bases.isEmpty, "\(item.id)")
      }
    }
    let form = try questions(order("distributor-without-end-user"))
    #expect(form.items.first { $0.id == "order.end-user-declared" }?.expects == .party)
    #expect(form.items.first { $0.id == "order.end-use-stated" }?.expects == .text)
    #expect(form.isInternal)
  }

  @Test(arguments: [
    "We expect our customers to follow the law.", "civil use", "Civil use only.", "n/a", "-", "",
    "  ", "民用", "我们遵守当地法律。", "zivile Nutzung", "keine Angabe",
    "What will the goods be used for, and on which samples?",
  ])
  func anAnswerThatSaysNothingLeavesItsQuestionOpen(words: String) throws {
    let order = try order("distributor-without-end-user")
    let quoted = JSON.string(words).text()
    let text =
      #"[{"id":"order.end-use-stated","answer":\#(quoted),"by":"c:wei","at":"2026-11-20"}]"#
    let file = try read(text, order)
    #expect(file.diagnostics.map(\.id) == ["ANS008"], "\(words)")
    let result = try answered(order, text)
    #expect(result.answers.map(\.standing) == ["open"], "\(words)")
    #expect(result.questions.contains { $0.id == "order.end-use-stated" }, "\(words)")
    #expect(result.findings.contains { $0.rule == "answer-says-nothing" })
  }

  @Test(arguments: [
    "Sequencing of liver tumours of inpatients in the department of pathology",
    "用于肝癌患者肿瘤组织的基因测序", "Sequenzierung von Lebertumoren stationärer Patienten",
  ])
  func anAnswerThatStatesAFactIsNoEvasion(words: String) throws {
    let evasions = try #require(Bundle.knowledge).evasions
    #expect(evasions.reason(words, to: []) == nil)
  }

  @Test(arguments: [
    ("id,answer,by,at\norder.nothing,yes,c:wei,2026-11-20\n", "ANS003"),
    ("id,answer,by,at\norder.end-use-stated,tumours of patients,,2026-11-20\n", "ANS004"),
    ("id,answer,by,at\norder.end-use-stated,tumours of patients,c:wei,\n", "ANS005"),
    ("id,answer,by,at\norder.end-use-stated,tumours of patients,c:wei,2026-11-31\n", "ANS005"),
    ("id,answer,by,at\norder.end-use-stated,tumours of patients,c:wei,2026-11-23\n", "ANS005"),
    (
      "id,answer,by,at,documents\norder.end-use-stated,tumours,c:wei,2026-11-20,a.pdf=12\n",
      "ANS007"
    ),
    (
      "id,answer,by,at\norder.end-use-stated,tumours,c:wei,2026-11-20\n"
        + "order.end-use-stated,leaves,c:wei,2026-11-20\n", "ANS006"
    ),
    ("", "ANS001"), ("a;b\n1;2\n", "ANS001"), ("[{\"id\": 4", "ANS002"),
    (#"{"order":"SO-other","answers":[]}"#, "ANS011"),
  ])
  func aFileWithAFaultIsRefusedAndSaysWhere(text: String, fault: String) throws {
    let file = try read(text, order("distributor-without-end-user"))
    #expect(file.isRefused)
    #expect(file.diagnostics.contains { $0.id == fault }, "\(file.diagnostics.map(\.line))")
    #expect(file.diagnostics.allSatisfy { $0.position != nil && $0.file == "answers" })
  }

  @Test func theDayItselfIsNoDayToCome() throws {
    let text = "id,answer,by,at\norder.end-use-stated,tumours of patients,c:wei,2026-11-22\n"
    #expect(!(try read(text, order("distributor-without-end-user"))).isRefused)
  }

  @Test func anEndUserWhomAnAnswerNamesIsScreenedAndWaitsForVerification() throws {
    let stock = try order("distributor-without-end-user")
    func named(_ name: String, _ more: String = "") -> String {
      #"[{"id":"order.end-user-declared","answer":{"name":"\#(name)","country":"CN"},"by":"c:wei","#
        + #""at":"2026-11-20"\#(more)},{"id":"order.end-use-stated","answer":"#
        + #""Gene panels of liver tumours of inpatients","by":"c:wei","at":"2026-11-20"\#(more)}]"#
    }
    let hospital = try answered(stock, named("清湾市中心医院"))
    #expect(hospital.decision == .hold)
    #expect(hospital.findings.contains { $0.rule == "declared-in-an-answer-only" })
    #expect(hospital.questions.contains { $0.id == "order.verified-end-use-answer" })
    // A body that may not have them is refused, not cleared, by naming it.
    #expect(try answered(stock, named("疏附县公安局")).outcome == .refusePolicy)
    let digest = String(repeating: "a", count: 64)
    let proof =
      #","verifiedBy":"u:lim","verifiedAt":"2026-11-21","documents":[{"name":"s.pdf","sha256":"\#(digest)"}]"#
    let verified = try answered(stock, named("清湾市中心医院", proof))
    #expect(!verified.findings.contains { $0.rule == "declared-in-an-answer-only" })
    #expect(verified.answers.allSatisfy { $0.documents?.contains(digest) == true })
  }

  @Test func nobodyVerifiesAnAnswerOfTheirOwnOrWithoutADocument() throws {
    let stock = try order("distributor-without-end-user")
    for more in [
      #""verifiedBy":"c:wei","verifiedAt":"2026-11-21","evidence":"EUS-5521""#,
      #""verifiedBy":"u:lim","verifiedAt":"2026-11-21""#,
      #""verifiedBy":"u:lim","verifiedAt":"2026-11-21","evidence":"n/a""#,
    ] {
      let text =
        #"[{"id":"order.end-use-stated","answer":"Gene panels of liver tumours of inpatients","#
        + #""by":"c:wei","at":"2026-11-20",\#(more)}]"#
      let file = try read(text, stock)
      #expect(file.diagnostics.map(\.id) == ["ANS009"], "\(more)")
      #expect(file.answers.allSatisfy { $0.verifiedBy == nil })
    }
  }

  @Test func anAnswerThatEvidenceContradictsIsAFinding() throws {
    var police = try order("county-police")
    police.endUse?.questionnaire = [
      Answer(
        question: "party.function@p1", answer: "hospital", answeredBy: "c:wei",
        answeredOn: OrderBook.asOf)
    ]
    let result = try screener().screen(police)
    #expect(result.answers.map(\.standing) == ["contradicted"])
    #expect(result.findings.contains { $0.rule == "answer-contradicts-evidence" })
    #expect(result.outcome == .refusePolicy)
    police.endUse?.questionnaire[0].answer = "police"
    #expect(
      !(try screener().screen(police)).findings.contains {
        $0.rule == "answer-contradicts-evidence"
      })
  }

  @Test(arguments: ["Peaceful purposes and civil use only", "仅用于民用和和平目的,合法使用"])
  func generalWordsAreNoEndUse(words: String) throws {
    var hospital = try order("university-japan")
    hospital.endUse?.declared = words
    #expect(try screener().screen(hospital).findings.contains { $0.rule == "end-use-not-stated" })
  }

  /// Whatever is answered, and whoever verified it, what law prohibits stays prohibited.
  @Test func noAnswerLiftsALegalBar() throws {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    for order in OrderBook.adverse {
      let before = try screener().screen(order)
      let bars: Set<Outcome> = [.refuseProhibited, .licenceRequired]
      guard let outcome = before.outcome, bars.contains(outcome) else { continue }
      var answered = order
      answered.endUse?.questionnaire = vocabulary.domains.prefix(3).flatMap { domain in
        domain.terms.filter { $0.question != nil }.flatMap { term in
          ["yes", "no", "hospital", "0"].map { value in
            Answer(
              question: domain.name + "." + term.name
                + (domain.name == "order" ? "" : domain.name == "party" ? "@p1" : "@10"),
              answer: value, answeredBy: "c:wei", verifiedBy: "u:lim", verifiedOn: OrderBook.asOf,
              evidence: "file 88")
          }
        }
      }
      let result = try screener().screen(answered)
      let after = try #require(result.outcome)
      #expect(after >= outcome, "\(order.reference): \(outcome) became \(after)")
    }
  }
}

@Suite("Red flags that people observe hold until somebody verified the answer")
struct ObservedRedFlagTests {
  private func screen(_ answers: [Answer], condition: String? = nil) throws -> Determination {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.endUse?.questionnaire = answers
    if let condition { order.conditions = [condition] }
    return try OrderBook.screener.get().screen(order)
  }

  private static let pairs: [(String, String, String)] = [
    ("end-use-withheld", "verified-end-use-answer", "customer-withholds-the-end-use"),
    ("outside-line-of-business", "verified-line-of-business", "goods-outside-the-line-of-business"),
    ("beyond-technical-level", "verified-infrastructure", "goods-beyond-the-technical-level"),
    ("little-business-background", "verified-business-background", "little-business-background"),
    ("cash-offered", "verified-payment-terms", "cash-for-expensive-goods"),
    ("unfamiliar-with-product", "verified-operator", "unfamiliar-with-the-goods"),
    ("services-declined", "verified-installation", "routine-services-declined"),
    ("delivery-vague", "verified-delivery", "vague-delivery"),
    ("route-abnormal", "verified-route", "abnormal-route"),
    ("packaging-inconsistent", "verified-packaging", "packaging-does-not-fit"),
    ("evasive-on-reexport", "verified-final-country", "evasive-about-reexport"),
    ("capability-exceeds-use", "verified-capability-need", "capability-exceeds-the-use"),
    ("safeguards-refused", "verified-safeguards", "safeguards-refused"),
    ("expansion-requested", "verified-expansion", "use-is-expanded-after-the-sale"),
  ]

  @Test(arguments: pairs)
  func oneIsHeldUntilItsQuestionIsAnsweredAndVerified(
    flag: String, resolution: String, rule: String
  ) throws {
    #expect(try screen([]).decision == .allow)
    let recorded = Answer(question: "order.\(flag)", answer: "yes", answeredBy: "u:sales")
    let open = try screen([recorded])
    #expect(open.findings.map(\.rule) == [rule])
    #expect(open.decision == .hold)
    #expect(open.questions.map(\.id) == ["order.\(resolution)"])
    var answer = Answer(
      question: "order.\(resolution)", answer: "yes", answeredBy: "c:wei",
      evidence: "statement of 20 November")
    #expect(try screen([recorded, answer]).decision == .hold)
    answer.verifiedBy = "u:lim"
    answer.verifiedOn = OrderBook.asOf
    #expect(try screen([recorded, answer]).decision == .allow)
    answer.verifiedBy = "c:wei"
    #expect(try screen([recorded, answer]).decision == .hold)
  }

  private func fired(_ answers: [Answer]) throws -> Set<String> {
    Set(try screen(answers).findings.map(\.rule))
  }

  private func submitted(
    _ id: String, _ answer: String, verified: Bool = false
  ) -> SubmittedAnswer {
    SubmittedAnswer(
      id: id, answer: answer, by: "c:wei", at: OrderBook.asOf, verifiedBy: verified ? "u:lim" : nil,
      verifiedAt: verified ? OrderBook.asOf : nil, documents: [],
      evidence: verified ? "visit of 20 November" : nil)
  }

  /// What the order states is not overwritten by an answer, in whatever order and form they stand.
  @Test func aRecordedFlagIsNotAnsweredAway() throws {
    let rule = "customer-withholds-the-end-use"
    let yes = Answer(question: "end-use-withheld", answer: "yes", answeredBy: "u:sales")
    let no = Answer(question: "order.end-use-withheld", answer: "no", answeredBy: "c:wei")
    for answers in [[yes, no], [no, yes]] {
      #expect(try fired(answers) == [rule, "answer-contradicts-evidence"])
    }
    var verified = no
    verified.verifiedBy = "u:lim"
    verified.verifiedOn = OrderBook.asOf
    #expect(try fired([yes, verified]).isEmpty)
    #expect(try fired([verified, yes]).contains(rule), "it was recorded afterwards")
    verified.verifiedOn = OrderBook.asOf.adding(days: -30)
    var later = yes
    later.answeredOn = OrderBook.asOf.adding(days: -1)
    #expect(try fired([later, verified]).contains(rule), "it was recorded on a later day")

    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.endUse?.questionnaire = [later]
    for (day, isHeld) in [("2026-11-20", true), ("2026-11-21", false)] {
      let fact =
        #"{"fact":"end-use-withheld","value":"no","order":"university-japan","verifiedBy":"u:lim","#
        + #""verifiedOn":"\#(day)","evidence":"visit"}"#
      let register = try OrderBook.makeScreener(files: ["register/facts.ndjson": fact + "\n"])
      #expect(register.screen(order).findings.contains { $0.rule == rule } == isHeld, "\(day)")
    }
    order.endUse?.questionnaire = [yes]
    for (isVerified, isHeld) in [(false, true), (true, false)] {
      let answered = order.answered([
        submitted("order.end-use-withheld", "no", verified: isVerified)
      ])
      #expect(answered.endUse?.questionnaire.map(\.answer) == ["yes", "no"])
      let result = try OrderBook.screener.get().screen(answered)
      #expect((result.decision == .hold) == isHeld)
      #expect(result.answers.count == 2)
    }
  }

  /// A better answer to the same question closes it; what was said before is kept and decides
  /// nothing.
  @Test func aLaterAnswerStandsInThePlaceOfOneThatSaysNothing() throws {
    let order = try #require(OrderBook.all.first { $0.reference == "distributor-without-end-user" })
    var evasive = submitted("order.end-use-stated", "n/a")
    evasive.isEvasive = true
    let stated = submitted("order.end-use-stated", "Gene panels of liver tumours of inpatients")
    let verified = submitted(
      "order.end-use-stated", "Gene panels of liver tumours of inpatients", verified: true)
    func result(_ answers: [SubmittedAnswer]) throws -> Determination {
      try OrderBook.screener.get().screen(
        answers.reduce(order) { $0.answered([$1]) })
    }
    let first = try result([evasive])
    #expect(first.answers.map(\.standing) == ["open"])
    #expect(first.findings.contains { $0.rule == "answer-says-nothing" })
    let second = try result([evasive, stated])
    #expect(second.answers.map(\.standing) == ["kept", "declared"])
    #expect(!second.findings.contains { $0.rule == "answer-says-nothing" })
    #expect(second.findings.contains { $0.rule == "declared-in-an-answer-only" })
    let third = try result([evasive, stated, verified])
    #expect(third.answers.map(\.standing) == ["kept", "kept", "declared"])
    #expect(!third.findings.contains { $0.rule == "declared-in-an-answer-only" })
    // The other way about it stays open.
    #expect(try result([stated, evasive]).findings.contains { $0.rule == "answer-says-nothing" })
  }

  /// A customer's later word takes the verification from what it contradicts.
  @Test func aNumberThatIsContradictedIsNotVerified() throws {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    order.countryOfExport = "DE"
    order.lines[0].countryOfOrigin = "DE"
    func share(_ answers: [SubmittedAnswer]) throws -> Determination {
      var answered = order
      answered.endUse?.questionnaire = []
      return try OrderBook.screener.get().screen(answered.answered(answers))
    }
    let id = "line.us-content@10"
    let verified = submitted(id, "12", verified: true)
    func answer(_ answers: [SubmittedAnswer]) throws -> String? {
      try share(answers).worksheets[0]["scope.de-minimis"]?.answer.answer
    }
    #expect(try answer([verified]) == "no")
    #expect(try answer([verified, submitted(id, "13")]) != "no")
    #expect(try answer([submitted(id, "40"), verified]) == "no")
    #expect(try answer([verified, submitted(id, "12")]) == "no")
  }

  @Test(arguments: [
    ("Cash payment on delivery", "cash-for-expensive-goods"),
    ("无需安装", "routine-services-declined"),
    ("Prüfrecht wird nicht akzeptiert", "safeguards-refused"),
    ("交货地点待定", "vague-delivery"),
  ])
  func conditionsOfSaleGiveThemAway(condition: String, rule: String) throws {
    #expect(try screen([], condition: condition).findings.map(\.rule) == [rule])
  }
}
