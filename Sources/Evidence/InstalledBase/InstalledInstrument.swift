public import Formats

/// One instrument of the vendor's register, with everybody who held it and where it stood.
public struct InstalledInstrument: Sendable, Hashable {
  /// A holder and a site from one day on.
  public struct Station: Sendable, Hashable {
    public let holder: [String]
    public let country: String?
    public let site: String
    /// The day on which it was installed or moved there; nil where the register does not say.
    public let from: CivilDate?
    /// Line of the register, for citation.
    public let line: Int
  }

  public let serial: String
  public let product: String
  /// In the order of time; never empty.
  public let stations: [Station]
  /// From this day on it is out of use.
  public let retiredOn: CivilDate?

  /// Fails for an instrument that nobody ever held.
  init?(serial: String, product: String, stations: [Station], retiredOn: CivilDate?) {
    guard !stations.isEmpty else { return nil }
    self.serial = serial
    self.product = product
    self.stations = stations
    self.retiredOn = retiredOn
  }

  /// Who held it on a day: the last who had it by then, or, before all days known, the first.
  public func station(on day: CivilDate) -> Station {
    stations.last { $0.from.map { $0 <= day } ?? true } ?? stations[0]
  }

  public func isRetired(on day: CivilDate) -> Bool { retiredOn.map { $0 <= day } ?? false }

  /// The register's history in words.
  public func history(on day: CivilDate) -> String {
    var words = stations.map { station in
      (station.holder.first ?? "nobody") + (station.site.isEmpty ? "" : ", \(station.site)")
        + (station.from.map { " from \($0)" } ?? "")
    }
    if let retiredOn {
      words.append(retiredOn <= day ? "retired on \(retiredOn)" : "to be retired on \(retiredOn)")
    }
    return "\(serial) (\(product)): " + words.joined(separator: "; then ")
  }

  public var installedOn: CivilDate? { stations[0].from }
  /// Line of the register at which it first stands, for the order of what is found.
  public var line: Int { stations[0].line }

  /// What serial numbers are compared by: capital letters and digits, so that blanks and hyphens
  /// that somebody wrote otherwise make no other instrument.
  public static func key(of serial: String) -> String {
    let letters = serial.uppercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return letters.isEmpty ? serial : String(String.UnicodeScalarView(letters))
  }
}
