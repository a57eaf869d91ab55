import Formats
import Policy
import TestFolders
import Testing

@testable import Proofs

@Suite("Questions can be asked by a stranger", .enabled(if: !Solvers.found.isEmpty))
struct EmissionTests {
  @Test func filesAnswerAsTheProverDoes() throws {
    let policies = try Small.policies(
      rules: ["for any party P when P is listed then hold"],
      guarantees: [
        "for every end user E\n  when E is listed\n  then at least hold",
        "then adding findings lowers nothing",
      ])
    let folder = try Scratch.path()
    let prover = Prover(policies, solver: nil)
    #expect(try prover.emit(to: folder) == 2)
    let index = String(decoding: try FileReader.bytes(of: folder + "/index.tsv"), as: UTF8.self)
    #expect(index.split(separator: "\n").count == 3)
    for line in index.split(separator: "\n").dropFirst() {
      let file = line.split(separator: "\t")[0]
      let bytes = try FileReader.bytes(of: folder + "/" + file)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("(set-logic QF_LIA)") && text.hasSuffix("(check-sat)\n(exit)\n"))
      #expect(text.contains(policies.digest))
      #expect(bytes.allSatisfy { $0 == 0x0a || (0x20...0x7e).contains($0) })
      for solver in Solvers.found {
        guard case .unsatisfiable = solver.ask(text) else {
          Issue.record("\(file) with \(solver.name)")
          continue
        }
      }
    }
    let again = folder + "-again"
    try prover.emit(to: again)
    for name in FileReader.names(in: folder) {
      #expect(
        try FileReader.bytes(of: folder + "/" + name) == FileReader.bytes(of: again + "/" + name))
    }
  }
}
