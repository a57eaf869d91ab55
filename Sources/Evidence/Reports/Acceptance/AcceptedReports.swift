public import Formats

extension AcceptedReport {
  /// The accepted claims of several reports, each with the place of its report; one on which others
  /// rest comes before them, so that their roots are known.
  ///
  /// `known` are the sources beside which the graph was drawn. `chosen` are the claims of each report, and a report of which none is chosen is left out;
  /// `contradictions` names for a report what the initialiser takes of it.
  public static func accepted(
    _ reports: [IngestedReport], _ graph: DerivationGraph,
    beside known: KnownReports = KnownReports(), particulars: Particulars, captured: CivilDate,
    chosen: [[ClaimProposal]],
    contradictions: (Int) -> [String: [String]] = { _ in [:] }
  ) throws(Diagnostic) -> [(report: Int, accepted: AcceptedReport)] {
    var particulars = particulars
    var accepted: [Int: AcceptedReport] = [:]
    for number in order(reports, graph) where !chosen[number].isEmpty {
      particulars.derivesFrom = []
      particulars.root = nil
      if let edge = graph.edges.first(where: { $0.from == number && $0.isMain }) {
        switch edge.to {
        case .report(let origin) where origin >= reports.count:
          let sources = origins(of: edge, origin - reports.count, reports[number], known)
          particulars.root = known.sources[origin - reports.count].root
          particulars.derivesFrom = sources.map { known.sources[$0].id }
        case .report(let origin):
          particulars.root =
            reports[origin].metadata.publisherCode
            ?? reports[origin].metadata.publisher.map(AcceptedReport.slug)
          if let source = accepted[origin]?.sourceID { particulars.derivesFrom = [source] }
        case .named: particulars.root = edge.publisherCode
        }
      }
      accepted[number] = try AcceptedReport(
        reports[number], proposals: chosen[number], particulars: particulars, captured: captured,
        contradictions: contradictions(number))
    }
    return accepted.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The accepted sources on which a report rests that shares their sentences or names their
  /// publisher; none where the root says it already.
  ///
  /// Which of several texts of one publisher is meant nobody knows: it is independent of none.
  private static func origins(
    of edge: DerivationGraph.Edge, _ origin: Int, _ report: IngestedReport, _ known: KnownReports
  ) -> [Int] {
    if edge.isShared {
      // Of what appeared later it has nothing; one of them took from the other all the same, and
      // they share a root.
      let day = report.metadata.published ?? ""
      return known.sources[origin].published.prefix(day.count) > day ? [] : [origin]
    }
    let same = known.ofSamePublisher(origin, notAfter: report.metadata.published)
    if same.count < 2 { return [origin] }
    let root: Set<String> = [known.sources[origin].root]
    return same.allSatisfy { known.roots[$0] == root } ? [] : same
  }

  /// Reports with those first on which others rest.
  private static func order(_ reports: [IngestedReport], _ graph: DerivationGraph) -> [Int] {
    var order: [Int] = []
    func visit(_ number: Int) {
      guard !order.contains(number) else { return }
      for edge in graph.edges where edge.from == number && edge.isMain {
        if case .report(let origin) = edge.to, origin < reports.count { visit(origin) }
      }
      order.append(number)
    }
    for number in reports.indices { visit(number) }
    return order
  }
}
