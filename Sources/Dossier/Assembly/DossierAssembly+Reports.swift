import Evidence
import Facts
import Taxonomy
import Trade

/// A report that concerns an order, and how it relates to each party.
struct SelectedReport {
  let prepared: PreparedReport
  /// Whether it is about the party, in the order of the parties.
  let isAbout: [Truth]
  /// Whether it speaks of the place where the party is.
  let coversPlace: [Truth]
  /// Where its claims stand on the shelf, once they are there.
  var evidence: [Int] = []
}

/// The reports that concern an order, and the programmes that its text names.
extension DossierAssembly {
  mutating func selectReports() {
    let receivers = parties.indices.filter {
      parties[$0].receives || parties[$0].basis != .declared
    }
    let isOpen = !endUserIsDeclared
    var relations = ReportRelations(parties, reportReading)
    for prepared in inputs.reports {
      let concerns =
        receivers.contains {
          relations.isAbout(prepared, $0).or(relations.coversPlace(prepared, $0)) != .isFalse
        }
        || isOpen
          && relations.reading.mayConcern(
            prepared, destination: order.countryOfUltimateDestination)
      guard concerns else { continue }
      reports.append(
        SelectedReport(
          prepared: prepared, isAbout: parties.indices.map { relations.isAbout(prepared, $0) },
          coversPlace: parties.indices.map { relations.coversPlace(prepared, $0) }))
    }
  }

  mutating func reportObject(_ index: Int) -> FactObject {
    let prepared = reports[index].prepared
    let claims = prepared.claims.map { shelf.place($0) }
    reports[index].evidence = claims
    return prepared.object(
      claims: claims, contradictions: prepared.contradictions.map { shelf.place($0) },
      number: index)
  }

  /// Programmes whose names stand in the text and whose place a receiving party may be in.
  ///
  /// The same words are ordinary health vocabulary elsewhere.
  func programmesOfText() -> [Programme] {
    let indicators = [
      "programme-physicals-for-all": "physicals-for-all",
      "programme-population-registration": "population-registration-program",
      "programme-visit-benefit-gather": "visit-benefit-gather",
    ]
    let named = Set(text.found.compactMap { indicators[$0.indicator] })
    guard !named.isEmpty else { return [] }
    let reading = ReportReading(
      knowledge: knowledge, places: inputs.places, programmesNamed: [])
    return corpus.evidence.programmes.filter { programme in
      named.contains(programme.code)
        && parties.contains { reading.place(of: $0, isWithin: programme.place) != .isFalse }
    }
  }

  var reportReading: ReportReading {
    ReportReading(
      knowledge: knowledge, places: inputs.places,
      programmesNamed: Set(programmesNamed.map(\.code)))
  }
}

/// Relates reports to the parties of one order; what several reports say of one body is compared
/// with each party once.
private struct ReportRelations {
  let parties: [PartyReading]
  let reading: ReportReading
  private var bodies: [Int: [Truth?]] = [:]

  init(_ parties: [PartyReading], _ reading: ReportReading) {
    self.parties = parties
    self.reading = reading
  }

  mutating func isAbout(_ prepared: PreparedReport, _ party: Int) -> Truth {
    guard let body = prepared.body else { return reading.isAbout(prepared, parties[party]) }
    let none = [Truth?](repeating: nil, count: parties.count)
    if let known = bodies[body.number, default: none][party] { return known }
    let truth = reading.isBody(body.reading, parties[party])
    bodies[body.number, default: none][party] = truth
    return truth
  }

  func coversPlace(_ prepared: PreparedReport, _ party: Int) -> Truth {
    reading.coversPlace(prepared, parties[party])
  }
}
