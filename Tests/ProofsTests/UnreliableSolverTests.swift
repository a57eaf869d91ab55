import Policy
import Testing

@testable import Proofs

@Suite("What no solver answers plainly is not proved")
struct UnreliableSolverTests {
  private func verdict(_ solver: Solver?) throws -> Proof {
    let policies = try Small.policies(
      rules: ["for any end user E when E is listed then hold"],
      guarantees: ["for every end user E\n  when E is listed\n  then at least hold"])
    return try #require(Prover(policies, solver: solver).prove().first)
  }

  @Test func withoutSolver() throws {
    let proof = try verdict(nil)
    guard case .notProved(let reason) = proof.verdict else {
      Issue.record("proved without a solver")
      return
    }
    #expect(reason.contains("z3"))
    #expect(Solver.find("/nonexistent/z3") == nil)
  }

  @Test(arguments: [
    ("unknown", "cat > /dev/null; echo unknown"),
    ("garbage", "cat > /dev/null; echo '((('"),
    ("silence", "cat > /dev/null"),
    ("an error before unsat", "cat > /dev/null; echo '(error \"no\")'; echo unsat"),
    ("unsat twice", "cat > /dev/null; echo unsat; echo unsat"),
    ("an error code", "cat > /dev/null; echo unsat; exit 3"),
    ("a signal", "kill -9 $$"),
    ("sat without values", "cat > /dev/null; echo sat; echo '()'"),
    ("sat with wrong values", "cat > /dev/null; echo sat"),
    ("time", "cat > /dev/null; sleep 30; echo unsat"),
    ("endless output", "yes unsat"),
    ("not reading", "exec 0<&-; sleep 1"),
  ])
  func aProgramThatFails(what: String, script: String) throws {
    let proof = try verdict(try Solvers.fake("z3", script, timeout: 2))
    guard case .notProved(let reason) = proof.verdict else {
      Issue.record("\(what) was taken for an answer")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func aPlainAnswerIsTaken() throws {
    #expect(try verdict(try Solvers.fake("z3", "cat > /dev/null; echo unsat")).isProved)
  }
}
