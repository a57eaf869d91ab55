import Dossier
import Facts
import Formats
import Policy
import Screening
import Testing
import Trade

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
    return try screener().screen(
      order.answered(file.answers, try #require(Bundle.knowledge)))
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
