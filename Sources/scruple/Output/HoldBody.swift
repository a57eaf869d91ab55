import Formats

/// What `screen` and `hook` print when no determination was reached: always a hold.
struct HoldBody {
  let code: ExitCode
  let problems: [Diagnostic]
  let message: String
  let line: Int?

  var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("decision", .string("hold")),
      ("determination", .string("errorFailClosed")),
      ("detail", .string(message)), ("exitCode", .integer(Int(code.rawValue))),
    ]
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
    "HOLD · decision hold · no determination was reached\n\(message)\n"
  }
}
