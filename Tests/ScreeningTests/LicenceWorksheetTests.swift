import Facts
import Formats
import Law
import Policy
import Screening
import Testing
import Trade

@Suite("The licence worksheet of an order, its facts and the rules that read them")
struct LicenceWorksheetTests {
  private func japan(
    _ change: (inout Order) -> Void = { _ in }, company: String? = nil
  ) throws -> Determination {
    var order = try #require(OrderBook.benign.first { $0.reference == "university-japan" })
    change(&order)
    let screener =
      try company.map { try OrderBook.makeScreener(company: $0) } ?? OrderBook.screener.get()
    return screener.screen(order)
  }

  private func fires(_ rule: String, _ determination: Determination) -> Bool {
    determination.findings.contains { $0.rule == rule }
  }

  @Test func everyLineHasOne() throws {
    for order in OrderBook.all {
      let determination = try OrderBook.screener.get().screen(order)
      #expect(determination.worksheets.map(\.line) == order.lines.map(\.number))
      #expect(determination.json["worksheets"]?.array?.count == order.lines.count)
      for sheet in determination.worksheets {
        #expect(Set(sheet.steps.map(\.id)).count == sheet.steps.count, "\(order.reference)")
        #expect(sheet.steps.allSatisfy { !$0.citations.isEmpty && !$0.words.isEmpty })
      }
    }
  }

  @Test func anItemThatIsEAR99IsReleasedForItsPartiesNotForItsCode() throws {
    let released = try japan()
    #expect(released.decision == .allow)
    let police = try OrderBook.screener.get().screen(
      try #require(OrderBook.adverse.first { $0.reference == "listed-police" }))
    #expect(police.decision != .allow)
    #expect(police.worksheets[0].answer("reasons.licence") == .isFalse)
    #expect(police.worksheets[0].answer("end-users.entity-list") == .isTrue)
    #expect(police.worksheets[0].answer("end-users.review-policy") == .isFalse)
  }

  @Test(arguments: [
    ("3A504", "classification-not-an-entry"), ("0A984", "classification-not-an-entry"),
    ("EAR100", "classification-not-an-entry"), ("2B352.j", "classification-contradicts-product"),
  ])
  func aCodeThatCannotBeRightHolds(code: String, rule: String) throws {
    let determination = try japan { $0.lines[0].eccn = code }
    #expect(determination.decision == .hold)
    #expect(fires(rule, determination), "\(determination.findings.map(\.rule))")
  }

  @Test(arguments: ["mobile-crime-laboratory", "nucleic-acid-synthesizer"])
  func goodsWithAnEntryOfTheirOwnAreNoEAR99(product: String) throws {
    let determination = try japan {
      $0.lines[0].productClass = product
      $0.lines[0].description = nil
    }
    #expect(determination.decision == .hold)
    #expect(fires("classification-contradicts-product", determination))
  }

  /// The same goods, to one country with an X in the column and to one without.
  @Test(arguments: [("CN", true), ("JP", false)])
  func theChartDecidesByDestination(country: String, needsLicence: Bool) throws {
    let determination = try japan {
      $0.lines[0].productClass = "nucleic-acid-synthesizer"
      $0.lines[0].description = nil
      $0.lines[0].eccn = "2B352.j"
      $0.countryOfUltimateDestination = country
    }
    #expect(fires("chart-licence", determination) == needsLicence)
    if needsLicence {
      #expect(determination.outcome.map { $0 >= .licenceRequired } == true)
      let finding = try #require(determination.findings.first { $0.rule == "chart-licence" })
      #expect(finding.reason.contains("X in column CB 2 for China"))
      #expect(finding.kind == .licenceRequirement)
    }
  }

  /// An EU vendor with an item that is not of the United States: the EAR may not reach it, the
  /// regimes of the Union do.
  @Test func aVendorOfTheUnionWithAnItemOfItsOwn() throws {
    let company = #"{"usPerson":false,"euPerson":true,"ukPerson":false}"#
    func screen(_ code: String?) throws -> Determination {
      try japan(
        {
          $0.countryOfExport = "DE"
          $0.lines[0].countryOfOrigin = "DE"
          $0.lines[0].europeanDualUseCode = code
        }, company: company)
    }
    let open = try screen(nil)
    #expect(open.decision == .hold)
    #expect(open.worksheets[0].answer("scope.subject") == .isUnknown)
    #expect(open.worksheets[0].answer("other.eu-article-3") == .isUnknown)
    #expect(open.worksheets[0].answer("other.eu-article-5") == .isFalse)
    let listed = try screen("2B352")
    #expect(fires("eu-annex-item", listed))
    #expect(!fires("eu-annex-item", try screen("not listed")))
  }

  /// Where nobody verified that the item is outside the EAR, a yes is only a statement.
  @Test(arguments: [("12", true), ("40", true), ("12", false)])
  func contentThatIsDeclaredCounts(share: String, isVerified: Bool) throws {
    let determination = try japan {
      $0.countryOfExport = "DE"
      $0.lines[0].countryOfOrigin = "DE"
      $0.endUse?.questionnaire = [
        ("line.us-content@10", share), ("line.foreign-direct-product@10", "no"),
      ]
      .map {
        Answer(
          question: $0.0, answer: $0.1, verifiedBy: isVerified ? "u:lim" : nil,
          verifiedOn: isVerified ? OrderBook.asOf : nil)
      }
    }
    let sheet = determination.worksheets[0]
    #expect(
      sheet.answer("scope.de-minimis")
        == (share == "40" ? .isTrue : isVerified ? .isFalse : .isUnknown))
    #expect(
      sheet.answer("scope.subject")
        == (share == "40" ? .isTrue : isVerified ? .isFalse : .isUnknown))
  }

  /// Layers count in full, and each regime has its own threshold.
  @Test func ownersOfEachRegimeAreAskedApart() throws {
    let layered = try CaseLoading.determination("cases", "C26")
    #expect(fires("ofac-fifty-percent", layered))
    #expect(layered.worksheets[0].answer("other.ofac-owned") == .isTrue)
    // No person of the Union or the United Kingdom takes part.
    #expect(layered.worksheets[0].answer("other.eu-owned") == .isFalse)
    let suspended = try CaseLoading.determination("cases", "C23")
    #expect(suspended.worksheets[0].answer("end-users.affiliates") == .isFalse)
    let unconfirmed = try CaseLoading.determination("cases", "C24")
    #expect(unconfirmed.worksheets[0].answer("end-users.affiliates") == .isUnknown)
    let confirmed = try CaseLoading.determination("variants", "V48")
    #expect(confirmed.worksheets[0].answer("end-users.affiliates") == .isTrue)
  }

  @Test func aCarveOutForInfectiousDiseaseIsReviewedCaseByCase() throws {
    let determination = try CaseLoading.determination("cases", "C33")
    let sheet = determination.worksheets[0]
    #expect(sheet.answer("end-users.entity-list") == .isTrue)
    #expect(sheet.answer("end-users.review-policy") == .isTrue)
    #expect(sheet["end-users.review-policy"]?.nature == .context)
  }

  /// Law and policy are never mixed: a worksheet cites no policy of the company.
  @Test func noStepCitesTheCompany() throws {
    for order in OrderBook.all {
      for sheet in try OrderBook.screener.get().screen(order).worksheets {
        for step in sheet.steps {
          #expect(!step.citations.contains { $0.text.lowercased().contains("company") })
        }
      }
    }
  }
}
