internal import Formats

/// Whole names of bodies that words alone would leave in doubt, from `Data/names/known-names.tsv`:
/// 北京理工大学 is the Beijing Institute of Technology, 北京工业大学 the University.
struct KnownNames: Sendable {
  /// The body of a folded name.
  private var bodies: [String: String] = [:]

  init(folder: String, folding: Folding) throws(Diagnostic) {
    let table = try LexiconBuilder.table(
      folder + "/names/known-names.tsv", requiring: ["code", "names"])
    for row in table.rows {
      for name in row.list("names") { bodies[folding.fold(name)] = row["code"] }
    }
  }

  /// Whether two names are known to be of one body, or of two; nil where one is not known.
  func areOne(_ left: ParsedName, _ right: ParsedName) -> Bool? {
    guard let first = bodies[left.folded], let second = bodies[right.folded] else { return nil }
    return first == second
  }
}
