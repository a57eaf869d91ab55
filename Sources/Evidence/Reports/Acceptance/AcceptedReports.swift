public import Formats

extension AcceptedReport {
  /// The accepted claims of several reports, each with the place of its report; one on which others
  /// rest comes before them, so that their roots are known.
  ///
  /// `chosen` are the claims of each report, and a report of which none is chosen is left out;
  /// `contradictions` names for a report what the initialiser takes of it.
  public static func accepted(
    _ reports: [IngestedReport], _ graph: DerivationGraph, particulars: Particulars,
    captured: CivilDate, chosen: [[ClaimProposal]],
    contradictions: (Int) -> [String: [String]] = { _ in [:] }
  ) throws(Diagnostic) -> [(report: Int, accepted: AcceptedReport)] {
    var particulars = particulars
    var accepted: [Int: AcceptedReport] = [:]
    for number in order(reports, graph) where !chosen[number].isEmpty {
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
      accepted[number] = try AcceptedReport(
        reports[number], proposals: chosen[number], particulars: particulars, captured: captured,
        contradictions: contradictions(number))
    }
    return accepted.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Reports with those first on which others rest.
  private static func order(_ reports: [IngestedReport], _ graph: DerivationGraph) -> [Int] {
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
