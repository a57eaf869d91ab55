public import Evidence
import Facts
public import Formats
import Taxonomy

/// What new claims say of parties, in three values.
public struct ReportTouches: Sendable {
  /// One group of claims and how it touches a party.
  public struct Touch: Sendable, Hashable {
    public let report: Report
    /// Whether it is about the body, its class or its commanding body; else only about its place.
    public let isAboutBody: Bool
    /// False where it may be.
    public let isCertain: Bool
  }

  private let reports: [PreparedReport]
  private let reading: ReportReading

  /// Prepares the claims of `library` that are known on the day.
  public init(_ library: EvidenceLibrary, _ knowledge: Knowledge, asOf: CivilDate) {
    reports = PreparedReport.prepare(
      Report.reports(from: library, asOf: asOf).filter { !$0.claims.isEmpty }, library, knowledge,
      asOf: asOf)
    reading = ReportReading(
      knowledge: knowledge, places: knowledge.taxonomy.places.asOf(asOf), programmesNamed: [])
  }

  public func touches(of party: PartyReading) -> [Touch] {
    reports.compactMap { prepared in
      let isAbout = reading.isAbout(prepared, party)
      if isAbout != .isFalse {
        return Touch(report: prepared.report, isAboutBody: true, isCertain: isAbout == .isTrue)
      }
      // Of a place alone only what speaks against those there.
      guard ReportTerm.kinds.contains(prepared.report.kind) else { return nil }
      let covers = reading.coversPlace(prepared, party)
      guard covers != .isFalse else { return nil }
      return Touch(report: prepared.report, isAboutBody: false, isCertain: covers == .isTrue)
    }
  }
}
