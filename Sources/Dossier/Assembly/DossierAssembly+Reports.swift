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
    programmesNamed = programmesOfText()
    let receivers = parties.indices.filter {
      parties[$0].receives || parties[$0].basis != .declared
    }
    let isOpen = !endUserIsDeclared
    let reading = reportReading
    let relations = parties.map { inputs.relations(of: $0) }
    for (number, prepared) in inputs.reports.enumerated() {
      func isAbout(_ party: Int) -> Truth {
        relations[party].isAbout[number] ?? reading.isAbout(prepared, parties[party])
      }
      let concerns =
        receivers.contains { isAbout($0).or(relations[$0].coversPlace[number]) != .isFalse }
        || isOpen
          && reading.mayConcern(prepared, destination: order.countryOfUltimateDestination)
      guard concerns else { continue }
      reports.append(
        SelectedReport(
          prepared: prepared, isAbout: parties.indices.map { isAbout($0) },
          coversPlace: relations.map { $0.coversPlace[number] }))
    }
  }

  /// Takes over what another found for the same parties, texts and claims.
  mutating func selectReports(as other: DossierAssembly) {
    programmesNamed = other.programmesNamed
    reports = other.reports
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
