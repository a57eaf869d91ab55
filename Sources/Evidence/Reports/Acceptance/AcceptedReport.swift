public import Formats

/// What a person accepts of a report: the source and some of its claims, as lines of a corpus.
public struct AcceptedReport: Sendable {
  /// What the user says of the source, beyond what the report says of itself.
  public struct Particulars: Sendable {
    /// Who accepts, and on which day; both stand with every claim.
    public var by: String
    public var on: CivilDate
    /// Reliability of the source, A to F, and of the information, 1 to 6.
    public var grade = "F"
    public var informationGrade = "6"
    public var kind = "press"
    /// Sources of the corpus or of `Data` that this one derives from.
    public var derivesFrom: [String] = []
    public var root: String?

    public init(by: String, on: CivilDate) {
      self.by = by
      self.on = on
    }
  }

  public let sourceID: String
  public let source: JSON
  public let claims: [JSON]

  /// The id under which the source of a report stands in a corpus; throws where the report says
  /// neither publisher nor date and the user did not either.
  public static func sourceID(of report: IngestedReport) throws(Diagnostic) -> String {
    let (code, published) = try origin(of: report)
    return "\(code)-\(published)-\(report.sha256.prefix(6))"
  }

  /// The id of a claim of the source in a corpus.
  public static func claimID(_ proposal: String, source: String) -> String {
    "\(source).\(proposal)"
  }

  private static func origin(
    of report: IngestedReport
  ) throws(Diagnostic) -> (code: String, published: String) {
    guard let publisher = report.metadata.publisher, !publisher.isEmpty else {
      throw Diagnostic(
        "EVD130", "the report does not say who published it",
        remedy: "say it with --publisher", file: report.name)
    }
    guard let published = report.metadata.published, Source.lastDay(of: published) != nil else {
      throw Diagnostic(
        "EVD131", "the report does not say when it was published",
        remedy: "say it with --published YYYY-MM-DD, YYYY-MM or YYYY", file: report.name)
    }
    return (report.metadata.publisherCode ?? slug(publisher), published)
  }

  /// The source and claims of a report; `contradictions` holds, by the id of a proposal, the ids of
  /// accepted claims that do not fit it.
  ///
  /// Throws where the report says neither publisher nor date and the user did not either, and for
  /// a proposal whose locator names no place of the report.
  public init(
    _ report: IngestedReport, proposals: [ClaimProposal], particulars: Particulars,
    captured: CivilDate, contradictions: [String: [String]] = [:]
  ) throws(Diagnostic) {
    let (code, published) = try AcceptedReport.origin(of: report)
    let publisher = report.metadata.publisher ?? ""
    guard !particulars.by.isEmpty else {
      throw Diagnostic(
        "EVD132", "nobody is named who accepts the claims", remedy: "say it with --by",
        file: report.name)
    }
    let id = try AcceptedReport.sourceID(of: report)
    sourceID = id
    source = .object([
      ("id", .string(id)), ("publisher", .string(publisher)),
      ("title", .string(report.metadata.title ?? report.name)), ("published", .string(published)),
      ("captured", .string(captured.description)),
      ("language", .string(report.metadata.language)), ("url", .optional(report.metadata.url)),
      ("sha256", .string(report.sha256)), ("root", .string(particulars.root ?? code)),
      ("derivesFrom", .strings(particulars.derivesFrom)), ("official", .boolean(false)),
      ("kind", .string(particulars.kind)), ("grade", .string(particulars.grade)),
      ("informationGrade", .string(particulars.informationGrade)),
      ("verification", .string("stored")),
    ])
    var claims: [JSON] = []
    for proposal in proposals {
      claims.append(
        try AcceptedReport.claim(
          proposal, of: report, source: id, particulars, contradictions[proposal.id] ?? []))
    }
    self.claims = claims
  }

  private static func claim(
    _ proposal: ClaimProposal, of report: IngestedReport, source: String,
    _ particulars: Particulars, _ contradictions: [String]
  ) throws(Diagnostic) -> JSON {
    guard !proposal.locators.isEmpty else {
      throw Diagnostic(
        "EVD133", "the claim `\(proposal.id)` has no locator and cannot be accepted",
        remedy: "say where it stands", file: report.name)
    }
    guard report.text.resolves(proposal.locator) else {
      throw Diagnostic(
        "EVD134",
        "the locator `\(proposal.locator)` of `\(proposal.id)` names no words of the report",
        remedy: "correct it; places are \(report.text.unit.rawValue)1 to "
          + "\(report.text.unit.rawValue)\(report.text.lastPlace)", file: report.name)
    }
    return .object([
      ("id", .string(claimID(proposal.id, source: source))), ("kind", .string(proposal.kind)),
      ("subject", proposal.subject.json), ("from", .optional(proposal.from?.description)),
      ("until", .optional(proposal.until?.description)), ("source", .string(source)),
      ("locator", .string(proposal.locator)), ("attribution", .string(proposal.attribution)),
      ("certainty", .string(proposal.certainty)), ("summary", .string(proposal.summary)),
      ("contradicts", .strings(contradictions)), ("verification", .string("stored")),
      ("reasons", .strings(proposal.reasons)), ("quote", .string(proposal.quote)),
      (
        "accepted",
        .object([
          ("by", .string(particulars.by)), ("on", .string(particulars.on.description)),
        ])
      ),
    ])
  }

  /// Letters and digits with hyphens, in small letters.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) {
        slug.unicodeScalars.append(scalar)
      } else if slug.last != "-", !slug.isEmpty {
        slug.append("-")
      }
    }
    return slug.isEmpty ? "source" : String(slug.prefix(40))
  }

  /// Writes both files below a corpus folder; what was accepted of the same report before is
  /// replaced.
  public func write(toCorpus folder: String) throws(FileReader.Failure) {
    for (name, lines) in [("sources", [source]), ("claims", claims)] {
      try FileWriter.makeFolder(folder + "/" + name)
      try FileWriter.write(
        lines.map { $0.text() + "\n" }.joined(), to: "\(folder)/\(name)/\(fileName).ndjson")
    }
  }

  private var fileName: String { AcceptedReport.slug(sourceID) }
}
