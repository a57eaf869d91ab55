import Evidence
import Formats
import Testing

@Suite("News says in one sentence what is done, who says so and what is asked for")
struct ReportNewsTests {
  private func kinds(_ text: String) throws -> Set<String> {
    Set(try Reading.report(text).proposals.map(\.kind))
  }

  @Test(arguments: [
    ("Marrowby Sequencing plc halts sequencer sales in Xinjiang", "vendor-stop-sale"),
    (
      "Marrowby Sequencing plc said it would no longer be selling DNA sequencers in Xinjiang.",
      "vendor-stop-sale"
    ),
    (
      "The ministry in Washington placed eleven Chinese firms onto the entity list over DNA work in Xinjiang.",
      "official-listing"
    ),
    ("People in Hotan cannot decline to give their DNA.", "missing-consent"),
    (
      "There is no publicly available evidence that residents of Hotan can decline to give DNA.",
      "missing-consent"
    ),
    ("和田居民无法拒绝采集DNA。", "missing-consent"),
    ("Police in Hotan are gathering DNA samples from citizens.", "compulsory-dna-collection"),
    ("和田警方收集维吾尔人的DNA样本。", "compulsory-dna-collection"),
    (
      "Two tenders in Moyu are for the building of DNA databases.",
      "sequencer-tender"
    ),
    ("Police in Hotan took blood from boys aged 5 and above.", "child-sampling"),
    (
      "Police in Hotan collect DNA from all residents, and rights groups have urged them to stop.",
      "compulsory-dna-collection"
    ),
    (
      "The study rests on leaked documents about DNA in Hotan.", "source-description"
    ),
    (
      "Concerns have been raised about the informed consent of the DNA donors of Hotan in this paper.",
      "research-consent-irregularity"
    ),
  ])
  func whatIsSaidIsProposed(_ text: String, _ kind: String) throws {
    let kinds = try kinds(text)
    #expect(kinds.contains(kind), "\(kinds) of \(text)")
  }

  @Test(arguments: [
    (
      "Rights groups urged police in Hotan to stop collecting DNA from all residents.",
      "compulsory-dna-collection"
    ),
    (
      "There is no evidence that residents of Hotan can decline to give DNA.",
      "official-voluntariness"
    ),
    (
      "See https://news.example/police-in-hotan-collect-dna-from-all-residents for more.",
      "compulsory-dna-collection"
    ),
    ("Police in Hotan plan a mass collection of DNA.", "universal-coverage"),
    ("Scientists asked whether DNA in Hotan was given voluntarily.", "official-voluntariness"),
  ])
  func whatIsNotSaidIsNot(_ text: String, _ kind: String) throws {
    let kinds = try kinds(text)
    #expect(!kinds.contains(kind), "\(kinds) of \(text)")
  }

  /// The place in the name of a publisher is not where it happens.
  @Test func aPublisherIsNoPlace() throws {
    let report = try Reading.report(
      "The Australian Strategic Policy Institute says that police hold a national DNA database.")
    #expect(!report.findings.contains { $0.kind == .place }, "\(report.findings)")
  }

  /// The longer name holds the name of another place.
  @Test func thePeoplesRepublicIsNotTaiwan() throws {
    let report = try Reading.report(
      "Police of the People's Republic of China's government collect DNA from all residents.")
    #expect(report.findings.filter { $0.kind == .place }.map(\.code) == ["CN"])
  }

  /// A comma between a firm and its verb parts the place that it is in, which says nothing.
  @Test func aPlaceSaysNothing() throws {
    let report = try Reading.report(
      "Marrowby, based in Waltham, Mass., said that police in Hotan collect DNA from all residents."
    )
    #expect(!report.attributions.contains { $0.attribution.name.contains("Waltham") })
  }

  /// A sum is of one currency, so that dollars are not held against yuan.
  @Test(arguments: [
    ("$8.7 million", "8.7 million money (dollars)"),
    ("RMB 7.2 million", "7.2 million money (yuan)"),
    ("3 million US dollars", "3 million money (dollars)"), ("€3,500", "3500 money (euros)"),
  ])
  func aSumHasItsCurrency(_ words: String, _ number: String) throws {
    let report = try Reading.report("Police in Hotan paid \(words) for DNA equipment.")
    let claim = try #require(report.proposals.first { $0.kind == "quantity" }, "\(words)")
    #expect(claim.values["number"] == number)
  }
}
