public import Formats

extension Investigation.Act {
  var json: JSON {
    func object(_ members: (String, JSON)...) -> JSON {
      .object([("kind", .string(kind))] + members)
    }
    return switch self {
    case .open(let text, let scope): object(("text", .string(text)), ("scope", scope.json))
    case .stop(let text, let scope, let day):
      object(
        ("text", .string(text)), ("scope", scope.json), ("discovered", .string(day.description)))
    case .finding(let text), .remedy(let text), .close(let text): object(("text", .string(text)))
    case .event(let duty, let day), .report(let duty, let day):
      object(("duty", .string(duty.rawValue)), ("day", .string(day.description)))
    }
  }

  /// Nil for what this version of the program did not write: it then has no effect.
  init?(_ json: JSON) {
    let text = json["text"]?.string
    let duty = json["duty"]?.string.flatMap(ReportingClock.Duty.init)
    let day = json["day"]?.string.flatMap { CivilDate($0) }
    switch (json["kind"]?.string, text, duty, day) {
    case ("open", let text?, _, _):
      self = .open(allegation: text, InvestigationScope(json["scope"]))
    case ("stop", let text?, _, _):
      guard let found = json["discovered"]?.string.flatMap({ CivilDate($0) }) else { return nil }
      self = .stop(reason: text, InvestigationScope(json["scope"]), discovered: found)
    case ("finding", let text?, _, _): self = .finding(text)
    case ("remedy", let text?, _, _): self = .remedy(text)
    case ("close", let text?, _, _): self = .close(reason: text)
    case ("event", _, let duty?, let day?): self = .event(duty, on: day)
    case ("report", _, let duty?, let day?): self = .report(duty, on: day)
    default: return nil
    }
  }
}

extension Investigation {
  /// What a person may see of it: those who only sell, service or ask see that it holds.
  public func json(for person: String, on day: CivilDate) -> JSON {
    var members: [(String, JSON)] = [
      ("investigation", .string(id)), ("holds", .boolean(holds)),
    ]
    let may: Set<CaseRole> = [.analyst, .approver, .officer, .counsel, .auditor]
    guard !roles(of: person).isDisjoint(with: may) else { return .object(members) }
    members += [
      ("allegation", .string(allegation)), ("scope", scope.json),
      ("opened", .optional(opened?.description)),
      ("discovered", .optional(discovered?.description)),
      ("findings", .strings(findings)), ("remedies", .strings(remedies)),
      ("closeAskedBy", .optional(closer)),
      ("clocks", .array(clocks.map { $0.json(on: day) })),
      (
        "entries",
        .array(
          entries.map { entry in
            .object([
              ("record", .integer(entry.position)), ("day", .string(entry.day.description)),
              ("person", .string(entry.person)), ("act", entry.act.json),
              ("withoutEffect", .optional(entry.refusal)),
            ])
          })
      ),
    ]
    return .object(members)
  }
}
