public import Formats

/// What a person does on a case. It is recorded once and never changed.
public enum CaseAct: Sendable, Hashable {
  public enum Effect: String, Sendable, Hashable, CaseIterable {
    case release, releaseWithConditions, hold, refuse

    /// Whether goods could leave by it.
    public var releases: Bool { self == .release || self == .releaseWithConditions }
  }

  case assign(to: String)
  case note(String)
  /// Something that bears on the case, by the digests of its documents.
  case evidence(String, digests: [String])
  case answer(question: String, String, digests: [String])
  /// A release is a proposal until another approves; a hold or a refusal is in force at once.
  case decide(Effect, reason: String, conditions: [String])
  case approve(reason: String)
  case dissent(reason: String)
  /// Asks to release what was refused; an act of its own, which counsel approves.
  case override(reason: String, until: CivilDate, conditions: [String])
  case reopen(reason: String)

  public var kind: String {
    switch self {
    case .assign: "assign"
    case .note: "note"
    case .evidence: "evidence"
    case .answer: "answer"
    case .decide: "decide"
    case .approve: "approve"
    case .dissent: "dissent"
    case .override: "override"
    case .reopen: "reopen"
    }
  }

  /// The words that a person gave.
  public var text: String {
    switch self {
    case .assign(let person): person
    case .note(let text), .evidence(let text, _), .answer(_, let text, _): text
    case .decide(_, let reason, _), .approve(let reason), .dissent(let reason),
      .override(let reason, _, _), .reopen(let reason):
      reason
    }
  }

  var json: JSON {
    var members: [(String, JSON)] = [("kind", .string(kind)), ("text", .string(text))]
    switch self {
    case .evidence(_, let digests): members.append(("digests", .strings(digests)))
    case .answer(let question, _, let digests):
      members += [("question", .string(question)), ("digests", .strings(digests))]
    case .decide(let effect, _, let conditions):
      members += [("effect", .string(effect.rawValue)), ("conditions", .strings(conditions))]
    case .override(_, let day, let conditions):
      members += [("until", .string(day.description)), ("conditions", .strings(conditions))]
    default: break
    }
    return .object(members)
  }

  /// Nil for what this version of the program did not write: it then has no effect.
  init?(_ json: JSON) {
    func texts(_ name: String) -> [String] { (json[name]?.array ?? []).compactMap(\.string) }
    guard let kind = json["kind"]?.string, let text = json["text"]?.string else { return nil }
    switch kind {
    case "assign": self = .assign(to: text)
    case "note": self = .note(text)
    case "evidence": self = .evidence(text, digests: texts("digests"))
    case "answer":
      guard let question = json["question"]?.string else { return nil }
      self = .answer(question: question, text, digests: texts("digests"))
    case "decide":
      guard let effect = json["effect"]?.string.flatMap(Effect.init) else { return nil }
      self = .decide(effect, reason: text, conditions: texts("conditions"))
    case "approve": self = .approve(reason: text)
    case "dissent": self = .dissent(reason: text)
    case "override":
      guard let day = json["until"]?.string.flatMap({ CivilDate($0) }) else { return nil }
      self = .override(reason: text, until: day, conditions: texts("conditions"))
    case "reopen": self = .reopen(reason: text)
    default: return nil
    }
  }
}
