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
    _ reports: [IngestedReport], _ graph: DerivationGraph, _ contradictions: [Contradiction]
  ) throws(CommandFailure) {
    guard let corpus = arguments.option("corpus") else { return }
    let day = try today()
    var particulars = AcceptedReport.Particulars(by: arguments.option("by") ?? "", on: day)
    particulars.grade = arguments.option("grade") ?? "F"
    particulars.informationGrade = arguments.option("information-grade") ?? "6"
    particulars.kind = arguments.option("kind") ?? "press"
    let chosen = try choose(from: reports)
    let matters = try AcceptedContradictions(contradictions, of: reports, chosen)
    var accepted: [Int: AcceptedReport] = [:]
    for number in order(reports, graph) where !chosen[number].isEmpty {
      let report = reports[number]
      particulars.derivesFrom = []
      particulars.root = nil
      if let edge = graph.edges.first(where: { $0.from == number && $0.isMain }) {
        switch edge.to {
        case .report(let origin):
          particulars.root = reports[origin].metadata.publisherCode
          if let source = accepted[origin]?.sourceID { particulars.derivesFrom = [source] }
        case .named: particulars.root = edge.publisherCode
        }
      }
      do throws(Diagnostic) {
        accepted[number] = try AcceptedReport(
          report, proposals: chosen[number], particulars: particulars, captured: day,
          contradictions: matters.claims(against: number))
      } catch {
        throw CommandFailure(.invalidInput, [error.line])
      }
    }
    try AcceptedContradictions.keepWhatOthersName(
      in: corpus, replacedBy: accepted.values.map { $0 }, home: arguments.option("home"))
    for (_, report) in accepted.sorted(by: { $0.key < $1.key }) {
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

  /// Reports with those first on which others rest.
  private func order(_ reports: [IngestedReport], _ graph: DerivationGraph) -> [Int] {
    var order: [Int] = []
    func visit(_ number: Int) {
      guard !order.contains(number) else { return }
      for edge in graph.edges where edge.from == number && edge.isMain {
        if case .report(let origin) = edge.to { visit(origin) }
      }
      order.append(number)
    }
    for number in reports.indices { visit(number) }
    return order
  }
}
