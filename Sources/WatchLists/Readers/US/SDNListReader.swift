import Formats

/// Reads `SDN.XML` and `CONSOLIDATED.XML` of OFAC's Sanctions List Service.
///
/// Layout: https://sanctionslistservice.ofac.treas.gov, `sdnList`, with the misprint of
/// `publshInformation`.
enum SDNListReader {
  static let namespaces = [
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    "http://tempuri.org/sdnList.xsd",
  ]
  static let layout = RecordLayout(
    list: "the OFAC list", records: ["sdnEntry"], headers: ["publshInformation"])

  /// Returns the day of publication, and which of the two files it is.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> (day: CivilDate?, format: ListFormat) {
    var drafts: [(draft: EntryDraft, others: [ListCode], path: String, line: Int)] = []
    let document = try ListDocument(bytes, layout: layout, into: &collector) {
      record, path, collector in
      let type = record.value("sdnType")
      if let type, OfacKinds.schema(type) == nil {
        collector.note(
          "LST043", "the `sdnType` `\(type)` is not known", severity: .warning, path: path,
          line: record.line)
      }
      let draft = draft(of: record, schema: type.flatMap(OfacKinds.schema) ?? .unknown)
      let others = OfacLists.nonSDN(
        programmes: draft.entry.programmes, remarks: draft.finished.remarks ?? "")
      drafts.append((draft, others, path, record.line))
    }
    let header = document.header("publshInformation")
    try checkCount(header?.value("Record_Count"), document, &collector)
    let isConsolidated = OfacLists.isNonSDN(
      entries: drafts.count, marked: drafts.count { !$0.others.isEmpty })
    for (draft, others, path, line) in drafts {
      // Where nothing tells the list, the menu says what is barred.
      let unmarked: [ListCode] = isConsolidated ? [.menuBased] : [.specialDesignations]
      for list in isConsolidated && !others.isEmpty ? others : unmarked {
        draft.copied(to: list, effect: list.effect).hand(
          to: &collector, idName: "uid", path: path, line: line)
      }
    }
    let day = try StatedDay.read(
      header?.value("Publish_Date"), of: "Publish_Date", file: collector.file,
      by: StatedDay.monthFirst)
    return (day, isConsolidated ? .ofacConsolidatedXML : .ofacDesignationsXML)
  }

  private static func checkCount(
    _ stated: String?, _ document: ListDocument, _ collector: inout EntryCollector
  ) throws(ListFailure) {
    guard let stated else {
      collector.note(
        "LST013", "the file does not state its `Record_Count`, so its length cannot be checked",
        severity: .warning)
      return
    }
    guard Int(stated) == document.records else {
      throw ListFailure([
        Diagnostic(
          "LST007",
          "the file states a `Record_Count` of \(stated.prefix(20)) and holds"
            + " \(document.records) entries",
          remedy: "fetch it again; nothing of it was imported", file: collector.file)
      ])
    }
  }

  private static func draft(of record: XMLElement, schema: EntrySchema) -> EntryDraft {
    var draft = EntryDraft(record.value("uid"), list: .specialDesignations, schema: schema)
    draft.set(\.number, record.value("uid"))
    draft.addName(name(of: record))
    for alias in record.children("akaList", "aka") {
      let name = name(of: alias)
      draft.addName(name, isWeak: alias.value("category") == "weak")
      if alias.value("type") == "f.k.a." { draft.remark(name, label: "formerly") }
    }
    record.values("programList", "program").forEach { draft.addProgramme($0) }
    for address in record.children("addressList", "address") {
      let fields = [
        "address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "region",
      ]
      draft.addAddress(fields.map(address.value), country: address.value("country"))
    }
    for (container, item, label) in [
      ("nationalityList", "nationality", "nationality"),
      ("citizenshipList", "citizenship", "citizenship"),
    ] {
      for country in record.children(container, item).compactMap({ $0.value("country") }) {
        draft.addCountry(country, label: label)
      }
    }
    for birth in record.children("dateOfBirthList", "dateOfBirthItem") {
      draft.addBirth(birth.value("dateOfBirth"))
    }
    let places = record.children("placeOfBirthList", "placeOfBirthItem")
    places.forEach { draft.remark($0.value("placeOfBirth"), label: "born in") }
    record.children("idList", "id").forEach { add(identification: $0, to: &draft) }
    if let vessel = record.child("vesselInfo") { add(vessel: vessel, to: &draft) }
    draft.remark(record.value("title"), label: "title")
    draft.remark(record.value("remarks"))
    return draft
  }

  /// As OFAC prints it: family name, comma, given names.
  private static func name(of element: XMLElement) -> String {
    ["lastName", "firstName"].compactMap(element.value).joined(separator: ", ")
  }

  private static func add(identification: XMLElement, to draft: inout EntryDraft) {
    let kind = identification.value("idType") ?? ""
    if OfacKinds.isRemark(kind) {
      draft.remark(identification.value("idNumber"), label: OfacKinds.label(kind))
    } else {
      draft.addIdentifier(
        identification.value("idNumber"), kind: kind, of: identification.value("idCountry"))
    }
  }

  private static func add(vessel: XMLElement, to draft: inout EntryDraft) {
    draft.addIdentifier(vessel.value("callSign"), kind: "Call sign")
    for (field, label) in [
      ("vesselType", "vessel type"), ("vesselFlag", "flag"), ("vesselOwner", "vessel owner"),
      ("tonnage", "tonnage"), ("grossRegisteredTonnage", "gross registered tonnage"),
    ] {
      draft.remark(vessel.value(field), label: label)
    }
  }
}
