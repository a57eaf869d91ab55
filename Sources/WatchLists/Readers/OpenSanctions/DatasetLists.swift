/// Tells the list from the name or title of an OpenSanctions dataset.
///
/// Names and titles: https://www.opensanctions.org/datasets/. OpenSanctions merges what several
/// publishers say of one party, so an entity stands on each list whose dataset is known here.
enum DatasetLists {
  /// The known lists among the datasets, in their order; else a code made of the one dataset; else
  /// that of OpenSanctions as a whole.
  static func lists(of datasets: [String]) -> [ListCode] {
    var lists: [ListCode] = []
    for dataset in datasets {
      if let list = known[dataset], !lists.contains(list) { lists.append(list) }
    }
    if !lists.isEmpty { return lists }
    guard datasets.count == 1 else { return [.openSanctions] }
    return [datasets.first.flatMap { code($0) } ?? .openSanctions]
  }

  /// Words of the name as a code; nil for a title that makes none.
  private static func code(_ dataset: String) -> ListCode? {
    let words = dataset.lowercased().utf8.split { byte in
      !(0x61...0x7A).contains(byte) && !(0x30...0x39).contains(byte)
    }
    let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return slug.utf8.count <= 48 ? ListCode(slug) : nil
  }

  private static let known: [String: ListCode] = [
    "us_ofac_sdn": .specialDesignations,
    "US OFAC Specially Designated Nationals (SDN) List": .specialDesignations,
    "us_bis_denied": .deniedPersons, "US BIS Denied Persons List": .deniedPersons,
    "us_bis_entity_list": .entityList, "bis_entity_list": .entityList, "bis_dpl": .deniedPersons,
    "bis_meu": .militaryEndUsers, "us_dod_chinese_milcorps": .section1260H,
    "dow_1260h": .section1260H, "dow_1286": .section1286, "ofac_nscmic": .militaryIndustrial,
    "ofac_eo14032": .executiveOrder14032, "state_nonproliferation": .nonproliferation,
    "us_state_nonproliferation": .nonproliferation, "us_ddtc_debarred": .itarDebarred,
    "state_debarred_statutory": .itarDebarred, "state_debarred_admin": .itarDebarred,
    "fcc_covered": .coveredEquipment, "dhs_uflpa": .forcedLabour,
    "us_dhs_uflpa": .forcedLabour, "cbp_wro": .withholdRelease,
    "eu_fsf": .euFinancialSanctions,
    "EU Financial Sanctions Files (FSF)": .euFinancialSanctions,
    "un_sc_sanctions": .unSecurityCouncil, "un_sc": .unSecurityCouncil,
    "UN Security Council Consolidated Sanctions": .unSecurityCouncil,
    "gb_fcdo_sanctions": .ukSanctionsList, "UK FCDO Sanctions List": .ukSanctionsList,
    "gb_hmt_sanctions": .ukSanctionsList,
    "UK HMT/OFSI Consolidated List of Targets": .ukSanctionsList,
  ]
}
