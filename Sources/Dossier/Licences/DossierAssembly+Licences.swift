import Evidence
import Facts
import Formats
import Law
import Names
import Taxonomy
import Trade

/// Holds the recorded authorisations against the order. Each way in which one fails is told.
extension DossierAssembly {
  func licenceFits() -> [LicenceFit] {
    corpus.licences.licences.compactMap { fit(of: $0) }
  }

  /// Nil for one that has neither an item nor a party of the order: it is no matter of it.
  private func fit(of licence: LicenceBook.Licence) -> LicenceFit? {
    let authorisation = licence.authorisation
    var places: [Authorisation.Requirement: Set<Int>] = [:]
    var lineFaults: [Int: String] = [:]
    for (index, line) in lines.enumerated() {
      for requirement in authorisation.covers {
        let (isItem, words) = item(line, of: authorisation, for: requirement)
        if isItem == .isTrue {
          places[requirement, default: []].insert(index)
        } else {
          lineFaults[index] = words
        }
      }
    }
    guard !places.isEmpty || namesSomebody(licence) else { return nil }
    for index in places.values.flatMap({ $0 }) { lineFaults[index] = nil }
    var faults = dayFaults(authorisation)
    if !authorisation.countries.contains(order.countryOfUltimateDestination) {
      faults.append(
        "it is for \(authorisation.countries.joined(separator: ", ")), not for "
          + order.countryOfUltimateDestination)
    }
    faults += partyFaults(licence)
    let covered = Set(places.values.flatMap { $0 })
    let (balanceFault, left) = LicenceBalance(licence, self).reading(of: covered)
    if let balanceFault, !covered.isEmpty { faults.append(balanceFault) }
    return LicenceFit(
      authorisation: authorisation, lines: places, faults: faults, lineFaults: lineFaults,
      left: left)
  }

  private func dayFaults(_ authorisation: Authorisation) -> [String] {
    var faults: [String] = []
    if asOf < authorisation.issued { faults.append("it is issued on \(authorisation.issued)") }
    if authorisation.expires < asOf { faults.append("it expired on \(authorisation.expires)") }
    if let revoked = authorisation.revoked, revoked <= asOf {
      faults.append("it was revoked on \(revoked)")
    }
    if authorisation.verifiedBy == nil {
      faults.append("nobody verified the record against the document")
    }
    return faults
  }

  /// Whether a line is an item of it; unknown where a code or a family that it names is not known.
  func item(
    _ line: LineReading, of authorisation: Authorisation,
    for requirement: Authorisation.Requirement
  ) -> (Truth, String) {
    let number = line.line.number
    var answer = Truth.isTrue
    var words: [String] = []
    if !authorisation.codes.isEmpty {
      let declared =
        requirement == .europeanAnnex ? line.line.europeanDualUseCode : line.line.eccn
      let isNamed = declared.map { Truth(authorisation.names(code: $0)) } ?? .isUnknown
      answer = answer.and(isNamed)
      if isNamed != .isTrue {
        words.append(
          "line \(number) is declared as \(declared ?? "nothing"), and it is for "
            + authorisation.codes.joined(separator: ", "))
      }
    }
    if !authorisation.families.isEmpty {
      let tree = knowledge.taxonomy.products
      let isWithin: Truth =
        line.families.isEmpty
        ? .isUnknown
        : Truth(
          line.families.allSatisfy { family in
            authorisation.families.contains { tree.isWithin(family, $0) }
          })
      answer = answer.and(isWithin)
      if isWithin != .isTrue {
        words.append(
          "line \(number) is \(line.families.isEmpty ? "of no known family" : line.families.joined(separator: ", "))"
            + ", and it is for " + authorisation.families.joined(separator: ", "))
      }
    }
    return (answer, words.joined(separator: "; "))
  }

  /// Every party to the transaction must stand on it in its own role (15 CFR 748.5, 750.7).
  private func partyFaults(_ licence: LicenceBook.Licence) -> [String] {
    var faults: [String] = []
    if !endUserIsDeclared { faults.append("the order does not name its end user") }
    for party in parties {
      for role in party.roles.compactMap({ Authorisation.Role(rawValue: $0.rawValue) }) {
        let verdicts = (licence.parties[role] ?? []).map {
          knowledge.names.compare(party.profile, $0).verdict
        }
        guard !verdicts.contains(.same) else { continue }
        let stands = verdicts.contains(.possible) ? "may be, and need not be," : "is not"
        faults.append("\(party.name) \(stands) its \(Self.words(role))")
      }
    }
    return faults
  }

  private func namesSomebody(_ licence: LicenceBook.Licence) -> Bool {
    let known = licence.parties.values.flatMap { $0 }
    return parties.contains { party in
      known.contains { knowledge.names.compare(party.profile, $0).verdict == .same }
    }
  }

  static func words(_ role: Authorisation.Role) -> String {
    switch role {
    case .purchaser: "purchaser"
    case .intermediateConsignee: "intermediate consignee"
    case .ultimateConsignee: "ultimate consignee"
    case .endUser: "end user"
    case .serviceSite: "service site"
    }
  }
}
