import Dossier
import Formats
import Policy
import Testing

@testable import Proofs

@Suite("The bundled policies keep what they promise", .enabled(if: !Solvers.found.isEmpty))
struct BundledGuaranteesTests {
  @Test(arguments: Solvers.found.map(\.path))
  func allAreProved(solver path: String) throws {
    let policies = try #require(Bundle.policies)
    #expect(policies.guarantees.count >= 14)
    for proof in Prover(policies, solver: Solver(path: path, timeout: 60)).prove() {
      #expect(proof.isProved, "\(proof.name) with \(path): \(proof.text)")
    }
  }

  /// Each bundled rule is broken in one way; some guarantee then fails with an order.
  @Test(arguments: [
    ("rights/police.policy", " and not E.place is within CN-65", ""),
    (
      "missing-facts/missing-facts.policy", "when not L is product-recognised",
      "when L is crime-control"
    ),
    (
      "rights/police.policy", "when E.function is within detention",
      "when E.function is within court"
    ),
    (
      "red-flags/transactions.policy", "when L is serial-holder-differs", "when L is serial-missing"
    ),
    (
      "red-flags/listed-parties.policy", "P.blocked-ownership more than 0 percent",
      "P.blocked-ownership more than 10 percent"
    ),
  ])
  func aBrokenRuleIsFound(file: String, sound: String, broken: String) throws {
    let knowledge = try #require(Bundle.knowledge)
    var files: [(name: String, text: [UInt8])] = []
    for name in [
      "coverage.policy", "guarantees.policy", "legal/us-sanctions.policy",
      "missing-facts/classification.policy", "red-flags/listed-parties.policy",
      "legal/us-export-administration.policy", "missing-facts/missing-facts.policy",
      "red-flags/parties.policy", "red-flags/transactions.policy",
      "rights/collection-by-other-bodies.policy", "rights/police.policy", "rights/research.policy",
    ] {
      var text = String(
        decoding: try FileReader.bytes(of: Bundle.root + "/Policies/" + name), as: UTF8.self)
      if name == file {
        #expect(text.contains(sound), "\(file) no longer holds `\(sound)`")
        text = text.replacing(sound, with: broken)
      }
      files.append((name, Array(text.utf8)))
    }
    let policies = try PolicySet.check(
      files: files, vocabulary: knowledge.vocabulary, registry: try #require(Bundle.registry))
    var refuted = 0
    for solver in Solvers.found.prefix(1) {
      let prover = Prover(policies, solver: solver)
      let fast = policies.guarantees.filter { $0.name != "findings-lower-nothing" }
      for proof in fast.map({ prover.prove($0) }) where proof.isRefuted {
        refuted += 1
        guard case .refuted(let order) = proof.verdict else { continue }
        #expect(order.outcome < order.expected)
        #expect(order.lines.contains { $0.hasPrefix("answered ") })
      }
    }
    #expect(refuted >= 1, "\(broken) goes unnoticed")
  }
}
