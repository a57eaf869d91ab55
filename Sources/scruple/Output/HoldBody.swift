import Formats
import Hook
import Memos

/// What `screen` and `hook` print when no determination was reached: always a hold.
struct HoldBody {
  let code: ExitCode
  let problems: [Diagnostic]
  let message: String
  let line: Int?
  var reference: String?
  /// Whether a determination is on record that allows the order, and something else holds it.
  var isHeldOtherwise = false

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

  /// An order that its determination allows and that an investigation or a request that waits holds.
  /// Why is told to those who may see it.
  static func held(_ reference: String) -> HoldBody {
    var body = HoldBody(
      code: .heldOrBlocked, problems: [],
      message: ApprovedSentence.text(.hold, nil)
        + " `scruple case list` and `scruple case show` tell why to whoever may see it.", line: nil)
    body.reference = reference
    body.isHeldOtherwise = true
    return body
  }

  var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("decision", .string("hold")),
      ("determination", .string(isHeldOtherwise ? "hold" : "errorFailClosed")),
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
      + (isHeldOtherwise ? "its record is in the ledger" : "no determination was reached")
      + "\n\(visible(message))\n"
  }
}
