/// A written address taken apart; what could not be told stays in the remainder.
public struct ParsedAddress: Sendable, Hashable {
  /// Somewhere named by its own name or number: `ho king` commercial centre, building 5.
  public struct Building: Sendable, Hashable {
    /// Joined, in Latin letters, without words such as Tower; sorted alternatives.
    public let forms: [String]
    /// The words as written, folded.
    public let written: String
  }

  public internal(set) var original: String
  /// ISO 3166-1 alpha-2; of the address itself, else as the context said.
  public internal(set) var country: String?
  /// Whether the address itself names its country.
  public internal(set) var statesCountry = false
  /// Codes of places below the country, the most specific first.
  public internal(set) var places: [String] = []
  /// Districts, towns and villages that have no code here, joined in Latin letters.
  public internal(set) var localities: [String] = []
  /// As written, without spaces, in lower case.
  public internal(set) var postcode: String?
  public internal(set) var streets: [StreetName] = []
  public internal(set) var houseNumbers: [AddressNumber] = []
  /// The number of a lane off the street: 123弄.
  public internal(set) var lane: AddressNumber?
  /// The number of a courtyard: `Yard 5`, 5号院.
  public internal(set) var yard: AddressNumber?
  /// Numbers and letters of buildings, blocks and towers.
  public internal(set) var buildingNumbers: [AddressNumber] = []
  public internal(set) var buildings: [Building] = []
  /// Industrial parks and development zones.
  public internal(set) var zones: [Building] = []
  /// The staircase of a Chinese building: 2单元.
  public internal(set) var entrance: AddressNumber?
  public internal(set) var floor: AddressNumber?
  public internal(set) var rooms: [AddressNumber] = []
  public internal(set) var poBox: AddressNumber?
  public internal(set) var careOf: String?
  /// What is none of the above, folded, in the order written.
  public internal(set) var remainder: [String] = []

  init(_ original: String) { self.original = original }

  /// What was read, without how it was written and what the context said.
  var bare: ParsedAddress {
    var copy = self
    copy.original = ""
    copy.country = nil
    copy.statesCountry = false
    return copy
  }

  /// Whether a number stands among what could not be told.
  var hasLooseNumber: Bool {
    !houseNumbers.isEmpty
      || remainder.contains { words in words.utf8.contains { 0x30...0x39 ~= $0 } }
  }

  /// Whether it says where in a street, a park or a place: by a number or the name of a building.
  var isPinned: Bool {
    hasLooseNumber || yard != nil || lane != nil || poBox != nil || !buildings.isEmpty
      || !buildingNumbers.isEmpty || !rooms.isEmpty
  }

  /// Whether anything below the place was told: a street, building, zone or box.
  public var isSpecific: Bool {
    !streets.isEmpty || !buildings.isEmpty || !zones.isEmpty || poBox != nil
  }
}
