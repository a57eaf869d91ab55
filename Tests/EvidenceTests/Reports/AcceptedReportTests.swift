import Evidence
import Formats
import TestFolders
import Testing

@Suite("What a person accepts becomes a source and claims of a corpus")
struct AcceptedReportTests {
  private func report() throws -> IngestedReport {
    var report = try Reading.fixture("dev-sansha.txt")
    report.metadata.publisher = "海风观察网"
    report.metadata.published = "2023-05-16"
    return report
  }

  private func particulars() throws -> AcceptedReport.Particulars {
    AcceptedReport.Particulars(by: "u:reader", on: try #require(CivilDate("2026-11-22")))
  }

  private func accept(
    _ report: IngestedReport, _ proposals: [ClaimProposal]
  ) throws -> AcceptedReport {
    let particulars = try particulars()
    return try AcceptedReport(
      report, proposals: proposals, particulars: particulars, captured: particulars.on)
  }

  @Test func acceptedClaimsAreReadByTheLibraryAndVerify() throws {
    let report = try report()
    let accepted = try accept(report, report.proposals)
    let folder = try Scratch.path()
    try accepted.write(toCorpus: folder)
    var library = try #require(Bundled.library)
    let before = library.claims.count
    try library.addCorpus(folder: folder)
    #expect(library.claims.count == before + report.proposals.count)
    let source = try #require(library.sources[accepted.sourceID])
    #expect(source.sha256 == report.sha256)
    #expect(source.captured == CivilDate("2026-11-22"))
    let claim = try #require(library.claims.last)
    #expect(claim.acceptedBy == "u:reader")
    #expect(!claim.reasons.isEmpty)
    let verification = try EvidenceVerification(library, copies: Reading.fixtures)
    #expect(verification.broken.isEmpty, "\(verification.broken)")
    let own = verification.items.filter {
      $0.id == accepted.sourceID || $0.id.hasPrefix(accepted.sourceID + ".")
    }
    #expect(own.allSatisfy { $0.state == .verified }, "\(own.filter { $0.state != .verified })")
  }

  @Test func aCopyOfNoSourceIsNamed() throws {
    let library = try #require(Bundled.library)
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder)
    try FileWriter.write("somebody changed a word\n", to: folder + "/changed.txt")
    let verification = try EvidenceVerification(library, copies: folder)
    #expect(
      verification.items.filter { $0.matter == "copy" }.map(\.id) == ["changed.txt"])
  }

  @Test func aClaimWithoutALocatorCannotBeAccepted() throws {
    let report = try report()
    var proposal = try #require(report.proposals.first)
    proposal.locators = []
    #expect(throws: Diagnostic.self) { try accept(report, [proposal]) }
    for locator in ["L9999", "L2", "page 4", "", "L0", "L3-L1"] {
      proposal.locators = [locator]
      #expect(throws: Diagnostic.self, "`\(locator)`") { try accept(report, [proposal]) }
    }
  }

  @Test func aReportThatSaysNeitherPublisherNorDateNeedsThem() throws {
    var report = try report()
    report.metadata.publisher = nil
    #expect(throws: Diagnostic.self) { try accept(report, report.proposals) }
    report.metadata.publisher = "x"
    report.metadata.published = "lately"
    #expect(throws: Diagnostic.self) { try accept(report, report.proposals) }
  }

  @Test func sourcesInACircleAreRefused() throws {
    let folder = try Scratch.path()
    try FileWriter.makeFolder(folder + "/sources")
    func line(_ id: String, _ origin: String) -> String {
      #"{"id":"\#(id)","publisher":"p","title":"t","published":"2024","derivesFrom":["\#(origin)"]}"#
    }
    try FileWriter.write(
      line("a", "b") + "\n" + line("b", "c") + "\n" + line("c", "a") + "\n",
      to: folder + "/sources/s.ndjson")
    var library = try #require(Bundled.library)
    let fault = #expect(throws: Diagnostic.self) { try library.addCorpus(folder: folder) }
    #expect(fault?.id == "EVD010")
    // In any order, what derives comes after its origin.
    try FileWriter.write(
      line("a", "b") + "\n" + line("b", "hrw-2017-12-13") + "\n", to: folder + "/sources/s.ndjson")
    var fresh = try #require(Bundled.library)
    try fresh.addCorpus(folder: folder)
    #expect(fresh.sources["a"]?.root == "hrw")
  }

  @Test func theBundledEvidenceStandsWhereItSays() throws {
    let library = try #require(Bundled.library)
    guard let shared = Reading.shared else { return }
    let verification = try EvidenceVerification(library, copies: shared + "/reports")
    #expect(verification.broken.isEmpty, "\(verification.broken)")
    #expect(verification.items.count { $0.matter == "digest" && $0.state == .verified } == 5)
    #expect(verification.items.count { $0.matter == "locator" && $0.state == .verified } > 100)
  }
}
