import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade
import WatchLists

/// Who stands above a party, and what is investigated around it.
extension DossierAssembly {
  /// The listed bodies over a party, or those over it that sanctions block.
  func commandingBody(
    of party: PartyReading, _ index: Int, blocked: Bool
  ) -> (fact: Fact, name: String) {
    let own = Set(
      listings.filter { $0.party == index && $0.match.certainty == .certain }
        .map(\.match.index))
    let commanding = party.functions.filter { code in
      CommandingBodies.commanding.contains { knowledge.taxonomy.functions.isWithin(code, $0) }
    }
    for place in party.places {
      for function in commanding {
        let bodies = inputs.commands.bodies(
          over: place, function: function, except: own, blocked: blocked)
        guard !bodies.isEmpty else { continue }
        let name = bodies.map(\.words).joined(separator: " and ")
        return (.boolean(true, .inferred, words: "\(name): for its place or above it"), name)
      }
      if !party.functionsAreComplete, inputs.commands.hasBody(over: place) {
        return (.unknown("its function is not known"), "a listed body")
      }
    }
    if !party.functionsAreComplete,
      party.openPlaces.contains(where: { inputs.commands.hasBody(over: $0) })
    {
      return (.unknown("neither its function nor its place is known"), "a listed body")
    }
    return (.boolean(false, .computed, words: "no such body for its place or above it"), "none")
  }

  /// Whether one of the names is the party's, in any script; a possible match is unknown.
  private func isNamed(_ party: PartyReading, in names: [String]) -> Truth {
    var truth = Truth.isFalse
    for name in names {
      let profile = knowledge.names.profile(
        of: Identity(
          names: [name], kind: .organisation, countries: [], identifiers: [], addresses: []))
      switch knowledge.names.compare(party.profile, profile).verdict {
      case .same: return .isTrue
      case .possible: truth = .isUnknown
      case .different: break
      }
    }
    return truth
  }

  func investigation(of party: PartyReading) -> (fact: Fact, words: String) {
    let reading = reportReading
    var result = Truth.isFalse
    var words = "none is open"
    for investigation in corpus.register.investigations
    where investigation.openedOn <= asOf && (investigation.closedOn.map { asOf < $0 } ?? true) {
      var truth = isNamed(party, in: investigation.parties)
      if !investigation.functions.isEmpty || investigation.place != nil {
        var inScope = Truth.isTrue
        if !investigation.functions.isEmpty {
          inScope = reading.function(of: party, isWithinOneOf: investigation.functions)
        }
        if let place = investigation.place {
          inScope = inScope.and(reading.place(of: party, isWithin: place))
        }
        truth = truth.or(inScope)
      }
      if truth > result {
        result = truth
        words = "\(investigation.id), opened on \(investigation.openedOn): \(investigation.summary)"
      }
    }
    return (fact(result, [], "open investigation with \(party.name) in scope"), words)
  }
}
