import Formats

/// Reads the details of a relationship (BODS 0.4, schema `relationship-record.json`).
struct BeneficialOwnershipInterests {
  private let line: Line
  private let body: JSON

  init(_ line: Line, _ body: JSON) {
    self.line = line
    self.body = body
  }

  mutating func relationship(
    _ tally: inout NoticeTally
  ) throws(Diagnostic) -> BeneficialOwnershipRecord.Details {
    let subject = try party("subject", "a body that is not disclosed")
    let owner = try party("interestedParty", "an owner who is not disclosed")
    var interests: [BeneficialOwnershipRecord.Interest] = []
    for interest in try list("interests") { interests.append(try read(interest, &tally)) }
    if interests.isEmpty {
      // The interest is known and nothing of it is told.
      interests.append(
        BeneficialOwnershipRecord.Interest(
          interest: .unknownInterest, share: nil, isIndirect: false, isBeneficial: false,
          span: .always))
    }
    return .relationship(
      subject: subject, interestedParty: owner, interests: interests,
      hasComponents: try !list("componentRecords").isEmpty)
  }

  private func list(_ key: String) throws(Diagnostic) -> [JSON] {
    guard let member = body[key], !member.isNull else { return [] }
    guard let elements = member.array else {
      throw line.fault(
        "OWN005", "the member `\(key)` is \(member.kindName)", remedy: "write a list")
    }
    return elements
  }

  private func party(
    _ key: String, _ otherwise: String
  ) throws(Diagnostic) -> BeneficialOwnershipRecord.Party {
    if let id = body[key]?.string, !id.isEmpty { return .record(id) }
    guard let unspecified = body[key], unspecified.members != nil else {
      throw line.fault(
        "OWN001", "the relationship names no `\(key)`", remedy: "add a record id or a reason")
    }
    if unspecified["reason"]?.string == "noBeneficialOwners" { return .nobody }
    return .undisclosed(BeneficialOwnershipRecord.reason(unspecified, otherwise))
  }

  private func read(
    _ json: JSON, _ tally: inout NoticeTally
  ) throws(Diagnostic) -> BeneficialOwnershipRecord.Interest {
    let code = json["type"]?.string
    let interest = code.flatMap(OwnershipInterest.init(code:))
    if interest == nil {
      tally.add(
        line.notice(
          "OWN021",
          "`\(code?.prefix(60) ?? "nothing")` is no type of interest; it counts as ownership or "
            + "control that is not known", remedy: "use a code of the BODS codelist"))
    }
    return BeneficialOwnershipRecord.Interest(
      interest: interest ?? .unknownInterest, share: try share(json["share"]),
      isIndirect: json["directOrIndirect"]?.string == "indirect",
      isBeneficial: json["beneficialOwnershipOrControl"]?.boolean == true,
      span: try span(json, &tally))
  }

  /// Nil where nothing of the share is stated.
  private func share(_ json: JSON?) throws(Diagnostic) -> ShareRange? {
    guard let json, !json.isNull else { return nil }
    guard json.members != nil else {
      throw line.fault("OWN005", "`share` is \(json.kindName)", remedy: "write {\"exact\": 60}")
    }
    if let exact = try percent(json, "exact") {
      return ShareRange(low: exact, high: exact)
    }
    let low = try percent(json, "minimum")
    let above = try percent(json, "exclusiveMinimum")
    let high = try percent(json, "maximum")
    let below = try percent(json, "exclusiveMaximum")
    guard low != nil || above != nil || high != nil || below != nil else { return nil }
    let least = max(low?.millionths ?? 0, above.map { $0.millionths + 1 } ?? 0)
    let whole = ShareRange.whole.millionths
    let most = min(high?.millionths ?? whole, below.map { $0.millionths - 1 } ?? whole)
    guard
      let range = ShareRange(low: Decimal(millionths: least), high: Decimal(millionths: most))
    else {
      throw line.fault(
        "OWN003", "the share has a minimum above its maximum", remedy: "correct the bounds")
    }
    return range
  }

  private func percent(_ json: JSON, _ key: String) throws(Diagnostic) -> Decimal? {
    guard let member = json[key], !member.isNull else { return nil }
    guard case .number(let literal) = member.value, case .range(let range) = ShareReading(literal)
    else {
      throw line.fault(
        "OWN003",
        "`\(member.string ?? member.text().prefix(60).description)` is not a percentage "
          + "from 0 to 100", remedy: "write 60 or 33.3")
    }
    return key.hasSuffix("aximum") ? range.high : range.low
  }

  /// An interest ends on the day on which it ceased to exist.
  private func span(_ json: JSON, _ tally: inout NoticeTally) throws(Diagnostic) -> DaySpan {
    let from = try date(json, "startDate")?.earliest
    let until = try date(json, "endDate")?.lastDayBeforeRounding
    let span = DaySpan(from: from, until: until)
    guard span.isEmpty else { return span }
    tally.add(line.endsBeforeItBegins)
    return .always
  }

  private func date(_ json: JSON, _ key: String) throws(Diagnostic) -> WrittenDate? {
    guard let member = json[key], !member.isNull else { return nil }
    guard let text = member.string else {
      throw line.fault("OWN005", "`\(key)` is \(member.kindName)", remedy: "write a text")
    }
    return text.isEmpty ? nil : try line.writtenDate(text)
  }
}
