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

  static let fixtures = Bundled.folder + "/benchmark/reports"

  /// The fictional reports whose names begin so.
  static func fixtures(_ prefix: String = "") throws -> [IngestedReport] {
    try FileReader.names(in: fixtures)
      .filter { $0.hasPrefix(prefix) && !$0.hasSuffix(".tsv") && $0 != "README.md" }
      .map(fixture)
  }

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
