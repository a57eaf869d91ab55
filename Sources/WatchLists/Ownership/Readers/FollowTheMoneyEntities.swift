import Formats

/// Reads FollowTheMoney entities (followthemoney.tech): whatever has an id may own or be owned;
/// `Ownership`, `Control`, `Directorship` and `UnknownLink` bind two of them.
struct FollowTheMoneyEntities {
  /// The properties of an edge that name who holds and what is held.
  private static let edges: [String: (owner: String, asset: String, interest: OwnershipInterest)] =
    [
      "Ownership": ("owner", "asset", .shareholding),
      "Control": ("controller", "controlled", .control),
      "Directorship": ("director", "organization", .directorship),
      "UnknownLink": ("subject", "object", .unknownLink),
    ]
  /// Edges that say nothing of ownership or control.
  private static let others: Set<String> = [
    "Associate", "Employment", "Family", "Membership", "Occupancy", "Representation", "Succession",
  ]

  /// Properties with a number that belongs to one body or person alone.
  private static let identifiers = [
    "registrationNumber", "uscCode", "leiCode", "taxNumber", "vatCode", "idNumber", "innCode",
    "ogrnCode", "dunsCode", "passportNumber",
  ]

  private var edgeIDs: Set<[UInt8]> = []

  mutating func read(
    _ line: Line, into builder: inout OwnershipBuilder, _ tally: inout NoticeTally
  ) throws(Diagnostic) {
    let schema = try line.text("schema")
    if FollowTheMoneyEntities.others.contains(schema) {
      tally.add(
        line.notice(
          "OWN024",
          "a record of the kind `\(schema)` says nothing of ownership and was passed over",
          remedy: nil))
      return
    }
    guard let edge = FollowTheMoneyEntities.edges[schema] else {
      try addHolder(line, schema, to: &builder)
      return
    }
    if let id = try line.optional("id"), !edgeIDs.insert(Array(id.utf8)).inserted {
      throw line.fault("OWN004", "the record `\(id)` stands twice", remedy: "keep one of them")
    }
    let owners = try line.property(edge.owner)
    let assets = try line.property(edge.asset)
    guard !owners.isEmpty, !assets.isEmpty else {
      throw line.fault("OWN001", "the ownership names no owner or no asset", remedy: "add both")
    }
    let share = schema == "Ownership" ? try share(of: line, &tally) : nil
    let span = try span(of: line, &tally)
    let place = Line(json: .null, file: line.file, number: line.number)
    for owner in owners {
      for asset in assets {
        builder.add(
          OwnershipBuilder.Statement(
            owner: owner, asset: asset, interest: edge.interest, share: share, span: span,
            source: place))
        // The schema gives this edge no direction.
        guard edge.interest == .unknownLink else { continue }
        builder.add(
          OwnershipBuilder.Statement(
            owner: asset, asset: owner, interest: edge.interest, share: share, span: span,
            source: place))
      }
    }
  }

  private func addHolder(
    _ line: Line, _ schema: String, to builder: inout OwnershipBuilder
  ) throws(Diagnostic) {
    let id = try line.text("id")
    let countries = try line.property("country") + line.property("jurisdiction")
    var identifiers: [String] = []
    for property in FollowTheMoneyEntities.identifiers {
      identifiers += try line.property(property)
    }
    let holder = OwnershipGraph.Holder(
      id: id, names: try line.property("name") + line.property("alias"),
      countries: countries.reduce(into: []) { countries, country in
        let country = country.uppercased()
        if !countries.contains(country) { countries.append(country) }
      }, identifiers: identifiers, isPerson: schema == "Person")
    guard builder.add(holder), !edgeIDs.contains(Array(id.utf8)) else {
      throw line.fault("OWN004", "the entity `\(id)` stands twice", remedy: "keep one of them")
    }
  }

  /// From the least to the greatest of what the record states; nil where it states no number.
  private func share(of line: Line, _ tally: inout NoticeTally) throws(Diagnostic) -> ShareRange? {
    var result: ShareRange?
    let written = try line.property("percentage")
    for text in written {
      switch ShareReading(text) {
      case .range(let range):
        let (low, high) = (result?.low ?? range.low, result?.high ?? range.high)
        result = ShareRange(low: min(low, range.low), high: max(high, range.high))
      case .impossible:
        throw line.fault(
          "OWN003", "`\(text)` is not a percentage from 0 to 100", remedy: "write 60 or 33.3")
      case .unreadable:
        tally.add(
          line.notice(
            "OWN023", "`\(text.prefix(60))` tells no percentage; the share counts as unknown",
            remedy: "write 60, 25-50 or >50"))
        return nil
      }
    }
    let counts = try line.property("sharesCount") + line.property("sharesValue")
    if written.isEmpty, !counts.isEmpty {
      tally.add(
        line.notice(
          "OWN022", "a number or value of shares without a percentage; the share counts as unknown",
          remedy: "add the percentage"))
    }
    return result
  }

  /// FollowTheMoney allows a year or a month alone, and several dates.
  private func span(of line: Line, _ tally: inout NoticeTally) throws(Diagnostic) -> DaySpan {
    let from = try line.dates("startDate").map(\.earliest).min()
    let until = try line.dates("endDate").map(\.latest).max()
    let span = DaySpan(from: from, until: until)
    guard span.isEmpty else { return span }
    tally.add(line.endsBeforeItBegins)
    return .always
  }
}

extension Line {
  /// The values of a FollowTheMoney property: a list, or a lone value; numbers stand as written.
  fileprivate func property(_ name: String) throws(Diagnostic) -> [String] {
    guard let member = json["properties"]?[name], !member.isNull else { return [] }
    var texts: [String] = []
    for value in member.array ?? [member] {
      switch value.value {
      case .string(let text): texts.append(text)
      case .number(let literal): texts.append(literal)
      default:
        throw fault(
          "OWN005", "the property `\(name)` holds \(value.kindName)", remedy: "write texts")
      }
    }
    return texts
  }

  fileprivate func dates(_ name: String) throws(Diagnostic) -> [WrittenDate] {
    var dates: [WrittenDate] = []
    for text in try property(name) { dates.append(try writtenDate(text)) }
    return dates
  }

  func writtenDate(_ text: String) throws(Diagnostic) -> WrittenDate {
    guard let date = WrittenDate(text) else {
      throw fault(
        "OWN006", "`\(text.prefix(60))` is not a day of the calendar",
        remedy: "write it as 2024-03-31")
    }
    return date
  }

  var endsBeforeItBegins: Diagnostic {
    notice(
      "OWN020", "an interest ends before it begins; it counts on every day",
      remedy: "correct its dates")
  }
}
