import Formats

/// `corpus.json`: says that a corpus is a demonstration and which day its list is of.
struct DemonstrationMarker {
  let label: String
  let retrieved: CivilDate

  /// Nil where there is no such file, or where it does not say `demonstration`.
  static func read(file: String) throws(Diagnostic) -> DemonstrationMarker? {
    guard FileReader.exists(file) else { return nil }
    let json = try Lines.document(file)
    guard let label = json["demonstration"]?.string, !label.isEmpty else { return nil }
    guard let retrieved = json["listsRetrieved"]?.string.flatMap({ CivilDate($0) }) else {
      throw Diagnostic(
        "CRP021", "the demonstration does not say which day its list is of",
        remedy: "add \"listsRetrieved\": \"2026-11-21\"", file: file)
    }
    return DemonstrationMarker(label: label, retrieved: retrieved)
  }
}
