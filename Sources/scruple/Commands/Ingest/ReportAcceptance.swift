import Evidence
import Formats

/// What the user accepts of reports, and where it goes.
struct ReportAcceptance {
  private let wanted: [String]
  private let arguments: Arguments
  let isAsked: Bool

  init(_ arguments: Arguments) throws(CommandFailure) {
    self.arguments = arguments
    wanted = arguments.all("accept")
    isAsked = !wanted.isEmpty
    guard isAsked else { return }
    guard arguments.option("by") != nil else {
      throw CommandFailure(.usage, "scruple: say with --by who accepts the claims")
    }
    guard let corpus = arguments.option("corpus"), corpus != "demonstration" else {
      throw CommandFailure(
        .usage, "scruple: name with --corpus the corpus of yours to which claims are added")
    }
    if let grade = arguments.option("grade"), !["A", "B", "C", "D", "E", "F"].contains(grade) {
      throw CommandFailure(.usage, "scruple: `\(grade)` is no grade of a source; use A to F")
    }
    if let grade = arguments.option("information-grade"),
      !["1", "2", "3", "4", "5", "6"].contains(grade)
    {
      throw CommandFailure(.usage, "scruple: `\(grade)` is no grade of information; use 1 to 6")
    }
  }

  /// Sets what the user says of the one report.
  func describe(_ report: inout IngestedReport) {
    if let publisher = arguments.option("publisher") {
      report.metadata.publisher = publisher
      report.metadata.publisherCode = nil
    }
    if let published = arguments.option("published") { report.metadata.published = published }
    if let title = arguments.option("title") { report.metadata.title = title }
    if let url = arguments.option("url") { report.metadata.url = url }
  }

  /// Adds the accepted claims to the corpus; the origin of a report goes before it.
  func accept(
    _ reports: [IngestedReport], _ graph: DerivationGraph, _ known: KnownReports,
    _ contradictions: [Contradiction]
  ) throws(CommandFailure) {
    guard let corpus = arguments.option("corpus") else { return }
    let day = try today()
    var particulars = AcceptedReport.Particulars(by: arguments.option("by") ?? "", on: day)
    particulars.grade = arguments.option("grade") ?? "F"
    particulars.informationGrade = arguments.option("information-grade") ?? "6"
    particulars.kind = arguments.option("kind") ?? "press"
    let chosen = try choose(from: reports)
    let matters = try AcceptedContradictions(contradictions, of: reports, chosen)
    let accepted: [(report: Int, accepted: AcceptedReport)]
    do throws(Diagnostic) {
      accepted = try AcceptedReport.accepted(
        reports, graph, beside: known, particulars: particulars, captured: day, chosen: chosen,
        contradictions: { matters.claims(against: $0) })
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    try AcceptedContradictions.keepWhatOthersName(
      in: corpus, replacedBy: accepted.map(\.accepted), home: arguments.option("home"))
    for (_, report) in accepted {
      do throws(FileReader.Failure) {
        try report.write(toCorpus: corpus)
      } catch {
        throw CommandFailure(.inputOutput, "scruple: " + error.message)
      }
      Output.tell("accepted \(report.claims.count) claims as \(report.sourceID)")
    }
  }

  /// The proposals of each report that the user names; throws for a name under which none stands.
  private func choose(
    from reports: [IngestedReport]
  ) throws(CommandFailure) -> [[ClaimProposal]] {
    var unknown = Set(wanted)
    unknown.remove("all")
    let chosen = reports.map { report in
      report.proposals.filter { proposal in
        let names = [proposal.id, "\(report.name)#\(proposal.id)"]
        unknown.subtract(names)
        return wanted.contains("all") || names.contains(where: wanted.contains)
      }
    }
    guard let first = unknown.sorted().first else { return chosen }
    throw CommandFailure(
      .invalidInput, "scruple: nothing is proposed under `\(first)`; nothing was accepted")
  }

  private func today() throws(CommandFailure) -> CivilDate {
    guard let text = arguments.option("as-of") else {
      return CivilDate(dayNumber: Process.now.seconds / 86_400)
    }
    guard let date = CivilDate(text) else {
      throw CommandFailure(.usage, "scruple: `\(text)` is no day; write it as 2026-11-10")
    }
    return date
  }
}
