public import Evidence
public import Trade

extension PartyReading {
  /// The holder of an instrument as a party, at its site.
  public init(
    holderOf instrument: InstalledInstrument, at station: InstalledInstrument.Station,
    _ knowledge: Knowledge
  ) {
    self.init(
      id: instrument.serial, roles: [.endUser], names: station.holder,
      countries: station.country.map { [$0] } ?? [],
      addresses: station.site.isEmpty ? [] : [station.site],
      basis: .declared, knowledge)
  }

  /// The parties of an order; placeholders name nobody.
  public static func parties(of order: Order, _ knowledge: Knowledge) -> [PartyReading] {
    order.parties.map { PartyReading($0, knowledge) }.filter { !$0.isPlaceholder }
  }
}
