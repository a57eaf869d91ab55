import Formats

/// One statement of BODS 0.4 (standard.openownership.org, schema `statement.json`), as far as it
/// tells who owns or controls whom.
struct BeneficialOwnershipRecord {
  /// An end of a relationship.
  enum Party: Hashable {
    case record(String)
    /// There is or may be somebody; the source says why it does not say who.
    case undisclosed(String)
    /// The source says that there is nobody.
    case nobody
  }

  struct Interest {
    let interest: OwnershipInterest
    let share: ShareRange?
    let isIndirect: Bool
    let isBeneficial: Bool
    let span: DaySpan
  }

  enum Details {
    case holder(OwnershipGraph.Holder)
    case relationship(
      subject: Party, interestedParty: Party, interests: [Interest], hasComponents: Bool)
  }

  let id: String
  /// The day of the statement.
  let day: CivilDate
  /// Decides which statement of a record is newer: date, date of publication, status.
  let moment: [String]
  let isClosed: Bool
  let details: Details
  let place: Line

  private static let statuses = ["new", "updated", "closed"]

  init(_ line: Line, _ tally: inout NoticeTally) throws(Diagnostic) {
    place = Line(json: .null, file: line.file, number: line.number)
    if let version = line.json["publicationDetails"]?["bodsVersion"], version.string != "0.4" {
      throw line.fault(
        "OWN009", "the statement is of BODS `\(version.string ?? version.kindName)`",
        remedy: "convert it to BODS 0.4")
    }
    id = try line.text("recordId")
    let stated = try line.text("statementDate")
    day = try line.writtenDate(stated).latest
    let status = try line.optional("recordStatus") ?? "new"
    guard let rank = BeneficialOwnershipRecord.statuses.firstIndex(of: status) else {
      throw line.fault(
        "OWN010", "there is no record status `\(status)`", remedy: "use new, updated or closed")
    }
    isClosed = status == "closed"
    moment = [
      stated, line.json["publicationDetails"]?["publicationDate"]?.string ?? "", String(rank),
    ]
    guard let body = line.json["recordDetails"], body.members != nil else {
      throw line.fault("OWN014", "the statement has no `recordDetails`", remedy: "add them")
    }
    let type = try line.text("recordType")
    switch type {
    case "entity": details = .holder(BeneficialOwnershipRecord.entity(body, id))
    case "person": details = .holder(BeneficialOwnershipRecord.person(body, id))
    case "relationship":
      var reading = BeneficialOwnershipInterests(line, body)
      details = try reading.relationship(&tally)
    default:
      throw line.fault(
        "OWN010", "there is no record type `\(type)`",
        remedy: "use entity, person or relationship")
    }
  }

  private static func entity(_ body: JSON, _ id: String) -> OwnershipGraph.Holder {
    var names = [body["name"]?.string].compactMap { $0 }
    names += (body["alternateNames"]?.array ?? []).compactMap(\.string)
    let type = body["entityType"]?["type"]?.string
    return OwnershipGraph.Holder(
      id: id, names: names.filter { !$0.isEmpty },
      countries: countries([body["jurisdiction"]] + places(body)), identifiers: identifiers(body),
      undisclosed: ["anonymousEntity", "unknownEntity"].contains(type)
        ? reason(body["unspecifiedEntityDetails"], "a body that is not disclosed") : nil)
  }

  private static func person(_ body: JSON, _ id: String) -> OwnershipGraph.Holder {
    let names = (body["names"]?.array ?? []).compactMap { $0["fullName"]?.string }
    let type = body["personType"]?.string
    return OwnershipGraph.Holder(
      id: id, names: names.filter { !$0.isEmpty },
      countries: countries((body["nationalities"]?.array ?? []) + places(body)),
      identifiers: identifiers(body),
      undisclosed: ["anonymousPerson", "unknownPerson"].contains(type)
        ? reason(body["unspecifiedPersonDetails"], "a person who is not disclosed") : nil,
      isPerson: true)
  }

  private static func identifiers(_ body: JSON) -> [String] {
    (body["identifiers"]?.array ?? []).compactMap { $0["id"]?.string }.filter { !$0.isEmpty }
  }

  private static func places(_ body: JSON) -> [JSON?] {
    (body["addresses"]?.array ?? []).map { $0["country"] }
  }

  /// Countries of places that may be parts of them, `GB-SCT`.
  private static func countries(_ places: [JSON?]) -> [String] {
    places.reduce(into: []) { countries, place in
      guard let code = place?["code"]?.string ?? place?.string else { return }
      let country = String(code.prefix { $0 != "-" }).uppercased()
      if country.utf8.count == 2, !countries.contains(country) { countries.append(country) }
    }
  }

  /// The words of the source for why somebody is not named.
  static func reason(_ unspecified: JSON?, _ otherwise: String) -> String {
    guard let reason = unspecified?["reason"]?.string, !reason.isEmpty else { return otherwise }
    return "\(otherwise) (\(reason.prefix(60)))"
  }
}
