import Facts
public import Formats
import Taxonomy

/// A checked rule in words, for tables, pages and data.
public struct RuleWords: Sendable {
  public let rule: Rule
  /// `any end user E`, `any line L`.
  public let appliesTo: [String]
  /// One of the clauses that `and` joins, as written.
  public struct Condition: Sendable {
    public let text: String
    /// The names of the codes in it: `CN-65: Xinjiang`.
    public let codes: [String]
  }

  public let conditions: [Condition]
  /// The exception with its authority and last day.
  public let exception: String?
  public let exceptionCodes: [String]
  /// `refuse by policy`, or `note`.
  public let consequence: String
  /// The periods, joined; `always` where there is none.
  public let inForce: String
  public let reason: String
  public let binds: String?
  public let obligations: [String]

  public init(_ rule: Rule, _ policies: PolicySet) {
    self.rule = rule
    let vocabulary = policies.vocabulary
    appliesTo = rule.bindings.map { binding in
      (binding.isEvery ? "every " : "any ") + vocabulary.collections[binding.collection].phrase
        + " " + binding.variable
    }
    // The checker sorts clauses by the variables that they need; a reader has the file beside it.
    conditions = rule.clauses.sorted {
      RuleWords.place($0.condition) < RuleWords.place($1.condition)
    }.map { clause in
      let isChoice = if case .any = clause.condition { rule.clauses.count > 1 } else { false }
      return Condition(
        text: isChoice ? "(" + clause.text + ")" : clause.text,
        codes: RuleWords.codes(clause.condition, vocabulary))
    }
    exceptionCodes = rule.exception.map { RuleWords.codes($0, vocabulary) } ?? []
    exception = rule.exception.map { _ in
      rule.exceptionText + (rule.exceptionAuthority.map { " (authority: \($0))" } ?? "")
        + (rule.exceptionUntil.map { " (until \($0))" } ?? "")
    }
    consequence = rule.effect?.written ?? "note"
    inForce = RuleWords.words(rule.intervals)
    func words(_ message: Message) -> String {
      message.parts.map { part in
        switch part {
        case .text(let text): return text
        case .fact(let subject, let domain, let term):
          let name = subject < 0 ? "order" : rule.bindings[subject].variable
          return "[\(name).\(vocabulary.domains[domain].terms[term].name)]"
        }
      }.joined()
    }
    reason = words(rule.reason)
    binds = rule.binds.map(words)
    obligations = rule.obligations.map(words)
  }

  public static func words(_ intervals: [ValidityInterval]) -> String {
    guard !intervals.isEmpty else { return "always" }
    return intervals.map { interval in
      var parts: [String] = []
      if let from = interval.from { parts.append("from \(from)") }
      if let until = interval.until { parts.append("until \(until)") }
      if let key = interval.confirmation { parts.append("once \(key) is confirmed") }
      return parts.isEmpty ? "always" : parts.joined(separator: " ")
    }.joined(separator: "; ")
  }

  private static func place(_ condition: Policy.Condition) -> SourcePosition {
    switch condition {
    case .all(let parts), .any(let parts):
      parts.first.map(place) ?? SourcePosition(line: 0, column: 0)
    case .negation(let inner): place(inner)
    case .atom(let atom): atom.position
    case .aggregate(let aggregate): aggregate.position
    }
  }

  private static func codes(
    _ condition: Policy.Condition, _ vocabulary: Vocabulary
  ) -> [String] {
    switch condition {
    case .all(let parts), .any(let parts):
      return parts.flatMap { codes($0, vocabulary) }.reduce(into: []) { codes, next in
        if !codes.contains(next) { codes.append(next) }
      }
    case .negation(let inner): return codes(inner, vocabulary)
    case .aggregate(let aggregate):
      return aggregate.condition.map { codes($0, vocabulary) } ?? []
    case .atom(let atom):
      guard case .within(let name, let codes) = atom.test, let tree = vocabulary.trees[name] else {
        return []
      }
      return codes.compactMap { code in
        tree[code].flatMap { $0.name == code ? nil : "\(code): \($0.name)" }
      }
    }
  }

  public var json: JSON {
    .object([
      ("name", .string(rule.name)), ("title", .string(rule.title)),
      ("policy", .string(rule.policy)), ("file", .string(rule.file)),
      ("line", .integer(rule.position.line)), ("lane", .string(rule.lane.rawValue)),
      ("kind", .string(rule.kind.rawValue)), ("effect", .optional(rule.effect?.name)),
      ("appliesTo", .strings(appliesTo)), ("when", .strings(conditions.map(\.text))),
      ("unless", .optional(rule.exception == nil ? nil : rule.exceptionText)),
      ("authority", .optional(rule.exceptionAuthority)),
      ("unlessUntil", .optional(rule.exceptionUntil?.description)),
      (
        "inForce",
        .array(
          rule.intervals.map { interval in
            .object([
              ("from", .optional(interval.from?.description)),
              ("until", .optional(interval.until?.description)),
              ("confirmation", .optional(interval.confirmation)),
            ])
          })
      ),
      ("basis", .strings(rule.bases)), ("evidence", .strings(rule.sources)),
      ("binds", .optional(binds)), ("because", .string(reason)),
      ("require", .strings(obligations)),
      (
        "severity",
        rule.severity.map { severity in
          .object([
            ("state", .string(severity.isSevere ? "severe" : "moderate")),
            ("scale", .string(severity.scale)), ("scope", .string(severity.scope)),
            ("remediability", .string(severity.remediability)),
            ("linkage", .string(severity.linkage)),
          ])
        } ?? .null
      ),
      (
        "examples",
        .array(
          rule.examples.map { example in
            .object([
              ("title", .string(example.title)),
              ("expect", .string(example.expectation.rawValue)),
            ])
          })
      ),
    ])
  }
}

extension Outcome {
  /// The outcome as a rule writes it.
  public var written: String {
    switch self {
    case .release: "release"
    case .releaseWithConditions: "release with conditions"
    case .hold: "hold"
    case .escalate: "escalate"
    case .licenceRequired: "require a licence"
    case .refusePolicy: "refuse by policy"
    case .refuseProhibited: "refuse as prohibited"
    }
  }
}

extension Lane {
  /// The lane as a rule writes it.
  public var written: String { self == .redFlag ? "red flag" : rawValue }
}
