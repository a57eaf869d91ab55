public import Evidence
public import Formats

/// Which kinds of claim each line of some reports supports, as people judged it.
public struct LabelledReports: Sendable {
  struct Label: Sendable {
    let lines: ClosedRange<Int>
    /// Empty where the line supports none.
    let kinds: Set<String>
  }

  private let labels: [String: [Label]]

  /// Reads a table with the columns file, locator and kinds; the kind `none` stands for no kind.
  public init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["file", "locator", "kinds"], file: file)
    var labels: [String: [Label]] = [:]
    for row in table.rows {
      guard let lines = ReportLines.range(row["locator"]) else {
        throw Diagnostic(
          "BEN020", "`\(row["locator"])` names no lines", remedy: "write L12 or L12-L13",
          file: file, position: SourcePosition(line: row.line, column: 1))
      }
      labels[row["file"], default: []].append(
        Label(lines: lines, kinds: Set(row.list("kinds")).subtracting(["none"])))
    }
    self.labels = labels
  }

  /// How well the proposals of reports agree with what people judged.
  public func score(_ reports: [IngestedReport]) -> ReportScore {
    var score = ReportScore()
    for report in reports { add(report, to: &score) }
    return score
  }

  private func add(_ report: IngestedReport, to score: inout ReportScore) {
    let labels = labels[report.name] ?? []
    for proposal in report.proposals {
      for locator in proposal.locators {
        guard let place = ReportLines.range(locator) else { continue }
        let isRight = labels.contains {
          $0.lines.overlaps(place) && $0.kinds.contains(proposal.kind)
        }
        score.proposed += 1
        if isRight {
          score.right += 1
        } else {
          score.mistakes.append("\(report.name) \(locator) \(proposal.kind)")
        }
      }
    }
    for label in labels where !label.kinds.isEmpty {
      let proposed = report.proposals.filter { proposal in
        proposal.locators.contains { locator in
          ReportLines.range(locator).map(label.lines.overlaps) ?? false
        }
      }
      let found = label.kinds.intersection(proposed.map(\.kind))
      score.labelledLines += 1
      if !found.isEmpty { score.lines += 1 }
      score.kinds += found.count
      score.labelledKinds += label.kinds.count
    }
  }
}

/// Proposals of reports against what people judged.
public struct ReportScore: Sendable, CustomStringConvertible {
  /// Places of proposals whose kind the line supports.
  public var right = 0
  public var proposed = 0
  /// Labelled lines for which something right is proposed.
  public var lines = 0
  public var labelledLines = 0
  /// Kinds of labelled lines that are proposed there.
  public var kinds = 0
  public var labelledKinds = 0
  /// Proposals that no label supports, as file, place and kind.
  public var mistakes: [String] = []

  public var precision: Double { ratio(right, proposed) }
  public var lineRecall: Double { ratio(lines, labelledLines) }
  public var kindRecall: Double { ratio(kinds, labelledKinds) }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  public var description: String {
    "precision \(right)/\(proposed) = \(precision), lines \(lines)/\(labelledLines) = "
      + "\(lineRecall), kinds \(kinds)/\(labelledKinds) = \(kindRecall)"
  }
}

/// Lines that a locator of a report names.
enum ReportLines {
  /// The lines of `L12` or `L12-L13`; nil for another text.
  static func range(_ locator: String) -> ClosedRange<Int>? {
    let numbers = locator.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last, first <= last else { return nil }
    return first...last
  }
}
