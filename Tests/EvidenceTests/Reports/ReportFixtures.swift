import Evidence
import Formats
import Names
import Taxonomy
import Testing

/// The reader of reports with the bundled vocabulary, and the fictional reports.
enum Reading {
  static let vocabulary: ReportVocabulary? = {
    do {
      let taxonomy = try Taxonomy(folder: Bundled.folder)
      let knowledge = try NameKnowledge(taxonomy: taxonomy, folder: Bundled.folder)
      var library = EvidenceLibrary()
      try library.addBundled(folder: Bundled.folder)
      return try ReportVocabulary(
        taxonomy: taxonomy, knowledge: knowledge, library: library, folder: Bundled.folder)
    } catch { return nil }
  }()

  static func report(
    _ text: String, name: String = "report.txt", limits: ReportLimits = ReportLimits()
  ) throws -> IngestedReport {
    try report(Array(text.utf8), name: name, limits: limits)
  }

  static func report(
    _ bytes: [UInt8], name: String = "report.txt", limits: ReportLimits = ReportLimits()
  ) throws -> IngestedReport {
    try ReportReader(vocabulary: try #require(vocabulary)).read(bytes, name: name, limits: limits)
  }

  static let fixtures = Bundled.folder + "/../Tests/Fixtures/reports"

  static func fixture(_ name: String) throws -> IngestedReport {
    try report(try Lines.bytes(fixtures + "/" + name), name: name)
  }

  /// The folder of shared reports, or nil where this machine has none.
  static let shared: String? = {
    let shared = Process.variable("SCRUPLE_SHARED") ?? Bundled.folder + "/../../shared"
    return FileReader.isFolder(shared + "/reports") ? shared : nil
  }()

  static func sharedReports() throws -> [IngestedReport] {
    guard let shared else { return [] }
    var reports: [IngestedReport] = []
    for name in FileReader.names(in: shared + "/reports") where name.hasSuffix(".txt") {
      reports.append(try report(try Lines.bytes(shared + "/reports/" + name), name: name))
    }
    return reports
  }
}

/// Which kinds of claim a line of a report supports, as people judged it.
struct ReportLabels {
  private(set) var kinds: [String: [(lines: ClosedRange<Int>, kinds: Set<String>)]] = [:]

  init(file: String) throws {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["file", "locator", "kinds"], file: file)
    for row in table.rows {
      guard let lines = ReportLabels.lines(row["locator"]) else { continue }
      kinds[row["file"], default: []].append((lines, Set(row.list("kinds")).subtracting(["none"])))
    }
  }

  static func lines(_ locator: String) -> ClosedRange<Int>? {
    let numbers = locator.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = numbers.first, let last = numbers.last, first <= last else { return nil }
    return first...last
  }

  struct Score: CustomStringConvertible {
    var right = 0
    var proposed = 0
    /// Labelled lines for which something right is proposed.
    var lines = 0
    var labelled = 0
    /// Kinds that labelled lines support, and those of them that are proposed.
    var kinds = 0
    var supported = 0
    var mistakes: [String] = []

    var precision: Double { Double(right) / Double(max(1, proposed)) }
    var lineRecall: Double { Double(lines) / Double(max(1, labelled)) }
    var kindRecall: Double { Double(kinds) / Double(max(1, supported)) }
    var description: String {
      "precision \(right)/\(proposed) = \(precision), lines \(lines)/\(labelled) = \(lineRecall), "
        + "kinds \(kinds)/\(supported) = \(kindRecall)"
    }
  }

  func add(_ report: IngestedReport, to score: inout Score) {
    let labels = kinds[report.name] ?? []
    for proposal in report.proposals {
      for locator in proposal.locators {
        guard let place = ReportLabels.lines(locator) else { continue }
        score.proposed += 1
        if labels.contains(where: { $0.lines.overlaps(place) && $0.kinds.contains(proposal.kind) })
        {
          score.right += 1
        } else {
          score.mistakes.append("\(report.name) \(locator) \(proposal.kind)")
        }
      }
    }
    for label in labels where !label.kinds.isEmpty {
      let found = Set(
        report.proposals.filter { proposal in
          proposal.locators.contains { locator in
            ReportLabels.lines(locator).map(label.lines.overlaps) ?? false
          }
        }.map(\.kind)
      ).intersection(label.kinds)
      score.labelled += 1
      if !found.isEmpty { score.lines += 1 }
      score.kinds += found.count
      score.supported += label.kinds.count
    }
  }
}
