import Formats

/// What the verbs of `scruple policy` share.
enum PolicyOutput {
  /// The form that `--output` names, the first one where it stands not.
  static func form(_ arguments: Arguments, of known: [String]) throws(CommandFailure) -> String {
    let form = arguments.option("output") ?? known[0]
    guard known.contains(form) else {
      throw CommandFailure(
        .usage,
        "scruple: `\(form)` is no form of this answer; use one of \(known.joined(separator: ", "))")
    }
    return form
  }

  static func refusePositional(_ arguments: Arguments, _ verb: String) throws(CommandFailure) {
    guard arguments.positional.isEmpty else {
      throw CommandFailure(
        .usage, "scruple: policy \(verb) takes no file; point --home at the folder")
    }
  }
}
