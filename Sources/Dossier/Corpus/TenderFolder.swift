import Evidence
import Formats

/// The notices of a corpus's `tenders` folder, in whatever form each file has.
struct TenderFolder {
  let notices: [TenderNotice]
  let knowledge: TenderKnowledge
  /// Files in which no notice was recognised.
  let unread: [String]
  /// What could not be read of files that hold notices.
  let gaps: [String]

  /// Nil where there is no such folder.
  ///
  /// A line of the project's own form that cannot be read is thrown, for its author can correct
  /// it; what a portal published and cannot be read in full is told and the rest counts.
  static func read(_ folder: String, _ knowledge: Knowledge) throws(Diagnostic) -> TenderFolder? {
    guard FileReader.isFolder(folder) else { return nil }
    let knowledge = try knowledge.tenders()
    let reader = TenderReader(knowledge)
    var notices: [TenderNotice] = []
    var known: [String: TenderNotice] = [:]
    var unread: [String] = []
    var gaps: [String] = []
    for name in FileReader.names(in: folder)
    where TenderReader.endings.contains(where: { name.hasSuffix($0) }) {
      let path = folder + "/" + name
      guard FileReader.isFile(path) else { continue }
      let reading: TenderReading
      do throws(FileReader.Failure) {
        reading = try reader.read(path: path)
      } catch {
        throw Diagnostic(
          "FMT022", error.message, remedy: "check the path and its permissions", file: path)
      }
      if name.hasSuffix(".ndjson"),
        let fault = reading.faults.diagnostics.first(where: { $0.severity == .error })
      {
        throw fault
      }
      if reading.format == nil {
        unread.append("tenders/\(name)")
      } else if reading.faults.count > 0 {
        let count = reading.faults.count
        gaps.append(
          "\(count) \(count == 1 ? "place" : "places") of tenders/\(name) that could not be read")
      }
      for var notice in reading.notices {
        // Where a corpus lies is no part of what it says.
        notice.origin = notice.origin.map { $0.replacing(path, with: "tenders/\(name)") }
        notice = notice.apart(from: known)
        if known[notice.id] == nil { known[notice.id] = notice }
        notices.append(notice)
      }
    }
    return TenderFolder(notices: notices, knowledge: knowledge, unread: unread, gaps: gaps)
  }
}
