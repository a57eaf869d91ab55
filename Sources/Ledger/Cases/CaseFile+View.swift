public import Formats
import Policy
public import Screening

/// What a person may see. Reasons, list matches, what would have to be otherwise and who said what
/// need a role in deciding cases; sales, service and order systems see the decision and one
/// approved sentence, and questions only while no block is possible.
extension CaseFile {
  public enum View: Sendable, Hashable { case full, brief }

  public func view(for person: String) -> View {
    roles(of: person).isDisjoint(with: [.analyst, .approver, .officer, .counsel, .auditor])
      ? .brief : .full
  }

  /// The decision for machines, with what persons decided.
  public func decision(on day: CivilDate) -> Decision {
    if release(on: day) != nil { return .allow }
    return ruling?.effect == .refuse ? .block : ground?.decision ?? .hold
  }

  /// The one sentence for those who may not see why.
  public func sentence(on day: CivilDate) -> String {
    switch decision(on: day) {
    case .allow: "The order may go on to clearance."
    case .hold: "The order is held for review by Trade Compliance."
    case .block: "The order does not proceed. Please refer all questions to Trade Compliance."
    }
  }

  /// The case for a person on a day; `determination` is the recorded one that it rests on.
  public func json(for person: String, on day: CivilDate, determination: JSON) -> JSON {
    var members: [(String, JSON)] = [
      ("case", .string(id)), ("orderRef", .string(reference)), ("system", .string(system)),
      ("decision", .string(decision(on: day).rawValue)), ("sentence", .string(sentence(on: day))),
    ]
    guard view(for: person) == .full else {
      members.append(("questions", .array(questions(determination))))
      return .object(members)
    }
    members += [
      ("questions", determination["questions"] ?? .array([])),
      ("status", .string(status.rawValue)), ("opened", .optional(opened?.description)),
      ("assignee", .optional(assignee)),
      ("determination", .optional(ground.map { $0.outcome?.name ?? "errorFailClosed" })),
      ("determinationId", .optional(ground?.determination)),
      ("overtaken", .boolean(isOvertaken)),
      ("pending", pending?.json ?? .null), ("ruling", ruling?.json ?? .null),
      ("reopenings", .strings(reopenings)),
      ("mayNotApprove", .strings(makers.sorted())),
      ("findings", determination["findings"] ?? .array([])),
      ("counterEvidence", determination["counterEvidence"] ?? .array([])),
      ("counterfactuals", determination["counterfactuals"] ?? .array([])),
      ("entries", .array(entries.map(\.json))),
    ]
    return .object(members)
  }

  /// Only the words: which answer would release is nowhere told.
  private func questions(_ determination: JSON) -> [JSON] {
    guard let ground, ground.decision == .hold, !ground.isPossibleBlock else { return [] }
    return (determination["questions"]?.array ?? []).map { question in
      .object([("id", question["id"] ?? .null), ("text", question["text"] ?? .null)])
    }
  }
}

extension CaseFile.Ruling {
  var json: JSON {
    .object([
      ("effect", .string(effect.rawValue)), ("override", .boolean(isOverride)),
      ("proposer", .string(proposer)), ("approver", .optional(approver)),
      ("reason", .string(reason)), ("conditions", .strings(conditions)),
      ("until", .optional(until?.description)), ("dissent", .strings(dissenters)),
      ("record", .integer(position)),
    ])
  }
}

extension CaseFile.Entry {
  var json: JSON {
    .object([
      ("record", .integer(position)), ("day", .string(day.description)),
      ("person", .string(person)), ("roles", .strings(roles.map(\.rawValue).sorted())),
      ("act", act.json), ("withoutEffect", .optional(refusal)),
    ])
  }
}

extension CaseDesk {
  /// The case as a person may see it.
  public func json(of file: CaseFile, for person: String) throws(LedgerFailure) -> JSON {
    var determination = JSON.null
    if let ground = file.ground {
      determination = try ledger.record(at: ground.position).content["determination"] ?? .null
    }
    return file.json(for: person, on: today, determination: determination)
  }

  /// The decision that the order system may be told today.
  public func decision(of file: CaseFile) -> Decision { file.decision(on: today) }

  public func sentence(of file: CaseFile) -> String { file.sentence(on: today) }
}
