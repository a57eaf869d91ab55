import Evidence
import Formats
import Testing

@Suite("A number and a claim are of the place that the report gives them")
struct ReportSubjectTests {
  private func within(_ code: String, _ proposal: ClaimProposal) -> Bool {
    switch proposal.subject {
    case .bodies(_, let place), .place(let place): place.hasPrefix(code)
    case .entity, .programme: false
    }
  }

  @Test(arguments: [
    "Bavarian police analysed 1,200 samples in 2021.",
    "Police in Musterland analysed 1,200 samples in 2021.",
    "The Landeskriminalamt Musterland analysed 1,200 crime scene samples.",
    "Bavarian police took blood from all residents.",
  ])
  func whatIsOfAnotherPlaceIsNotOfTheReportsOwn(_ text: String) throws {
    let report = try Reading.report(text + "\n\nA hospital in Kashgar bought a DNA sequencer.")
    let wrong = report.proposals.filter { within("CN-65", $0) && $0.locator == "L1" }
    #expect(wrong.isEmpty, "\(wrong.map(\.summary))")
    #expect(report.warnings.contains { $0.id == "EVD175" && $0.position?.line == 1 })
  }

  /// A prefecture that bears the name of a people says nothing of what its police buy.
  @Test(arguments: [
    "The Ili Kazakh Autonomous Prefecture Public Security Bureau bought 300 DNA kits for 5 million yuan.",
    "海西蒙古族藏族自治州公安局采购了3000个DNA试剂盒和5台测序仪。",
  ])
  func goodsHaveNoPeople(_ text: String) throws {
    let report = try Reading.report(text)
    let words = report.proposals.map(\.summary) + report.proposals.map { "\($0)" }
    #expect(!words.isEmpty)
    #expect(!words.contains { $0.contains("(uyghur)") }, "\(words)")
  }

  @Test(arguments: [
    "巴伐利亚警方2021年检测了1200份样本。", "加州警察局采集了全体居民的血样。", "柏林警方对全体居民采集DNA。",
    "慕尼黑市警察局2021年检测了1200份样本。", "俄勒冈州警方采集全体居民的DNA样本。",
  ])
  func aForeignPlaceInHanCharactersIsNotTheReportsOwn(_ text: String) throws {
    let report = try Reading.report(text + "\n\n喀什地区一家医院购买了DNA测序仪。")
    let wrong = report.proposals.filter { within("CN-65", $0) && $0.locator == "L1" }
    #expect(wrong.isEmpty, "\(wrong.map(\.summary))")
    #expect(report.warnings.contains { $0.id == "EVD175" && $0.position?.line == 1 })
  }

