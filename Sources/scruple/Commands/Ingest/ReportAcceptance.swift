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
    _ reports: [IngestedReport], _ graph: DerivationGraph
  ) throws(CommandFailure) {
    guard let corpus = arguments.option("corpus") else { return }
    let day = try today()
    var particulars = AcceptedReport.Particulars(by: arguments.option("by") ?? "", on: day)
    particulars.grade = arguments.option("grade") ?? "F"
    particulars.informationGrade = arguments.option("information-grade") ?? "6"
    particulars.kind = arguments.option("kind") ?? "press"
    var unknown = Set(wanted)
    unknown.remove("all")
    let accepted: [(report: Int, accepted: AcceptedReport)]
    do throws(Diagnostic) {
      accepted = try AcceptedReport.accepted(
        reports, graph, particulars: particulars, captured: day
      ) { number in
        reports[number].proposals.filter { proposal in
          let isNamed =
            wanted.contains(proposal.id)
            || wanted.contains("\(reports[number].name)#\(proposal.id)")
          if isNamed {
            unknown.remove(proposal.id)
            unknown.remove("\(reports[number].name)#\(proposal.id)")
          }
          return isNamed || wanted.contains("all")
        }
      }
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    guard unknown.isEmpty else {
      throw CommandFailure(
        .invalidInput,
        "scruple: nothing is proposed under `\(unknown.sorted()[0])`; nothing was accepted")
    }
    for (_, report) in accepted {
      do throws(FileReader.Failure) {
        try report.write(toCorpus: corpus)
      } catch {
        throw CommandFailure(.inputOutput, "scruple: " + error.message)
      }
      Output.tell("accepted \(report.claims.count) claims as \(report.sourceID)")
    }
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
