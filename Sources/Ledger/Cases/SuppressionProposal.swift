public import Formats

/// A suppression of a false match: proposed by one person, in force when another approves it, and
/// only until a day.
public struct SuppressionProposal: Sendable {
  public enum Act: Sendable {
    /// What the register says of it, without approval.
    case propose(JSON)
    case approve(until: CivilDate)
    /// Takes back what is proposed or in force.
    case withdraw(reason: String)

    var kind: String {
      switch self {
      case .propose: "propose"
      case .approve: "approve"
      case .withdraw: "withdraw"
      }
    }
  }

  public enum State: Sendable, Hashable {
    case proposed
    case approved(by: String, on: CivilDate, until: CivilDate)
    case withdrawn(by: String, reason: String)
  }

  /// The longest that one may last (`Suppression.longestDays`).
  static let longestDays = 365

  public let id: String
  public private(set) var record = JSON.null
  public private(set) var maker = ""
  public private(set) var state: State?

  init(id: String) { self.id = id }

  /// Why an act is none; nil where the rules allow it.
  func refusal(of act: Act, by person: String, as roles: Set<CaseRole>, on day: CivilDate)
    -> String?
  {
    let decides = !roles.isDisjoint(with: [.approver, .officer])
    switch act {
    case .propose:
      if state != nil { return "it is there already" }
      return roles.isDisjoint(with: [.analyst, .approver, .officer])
        ? "suppressions are proposed by an analyst, approver or officer" : nil
    case .approve(let until):
      guard state == .proposed else { return "it is not waiting for approval" }
      guard decides else { return "suppressions are approved by an approver or officer" }
      guard person != maker else { return "nobody approves what he proposed" }
      let days = until.dayNumber - day.dayNumber
      return (1...Self.longestDays).contains(days)
        ? nil : "it lasts from 1 to \(Self.longestDays) days, not \(days)"
    case .withdraw(let reason):
      if reason.allSatisfy(\.isWhitespace) { return "a reason is missing" }
      switch state {
      case .proposed, .approved:
        return decides || person == maker
          ? nil : "it is taken back by who proposed it, an approver or an officer"
      case .withdrawn, nil: return "there is nothing to take back"
      }
    }
  }

  /// An act that the rules do not allow has no effect.
  mutating func take(_ act: Act, by person: String, as roles: Set<CaseRole>, on day: CivilDate) {
    guard refusal(of: act, by: person, as: roles, on: day) == nil else { return }
    switch act {
    case .propose(let record): (self.record, maker, state) = (record, person, .proposed)
    case .approve(let until): state = .approved(by: person, on: day, until: until)
    case .withdraw(let reason): state = .withdrawn(by: person, reason: reason)
    }
  }

  /// The line of `register/suppressions.ndjson`; nil unless it is in force on a day.
  public func registerLine(on day: CivilDate) -> JSON? {
    guard case .approved(let approver, let approved, let until) = state, day < until else {
      return nil
    }
    return SuppressionProposal.line(
      id: id, record, maker: maker, approver: approver, on: approved, until: until)
  }

  /// A record as the register has it once it is approved.
  public static func line(
    id: String, _ record: JSON, maker: String, approver: String, on day: CivilDate,
    until: CivilDate
  ) -> JSON {
    .object(
      [("id", .string(id))] + (record.members ?? []).map { ($0.key, $0.value) } + [
        ("maker", .string(maker)), ("approvedBy", .string(approver)),
        ("approvedOn", .string(day.description)), ("expires", .string(until.description)),
      ])
  }

  public func json(on day: CivilDate) -> JSON {
    var members: [(String, JSON)] = [
      ("suppression", .string(id)), ("maker", .string(maker)), ("record", record),
    ]
    switch state {
    case .proposed: members.append(("status", .string("proposed")))
    case .approved(let approver, let approved, let until):
      members += [
        ("status", .string(day < until ? "approved" : "expired")),
        ("approvedBy", .string(approver)), ("approvedOn", .string(approved.description)),
        ("expires", .string(until.description)),
      ]
    case .withdrawn(let person, let reason):
      members += [
        ("status", .string("withdrawn")), ("withdrawnBy", .string(person)),
        ("reason", .string(reason)),
      ]
    case nil: members.append(("status", .string("none")))
    }
    return .object(members)
  }
}

extension SuppressionProposal: Equatable {
  public static func == (one: SuppressionProposal, other: SuppressionProposal) -> Bool {
    one.id == other.id && one.maker == other.maker && one.state == other.state
      && one.record.text() == other.record.text()
  }
}

extension SuppressionProposal.Act {
  var json: JSON {
    switch self {
    case .propose(let record): .object([("kind", .string(kind)), ("record", record)])
    case .approve(let until):
      .object([("kind", .string(kind)), ("until", .string(until.description))])
    case .withdraw(let reason):
      .object([("kind", .string(kind)), ("reason", .string(reason))])
    }
  }

  /// Nil for what this version does not know, which has no effect.
  init?(_ json: JSON) {
    switch json["kind"]?.string {
    case "propose":
      guard let record = json["record"], record.members != nil else { return nil }
      self = .propose(record)
    case "approve":
      guard let until = json["until"]?.string.flatMap({ CivilDate($0) }) else { return nil }
      self = .approve(until: until)
    case "withdraw":
      guard let reason = json["reason"]?.string else { return nil }
      self = .withdraw(reason: reason)
    default: return nil
    }
  }
}
