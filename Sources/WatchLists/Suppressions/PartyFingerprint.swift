import Digests
import Formats

/// Who a party is, as far as a suppression is bound to it: names, countries and identifiers.
///
/// Any further name, country or identifier makes another fingerprint, which reopens what was
/// suppressed. Case, punctuation and order do not.
public struct PartyFingerprint: Sendable, Hashable {
  public let names: [String]
  public let countries: [String]
  public let identifiers: [String]

  public init(names: [String], countries: [String], identifiers: [String]) {
    func canonical(_ texts: [String], _ fold: (String) -> String) -> [String] {
      Set(texts.map(fold).filter { !$0.isEmpty }).sorted()
    }
    self.names = canonical(names) { FoldedName($0).text }
    self.countries = canonical(countries) { $0.uppercased() }
    self.identifiers = canonical(identifiers) { identifier in
      FoldedName(identifier).text.replacing(" ", with: "")
    }
  }

  /// 64 hexadecimal digits: SHA-256 of the canonical JSON of the three lists.
  public var hexadecimal: String {
    let json = JSON.object([
      ("countries", .strings(countries)), ("identifiers", .strings(identifiers)),
      ("names", .strings(names)),
    ])
    return SHA256(of: json.canonicalText).hexadecimal
  }
}
