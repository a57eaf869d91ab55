/// Tells OFAC's lists apart, which one layout carries: by programme tags, by remarks, by name.
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
      case _ where tag.hasPrefix("CMIC"): add(.militaryIndustrial)
      case _ where tag.hasPrefix("FSE"): add(.sanctionsEvaders)
      default: break
      }
    }
    if isSubject(to: "Executive Order 13662 Directive Determination", remarks) {
      add(.sectoralSanctions)
    }
    if remarks.contains("correspondent account or a payable-through account") {
      add(.correspondentAccounts)
    }
    let menus = ["14024", "14014"].map { "Executive Order \($0) Directive Information" }
    if menus.contains(where: { isSubject(to: $0, remarks) }) { add(.menuBased) }
    return lists
  }

  /// Whether remarks say that a directive applies. The same words also stand before a mere address
  /// of the web, `Executive Order 14024 Directive Information - For more information …`; and what
  /// stands between them and the directive differs from layout to layout.
  private static func isSubject(to order: String, _ remarks: String) -> Bool {
    remarks.components(separatedBy: order).dropFirst().contains { rest in
      rest.drop { ":- ".contains($0) }.hasPrefix("Subject to")
    }
  }

  /// Whether a file holds the lists other than the SDN List.
  ///
  /// Both have the same layout, and a name may have been changed; but most entries of such a file
  /// carry the mark of their list.
  static func isNonSDN(entries: Int, marked: Int) -> Bool { marked * 2 > entries }

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
    if words.contains("foreign sanctions evaders") { return .sanctionsEvaders }
    if words.contains("correspondent") || words.contains("capta") { return .correspondentAccounts }
    return nil
  }

  /// What the enhanced layout calls the file that gathers the non-SDN lists.
  static let consolidatedName = "Consolidated List"
}
