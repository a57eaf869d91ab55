import Dossier
import Formats
import Policy

/// `scruple policy reference`: the whole language as Markdown.
enum PolicyReferenceCommand {
  /// Needs no corpus, and no policies that are in order: its reader may be mending them.
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home"], flags: [])
    try PolicyOutput.refusePositional(arguments, "reference")
    let knowledge = try Session.knowledge(try HomeFolder(option: arguments.option("home")))
    Output.write(PolicyReference(knowledge.vocabulary).markdown)
    return .allow
  }
}
