import Formats
import Memos

/// What stands in the place of an answer where a party was not screened.
struct UnscreenedParty {
  let code: ExitCode
  let line: Int?
  let problems: [Diagnostic]
  let message: String

  /// A row, or the rest of a file, that cannot be read.
  init(_ problems: [Diagnostic], line: Int?) {
    code = .invalidInput
    self.line = line
    self.problems = problems
    let place = line.map { "The row on line \($0)" } ?? "The file, or its rest,"
    message = place + " cannot be read and was not screened. Hold."
  }

  /// A command that ended before it could screen anything.
  init(_ failure: CommandFailure) {
    code = failure.code
    line = nil
    problems = []
    message =
      failure.reasons.joined(separator: "; ") + ". Nothing was screened. Hold."
  }

  var json: JSON {
    .object([
      ("schemaVersion", .string("1.0")), ("line", line.map(JSON.integer) ?? .null),
      ("result", .string("notScreened")), ("summary", .string(message)),
      ("exitCode", .integer(Int(code.rawValue))), ("problems", .array(problems.map(\.json))),
    ])
  }

  var text: String {
    "NOT SCREENED\(line.map { " · line \($0)" } ?? "")\n\(visible(message))\n"
      + problems.map { "  - \(visible($0.line))\n" }.joined()
  }
}
