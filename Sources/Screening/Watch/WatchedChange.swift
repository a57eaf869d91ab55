public import Formats
public import Policy

/// An order that something new touches, with its determination before and after.
public struct WatchedOrder: Sendable {
  public let reference: String
  /// Line of the file that it stands on; nil for one of the corpus.
  public let line: Int?
  public let touches: [Touch]
  /// Nil stands for `errorFailClosed`.
  public let before: Outcome?
  public let after: Outcome?
  /// The rules that make the difference; empty where the determination stays.
  public let changes: [RuleChange]

  public var isChanged: Bool { Direction(from: before, to: after) != nil }

  /// `titles` are those of the rules.
  public func json(_ titles: [String: String]) -> JSON {
    .object([
      ("type", .string("order")), ("order", .string(reference)),
      ("line", line.map(JSON.integer) ?? .null),
      (
        "determination",
        .object([
          ("before", .string(WatchedOrder.name(before))),
          ("after", .string(WatchedOrder.name(after))),
          ("changes", .boolean(isChanged)),
          ("direction", .optional(Direction(from: before, to: after)?.rawValue)),
          (
            "rules",
            .array(
              changes.map { change in
                .object([
                  ("rule", .string(change.rule)), ("change", .string(change.kind.rawValue)),
                  ("title", .optional(titles[change.rule])),
                ])
              })
          ),
        ])
      ), ("touches", .array(touches.map(\.json))),
    ])
  }

  public static func name(_ outcome: Outcome?) -> String { outcome?.name ?? "errorFailClosed" }
}

/// A customer or an instrument that something new touches.
public struct WatchedParty: Sendable {
  public let name: String
  /// Orders, reports of distributors or registers in which it stands, the first few of them.
  public let places: [String]
  /// The serial of the instrument that it holds; nil for a customer.
  public let serial: String?
  public let site: String
  public let touches: [Touch]

  public var json: JSON {
    var members: [(String, JSON)] = [
      ("type", .string(serial == nil ? "party" : "instrument"))
    ]
    if let serial { members.append(("serial", .string(serial))) }
    members += [
      (serial == nil ? "party" : "holder", .string(name)), ("site", .string(site)),
      ("in", .strings(places)), ("touches", .array(touches.map(\.json))),
    ]
    return .object(members)
  }
}
