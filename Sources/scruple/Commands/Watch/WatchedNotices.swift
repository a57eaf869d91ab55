import Dossier
import Evidence
import Formats

/// New notices in any form that is read.
struct WatchedNotices {
  private(set) var notices: [TenderNotice] = []
  private(set) var warnings: [Diagnostic] = []
  /// Whether part of a file could not be read.
  private(set) var isPartial = false

  init(_ paths: [String], _ session: Session, asOf: CivilDate) throws(CommandFailure) {
    guard !paths.isEmpty else { return }
    let reader: TenderReader
    do throws(Diagnostic) {
      reader = TenderReader(try session.knowledge.tenders())
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
    for path in paths {
      let reading = try IngestTender.read(path, reader)
      guard !reading.notices.isEmpty, !reading.faults.hasErrors else {
        let faults = reading.faults.diagnostics.filter { $0.severity == .error }.map(\.line)
        throw CommandFailure(
          .invalidInput,
          faults + [
            "scruple: \(path) "
              + (reading.notices.isEmpty
                ? "holds no notice that can be read" : "cannot be read in full")
              + "; nothing was watched"
          ])
      }
      isPartial = isPartial || reading.faults.count > 0
      warnings += reading.faults.diagnostics
      let later = reading.notices.filter { $0.published.map { asOf < $0 } ?? false }
      if let first = later.first {
        warnings.append(
          Diagnostic(
            "WCH020",
            "\(later.count) of its notices, such as \(first.id), are of days after \(asOf) and do "
              + "not count yet", severity: .warning, remedy: "name a later day with --as-of",
            file: path))
        isPartial = true
      }
      notices += reading.notices
    }
  }
}
