import Formats

/// Reads `SDN_ENHANCED.XML` and `CONS_ENHANCED.XML` of OFAC's Sanctions List Service.
///
/// Layout: https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML
/// (`sanctionsData`), which names the lists of each entry and has its names in every script.
enum EnhancedListReader {
  static let namespace =
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
  static let layout = RecordLayout(
    list: "the OFAC list", containers: ["entities"], records: ["entity"],
    headers: ["publicationInfo"], passedOver: ["referenceValues", "featureTypes"])

  /// Returns the day of the data, and which of the two files it is.
  static func read(
    _ bytes: [UInt8], into collector: inout EntryCollector
  ) throws(ListFailure) -> (day: CivilDate?, format: ListFormat) {
    var unknown: Set<String> = []
    let document = try ListDocument(bytes, layout: layout, into: &collector) {
      record, path, collector in
      let type = record.child("generalInfo")?.value("entityType")
      if let type, OfacKinds.schema(type) == nil {
        collector.note(
          "LST043", "the `entityType` `\(type)` is not known", severity: .warning, path: path,
          line: record.line)
      }
      let draft = draft(of: record, schema: type.flatMap(OfacKinds.schema) ?? .unknown)
      for (list, day) in lists(of: record, draft, unknown: &unknown) {
        var copy = draft.copied(to: list, effect: list.effect)
        copy.set(\.listedFrom, day)
        copy.hand(to: &collector, idName: "id", path: path, line: record.line)
      }
    }
    for name in unknown.sorted() {
      collector.note(
        "LST012", "the list `\(name)` is not known, so its entries are told by their programmes",
        severity: .warning, remedy: "check whether this version of Scruple is the newest")
    }
    let information = document.header("publicationInfo")
    let filters = information?.child("filters")?.values("sanctionsLists", "sanctionsList") ?? []
    let isConsolidated =
      filters.contains(OfacLists.consolidatedName)
      && !filters.contains { OfacLists.list(named: $0) == .specialDesignations }
    let day = try StatedDay.read(
      information?.value("dataAsOf"), of: "dataAsOf", file: collector.file,
      by: StatedDay.leading)
    return (day, isConsolidated ? .ofacConsolidatedEnhanced : .ofacDesignationsEnhanced)
  }

  /// The lists on which the entry stands, each once, with the day on which it came there.
  private static func lists(
    of record: XMLElement, _ draft: EntryDraft, unknown: inout Set<String>
  ) -> [(ListCode, CivilDate?)] {
    var found: [(ListCode, CivilDate?)] = []
    var isOther = false
    for element in record.children("sanctionsLists", "sanctionsList") {
      let name = element.text.singleSpaced
      if name == OfacLists.consolidatedName {
        isOther = true
        continue
      }
      let list = OfacLists.list(named: name)
      if list == nil { unknown.insert(name) }
      let code = list ?? fallback(draft)
      if !found.contains(where: { $0.0 == code }) {
        found.append((code, element.filled("datePublished").flatMap(StatedDay.leading)))
      }
    }
    if !found.isEmpty { return found }
    return [(isOther ? fallback(draft) : .specialDesignations, nil)]
  }

  private static func fallback(_ draft: EntryDraft) -> ListCode {
    let others = OfacLists.nonSDN(
      programmes: draft.entry.programmes, remarks: draft.finished.remarks ?? "")
    return others.first ?? .menuBased
  }

  private static func draft(of record: XMLElement, schema: EntrySchema) -> EntryDraft {
    let id = record.filled("id")
    var draft = EntryDraft(id, list: .specialDesignations, schema: schema)
    draft.set(\.number, id)
    addNames(record.children("names", "name"), to: &draft)
    record.values("sanctionsPrograms", "sanctionsProgram").forEach { draft.addProgramme($0) }
    for address in record.children("addresses", "address") {
      let translations = address.children("translations", "translation")
      for translation in translations {
        draft.addAddress(
          translation.children("addressParts", "addressPart").map { $0.value("value") },
          country: address.value("country"))
      }
      if translations.isEmpty { draft.addAddress([], country: address.value("country")) }
    }
    record.children("features", "feature").forEach { add(feature: $0, to: &draft) }
    for document in record.children("identityDocuments", "identityDocument") {
      draft.addIdentifier(
        document.value("documentNumber"), kind: document.value("type"),
        of: document.value("issuingCountry"))
      if document.value("isValid") == "false" {
        draft.remark(document.value("documentNumber"), label: "document not valid")
      }
    }
    for relation in record.children("relationships", "relationship") {
      guard let other = relation.value("relatedEntity") else { continue }
      draft.remark(other, label: relation.value("type") ?? "related to")
    }
    let information = record.child("generalInfo")
    draft.remark(information?.value("title"), label: "title")
    draft.remark(information?.value("remarks"))
    draft.remark(record.values("legalAuthorities", "legalAuthority"), label: "legal authority")
    return draft
  }

  /// The primary name in its primary translation first, then every other in every script.
  private static func addNames(_ names: [XMLElement], to draft: inout EntryDraft) {
    let primaryFirst = names.filter(isPrimary) + names.filter { !isPrimary($0) }
    for name in primaryFirst {
      let translations = name.children("translations", "translation")
      for translation in translations.filter(isPrimary) + translations.filter({ !isPrimary($0) }) {
        let parts = ["formattedLastName", "formattedFirstName"].compactMap(translation.value)
        draft.addName(
          translation.value("formattedFullName") ?? parts.joined(separator: ", "),
          isWeak: name.value("isLowQuality") == "true")
      }
    }
  }

  private static func isPrimary(_ element: XMLElement) -> Bool {
    element.value("isPrimary") == "true"
  }

  private static func add(feature: XMLElement, to draft: inout EntryDraft) {
    let kind = feature.value("type") ?? ""
    let value = feature.value("value")
    switch kind {
    case "Birthdate": draft.addBirth(value)
    case "Place of Birth": draft.remark(value, label: "born in")
    case "Nationality Country": draft.addCountry(value, label: "nationality")
    case "Citizenship Country": draft.addCountry(value, label: "citizenship")
    case "Website", "Email Address", "Phone Number", "SWIFT/BIC", "BIK (RU)",
      "Vessel Call Sign", "Aircraft Tail Number",
      "Aircraft Manufacturer's Serial Number (MSN)":
      draft.addIdentifier(value, kind: kind)
    case _ where kind.hasPrefix("Digital Currency Address"):
      draft.addIdentifier(value, kind: kind)
    default: draft.remark(value, label: kind.isEmpty ? nil : OfacKinds.label(kind))
    }
    draft.remark(feature.value("comments"))
  }
}
