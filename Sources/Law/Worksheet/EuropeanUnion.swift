import Facts

/// Countries whose customs territory is that of the European Union.
public enum EuropeanUnion {
  /// Member States, ISO 3166-1 alpha-2, as of 2020-02-01 (Treaty on European Union, Article 52;
  /// general knowledge, unverified).
  public static let members: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
    "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]
}

extension WorksheetCase {
  /// Whether the item leaves the Union (Regulation (EU) 2021/821, Article 2(2)); where nobody says
  /// from which country, an exporter of the Union is taken to ship from there.
  var leavesEuropeanUnion: Truth {
    if EuropeanUnion.members.contains(destination) { return .isFalse }
    guard let exportCountry else { return actors.eu }
    return EuropeanUnion.members.contains(exportCountry) ? .isTrue : .isFalse
  }
}
