import Evidence
import Formats
import Testing

@Suite("What reports say besides and between is read as it stands")
struct ReportReadingFaultTests {
  private func codes(_ report: IngestedReport, _ kind: String) -> [String] {
    report.proposals.filter { $0.kind == kind }.map {
      switch $0.subject {
      case .bodies(_, let place), .place(let place): place
      case .entity(let name, _): name
      case .programme(let code): code
      }
    }
  }

  @Test func whatOneCountyDoesIsNotSaidOfTheRegion() throws {
    let report = try Reading.report(
      """
      墨脱县公安局采集居民DNA信息

      墨脱县公安局对全体居民采集血样。

      采集信息与身份证号绑定，长期保存。
      """)
    let linked = codes(report, "identity-linkage")
    #expect(linked == ["CN-540423"])
  }

  /// Where several counties are named, none of them stands for the others.
  @Test func whatNoCountyIsNamedForIsSaidOfTheRegion() throws {
    let report = try Reading.report(
      """
      西藏墨脱县、波密县、察隅县公安局采集居民DNA信息

      墨脱县公安局、波密县公安局、工布江达县公安局和尼木县公安局对全体居民采集血样。

      采集信息与身份证号绑定，长期保存。
      """)
    #expect(codes(report, "identity-linkage").allSatisfy { $0.utf8.count < 9 })
  }

