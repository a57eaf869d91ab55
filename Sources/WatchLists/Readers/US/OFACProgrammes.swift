/// Tells OFAC's lists apart, which one layout carries.
enum OFACProgrammes {
  /// The lists other than the SDN List that an entry shows by its programmes and by what is said of
  /// directives; more than one where it stands on more.
  static func others(programmes: [String], remarks: String) -> [ListCode] {
    var lists: [ListCode] = []
    func add(_ list: ListCode?) {
      if let list, !lists.contains(list) { lists.append(list) }
    }
    for programme in programmes {
      switch programme {
      case "NS-PLC": add(.legislativeCouncil)
      case "561-Related", "IRAN-561", "HIFPAA-NS", "CAPTA": add(.correspondentAccounts)
      case "HKAA": add(.menuBased)
      case _ where programme.hasPrefix("CMIC"): add(.militaryIndustrial)
      case _ where programme.hasPrefix("FSE"): add(ListCode("us-ofac-fse"))
      default: break
      }
    }
    if remarks.contains("Executive Order 13662 Directive Determination") { add(.sectoralSanctions) }
    if remarks.contains("Executive Order 14024 Directive Information")
      || remarks.contains("Executive Order 14014 Directive Information")
    {
      add(.menuBased)
    }
    return lists
  }

  /// Whether a file holds the lists other than the SDN List: neither its name nor its header say
  /// so, but most of its entries carry the mark of such a list.
  static func isConsolidated(entries: Int, marked: Int) -> Bool { marked * 2 > entries }

  /// The list by the name that the enhanced layout gives it; nil for the file that gathers the
  /// non-SDN lists, and for a name that is not known.
  static func list(named name: String) -> ListCode? {
    let words = name.lowercased()
    if words == "sdn list" || words.hasPrefix("specially designated nationals") {
      return .specialDesignations
    }
    if words.contains("sectoral sanctions") { return .sectoralSanctions }
    if words.contains("palestinian legislative") { return .legislativeCouncil }
    if words.contains("military") { return .militaryIndustrial }
    if words.contains("menu-based") { return .menuBased }
    if words.contains("foreign sanctions evaders") { return ListCode("us-ofac-fse") }
    if words.contains("correspondent") || words.contains("capta") { return .correspondentAccounts }
    return nil
  }

  static let consolidatedName = "Consolidated List"

  /// `sdnType` and `entityType`.
  static func schema(_ type: String) -> EntrySchema? {
    switch type {
    case "Individual": .person
    case "Entity": .organisation
    case "Vessel": .vessel
    case "Aircraft": .aircraft
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
