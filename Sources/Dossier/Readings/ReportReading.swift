import Evidence
import Facts
import Names
import Taxonomy

/// A report with the profile of the body that it speaks of, where it speaks of one.
struct PreparedReport: Sendable {
  let report: Report
  let entity: IdentityProfile?

  init(_ report: Report, _ knowledge: Knowledge) {
    self.report = report
    guard case .entity(let name, let chinese) = report.subject else {
      entity = nil
      return
    }
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
      case .different: return .isFalse
      }
    case .programme(let code): return Truth(programmesNamed.contains(code))
    case .place: return .isFalse
    }
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
