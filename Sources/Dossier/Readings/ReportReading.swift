import Evidence
import Facts
import Names
import Taxonomy

/// A report with the profile of the body that it speaks of, where it speaks of one.
struct PreparedReport: Sendable {
  let report: Report
  let entity: IdentityProfile?
  /// What that body does and where, for those that it commands.
  let body: PartyReading?

  init(_ report: Report, _ knowledge: Knowledge) {
    self.report = report
    guard case .entity(let name, let chinese) = report.subject else {
      entity = nil
      body = nil
      return
    }
    body = PartyReading(
      id: report.kind, roles: [], names: [name] + (chinese.map { [$0] } ?? []), countries: [],
      addresses: [], basis: .joined(report.kind), knowledge)
    entity = knowledge.names.profile(
      of: Identity(
        names: [name] + (chinese.map { [$0] } ?? []), kind: .organisation, countries: [],
        identifiers: [], addresses: []))
  }
}

/// Relates reports to parties, in three values.
struct ReportReading {
  let knowledge: Knowledge
  /// The places as they lay on the as-of date.
  let places: CodeTree
  let programmesNamed: Set<String>

  func isAbout(_ prepared: PreparedReport, _ party: PartyReading) -> Truth {
    switch prepared.report.subject {
    case .bodies(let functions, let within):
      return function(of: party, isWithinOneOf: functions).and(place(of: party, isWithin: within))
    case .entity:
      guard let entity = prepared.entity else { return .isUnknown }
      switch knowledge.names.compare(party.profile, entity).verdict {
      case .same: return .isTrue
      case .possible: return .isUnknown
      case .different: return commands(prepared.body, party)
      }
    case .programme(let code): return Truth(programmesNamed.contains(code))
    case .place: return .isFalse
    }
  }

  /// Whether a body commands a party: the same of the commanding functions, for the party's place or
  /// one above it below the level of countries.
  private func commands(_ body: PartyReading?, _ party: PartyReading) -> Truth {
    guard let body, let place = body.places.first, place.utf8.count > 2 else { return .isFalse }
    let tree = knowledge.taxonomy.functions
    let shared = CommandingBodies.commanding.filter { function in
      body.functions.contains { tree.isWithin($0, function) }
    }
    guard !shared.isEmpty, !CommandingBodies.isUnit(body.functions, tree) else { return .isFalse }
    return function(of: party, isWithinOneOf: shared).and(self.place(of: party, isWithin: place))
  }

  func coversPlace(_ prepared: PreparedReport, _ party: PartyReading) -> Truth {
    switch prepared.report.subject {
    case .bodies(_, let within), .place(let within): place(of: party, isWithin: within)
    case .entity, .programme: .isFalse
    }
  }

  func function(of party: PartyReading, isWithinOneOf asked: [String]) -> Truth {
    let tree = knowledge.taxonomy.functions
    var result: Truth = party.functionsAreComplete ? .isFalse : .isUnknown
    for code in party.functions {
      for target in asked {
        switch tree.containment(of: code, in: target) {
        case .inside: return .isTrue
        case .undetermined: result = .isUnknown
        case .outside: break
        }
      }
    }
    return result
  }

  func place(of party: PartyReading, isWithin asked: String) -> Truth {
    guard !party.places.isEmpty else { return .isUnknown }
    var result = Truth.isFalse
    for code in party.places {
      switch places.containment(of: code, in: asked) {
      case .inside: return .isTrue
      case .undetermined: result = .isUnknown
      case .outside: break
      }
    }
    return result
  }

  /// Whether a report could concern somebody who is not named, in the country of destination.
  func mayConcern(_ prepared: PreparedReport, destination: String) -> Bool {
    switch prepared.report.subject {
    case .bodies(_, let within), .place(let within):
      places.containment(of: destination, in: within) != .outside
    case .entity, .programme: false
    }
  }
}
