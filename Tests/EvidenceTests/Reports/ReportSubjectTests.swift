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

  @Test func aSentenceWithoutAPlaceIsTold() throws {
    let report = try Reading.report(
      "Police in Zzyxhot collected DNA from all residents aged 12 to 65.")
    #expect(report.proposals.isEmpty)
    let told = try #require(report.warnings.first { $0.id == "EVD175" })
    #expect(told.message.contains("compulsory-dna-collection"))
  }
}
