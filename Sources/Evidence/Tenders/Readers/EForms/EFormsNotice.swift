import Formats

/// One notice of eForms as it is read.
struct EFormsNotice {
  let root: XMLElement
  let knowledge: TenderKnowledge
  let file: String
  let extension_: XMLElement?
  let organizations: EFormsOrganizations
  private(set) var faults = NoticeFaults()

  init(_ root: XMLElement, knowledge: TenderKnowledge, file: String) {
    self.root = root
    self.knowledge = knowledge
    self.file = file
    extension_ =
      root.all("UBLExtensions", "UBLExtension", "ExtensionContent", "EformsExtension")
      .first
    organizations = EFormsOrganizations(extension_, terms: knowledge.terms)
  }

  /// Nil where it is no notice of a procurement, or names neither buyer nor subject.
  mutating func read() -> TenderNotice? {
    let type = root.child("NoticeTypeCode")
    guard let stage = stage(type) else {
      fault(
        "EVD072",
        type?.words.map { "`\($0)` is no notice of a procurement" }
          ?? "no type of notice is stated",
        "give a notice of planning, competition, result or contract", root.line, .error)
      return nil
    }
    let language = root.child("NoticeLanguageCode")?.words
    let project = root.child("ProcurementProject")
    let title = text(project?.children("Name") ?? [], language)
    let id = [root.child("ID")?.words, root.child("VersionID")?.words].compactMap { $0 }
      .joined(separator: "-")
    let publication = extension_?.child("Publication")
    var notice = TenderNotice(
      id: id.isEmpty ? EFormsNotice.name(of: file) : id, stage: stage,
      title: title ?? "notice without a title",
      publisher: "TED (Supplement to the Official Journal of the EU)",
      published: day(publication?.child("PublicationDate") ?? root.child("IssueDate")))
    notice.language = language.flatMap(EFormsNotice.language)
    notice.origin = file
    if let folder = root.child("ContractFolderID")?.words { notice.processNumbers = [folder] }
    notice.projectNumber = project?.child("ID")?.words.flatMap {
      knowledge.terms.isAbsent($0) ? nil : $0
    }
    if let number = publication?.child("NoticePublicationID")?.words {
      notice.processNumbers.append(number)
      notice.url = "https://ted.europa.eu/en/notice/\(number)"
    }
    readBuyers(&notice)
    if title == nil {
      fault(
        "EVD073", "the notice has no title (BT-21)", "look at its lots", project?.line ?? root.line)
      if notice.buyers.isEmpty {
        fault(
          "EVD074", "the notice names neither buyer nor subject", "fetch it again", root.line,
          .error)
        return nil
      }
    } else {
      notice.locate("title", place(project))
    }
    readLots(project, language, &notice)
    readResult(&notice)
    readText(project, language, &notice)
    TenderPlaces(knowledge).settle(&notice, more: deliveryPlaces(project))
    notice.unread = faults.diagnostics.map {
      "\($0.position.map { "line \($0.line): " } ?? "")\($0.message)"
    }
    return notice
  }

  private func stage(_ type: XMLElement?) -> TenderStage? {
    let isChange = extension_?.child("Changes") != nil
    switch type?.attribute("listName") {
    case "planning", "consultation": return .intention
    case "competition": return isChange ? .correction : .tender
    case "result", "dir-awa-pre": return .award
    case "cont-modif", "compl", "completion": return .contract
    case "bri": return nil
    default: break
    }
    guard let code = type?.words else { return nil }
    if code.hasPrefix("pin") || code == "pmc" { return .intention }
    if code.hasPrefix("cn-") || code == "subco" || code.hasPrefix("qu-") { return .tender }
    if code == "can-modif" { return .contract }
    return code.hasPrefix("can-") || code == "veat" ? .award : nil
  }

