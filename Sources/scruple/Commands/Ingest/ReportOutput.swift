import Evidence
import Formats
import Memos

/// Prints what was read of reports.
struct ReportOutput {
  let reports: [IngestedReport]
  let graph: DerivationGraph
  let contradictions: [Contradiction]
  /// What was not compared.
  let notices: [Diagnostic]
  let showsFindings: Bool

  var text: String {
    var text = ""
    for (number, report) in reports.enumerated() {
      let metadata = report.metadata
      text += "\(visible(report.name))\n"
      text +=
        "  \(visible(metadata.publisher ?? "publisher not stated")) · "
        + "\(metadata.published ?? "date not stated") · \(visible(metadata.title ?? "no title"))\n"
      text += "  \(report.format.rawValue), \(report.encoding), sha256 \(report.sha256)\n"
      text += "  root: \(visible(graph.words(for: graph.root(of: number))))\n"
      if showsFindings { text += findings(of: report) }
      text += "  \(report.proposals.count) claims proposed"
      text += report.unkept > 0 ? ", \(report.unkept) more not kept\n" : "\n"
      for proposal in report.proposals { text += line(for: proposal) }
      text += "\n"
    }
    text += derivation
    for notice in notices { text += "Not compared: \(visible(notice.message))\n" }
    if !contradictions.isEmpty {
      text += "Contradictions, of which both sides stand\n"
      for one in contradictions {
        text +=
          "  \(one.matter): \(side(one.left)) against \(side(one.right)) — \(visible(one.note))\n"
      }
    }
    return text
  }

  private func findings(of report: IngestedReport) -> String {
    var text = ""
    for kind in ReportFinding.Kind.allCases {
      let found = report.findings.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      text += "  \(kind.rawValue)\n"
      for finding in found {
        text +=
          "    \(visible(finding.code))  `\(visible(finding.words))`  "
          + "\(finding.locators.prefix(8).joined(separator: ", "))"
          + (finding.count > 8 ? " and others, \(finding.count) in all\n" : "\n")
      }
    }
    return text
  }

  private func line(for proposal: ClaimProposal) -> String {
    "  \(visible(proposal.id))\n    \(visible(proposal.summary))\n    \(proposal.certainty), "
      + "by \(visible(proposal.attribution)); at \(visible(proposal.locator))\n"
      + proposal.reasons.map { "    - \(visible($0))\n" }.joined()
  }

  private var derivation: String {
    guard !reports.isEmpty else { return "" }
    let roots = graph.roots
    var text = "Derivation: \(roots.count) independent root\(roots.count == 1 ? "" : "s")\n"
    for edge in graph.edges {
      text +=
        "  \(visible(graph.reports[edge.from])) \(edge.isMain ? "rests on" : "also cites") "
        + "\(visible(graph.words(for: edge.to)))\n"
      for evidence in edge.evidence { text += "    - \(visible(evidence))\n" }
    }
    return text
  }

  private func side(_ side: Contradiction.Side) -> String {
    let place = side.locator.isEmpty ? "" : " at \(side.locator)"
    return visible("`\(side.value)` (\(reports[side.report].name)\(place))")
  }

  // MARK: JSON

  /// One proposal a line.
  var proposalLines: String {
    reports.map { report in
      report.proposals.map { json(of: $0, in: report).text() + "\n" }.joined()
    }.joined()
  }

  var json: JSON {
    .object([
      ("reports", .array(reports.enumerated().map { json(of: $1, number: $0) })),
      ("roots", .strings(graph.roots.map(graph.words))),
      (
        "derivations",
        .array(
          graph.edges.map { edge in
            .object([
              ("from", .string(graph.reports[edge.from])),
              ("to", .string(graph.words(for: edge.to))), ("main", .boolean(edge.isMain)),
              ("strength", .integer(edge.strength)), ("evidence", .strings(edge.evidence)),
            ])
          })
      ),
      (
        "contradictions",
        .array(
          contradictions.map { one in
            .object([
              ("matter", .string(one.matter)), ("left", json(of: one.left)),
              ("right", json(of: one.right)), ("note", .string(one.note)),
            ])
          })
      ), ("notCompared", .strings(notices.map(\.message))),
    ])
  }

  private func json(of side: Contradiction.Side) -> JSON {
    .object([
      ("report", .string(reports[side.report].name)), ("proposal", .string(side.proposal)),
      ("locator", .string(side.locator)), ("value", .string(side.value)),
    ])
  }

  private func json(of report: IngestedReport, number: Int) -> JSON {
    .object([
      ("name", .string(report.name)), ("sha256", .string(report.sha256)),
      ("bytes", .integer(report.size)), ("format", .string(report.format.rawValue)),
      ("encoding", .string(report.encoding)),
      ("publisher", .optional(report.metadata.publisher)),
      ("published", .optional(report.metadata.published)),
      ("title", .optional(report.metadata.title)), ("url", .optional(report.metadata.url)),
      ("language", .string(report.metadata.language)),
      ("root", .string(graph.words(for: graph.root(of: number)))),
      ("warnings", .array(report.warnings.map(\.json))),
      ("unkept", .integer(report.unkept)),
      (
        "findings",
        .array(
          report.findings.map { finding in
            .object([
              ("kind", .string(finding.kind.rawValue)), ("code", .string(finding.code)),
              ("words", .string(finding.words)), ("count", .integer(finding.count)),
              ("locators", .strings(finding.locators)),
            ])
          })
      ),
      ("proposals", .array(report.proposals.map { json(of: $0, in: report) })),
    ])
  }

  private func json(of proposal: ClaimProposal, in report: IngestedReport) -> JSON {
    .object([
      ("report", .string(report.name)), ("id", .string(proposal.id)),
      ("kind", .string(proposal.kind)), ("subject", proposal.subject.json),
      ("from", .optional(proposal.from?.description)),
      ("until", .optional(proposal.until?.description)),
      ("locator", .string(proposal.locator)), ("attribution", .string(proposal.attribution)),
      ("certainty", .string(proposal.certainty)), ("summary", .string(proposal.summary)),
      ("reasons", .strings(proposal.reasons)), ("quote", .string(proposal.quote)),
      (
        "values",
        .object(proposal.values.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
    ])
  }
}
