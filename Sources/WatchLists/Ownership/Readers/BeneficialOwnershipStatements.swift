import Formats

/// Joins the statements of BODS records: what a statement says holds until the next statement of
/// its record, so that an order of last year is seen with the owners that were stated last year.
struct BeneficialOwnershipStatements {
  private var records: [[UInt8]: [BeneficialOwnershipRecord]] = [:]
  private var statementIDs: Set<[UInt8]> = []

  mutating func read(_ line: Line, _ tally: inout NoticeTally) throws(Diagnostic) {
    if let id = try line.optional("statementId"),
      !statementIDs.insert(Array(id.utf8)).inserted
    {
      throw line.fault("OWN004", "the statement `\(id)` stands twice", remedy: "keep one of them")
    }
    let record = try BeneficialOwnershipRecord(line, &tally)
    records[Array(record.id.utf8), default: []].append(record)
  }

  mutating func finish(
    into builder: inout OwnershipBuilder, _ tally: inout NoticeTally,
    refuse: (Diagnostic) -> Void
  ) {
    let ids = records.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for id in ids {
      let statements = (records[id] ?? []).sorted {
        BeneficialOwnershipStatements.precedes($0.moment, $1.moment)
      }
      guard let first = statements.first else { continue }
      if case .holder = first.details {
        add(holder: statements, to: &builder, refuse)
      } else {
        add(relationship: statements, to: &builder, &tally, refuse)
      }
    }
    records = [:]
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    for (left, right) in zip(left, right) where left != right {
      return OwnershipGraph.precedes(left, right)
    }
    return false
  }

  /// All names that a record ever had: a former name may be the one that is listed.
  private func add(
    holder statements: [BeneficialOwnershipRecord], to builder: inout OwnershipBuilder,
    _ refuse: (Diagnostic) -> Void
  ) {
    var names: [String] = []
    var countries: [String] = []
    var identifiers: [String] = []
    var undisclosed: String?
    var isPerson = false
    for statement in statements.reversed() {
      guard case .holder(let holder) = statement.details else {
        refuse(BeneficialOwnershipStatements.changed(statement))
        continue
      }
      for name in holder.names where !names.contains(name) { names.append(name) }
      for country in holder.countries where !countries.contains(country) {
        countries.append(country)
      }
      for number in holder.identifiers where !identifiers.contains(number) {
        identifiers.append(number)
      }
      isPerson = isPerson || holder.isPerson
      if statement.moment == statements.last?.moment {
        undisclosed = undisclosed ?? holder.undisclosed
      }
    }
    guard let last = statements.last else { return }
    let holder = OwnershipGraph.Holder(
      id: last.id, names: names, countries: countries, identifiers: identifiers,
      undisclosed: undisclosed, isPerson: isPerson)
    if !builder.add(holder) {
      refuse(
        last.place.fault(
          "OWN004", "the entity `\(last.id)` stands twice", remedy: "keep one of them"))
    }
  }

  private func add(
    relationship statements: [BeneficialOwnershipRecord], to builder: inout OwnershipBuilder,
    _ tally: inout NoticeTally, _ refuse: (Diagnostic) -> Void
  ) {
    for (index, statement) in statements.enumerated() where !statement.isClosed {
      // What is stated twice of one moment stands side by side.
      let isFirst = statements[0].moment == statement.moment
      let next = statements[index...].first { $0.moment != statement.moment }
      // A record is closed on some day up to that of its last statement, which is counted in.
      let until = next.map { $0.isClosed ? $0.day : $0.day.adding(days: -1) }
      add(
        statement, to: &builder, &tally,
        during: DaySpan(from: isFirst ? nil : statement.day, until: until), refuse)
    }
    // A record that is only ever seen closed: what it says held until then.
    if let only = statements.first, only.isClosed {
      add(only, to: &builder, &tally, during: DaySpan(until: only.day), refuse)
    }
  }

  private func add(
    _ statement: BeneficialOwnershipRecord, to builder: inout OwnershipBuilder,
    _ tally: inout NoticeTally, during window: DaySpan, _ refuse: (Diagnostic) -> Void
  ) {
    guard
      case .relationship(let subject, let interestedParty, let interests, let hasComponents) =
        statement.details
    else {
      refuse(BeneficialOwnershipStatements.changed(statement))
      return
    }
    guard case .record(let asset) = subject else {
      tally.add(
        statement.place.notice(
          "OWN025", "a relationship does not say in whom the interest is held and was passed over",
          remedy: nil))
      return
    }
    let owner: String
    switch interestedParty {
    case .nobody: return
    case .record(let id): owner = id
    case .undisclosed(let reason):
      // One for each record: nobody knows whether two of them are the same.
      owner = "undisclosed:" + statement.id
      _ = builder.add(
        OwnershipGraph.Holder(id: owner, names: [], countries: [], undisclosed: reason))
    }
    for interest in interests {
      builder.add(
        OwnershipBuilder.Statement(
          owner: owner, asset: asset, interest: interest.interest,
          directness: !interest.isIndirect ? .direct : hasComponents ? .explained : .indirect,
          share: interest.share, isBeneficial: interest.isBeneficial,
          span: interest.span.intersection(window), source: statement.place))
    }
  }

  private static func changed(_ statement: BeneficialOwnershipRecord) -> Diagnostic {
    statement.place.fault(
      "OWN010",
      "the record `\(statement.id)` is a relationship in one statement and none in "
        + "another", remedy: "correct its type")
  }
}
