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
}
