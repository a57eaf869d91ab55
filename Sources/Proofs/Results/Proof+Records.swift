public import Formats
import Policy

extension Proof {
  public var isRefuted: Bool { if case .refuted = verdict { true } else { false } }

  /// The verdict as a person reads it, with its counterexample.
  public var text: String {
    switch verdict {
    case .proved:
      "proved      \(name): \(title) (\(solver ?? ""), \(milliseconds) ms)\n"
    case .refuted(let counterexample):
      (["refuted     \(name): \(title)"]
        + (counterexample.lines + counterexample.example).map { "    " + $0 })
        .joined(separator: "\n") + "\n"
    case .notProved(let reason):
      "not proved  \(name): \(title): \(reason)\n"
    }
  }

  public var json: JSON {
    var members: [(String, JSON)] = [("guarantee", .string(name)), ("title", .string(title))]
    switch verdict {
    case .proved: members.append(("verdict", .string("proved")))
    case .refuted(let counterexample):
      members.append(("verdict", .string("refuted")))
      members.append(("counterexample", counterexample.json))
    case .notProved(let reason):
      members.append(("verdict", .string("notProved")))
      members.append(("reason", .string(reason)))
    }
    if let solver { members.append(("solver", .string(solver))) }
    members.append(("questions", .integer(questions)))
    members.append(("milliseconds", .integer(milliseconds)))
    return .object(members)
  }
}

extension Counterexample {
  public var json: JSON {
    .object([
      ("question", .string(question)), ("asOf", .string(asOf.description)),
      ("outcome", .string(outcome.name)), ("expected", .string(expected.name)),
      ("order", .array(lines.map { .string($0) })),
      ("example", .array(example.map { .string($0) })),
    ])
  }
}
