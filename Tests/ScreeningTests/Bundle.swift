import Dossier
import Evidence
import Formats
import Law
import Policy
import Testing

/// What is bundled with the package, loaded once.
enum Bundle {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static let knowledge: Knowledge? = {
    do throws(Diagnostic) {
      return try Knowledge(folder: root + "/Data")
    } catch {
      Issue.record("\(error.line)")
      return nil
    }
  }()

  static let registry = knowledge.map { knowledge in
    CitationRegistry(
      bases: Dictionary(
        knowledge.law.bases.map { ($0.id, $0.citation) }, uniquingKeysWith: { first, _ in first }),
      sources: knowledge.evidence.sources.mapValues(\.citation))
  }

  static let policies: PolicySet? = {
    guard let knowledge, let registry else { return nil }
    do throws(PolicyRefused) {
      return try PolicySet.load(
        folder: root + "/Policies", vocabulary: knowledge.vocabulary, registry: registry)
    } catch {
      for diagnostic in error.diagnostics { Issue.record("\(diagnostic.line)") }
      return nil
    }
  }()
}
