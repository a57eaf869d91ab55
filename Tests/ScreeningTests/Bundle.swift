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

/// SplitMix64, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ one: Int, in many: Int) -> Bool {
    Int.random(in: 0..<many, using: &self) < one
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}
