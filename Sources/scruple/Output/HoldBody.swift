import Formats
import Memos

/// What `screen` and `hook` print when no determination was reached: always a hold.
struct HoldBody {
  let code: ExitCode
  let problems: [Diagnostic]
  let message: String
  let line: Int?
  var reference: String?

  init(code: ExitCode, problems: [Diagnostic], message: String, line: Int?) {
    self.code = code
    self.problems = problems
    self.message = message
    self.line = line
  }

  /// What a command answers that ended before a determination.
  init(_ failure: CommandFailure, line: Int? = nil, reference: String? = nil) {
    let reason = failure.reasons.joined(separator: "; ")
    self.init(
      code: failure.code, problems: [],
      message: reason + (reason.hasSuffix("?") ? "" : ".") + " The order is held.", line: line)
    self.reference = reference
  }

  var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("decision", .string("hold")),
      ("determination", .string("errorFailClosed")),
      ("detail", .string(message)), ("exitCode", .integer(Int(code.rawValue))),
    ]
    if let reference { members.append(("orderRef", .string(reference))) }
    if let line { members.append(("line", .integer(line))) }
    members.append(("problems", .array(problems.map(\.json))))
    members.append(
      (
        "suggestedErpAction",
        .object([
          ("hold", .boolean(true)), ("holdCode", .string("SCRUPLE")),
          ("liftOnlyOwnHold", .boolean(true)),
        ])
      ))
    return .object(members)
  }

  var text: String {
    "HOLD · \(reference.map { "order \(visible($0)) · " } ?? "")decision hold · "
      + "no determination was reached\n\(visible(message))\n"
  }
}
