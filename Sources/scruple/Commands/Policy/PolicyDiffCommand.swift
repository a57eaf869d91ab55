import Dossier
import Formats
import Policy
import Proofs

/// `scruple policy diff OLD NEW`: what new policies decide otherwise, with an order for each.
enum PolicyDiffCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(
      words, options: ["home", "solver", "timeout", "output"], flags: ["only-stricter"])
    let isJSON = try PolicyOutput.form(arguments, of: ["text", "json"]) == "json"
    guard arguments.positional.count == 2 else {
      throw CommandFailure(
        .usage, "scruple: policy diff takes two folders of policies: the old one and the new one")
    }
    let solver = try PolicyProveCommand.solver(arguments)
    let knowledge = try Session.knowledge(try HomeFolder(option: arguments.option("home")))
    let old = try policies(arguments.positional[0], knowledge)
    let new = try policies(arguments.positional[1], knowledge)
    let difference = PolicyDifference(old: old, new: new, solver: solver)
    Output.write(isJSON ? difference.json.text() + "\n" : difference.text)
    let isAsked = arguments.has("only-stricter")
    return isAsked && !difference.onlyStricter.isProved ? .invalidPolicy : .allow
  }

  /// The policies of a folder, or of the folder `Policies` in it.
  private static func policies(
    _ folder: String, _ knowledge: Knowledge
  ) throws(CommandFailure) -> PolicySet {
    let inner = folder + "/Policies"
    do throws(PolicyRefused) {
      return try PolicySet.load(
        folder: FileReader.isFolder(inner) ? inner : folder, vocabulary: knowledge.vocabulary,
        registry: Session.registry(knowledge))
    } catch {
      throw CommandFailure(
        .invalidPolicy,
        error.diagnostics.map(\.line) + ["scruple: the policies of `\(folder)` are refused"])
    }
  }
}
