import Dossier
import Facts
import Formats
import Policy

/// `scruple policy terms`: what policies can speak of.
enum PolicyTermsCommand {
  static func run(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: ["home", "domain", "output"], flags: [])
    try PolicyOutput.refusePositional(arguments, "terms")
    let form = try PolicyOutput.form(arguments, of: ["text", "json"])
    let home = try HomeFolder(option: arguments.option("home"))
    let policies = try Session.policies(home, try Session.knowledge(home))
    let domain = arguments.option("domain")
    let known = policies.vocabulary.domains.map(\.name)
    if let domain, !known.contains(domain) {
      throw CommandFailure(
        .usage,
        "scruple: there is no domain `\(domain)`; use one of \(known.joined(separator: ", "))")
    }
    var declared: [String: String] = [:]
    for heading in policies.headings {
      for term in heading.terms { declared[term] = PolicyFiles.prefix + heading.file }
    }
    let reference = VocabularyReference(
      policies.vocabulary, domain: domain, declaredIn: declared)
    Output.write(
      form == "json" ? reference.json.text(indented: true) + "\n" : reference.text)
    return .allow
  }
}
