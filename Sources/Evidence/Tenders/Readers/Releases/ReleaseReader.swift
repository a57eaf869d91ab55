import Formats

/// Reads releases of the Open Contracting Data Standard 1.1, one notice of each.
///
/// The buyer is `buyer`, or who has that role; the procuring entity, which runs the procedure and
/// is often an agency, is never taken for it.
struct ReleaseReader {
  let knowledge: TenderKnowledge
  let file: String
  let publisher: String?
  let path: String
  /// The items of the tender as earlier releases and this one tell them.
  var items: [ReleaseHistory.Item] = []
  private(set) var faults = NoticeFaults()
  private var line: Int?

  init(
    _ knowledge: TenderKnowledge, file: String, publisher: String?, path: String,
    line: Int? = nil
  ) {
    self.knowledge = knowledge
    self.file = file
    self.publisher = publisher
    self.path = path
    self.line = line
  }

  /// Nil where the value is no release.
  mutating func notice(_ release: JSON) -> TenderNotice? {
    guard release.members != nil else {
      fault("EVD050", "the release is \(release.kindName)", "write an object", "", .error)
      return nil
    }
    guard let ocid = text(release["ocid"], "ocid") else {
      fault(
        "EVD051", "the release has no ocid", "add it; without it no stage can be joined", "", .error
      )
      return nil
    }
    let tender = release["tender"]
    let awards = objects(release["awards"], "awards")
    let contracts = objects(release["contracts"], "contracts")
    let parties = ReleaseParties(release["parties"]?.array ?? [])
    var notice = TenderNotice(
      id: text(release["id"], "id").map { $0.hasPrefix(ocid) ? $0 : ocid + "/" + $0 } ?? ocid,
      stage: stage(release, tender, awards, contracts),
      title: title(release, tender, awards, contracts, ocid),
      publisher: publisher ?? "publisher not stated",
      published: day(release["date"], "date"))
    notice.processNumbers = [ocid]
    notice.projectNumber = text(tender?["id"], "tender.id")
    relate(release, &notice)
    notice.language = text(release["language"], "language")
    notice.origin = file + (line.map { ":\($0)" } ?? "")
    readBuyer(release, tender, parties, &notice)
    readSuppliers(release, tender, awards, parties, &notice)
    readItems(release, tender, awards, contracts, &notice)
    readValues(release, tender, awards, contracts, &notice)
    readText(release, tender, awards, contracts, &notice)
    if notice.language == nil { notice.language = NoticeLanguage.guess(notice.title + notice.text) }
    TenderPlaces(knowledge).settle(&notice)
    notice.unread = faults.diagnostics.map { ($0.path.map { $0 + ": " } ?? "") + $0.message }
    return notice
  }

  // MARK: - Parts

  private func stage(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ contracts: [(JSON, String)]
  ) -> TenderStage {
    // Most publish a list of tags, some one tag.
    let tags = Set(release["tag"]?.strings ?? [])
    let isCancelled = ["cancelled", "unsuccessful", "withdrawn"].contains(
      tender?["status"]?.string ?? "")
    if tags.contains("tenderCancellation") { return .cancellation }
    let later: [(TenderStage, [String])] = [
      (
        .contract,
        [
          "contract", "contractUpdate", "contractAmendment", "implementation",
          "implementationUpdate",
        ]
      ),
      (.award, ["award", "awardUpdate", "awardAmendment"]),
      (.correction, ["tenderUpdate", "tenderAmendment"]), (.tender, ["tender"]),
      (.intention, ["planning", "planningUpdate", "planningAmendment"]),
    ]
    if let stage = later.first(where: { !tags.isDisjoint(with: $0.1) })?.0 {
      return stage == .tender && isCancelled ? .cancellation : stage
    }
    // Beside the award that it takes back it is news of the award.
    if !tags.isDisjoint(with: ["awardCancellation", "contractTermination"]) {
      return .cancellation
    }
    // A compiled release tells by what it holds.
    if !contracts.isEmpty { return .contract }
    if !awards.isEmpty { return .award }
    if isCancelled { return .cancellation }
    if tender == nil { return .intention }
    return ["planning", "planned"].contains(tender?["status"]?.string ?? "") ? .intention : .tender
  }

  private mutating func title(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ contracts: [(JSON, String)],
    _ ocid: String
  ) -> String {
    for candidate in [
      tender?["title"], awards.first?.0["title"], contracts.first?.0["title"],
      release["planning"]?["project"]?["title"], release["planning"]?["budget"]?["project"],
      release["title"], tender?["description"], release["planning"]?["budget"]?["description"],
    ] {
      if let title = candidate?.string.map(NoticeText.trimmed), !title.isEmpty {
        return String(title.prefix(500))
      }
    }
    return "procurement \(ocid), without a title"
  }

