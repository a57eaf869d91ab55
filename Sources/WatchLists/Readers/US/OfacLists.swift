/// Tells the list of an entry of OFAC's legacy files, which their programme tags and remarks say.
///
/// Source: https://ofac.treasury.gov, "Consolidated Sanctions List data files" and "Sanctions
/// programme tags".
enum OfacLists {
  /// The lists other than the SDN List that an entry shows; more than one where it stands on more.
  static func nonSDN(programmes: [String], remarks: String) -> [ListCode] {
    var lists: [ListCode] = []
    func add(_ list: ListCode) { if !lists.contains(list) { lists.append(list) } }
    for tag in programmes {
      switch tag {
      case "NS-PLC": add(.legislativeCouncil)
      case "561-Related", "IRAN-561", "HIFPAA-NS", "CAPTA": add(.correspondentAccounts)
      case "HKAA": add(.menuBased)
      default:
        if tag.hasPrefix("CMIC") { add(.militaryIndustrial) }
        if tag.hasPrefix("FSE") { add(.sanctionsEvaders) }
      }
    }
    if remarks.contains("Executive Order 13662 Directive Determination") {
      add(.sectoralSanctions)
    }
    if remarks.contains("correspondent account or a payable-through account") {
      add(.correspondentAccounts)
    }
    let menus = [
      "Executive Order 14024 Directive Information Subject to",
      "Executive Order 14014 Directive Information: Subject to",
    ]
    if menus.contains(where: { remarks.contains($0) }) { add(.menuBased) }
    return lists
  }

  /// Whether a file holds the lists other than the SDN List.
  ///
  /// Both have the same layout. CONS_PRIM.CSV is told by its entries, of which most carry the mark
  /// of such a list, because its name may have been changed.
  static func isNonSDN(entries: Int, marked: Int) -> Bool { marked * 2 > entries }
}
