import Formats
import Policy
import Testing

@testable import Proofs

/// The solvers that this machine has.
enum Solvers {
  static let found = ["z3", "cvc5"].compactMap { ChildProcess.find($0) }.map {
    Solver(path: $0, timeout: 60)
  }
}

@Suite("The bundled policies keep what they promise", .enabled(if: !Solvers.found.isEmpty))
struct BundledGuaranteesTests {
  @Test(arguments: Solvers.found.map(\.path))
  func allAreProved(solver path: String) throws {
    let policies = try #require(Bundle.policies)
    #expect(policies.guarantees.count >= 14)
    for proof in Prover(policies, solver: Solver(path: path, timeout: 60)).prove() {
      print(proof.name, proof.verdict, proof.questions, proof.milliseconds)
      #expect(proof.isProved, "\(proof.name) with \(path)")
    }
  }
}
