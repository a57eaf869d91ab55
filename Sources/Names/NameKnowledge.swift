public import Formats
public import Taxonomy

/// Everything needed to understand names; built once from the taxonomy and the tables of `Data/`.
///
/// A body is understood as place, function, legal form and distinctive words, so that
/// 阿克苏地区公安局 and `Aksu Prefecture PSB` are seen to be one. Nothing here knows lists: it
/// compares two identities and says why.
public struct NameKnowledge: Sendable {
  let tables: NameTables

  /// Functions whose words also tell one body from another, so that they stay among the tokens.
  static let softFunctions: Set<String> = [
    "company", "reseller", "manufacturer", "logistics", "bank", "university", "research",
    "education", "agriculture", "health", "military", "military-medical", "forensic-service",
    "paramilitary", "police-academy",
  ]

  /// From which score, of 100, two identities may be one: the one threshold of all comparisons.
  package static let threshold = 76

  /// Reads the tables below `folder`, the `Data` folder of an installation.
  ///
  /// Throws a diagnostic for a table that is missing or malformed.
  ///
  /// `compiled` is a `compiledLexicon` of the same tables and the same program, which the caller
  /// vouches for; it saves most of the time. What does not fit together is not used.
  public init(
    taxonomy: Taxonomy, folder: String, compiled: MappedBytes? = nil
  ) throws(Diagnostic) {
    tables = try NameTables(taxonomy: taxonomy, folder: folder, compiled: compiled)
  }

  /// The larger tables as they are after reading, to be kept and handed over the next time; nil
  /// where they were handed over.
  public var compiledLexicon: [UInt8]? { tables.isCompiled ? nil : tables.compiledLexicon }

  /// Whether both were read at once, so that what one understood the other would too.
  public func isSame(as other: NameKnowledge) -> Bool { tables === other.tables }

  /// The form in which texts are compared; folding it again changes nothing.
  public func fold(_ text: String) -> String { tables.folding.fold(text) }

  /// Takes the name of a body apart.
  public func parse(_ name: String) -> ParsedName {
    NameParser(name, knowledge: self).parse()
  }

  /// The places that a text or an address names, the most specific first.
  ///
  /// The longest name wins; a county's bare name counts only beside a place that encloses it.
  /// Division codes of GB/T 2260 such as `[650100]` are read too.
  public func places(in text: String) -> [PlaceMention] {
    places(in: text, skipsStreets: true)
  }

  /// The same; those who take an address apart tell its streets themselves.
  func places(in text: String, skipsStreets: Bool) -> [PlaceMention] {
    var units = tables.folding.units(of: text)
    tables.symbols.assign(to: &units)
    let mentions = PlaceParser(
      lexicon: tables.places, units: units, scalars: Array(text.unicodeScalars),
      taken: [Bool](repeating: false, count: units.count),
      bodies: [Bool](repeating: false, count: units.count), phraseEnds: [], isRunningText: true,
      skipsStreets: skipsStreets
    ).mentions()
    return mentions.enumerated().sorted { left, right in
      let depths = (left.element.code.utf8.count, right.element.code.utf8.count)
      return depths.0 == depths.1 ? left.offset < right.offset : depths.0 > depths.1
    }.map(\.element)
  }

  func isWithin(_ function: String, _ ancestor: String) -> Bool {
    tables.functions.isWithin(function, ancestor)
  }

  /// Whether a function tells public bodies apart beside their place.
  func isInstitutional(_ function: String) -> Bool {
    tables.institutionalFunctions.contains(function)
  }

  /// `Kashgar Prefecture (喀什地区, CN-6531)`.
  func placeName(_ code: String) -> String {
    guard let index = tables.places.index(of: code) else { return code }
    let place = tables.places.places[index]
    guard !place.chinese.isEmpty, code.hasPrefix("CN") else {
      return "\(place.english) (\(code))"
    }
    return "\(place.english) (\(place.chinese), \(code))"
  }
}
