import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// Where an instrument is said to be, held against where the register has it.
extension DossierAssembly {
  /// Kinds of transaction that are done at the instrument.
  private static let onSite: Set<TransactionKind> = [
    .service, .softwareUpdate, .training, .remoteAccess,
  ]

  /// The parties at whose place a line is used: declared ones, for what was joined from the
  /// register agrees with it of itself.
  private var users: [PartyReading] {
    let declared = parties.filter { $0.basis == .declared }
    for role in [PartyRole.serviceSite, .endUser, .ultimateConsignee, .purchaser] {
      let found = declared.filter { $0.roles.contains(role) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Joins who holds the instruments at the very address of a party, where the order serves an
  /// instrument and names none.
  mutating func joinHoldersOfSites() {
    guard let holders = inputs.instrumentHolders else { return }
    let tree = knowledge.taxonomy.products
    let serves =
      DossierAssembly.onSite.contains(order.kind)
      || [.spares, .consumable, .relocation].contains(order.kind)
      || lines.contains { line in
        line.families.contains { family in
          LineReading.serving.contains { tree.isWithin(family, $0) }
        }
      }
    guard serves, lines.contains(where: { $0.line.installedBase == nil }) else { return }
    let addresses = parties.filter { $0.basis == .declared && $0.receives }.flatMap(\.addresses)
    for address in addresses where !isPlaceAlone(address) {
      for instrument in holders.instruments(at: knowledge.names.fold(address)) {
        join(
          instrument,
          because: "the register of instruments, which has \(instrument.serial) with it at an "
            + "address of the order")
      }
    }
  }

  // MARK: - Province

  /// Whether somebody who uses it is in another province than the register has it in, or, where
  /// the tables hold no provinces of a country, in another country.
  func isInOtherProvince(_ station: InstalledInstrument.Station) -> Truth {
    let registered = places(of: station)
    let users = users
    guard !users.isEmpty else { return .isUnknown }
    return users.reduce(Truth.isFalse) { truth, user in
      truth.or(isElsewhere(places(of: user), registered))
    }
  }

  private func isElsewhere(_ here: [String], _ there: [String]) -> Truth {
    let (countries, registered) = (Set(here.map(country)), Set(there.map(country)))
    if countries.isEmpty || registered.isEmpty { return .isUnknown }
    if countries.isDisjoint(with: registered) { return .isTrue }
    let common = countries.intersection(registered)
    guard common.contains(where: hasProvinces) else { return .isFalse }
    let (ours, theirs) = (provinces(of: here), provinces(of: there))
    if ours.isEmpty || theirs.isEmpty { return .isUnknown }
    return ours.isDisjoint(with: theirs) ? .isTrue : .isFalse
  }

  private func country(_ code: String) -> String { String(code.prefix(2)) }

  private func hasProvinces(_ country: String) -> Bool {
    inputs.countriesWithProvinces.contains(country)
  }

  private func provinces(of codes: [String]) -> Set<String> {
    Set(
      codes.compactMap { code in
        let lineage = inputs.places.lineage(of: code)
        return lineage.first { $0.parent.map { $0.utf8.count == 2 } ?? false }?.code
      })
  }

  /// Places by address; a name counts where no address tells more than a country.
  private func places(of party: PartyReading) -> [String] {
    let told = party.addresses.flatMap { knowledge.names.places(in: $0).prefix(1).map(\.code) }
      .filter { inputs.places.contains($0) && $0.utf8.count > 2 }
    return told.isEmpty ? party.places : told
  }

  private func places(of station: InstalledInstrument.Station) -> [String] {
    places(
      of: PartyReading(
        id: "register", roles: [], names: station.holder,
        countries: station.country.map { [$0] } ?? [],
        addresses: station.site.isEmpty ? [] : [station.site], basis: .declared, knowledge))
  }

  // MARK: - Site

  mutating func serviceSiteUnknown(_ reading: LineReading) -> Fact {
    let relation = reading.line.installedBase?.relation
    let isService =
      !isRelocation(reading)
      && (DossierAssembly.onSite.contains(order.kind)
        || [.service, .software, .training].contains(relation))
    guard isService else {
      return .boolean(false, .declared, words: "nothing is done at an instrument")
    }
    return ofInstrument(.serviceSiteUnknown, reading, "the site is none of the register's") {
      assembly, instrument, station in
      // Other instruments of the holder tell its sites too.
      var sites = assembly.sites(heldWith: station)
      sites.append(station)
      return assembly.isOutside(sites)
    }
  }

  private func isRelocation(_ reading: LineReading) -> Bool {
    order.kind == .relocation || reading.line.installedBase?.relation == .relocation
  }

  mutating func relocationOutsideRegister(_ reading: LineReading) -> Fact {
    guard isRelocation(reading) else {
      return .boolean(false, .declared, words: "nothing is moved")
    }
    return ofInstrument(
      .relocationOutsideRegister, reading, "it is moved to a site that the register does not know"
    ) { assembly, instrument, station in
      var sites = assembly.sites(heldWith: station)
      sites.append(station)
      for user in assembly.users {
        sites += (assembly.inputs.instrumentHolders?.matches(for: user.profile) ?? [])
          .filter(\.isCertain).map { $0.instrument.station(on: assembly.asOf) }
      }
      return assembly.isOutside(sites)
    }
  }

  private func sites(
    heldWith station: InstalledInstrument.Station
  ) -> [InstalledInstrument.Station] {
    inputs.instrumentHolders?.stations(of: station, on: asOf) ?? []
  }

  /// Whether an address of somebody who uses it is at none of these sites.
  private func isOutside(_ sites: [InstalledInstrument.Station]) -> Truth {
    let known = sites.filter { !$0.site.isEmpty }
    let users = users
    guard !known.isEmpty, !users.isEmpty else { return .isUnknown }
    var result = Truth.isFalse
    for user in users {
      guard !user.addresses.isEmpty else {
        result = result.or(.isUnknown)
        continue
      }
      for address in user.addresses {
        let country = user.countries.count == 1 ? user.countries.first : nil
        var outside = Truth.isTrue
        for site in known where outside != .isFalse {
          outside = outside.and(isOther(address, country, site))
        }
        result = result.or(outside)
      }
    }
    return result
  }

  /// Whether an address is another than a registered site; what the register has as a place only
  /// is any address within it.
  private func isOther(
    _ address: String, _ country: String?, _ station: InstalledInstrument.Station
  ) -> Truth {
    let names = knowledge.names
    if names.fold(address) == names.fold(station.site) { return .isFalse }
    let comparison = names.compare(
      names.address(address, country: country),
      names.address(station.site, country: station.country))
    if comparison.verdict >= .sameStreet { return .isFalse }
    if comparison.verdict == .contradicted { return .isTrue }
    let here = names.places(in: address).prefix(1).map(\.code)
    let there = names.places(in: station.site).prefix(1).map(\.code)
    guard let ours = here.first, let theirs = there.first else { return .isUnknown }
    switch inputs.places.containment(of: ours, in: theirs) {
    case .inside:
      // A registered street that the order does not name again may be another one.
      return isPlaceAlone(station.site) ? .isFalse : .isUnknown
    case .undetermined: return .isUnknown
    case .outside: return .isTrue
    }
  }

  /// Whether a registered site is a place and nothing narrower.
  private func isPlaceAlone(_ site: String) -> Bool {
    !site.unicodeScalars.contains {
      $0.properties.numericType != nil || "号路街室楼道".unicodeScalars.contains($0)
    }
  }
}
