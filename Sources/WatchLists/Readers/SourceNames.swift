/// Tells the list from the `source` of a record of the Consolidated Screening List.
struct SourceNames {
  /// Sources that stand for no known list, as published.
  private(set) var unknown: Set<String> = []
  private var codes: [String: ListCode] = [:]

  /// Nil where the text gives no code at all.
  mutating func list(for source: String) -> ListCode? {
    if let code = codes[source] { return code }
    let abbreviation = SourceNames.abbreviation(in: source)
    var code = SourceNames.known[abbreviation]
    if code == nil {
      unknown.insert(source)
      code = ListCode("us-csl-" + SourceNames.slug(abbreviation))
    }
    codes[source] = code
    return code
  }

  /// The letters in the first parentheses, else the text up to the department.
  private static func abbreviation(in source: String) -> String {
    if let open = source.firstIndex(of: "("),
      let close = source[open...].firstIndex(of: ")")
    {
      let inside = source[source.index(after: open)..<close]
      return String(inside.split(separator: " ").first ?? inside)
    }
    return source.firstRange(of: " - ").map { String(source[..<$0.lowerBound]) } ?? source
  }

  private static func slug(_ text: String) -> String {
    let words = text.lowercased().utf8.split { byte in
      !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }
    let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return String(slug.prefix(48)).isEmpty ? "other" : String(slug.prefix(48))
  }

  private static let known: [String: ListCode] = [
    "SDN": .specialDesignations, "EL": .entityList, "DPL": .deniedPersons,
    "UVL": .unverified, "MEU": .militaryEndUsers, "ISN": .nonproliferation,
    "DTC": .itarDebarred, "SSI": .sectoralSanctions, "PLC": .legislativeCouncil,
    "CMIC": .militaryIndustrial, "NS-MBS": .menuBased, "CAP": .correspondentAccounts,
    "FSE": .sanctionsEvaders,
  ]
}
