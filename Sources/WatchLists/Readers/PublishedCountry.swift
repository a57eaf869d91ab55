/// Reads the country words of list publishers as ISO 3166-1 alpha-2 codes.
enum PublishedCountry {
  /// Nil for regions and for names that are not known: unknown, not wrong.
  static func code(_ text: String) -> String? {
    var name = text.uppercased()
    if name.hasPrefix("REGION: ") { name = String(name.dropFirst("REGION: ".count)) }
    if let code = names[name] { return code }
    guard name.utf8.count == 2, name.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    return name
  }

  // Names that the lists use where a code should stand, as seen in the list of 2026-07-31.
  private static let names: [String: String] = [
    "CHINA": "CN", "CRIMEA (OCCUPIED)": "UA", "HONG KONG": "HK", "IRAN": "IR", "MACAO": "MO",
    "MACAU": "MO", "MAN, ISLE OF": "IM", "NORTH GAZA": "PS", "NORTHERN GAZA": "PS",
    "PEOPLE'S REPUBLIC OF CHINA": "CN", "PRC": "CN", "RUSSIA": "RU", "RUSSIAN FEDERATION": "RU",
    "TURKEY": "TR", "TURKIYE": "TR", "UK": "GB", "UNITED KINGDOM": "GB", "UNITED STATES": "US",
    "USA": "US", "WEST BANK": "PS",
  ]
}