  @Test(arguments: [
    "当地警方对全体居民采集DNA。", "县公安局采集了全体居民的血样。", "该州警方对全体居民采集DNA。",
    "维吾尔警察对全体居民采集DNA。", "自治州公安局采集了全体居民的血样。", "各级公安机关对全体居民采集DNA。",
  ])
  func aBodyWithoutAPlaceOfItsOwnIsOfTheReportsPlace(_ text: String) throws {
    let report = try Reading.report("喀什地区一家医院购买了DNA测序仪。\n\n" + text)
    #expect(
      report.proposals.contains {
        $0.kind == "compulsory-dna-collection" && within("CN-65", $0) && $0.locator == "L3"
      }, "\(report.proposals.map(\.summary))")
  }

  @Test(arguments: [
    (
      "Police in Kashgar, unlike police in Gansu, collected blood from residents aged 12 to 65.",
      "CN-6531"
    ),
    (
      "Unlike in Xinjiang, where police collected blood from all residents aged 12 to 65, samples in Sweden need a decision of a prosecutor.",
      "CN-65"
    ),
    (
      "Police in Kashgar collected blood from all residents aged 12 to 65 in 2018, the Gansu Archive has found.",
      "CN-6531"
    ),
    ("与甘肃省公安厅不同，喀什地区公安局采集12至65岁居民的血样。", "CN-6531"),
  ])
  func theClauseOfAnAgeTellsItsPlace(_ text: String, _ code: String) throws {
    let report = try Reading.report(text)
    let ages = report.proposals.filter { $0.kind == "age-band" }
    #expect(
      !ages.isEmpty
        && ages.allSatisfy { $0.subject == .bodies(functions: ["policing"], within: code) },
      "\(ages.map(\.summary))")
  }

  @Test(arguments: [
    ("Urumqi-based Tianheng sold 30 sequencers to police in Hotan.", "CN-6532"),
    (
      "The Kashgar police, who were trained in Beijing, bought 12 sequencers from a Shenzhen firm.",
      "CN-6531"
    ),
  ])
  func theSeatOfAFirmIsNotWhereThePoliceAre(_ text: String, _ code: String) throws {
    let report = try Reading.report(text)
    let supplies = report.proposals.filter { $0.kind == "vendor-supply" }
    #expect(
      !supplies.isEmpty && supplies.allSatisfy { within(code, $0) }, "\(supplies.map(\.summary))")
  }

  @Test(arguments: [
    "西藏路派出所采集全体居民血样。",
    "The Tibet Hotel in Chengdu tests its residents: police take blood from everyone.",
  ])
  func aStreetOrAHouseIsNotThePlaceAfterWhichItIsNamed(_ text: String) throws {
    let report = try Reading.report(text)
    #expect(
      !report.proposals.contains { within("CN-54", $0) }, "\(report.proposals.map(\.summary))")
  }

  @Test func whatNamesNothingElseIsOfTheReportsPlace() throws {
    let report = try Reading.report(
      "Police in Kashgar collect DNA.\n\nIn all 1,200 samples were taken from residents.")
    #expect(report.proposals.contains { $0.kind == "quantity" && within("CN-65", $0) })
  }

  @Test func portionsOfAReagentAreNoPeople() throws {
    let report = try Reading.report("墨竹工卡县公安局2020年购买了DNA试剂20万人份，共8000人接受采血。")
    let quantity = try #require(report.proposals.first { $0.kind == "quantity" })
    #expect(quantity.values["number"] == "200000 tests; 8000 people")
  }

  @Test(arguments: [
    ("喀什地区公安局以一百四十四万元购买DNA测序仪。", "1.44 million money (yuan)"),
    ("喀什地区公安局以三百二十五万元购买DNA测序仪。", "3.25 million money (yuan)"),
    ("喀什地区公安局以贰佰叁拾伍万元购买DNA测序仪。", "2.35 million money (yuan)"),
    ("喀什地区公安局以1亿2千万元购买DNA测序仪。", "120 million money (yuan)"),
    ("喀什地区公安局采集一千零五十名居民的DNA。", "1050 people"),
    ("喀什地区公安局采集十二万人的DNA。", "120000 people"),
  ])
  func numeralsOfHundredsAreReadWhole(_ text: String, _ number: String) throws {
    let report = try Reading.report(text)
    let quantity = try #require(report.proposals.first { $0.kind == "quantity" })
    #expect(quantity.values["number"] == number)
  }

  @Test(arguments: [
    "Police of the Corps' 4th Division police in Kashgar collected DNA from all residents.",
    "(Adds comment in paragraph 4, corrects number of kits in Kashgar in paragraph 2 on kits.)",
  ])
  func aNumberThatNamesSomethingCountsNothing(_ text: String) throws {
    let report = try Reading.report(text)
    #expect(!report.findings.contains { $0.kind == .quantity }, "\(report.findings)")
  }

  @Test(arguments: [
    ("Golmud", "CN-632801"), ("Korla", "CN-652801"), ("Yecheng", "CN-653126"),
    ("Xilinhot", "CN-152502"),
  ])
  func aCountyThatThereIsOnceNeedsNoProvince(_ name: String, _ code: String) throws {
    let report = try Reading.report(
      "Police in \(name) collected DNA from all residents aged 12 to 65 in March 2026.")
    let claim = try #require(report.proposals.first { $0.kind == "compulsory-dna-collection" })
    #expect(claim.subject == .bodies(functions: ["policing"], within: code))
  }

  @Test func theNameOfAPersonIsNoCounty() throws {
    let report = try Reading.report(
      "Wang Golmud said that DNA was collected from all residents. Golmud Zhang agreed.")
    #expect(!report.proposals.contains { within("CN-63", $0) })
  }

  /// It is proposed of the place as it is written, so that no rule on a place takes it for one that
  /// it knows.
  @Test(arguments: [
    (
      "Police in Zzyxhot collected DNA from all residents aged 12 to 65.",
      "policing in Zzyxhot (in no table of places)"
    ),
    ("巴伐利亚警方对全体居民采集DNA。", "policing in 巴伐利亚 (in no table of places)"),
    ("Police collected DNA from all residents.", "policing (place not stated)"),
  ])
  func aSentenceWithoutAKnownPlaceIsTold(_ text: String, _ name: String) throws {
    let report = try Reading.report(text)
    let claim = try #require(report.proposals.first { $0.kind == "compulsory-dna-collection" })
    #expect(claim.subject == .entity(name: name, chinese: nil))
    #expect(claim.reasons.count == 2)
    let told = try #require(report.warnings.first { $0.id == "EVD175" })
    #expect(told.message.contains("compulsory-dna-collection"))
  }

  /// Of what is no data of people nothing is proposed without a place.
  @Test func otherThingsNeedAPlace() throws {
    let report = try Reading.report("The library links loans to identity cards of readers.")
    #expect(report.proposals.isEmpty)
  }

  @Test(arguments: [
    (
      "Police in Hotan took 5,000 DNA samples; police in Aksu took 7,000 DNA samples.",
      ["CN-6532": "5000 samples", "CN-6529": "7000 samples"]
    ),
    (
      "Police in Hotan took 5,000 DNA samples and 300 fingerprints.",
      ["CN-6532": "5000 samples; 300 entries"]
    ),
  ])
  func everyNumberIsOfItsOwnPlace(_ text: String, _ expected: [String: String]) throws {
    let report = try Reading.report(text)
    var found: [String: String] = [:]
    for proposal in report.proposals where proposal.kind == "quantity" {
      if case .place(let code) = proposal.subject { found[code] = proposal.values["number"] }
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    "American biotech companies sold DNA kits, and residents are held in internment camps.",
    "A U.S.-based company sold DNA kits, and residents are held in internment camps.",
  ])
  func theCountryOfAFirmIsNotWherePeopleAreHeld(_ text: String) throws {
    let report = try Reading.report("Police in Hotan took DNA from all residents.\n\n" + text)
    let held = report.proposals.filter { $0.kind == "political-detention" }
    #expect(!held.isEmpty && held.allSatisfy { within("CN-65", $0) }, "\(held.map(\.summary))")
  }

  /// 市民和 holds no 民和, and 多伦多 no 多伦.
  @Test(arguments: ["寻亲的市民和家长可到派出所采集DNA。", "多伦多一所大学查阅了警方采集居民DNA的文件。"])
  func whatOnlyHoldsTheCharactersOfACountyIsNone(_ text: String) throws {
    let report = try Reading.report(text)
    #expect(!report.findings.contains { $0.kind == .place }, "\(report.findings)")
  }
}
