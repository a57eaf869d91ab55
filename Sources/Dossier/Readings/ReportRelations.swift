import Evidence
import Facts
import Formats
import Names

/// How each of the prepared reports relates to one party.
struct ReportRelations: Sendable {
  /// Whether it is about the party, in the order of the reports; nil where that depends on which
  /// programmes the text of an order names.
  let isAbout: [Truth?]
  /// Whether it speaks of the place where the party is.
  let coversPlace: [Truth]

  /// Many reports speak of one body, which is held against the party once.
  init(_ party: PartyReading, to reports: [PreparedReport], _ reading: ReportReading) {
    var bodies: [Int: Truth] = [:]
    isAbout = reports.map { prepared -> Truth? in
      if case .programme = prepared.report.subject { return nil }
      guard let body = prepared.body else { return reading.isAbout(prepared, party) }
      if let known = bodies[body.number] { return known }
      let truth = reading.isBody(body.reading, party)
      bodies[body.number] = truth
      return truth
    }
    coversPlace = reports.map { reading.coversPlace($0, party) }
  }

  /// All of a party on which these relations depend.
  static func key(of party: PartyReading) -> WrittenKey {
    var key = party.profile.identity.writtenKey
    key.add(party.functions)
    key.add(party.functionsAreComplete ? 1 : 0)
    key.add(party.places)
    key.add(party.openPlaces)
    return key
  }
}
