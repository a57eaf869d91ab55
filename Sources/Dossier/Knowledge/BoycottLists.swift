import Formats

/// Lists of boycotting states: no ground for refusing, holding or asking anybody (15 CFR 760.2(a)).
struct BoycottLists: Sendable {
  private var codes: [String] = []
  private var names: [String] = []

  init(file: String) throws(Diagnostic) {
    let table = try TextTable(try Lines.bytes(file), requiring: ["extent", "words"], file: file)
    for row in table.rows {
      let words = EvasiveAnswers.letters(of: row["words"])
      if row["extent"] == "code" { codes.append(words) } else { names.append(words) }
    }
  }

  /// Whether a list is one, by its code or by words of its name.
  func contains(code: String, name: String) -> Bool {
    let parts = EvasiveAnswers.letters(of: code).split(separator: " ").map(String.init)
    let named = EvasiveAnswers.letters(of: name)
    return codes.contains { parts.contains($0) } || names.contains { named.contains($0) }
  }
}
