internal import Formats

/// Whole names of bodies that words alone would leave in doubt, from `Data/names/known-names.tsv`:
/// 北京理工大学 is the Beijing Institute of Technology, 北京工业大学 the University.
struct KnownNames: Sendable {
  /// The number of the body of a folded name, from one on, by its row.
  private var bodies: [String: Int] = [:]

  init(folder: String, folding: Folding) throws(Diagnostic) {
    let table = try LexiconBuilder.table(
      folder + "/names/known-names.tsv", requiring: ["code", "names"])
    for (index, row) in table.rows.enumerated() {
      for name in row.list("names") { bodies[folding.fold(name)] = index + 1 }
    }
  }

  /// Which known body bears a folded name; 0 for none.
  func body(of folded: String) -> Int { bodies[folded] ?? 0 }
}
