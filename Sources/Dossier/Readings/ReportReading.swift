import Evidence
import Facts
import Names
import Taxonomy

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
      guard let body = prepared.body else { return .isUnknown }
      return isBody(body.reading, party)
    case .programme(let code): return Truth(programmesNamed.contains(code))
    case .place: return .isFalse
    }
  }

  /// Whether a party is a body of which reports speak, or one that it commands.
  func isBody(_ body: PartyReading, _ party: PartyReading) -> Truth {
    switch knowledge.names.compare(party.profile, body.profile).verdict {
    case .same: .isTrue
    case .possible: .isUnknown
    case .different: commands(body, party)
    }
  }

  /// Whether a body commands a party: the same of the commanding functions, for the party's place or
  /// one above it below the level of countries.
  private func commands(_ body: PartyReading, _ party: PartyReading) -> Truth {
    guard let place = body.places.first, place.utf8.count > 2 else { return .isFalse }
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
    for code in party.openPlaces where places.containment(of: code, in: asked) != .outside {
      result = .isUnknown
    }
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