  private mutating func relate(_ release: JSON, _ notice: inout TenderNotice) {
    for (related, _) in objects(release["relatedProcesses"], "relatedProcesses") {
      let kinds = Set(related["relationship"]?.strings ?? [])
      guard !kinds.isDisjoint(with: ["planning", "prior"]),
        let identifier = related["identifier"]?.string, !notice.processNumbers.contains(identifier)
      else { continue }
      notice.processNumbers.append(identifier)
    }
  }

  private mutating func readText(
    _ release: JSON, _ tender: JSON?, _ awards: [(JSON, String)], _ contracts: [(JSON, String)],
    _ notice: inout TenderNotice
  ) {
    var parts: [String] = []
    for candidate in [
      tender?["description"], release["description"], release["planning"]?["rationale"],
      release["planning"]?["budget"]?["description"], tender?["procurementMethodDetails"],
      tender?["procurementMethodRationale"], tender?["eligibilityCriteria"],
    ] + awards.map({ $0.0["description"] }) + contracts.map({ $0.0["description"] }) {
      if let text = candidate?.string.map(NoticeText.trimmed), !text.isEmpty, !parts.contains(text)
      {
        parts.append(text)
      }
    }
    for (lot, _) in objects(tender?["lots"], "tender.lots") {
      for key in ["title", "description"] {
        if let text = lot[key]?.string, !text.isEmpty, !parts.contains(text) { parts.append(text) }
      }
    }
    for (document, _) in objects(tender?["documents"], "tender.documents").prefix(20) {
      if let text = document["title"]?.string, !text.isEmpty { parts.append(text) }
    }
    notice.text = NoticeText.bounded(parts.joined(separator: "\n"))
  }
}

extension ReleaseReader {
  func full(_ place: String) -> String {
    place.isEmpty ? path : path.isEmpty ? place : path + "." + place
  }

  mutating func fault(
    _ id: String, _ message: String, _ remedy: String, _ place: String,
    _ severity: Diagnostic.Severity = .warning
  ) {
    faults.add(
      Diagnostic(
        id, message, severity: severity, remedy: remedy, file: file,
        position: line.map { SourcePosition(line: $0, column: 1) }, path: full(place)))
  }

  static func plain(_ json: JSON?) -> String? {
    switch json?.value {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let literal): literal
    default: nil
    }
  }

  /// A text, or a number where publishers write one for an id.
  mutating func text(_ json: JSON?, _ place: String) -> String? {
    guard let json, !json.isNull else { return nil }
    guard let text = ReleaseReader.plain(json) else {
      if json.string == nil {
        fault("EVD053", "the value is \(json.kindName) and no text", "write a text", place)
      }
      return nil
    }
    let trimmed = NoticeText.trimmed(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  mutating func objects(_ json: JSON?, _ place: String) -> [(JSON, String)] {
    guard let json, !json.isNull else { return [] }
    guard let elements = json.array else {
      fault("EVD054", "the value is \(json.kindName) and no list", "write a list", place)
      return []
    }
    return elements.enumerated().compactMap { index, element in
      element.members == nil ? nil : (element, "\(place)[\(index)]")
    }
  }

  mutating func day(_ json: JSON?, _ place: String) -> CivilDate? {
    guard let text = text(json, place) else { return nil }
    guard let day = CivilDate(text.prefix(10)) ?? NoticeDates.day(in: text) else {
      fault(
        "EVD055", "\(NoticeText.quoted(text)) is no day", "write it as 2026-11-10T09:00:00Z", place)
      return nil
    }
    return day
  }

  mutating func money(_ json: JSON?, _ place: String) -> TenderMoney? {
    guard let json, !json.isNull, let written = json["amount"], !written.isNull else { return nil }
    guard let amount = decimal(written, place + ".amount") else { return nil }
    return TenderMoney(amount: amount, currency: json["currency"]?.string)
  }

  mutating func decimal(_ json: JSON, _ place: String) -> Decimal? {
    guard let literal = ReleaseReader.plain(json) else {
      fault("EVD056", "the value is \(json.kindName) and no number", "write a number", place)
      return nil
    }
    guard let number = Decimal(literal) ?? NumberLiteral.decimal(literal) else {
      fault(
        "EVD056", "\(NoticeText.quoted(literal)) is no number that can be kept exactly",
        "correct it", place)
      return nil
    }
    guard number >= .zero else {
      fault("EVD057", "\(number) is below zero", "correct it", place)
      return nil
    }
    return number
  }
}
