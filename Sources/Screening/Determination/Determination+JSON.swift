import Facts
public import Formats
import Law
public import Policy

extension Determination {
  /// The record without the rule trace: what the hook answers and the ledger keeps. It holds the
  /// facts, so that it can be evaluated again (`RecordedFacts`).
  public var json: JSON { json(includingTrace: false) }

  /// The determination as data, after `screening-response.schema.json` (schema version 1.0).
  ///
  /// Members stand in one fixed order and nothing is taken from a clock, so equal determinations
  /// give equal bytes. `clearance` is always null here: only the ledger issues one.
  public func json(includingTrace: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")),
      ("decision", .string(decision.rawValue)),
      ("determination", .string(outcomeName)),
      ("determinationId", .string(id)),
      ("orderRef", .string(order.reference)),
      ("orderRevision", .integer(order.revision)),
      ("orderDigest", .string(order.digest)),
      ("asOf", .string(asOf.description)),
      ("policy", policy.json),
      ("lanes", lanes.json),
      ("findings", .array(findings.map(\.json))),
      ("lineOutcomes", .array(lineOutcomes.map(\.json))),
      ("evidence", .array(evidence.map(\.json))),
      ("coverage", coverage.json),
      ("counterfactuals", .array(counterfactuals.map(\.json))),
      ("questions", .array(questions.map(\.json))),
      ("obligations", .array(obligations.map(\.json))),
      ("counterEvidence", .array(counterEvidence.map(\.json))),
      ("scheduledChanges", .array(scheduledChanges.map(\.json))),
      ("worksheets", .array(worksheets.map(\.json))),
      ("order", order.json),
      ("notices", .array(notices.map(\.json))),
      ("demonstration", .optional(demonstration)),
      ("clearance", .null),
    ]
    if let diligence { members.append(("humanRights", diligence.json)) }
    if !answers.isEmpty { members.append(("answers", .array(answers.map(\.json)))) }
    if !capacity.isEmpty { members.append(("capacity", .array(capacity.map(\.json)))) }
    if let facts {
      members.append(("undeterminedRules", .strings(undetermined)))
      members.append(("facts", facts.json))
    }
    if includingTrace { members.append(("ruleTrace", .array(trace.map(\.json)))) }
    return .object(members)
  }
}

extension Decision {
  /// The machine's word for an outcome; none, which is `errorFailClosed`, holds.
  public init(for outcome: Outcome?) {
    self =
      switch outcome {
      case .release, .releaseWithConditions: .allow
      case .refusePolicy, .refuseProhibited: .block
      case .hold, .escalate, .licenceRequired, nil: .hold
      }
  }
}

extension PolicyIdentity {
  public var json: JSON {
    .object([
      ("name", .string(name)), ("revision", .string(revision)), ("digest", .string(digest)),
      ("dataDigest", .string(dataDigest)),
    ])
  }
}

extension Lanes {
  var json: JSON {
    .object([
      ("legal", Lanes.member(legal.state.rawValue, legal.summary)),
      ("redFlag", Lanes.member(redFlag.state.rawValue, redFlag.summary)),
      (
        "rights",
        .object([
          ("state", .string(rights.state.rawValue)),
          (
            "severity",
            .object([
              ("scale", .string(rights.scale)), ("scope", .string(rights.scope)),
              ("remediability", .string(rights.remediability)),
            ])
          ),
          ("linkage", .string(rights.linkage)), ("summary", .string(rights.summary)),
        ])
      ),
      ("data", Lanes.member(data.state.rawValue, data.summary)),
    ])
  }

  private static func member(_ state: String, _ summary: String) -> JSON {
    .object([("state", .string(state)), ("summary", .string(summary))])
  }
}

extension Coverage {
  public var json: JSON {
    .object([
      ("complete", .boolean(isComplete)),
      ("lists", .array(lists.map(\.json))),
      ("notSearched", .strings(notSearched)),
      (
        "suppressed",
        .object([("count", .integer(suppressed.count)), ("ids", .strings(suppressed))])
      ),
    ])
  }
}

extension Coverage.List {
  public var json: JSON {
    .object([
      ("id", .string(id)), ("name", .string(name)),
      ("version", .optional(retrieved?.description)),
      ("entries", .integer(entries)), ("unreadable", .integer(unreadable)),
      ("ageDays", ageDays.map(JSON.integer) ?? .null),
      ("canaries", .string("\(canariesFound)/\(canariesExpected)")),
      ("required", .boolean(isRequired)), ("answered", .boolean(answered)),
      ("faults", .strings(faults)), ("digest", .string(digest)),
    ])
  }
}
