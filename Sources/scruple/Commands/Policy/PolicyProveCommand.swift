import Formats
import Policy
import Proofs

/// `scruple policy prove`: what the policies promise, proved or refuted by a solver.
enum PolicyProveCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["home", "solver", "emit-smtlib", "timeout", "output"], flags: [])
    let isJSON = try PolicyOutput.form(arguments, of: ["text", "json"]) == "json"
    guard arguments.positional.isEmpty else {
      throw CommandFailure(
        .usage, "scruple: policy prove takes no file; point --home at the folder")
    }
    let solver = try solver(arguments)
    let home = try HomeFolder(option: arguments.option("home"))
    let policies = try Session.policies(home, try Session.knowledge(home))
    let prover = Prover(policies, solver: solver)
    if let folder = arguments.option("emit-smtlib") {
      do throws(FileReader.Failure) {
        let count = try prover.emit(to: folder)
        Output.tell("\(count) questions written to \(folder); \(folder)/index.tsv lists them")
      } catch {
        throw CommandFailure(.inputOutput, "scruple: " + error.message)
      }
    }
    let proofs = prover.prove()
    let warnings = prover.warnings()
    if isJSON {
      let json = JSON.object([
        ("policies", .string(policies.digest)), ("proofs", .array(proofs.map(\.json))),
        ("warnings", .array(warnings.map(\.json))),
      ])
      Output.write(json.text() + "\n")
    } else {
      Output.tell(warnings.map(\.line))
      Output.write(proofs.map(\.text).joined() + summary(proofs, policies))
    }
    return proofs.allSatisfy(\.isProved) ? .allow : .invalidPolicy
  }

  /// The solver that is named, or that is on the path; nil where there is none.
  static func solver(_ arguments: Arguments) throws(CommandFailure) -> Solver? {
    var timeout = 30
    if let words = arguments.option("timeout") {
      guard let seconds = Int(words), (1...3_600).contains(seconds) else {
        throw CommandFailure(
          .usage, "scruple: `\(words)` for --timeout is no number of seconds from 1 to 3600")
      }
      timeout = seconds
    }
    let solver = Solver.find(arguments.option("solver"), timeout: timeout)
    if solver == nil, let path = arguments.option("solver") {
      throw CommandFailure(
        .usage, "scruple: there is no program `\(path)` that can be run; name z3 or cvc5")
    }
    return solver
  }

  private static func summary(_ proofs: [Proof], _ policies: PolicySet) -> String {
    let proved = proofs.filter(\.isProved).count
    let refuted = proofs.filter(\.isRefuted).count
    let time = proofs.reduce(0) { $0 + $1.milliseconds }
    return "\(proved) proved, \(refuted) refuted, \(proofs.count - proved - refuted) not proved; "
      + "\(time) ms\n\(policies.digest)\n"
  }
}
