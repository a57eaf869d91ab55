import Facts
import Formats
public import Policy
import Taxonomy

/// The neutral policy of sixty rules over forty-six fields, by which policy engines are compared.
///
/// Its terms are those of a company's own order fields, so an order is a flat JSON object and no
/// dossier is built: what is measured is the language alone.
public enum SixtyRules {
  /// The policy set, from the folder `benchmark` of the bundled data.
  public static func load(folder: String) throws(PolicyRefused) -> PolicySet {
    let vocabulary: Vocabulary
    let text: [UInt8]
    do throws(Diagnostic) {
      vocabulary = Vocabulary(
        domains: [Domain(name: "order", terms: [])], collections: [], relations: [],
        trees: ["places": try places(folder + "/places.tsv")])
      text = try bytes(folder + "/sixty-rules.policy")
    } catch {
      throw PolicyRefused(diagnostics: [error])
    }
    return try PolicySet.check(
      files: [("sixty-rules.policy", text)], vocabulary: vocabulary,
      registry: CitationRegistry(
        bases: ["benchmark": "Neutral policy of sixty rules"], sources: [:]))
  }

  private static func places(_ path: String) throws(Diagnostic) -> CodeTree {
    let table = try TextTable(try bytes(path), requiring: ["code", "parent"], file: path)
    return try CodeTree(
      name: "places",
      nodes: table.rows.map { row in
        TreeNode(
          code: row["code"], parent: row["parent"].isEmpty ? nil : row["parent"], kind: "place",
          english: [row["code"]])
      })
  }

  private static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    do throws(FileReader.Failure) {
      return try FileReader.bytes(of: path)
    } catch {
      throw Diagnostic("BEN001", error.message, remedy: "restore the bundled data", file: path)
    }
  }
}
