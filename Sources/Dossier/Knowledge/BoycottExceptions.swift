import Formats

/// Which paragraphs of 15 CFR 760.3 speak of what a term of boycott asks. None is applied: whether an
/// exception is open is for counsel, and it exempts nothing from the report of 760.5.
struct BoycottExceptions: Sendable {
  private struct Row: Sendable {
    let words: String
    let paragraphs: String
    let note: String
  }

  private let rows: [Row]

  init(file: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["words", "paragraphs", "note", "verification"], file: file)
    rows = table.rows.map {
      Row(words: $0["words"].lowercased(), paragraphs: $0["paragraphs"], note: $0["note"])
    }
  }

  /// `"not of Israeli origin": (a), import requirements`; each phrase once.
  func words(of phrases: [String]) -> String {
    var seen: Set<String> = []
    let told = phrases.filter { seen.insert($0).inserted }.map { phrase in
      let found = rows.filter { phrase.lowercased().contains($0.words) }
      var notes: [String] = []
      for row in found {
        let note = "\(row.paragraphs) (\(row.note))"
        if !notes.contains(note) { notes.append(note) }
      }
      return "\"\(phrase)\": "
        + (notes.isEmpty ? "no paragraph is known to speak of it" : notes.joined(separator: ", "))
    }
    return told.isEmpty ? "no such words" : told.joined(separator: "; ")
  }
}
