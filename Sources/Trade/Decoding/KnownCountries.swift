import Formats

/// The country codes that exist, and the right one for those that are often got wrong.
struct KnownCountries {
  private let codes: Set<String>
  /// Codes that were taken back, with those that came in their place.
  private let former: [String: [String]]

  init(_ codes: Set<String>, former: [String: [String]] = [:]) {
    self.codes = codes
    self.former = former
  }

  /// What to write for a code that is not in use.
  func remedy(for word: String) -> String? {
    if let followers = former[word.uppercased()], !followers.isEmpty {
      return
        "the code is not in use; write \(followers.map { "`\($0)`" }.joined(separator: " or "))"
    }
    return nearest(to: word).map { "did you mean `\($0)`?" }
  }

  func contains(_ code: String) -> Bool { codes.contains(code) }

  /// The code that was probably meant. Codes are too short for spelling distance alone: `CHN` is
  /// one edit away from Switzerland.
  func nearest(to word: String) -> String? {
    let upper = word.uppercased()
    if codes.contains(upper) { return upper }
    if let usual = KnownCountries.usualSlips[upper], codes.contains(usual) { return usual }
    // Subdivisions such as `cn-65` name their country first.
    let parts = upper.split(separator: "-")
    if parts.count > 1, codes.contains(String(parts[0])) { return String(parts[0]) }
    guard word.utf8.count <= 3 else { return nil }
    return nearestWord(to: upper, among: codes.sorted())
  }

  private static let usualSlips = [
    "UK": "GB", "EL": "GR", "EN": "GB", "JA": "JP", "KO": "KR", "SW": "CH",
    "USA": "US", "CHN": "CN", "PRC": "CN", "HKG": "HK", "MAC": "MO", "TWN": "TW", "DEU": "DE",
    "GER": "DE", "GBR": "GB", "FRA": "FR", "NLD": "NL", "CHE": "CH", "AUT": "AT", "JPN": "JP",
    "KOR": "KR", "PRK": "KP", "SGP": "SG", "MYS": "MY", "RUS": "RU", "KAZ": "KZ", "KGZ": "KG",
    "TUR": "TR", "ARE": "AE", "UAE": "AE", "IND": "IN", "IRN": "IR", "THA": "TH", "VNM": "VN",
    "CHINA": "CN", "HONG KONG": "HK", "MACAU": "MO", "TAIWAN": "TW", "GERMANY": "DE",
    "UNITED STATES": "US", "UNITED KINGDOM": "GB",
  ]
}
