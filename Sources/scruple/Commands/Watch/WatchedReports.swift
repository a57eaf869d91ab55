import Dossier
import Evidence
import Formats

/// New reports: texts, of which all that is proposed counts as if a person had accepted it, and
/// lines of sources and claims that somebody did accept.
struct WatchedReports {
  private(set) var lines: [Line] = []
  private(set) var warnings: [Diagnostic] = []
  /// Whether part of a text could not be read.
  private(set) var isPartial = false

  init(_ paths: [String], _ session: Session, asOf: CivilDate) throws(CommandFailure) {
    var texts: [IngestedReport] = []
    do throws(Diagnostic) {
      for path in paths where path.hasSuffix(".ndjson") {
        let read = try Lines.read(path)
        guard !read.isEmpty else {
          throw Diagnostic(
            "WCH014", "there is no source and no claim in the file",
            remedy: "name the file that `scruple ingest report --accept` wrote", file: path)
        }
        lines += read
      }
      let paths = paths.filter { !$0.hasSuffix(".ndjson") }
      guard !paths.isEmpty else { return }
      let reader = try session.knowledge.reportReader()
      for path in paths { texts.append(try read(path, reader, asOf: asOf)) }
      let known = KnownReports(session.corpus.evidence, except: texts, reader: reader)
      try accept(texts, beside: known, asOf: asOf)
    } catch {
      let isUnreadable = error.id == "FMT022" && error.file.map(FileReader.exists) ?? false
      throw CommandFailure(isUnreadable ? .inputOutput : .invalidInput, [error.line])
    }
  }

  private mutating func read(
    _ path: String, _ reader: ReportReader, asOf: CivilDate
  ) throws(Diagnostic) -> IngestedReport {
    let limits = ReportLimits()
    let bytes: [UInt8]
    do throws(FileReader.Failure) {
      // One byte more than a report may have, so that the reader sees that it is too long.
      bytes = try FileReader.bytes(of: path, limit: limits.bytes)
    } catch {
      throw Diagnostic(
        "FMT022", error.message, remedy: "check the path and its permissions", file: path)
    }
    var report = try reader.read(bytes, name: path)
    warnings += report.warnings
    isPartial = isPartial || report.isPartial
    if report.metadata.publisher == nil {
      report.metadata.publisher = path.split(separator: "/").last.map(String.init) ?? path
      warnings.append(
        warning("WCH010", "the report does not say who published it", "counts by its name", path))
    }
    if report.metadata.published == nil {
      report.metadata.published = asOf.description
      warnings.append(
        warning(
          "WCH011", "the report does not say when it was published", "counts from \(asOf) on", path)
      )
    }
    if let published = report.metadata.published, published.count == 10,
      let day = CivilDate(published), asOf < day
    {
      throw Diagnostic(
        "WCH012", "the report is of \(day), after \(asOf), as of which is watched",
        remedy: "name a later day with --as-of", file: path)
    }
    if report.proposals.isEmpty {
      warnings.append(
        Diagnostic(
          "WCH013", "nothing is proposed from the report", severity: .warning,
          remedy: "see what was found with `scruple ingest report --findings`", file: path))
    }
    return report
  }

  private func warning(
    _ id: String, _ message: String, _ counts: String, _ path: String
  ) -> Diagnostic {
    Diagnostic(
      id, "\(message); it \(counts)", severity: .warning,
      remedy: "accept it with `scruple ingest report --accept`, which takes what it does not say",
      file: path)
  }

  private mutating func accept(
    _ reports: [IngestedReport], beside known: KnownReports, asOf: CivilDate
  ) throws(Diagnostic) {
    // Only that it was accepted by nobody: the claims are never written anywhere.
    let particulars = AcceptedReport.Particulars(by: "nobody yet", on: asOf)
    let accepted = try AcceptedReport.accepted(
      reports, DerivationGraph(reports, beside: known), beside: known, particulars: particulars,
      captured: asOf, chosen: reports.map(\.proposals))
    for (number, report) in accepted {
      let file = reports[number].name
      lines.append(Line(json: report.source, file: file, number: 1))
      lines += report.claims.map { Line(json: $0, file: file, number: 1) }
    }
  }
}
