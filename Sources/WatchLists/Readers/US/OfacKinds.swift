/// Reads OFAC's words for kinds of entries and of what it files under identification.
enum OfacKinds {
  /// `SDN_Type`, `sdnType` and `entityType`; nil for a word that is not known.
  static func schema(_ type: String) -> EntrySchema? {
    switch type.lowercased() {
    case "individual": .person
    case "entity": .organisation
    case "vessel": .vessel
    case "aircraft": .aircraft
    default: nil
    }
  }

  /// What OFAC files under identification though it identifies nobody.
  static func isRemark(_ kind: String) -> Bool {
    kind == "Gender" || kind == "Target Type" || kind == "Organization Established Date"
      || kind.contains("Directive Information") || kind == "Nationality of Registration"
      || kind.hasSuffix(":") || kind.hasSuffix("-")
  }

  /// The kind without the colon or dash that ends it.
  static func label(_ kind: String) -> String {
    var label = kind.singleSpaced
    while label.hasSuffix(":") || label.hasSuffix("-") || label.hasSuffix(" ") {
      label.removeLast()
    }
    return label
  }
}