  private mutating func readBuyers(_ notice: inout TenderNotice) {
    for party in root.children("ContractingParty") {
      let reference = party.first("Party", "PartyIdentification", "ID")
      let activity = party.all("ContractingActivity", "ActivityTypeCode").first {
        $0.attribute("listName") == "authority-activity" || $0.attribute("listName") == nil
      }?.words
      if var body = organizations.body(reference?.words) {
        body.activity = activity.flatMap { knowledge.terms.activity($0) }
        notice.buyers.append(body)
        notice.locate(
          "buyer",
          "\(reference?.words ?? "") (line \(organizations.line(reference?.words) ?? party.line))")
      } else if let words = reference?.words {
        fault(
          "EVD075", "the buyer `\(words)` is not among the organisations", "fetch the notice again",
          party.line)
      }
      if let activity { notice.text += "BT-10: \(activity)\n" }
      for provider in party.all("Party", "ServiceProviderParty")
      where provider.child("ServiceTypeCode")?.words == "serv-prov" {
        notice.agency =
          notice.agency
          ?? organizations.body(provider.first("Party", "PartyIdentification", "ID")?.words)
      }
    }
    if notice.buyers.isEmpty {
      fault("EVD076", "no buyer is stated", "look at other notices of the procedure", root.line)
    }
  }

  private mutating func readText(
    _ project: XMLElement?, _ language: String?, _ notice: inout TenderNotice
  ) {
    var parts = [notice.text]
    for element in project?.children("Description") ?? [] {
      if let words = element.words { parts.append(words) }
    }
    // Titles in the other languages of the notice.
    for element in project?.children("Name") ?? [] {
      if let words = element.words, words != notice.title { parts.append(words) }
    }
    for item in notice.items {
      for words in [item.description, item.specification].compactMap({ $0 })
      where !parts.contains(words) {
        parts.append(words)
      }
    }
    for change in extension_?.all("Changes", "Change") ?? [] {
      for words in change.children("ChangeDescription").compactMap(\.words) {
        notice.corrections.append(
          TenderNotice.Correction(
            field: change.first("ChangedSection", "ChangedSectionIdentifier")?.words ?? "notice",
            before: "", after: words))
      }
    }
    notice.text = NoticeText.bounded(
      parts.map(NoticeText.trimmed).filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private func deliveryPlaces(_ project: XMLElement?) -> [String] {
    let addresses =
      (project?.all("RealizedLocation", "Address") ?? [])
      + root.all("ProcurementProjectLot", "ProcurementProject", "RealizedLocation", "Address")
    return addresses.prefix(50).compactMap { organizations.country($0) }
  }

  // MARK: - Values

  func place(_ element: XMLElement?) -> String {
    element.map { "\($0.name) (line \($0.line))" } ?? ""
  }

  mutating func fault(
    _ id: String, _ message: String, _ remedy: String, _ line: Int,
    _ severity: Diagnostic.Severity = .warning
  ) {
    faults.add(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: SourcePosition(line: line, column: 1)))
  }

  /// The text in the notice's language, else the first.
  func text(_ elements: [XMLElement], _ language: String?) -> String? {
    (elements.first { $0.attribute("languageID") == language && $0.words != nil }
      ?? elements.first { $0.words != nil })?.words
  }

  mutating func day(_ element: XMLElement?) -> CivilDate? {
    guard let element, let words = element.words else { return nil }
    guard let day = CivilDate(words.prefix(10)) else {
      fault(
        "EVD077", "\(NoticeText.quoted(words)) is no day", "fetch the notice again", element.line)
      return nil
    }
    return day
  }

  mutating func money(_ element: XMLElement?) -> TenderMoney? {
    guard let element, let words = element.words else { return nil }
    guard let amount = Decimal(words), amount >= .zero else {
      fault(
        "EVD078", "\(NoticeText.quoted(words)) is no amount", "fetch the notice again", element.line
      )
      return nil
    }
    return TenderMoney(amount: amount, currency: element.attribute("currencyID"))
  }

  private static func name(of file: String) -> String {
    String(file.split(separator: "/").last ?? "notice")
  }

  /// ISO 639-1 of the three letters of eForms.
  private static func language(_ code: String) -> String? {
    let languages = [
      "BUL": "bg", "CES": "cs", "DAN": "da", "DEU": "de", "ELL": "el", "ENG": "en", "EST": "et",
      "FIN": "fi", "FRA": "fr", "GLE": "ga", "HRV": "hr", "HUN": "hu", "ITA": "it", "LAV": "lv",
      "LIT": "lt", "MLT": "mt", "NLD": "nl", "POL": "pl", "POR": "pt", "RON": "ro", "SLK": "sk",
      "SLV": "sl", "SPA": "es", "SWE": "sv",
    ]
    return languages[code.uppercased()]
  }
}