  @Test(arguments: [
    ("between March 2017 and June 2018", "2017-03-01", "2018-06-30"),
    ("from 2016 to 2017", "2016-01-01", "2017-12-31"),
    ("until 2019", "", "2019-12-31"),
    ("since 2019", "2019-01-01", ""),
    ("in 2019", "2019-01-01", ""),
  ])
  func periodsHaveTheirEnds(_ words: String, _ from: String, _ until: String) throws {
    let report = try Reading.report(
      "Police in Kashgar collected DNA from all residents \(words).")
    let claim = try #require(
      report.proposals.first { $0.kind == "compulsory-dna-collection" }, "\(words)")
    #expect((claim.from?.description ?? "") == from)
    #expect((claim.until?.description ?? "") == until)
  }

  @Test(arguments: [
    (
      "Marrowby Sequencing plc of Bristol sold analysers.\n\nMarrowby did not respond to questions.",
      "Marrowby Sequencing"
    ),
    (
      "Asked about the police in Kashgar and its DNA drive, the city government of Hotan did not answer.",
      "city government of Hotan"
    ),
  ])
  func whoDidNotAnswerIsWhoWasAsked(_ text: String, _ name: String) throws {
    let silent = codes(try Reading.report(text), "non-response")
    #expect(silent == [name])
  }

  /// The company that another sentence names is not the body that kept silent.
  @Test(arguments: ["The Bureau did not respond.", "Police did not respond to questions."])
  func aBodyThatKeepsSilentIsNoCompany(_ sentence: String) throws {
    let report = try Reading.report(
      "Marrowby Sequencing plc sold DNA sequencers to police in Kashgar.\n\n" + sentence)
    #expect(!codes(report, "non-response").contains("Marrowby Sequencing"))
  }

  @Test func aCompanyIsKnownByItsFirstWord() throws {
    let report = try Reading.report(
      """
      Marrowby Sequencing plc sold DNA sequencers to police in Kashgar.

      Hospitals waited. In a statement Marrowby said that it had stopped selling DNA sequencers.
      """)
    #expect(codes(report, "vendor-stop-sale") == ["Marrowby Sequencing"])
  }

  @Test func whoStopsIsWhoIsNamedBeforeIt() throws {
    let report = try Reading.report(
      "Heron Trading Co. shipped kits to Hotan after Marrowby Sequencing plc stopped selling DNA kits."
    )
    #expect(codes(report, "vendor-stop-sale") == ["Marrowby Sequencing"])
  }

  @Test(arguments: [
    "*This article was amended: an earlier version said that police in Hotan took DNA from 400 residents.*",
    "更正启事：本文早前版本称和田警方采集了全体居民的DNA。",
  ])
  func whatWasCorrectedIsNotSaid(_ text: String) throws {
    #expect(try Reading.report(text).proposals.isEmpty)
  }

  @Test(arguments: [
    ("莎车警方采集全体居民DNA，莎车县政府对此予以否认。", "collection-by-local-government"),
    ("波密县公安局民警深入乡镇，采集村民血样。", "collection-by-local-government"),
    ("问：新疆警方大规模采集居民DNA。使馆有何评论？", "compulsory-dna-collection"),
  ])
  func whoOnlyDeniesOrIsVisitedCollectsNothing(_ text: String, _ kind: String) throws {
    #expect(codes(try Reading.report(text), kind).isEmpty)
  }

  @Test(arguments: [
    "<aside><h3>Related</h3><p><a>Police in Aksu took DNA from all residents</a></p></aside>",
    "<div class=\"comments\"><p>user1: Police in Aksu took DNA from all residents lol</p></div>",
    "<table><tr><td>−</td><td>Police in Aksu took DNA from all residents.</td><td>+</td><td>Removed.</td></tr></table>",
  ])
  func whatStandsBesideTheTextOfAPageIsNoneOfIt(_ part: String) throws {
    let page = "<html><body><p>A fair was held in Hotan.</p>\(part)</body></html>"
    #expect(try Reading.report(page, name: "a.html").proposals.isEmpty)
  }

  @Test(arguments: [
    "<aside><h3>What is known</h3><p>Police in Aksu took DNA from all residents.</p></aside>",
    "<div class=\"comment-on-law\"><p>Police in Aksu took DNA from all residents.</p></div>",
    "<table><tr><td>2017</td><td>Police in Aksu took DNA from all residents.</td></tr></table>",
  ])
  func boxesThatTellSomethingAreRead(_ part: String) throws {
    let page = "<html><body><p>A fair was held in Hotan.</p>\(part)</body></html>"
    let report = try Reading.report(page, name: "a.html")
    #expect(codes(report, "compulsory-dna-collection") == ["CN-6529"])
  }

  @Test(arguments: [
    ("Police in Hotan took blood from boys between 9 and 15.", "9-15"),
    ("Police in Hotan took blood from children over the age of three.", "3 and over"),
    ("Police in Hotan took blood from residents under the age of 14.", "up to 13"),
    ("和田警方采集年满6周岁的全部男性的血样。", "6 and over"),
    ("和田警方采集65岁以下居民的血样。", "up to 65"),
    ("Police in Hotan took blood from boys aged 5 and above.", "5 and over"),
  ])
  func agesWithOneBoundAreRead(_ text: String, _ age: String) throws {
    let report = try Reading.report(text)
    let band = try #require(report.proposals.first { $0.kind == "age-band" }, "\(text)")
    #expect(band.values["age"] == age)
  }

  @Test(arguments: [
    ("twenty-four analysers", "24 instruments"), ("two dozen analysers", "24 instruments"),
    ("thirty analysers", "30 instruments"), ("a dozen analysers", "12 instruments"),
    ("1,5 million kits", "1.5 million kits"), ("1,500 kits", "1500 kits"),
    ("$8.7 million in equipment", "8.7 million money"),
    ("RMB 7.2 million in kits", "7.2 million money"), ("one million kits", "1 million kits"),
  ])
  func numbersInWordsAreRead(_ words: String, _ expected: String) throws {
    let report = try Reading.report("Police in Hotan bought \(words) for DNA.")
    let quantities = report.findings.filter { $0.kind == .quantity }.map(\.code)
    #expect(quantities == [expected])
  }

  @Test(arguments: [
    "2½ million kits for DNA", "5 km of swabs for DNA",
    "DNA from one in ten residents", "DNA from 3/4 of men",
  ])
  func partsOfNumbersCountNothing(_ words: String) throws {
    let report = try Reading.report("Police in Hotan took \(words).")
    #expect(report.findings.allSatisfy { $0.kind != .quantity }, "\(report.findings)")
  }

  @Test(arguments: [
    ("2020年2月31日", "2020-02"), ("2020年2月29日", "2020-02-29"), ("民國110年3月5日", "2021-03-05"),
    ("16年10月", "2016-10"), ("2016年10月", "2016-10"),
  ])
  func yearsAreReadAsTheyAreCounted(_ words: String, _ date: String) throws {
    let report = try Reading.report("和田警方\(words)采集全体居民的DNA。")
    #expect(report.findings.filter { $0.kind == .date }.map(\.code) == [date])
  }
}
