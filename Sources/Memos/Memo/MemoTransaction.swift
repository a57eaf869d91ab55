import Formats
import Screening

extension MemoSubject {
  /// Section 2: who takes part, as declared and as Scruple places them.
  var transaction: MemoDocument.Section {
    var builder = MemoSectionBuilder("2", "Transaction and parties", self)
    var runs: [MemoRun] = [
      .text("The order is submitted as a "), .quotation(spaced(order.kind)),
      .text(" at the stage "), .quotation(spaced(order.stage)), .text(", to "),
      .quotation(order.destinationName), .text(" ("), .quotation(order.destination), .text(")"),
    ]
    if let value = order.value {
      runs += [
        .text(", value "),
        .quotation(
          ([value] + [order.currency].compactMap { $0 })
            .joined(separator: " ")),
      ]
    } else {
      runs.append(.text("; it states no value"))
    }
    if order.route.isEmpty {
      runs.append(.text(". It states no route."))
    } else {
      runs += [.text(". Route: "), .quotation(order.route.joined(separator: " → ")), .text(".")]
    }
    builder.add(.fact, runs + [.citation(.order("stage, transactionKind, order"))])
    builder.add(
      .fact,
      [
        .text("On the end user the order states: "), .quotation(spaced(order.endUserKnown)),
        .text("."), .citation(.order("endUserKnown")),
      ])
    if let endUse = order.endUse {
      builder.add(
        .fact,
        [
          .text("The declared end use reads: “"), .quotation(endUse), .text("”."),
          .citation(.order("endUse.declared")),
        ])
    } else {
      builder.add(
        .fact, [.text("The order declares no end use."), .citation(.order("endUse.declared"))])
    }
    parties(in: &builder)
    notices(in: &builder)
    return builder.section
  }

  private func parties(in builder: inout MemoSectionBuilder) {
    guard !order.parties.isEmpty else {
      builder.add(.fact, [.text("The order names no party."), .citation(.order("parties"))])
      return
    }
    let rows = order.parties.map { party in
      MemoTable.Row([
        [.text(party.id + ": " + party.roles.map(spaced).joined(separator: ", "))],
        quotations(party.names, none: "no name"),
        [.text(party.place.map { $0 + (party.placeCode.map { " (\($0))" } ?? "") } ?? "unknown")],
        [.text(party.functions.isEmpty ? "unknown" : party.functions.joined(separator: "; "))],
        quotations(party.identifiers + [party.country].compactMap { $0 }, none: "none stated"),
        [.text(party.basis + " "), .citation(.order("parties[\(party.id)]"))],
      ])
    }
    builder.table(
      .fact,
      [
        .text(
          "Parties. Names and identifiers are as written; place and function are inferred by "
            + "Scruple unless the basis says otherwise.")
      ],
      columns: [
        "Party and role", "Name as written", "Place (inferred)", "Function (inferred)",
        "Identifiers, country", "Basis",
      ], rows: rows)
  }

  private func notices(in builder: inout MemoSectionBuilder) {
    for notice in determination.notices {
      var runs: [MemoRun] = [.text("Notice \(notice.id) on the order as submitted: ")]
      for (index, part) in notice.message.split(
        separator: "`", omittingEmptySubsequences: false
      ).enumerated() where !part.isEmpty {
        runs.append(index.isMultiple(of: 2) ? .text(String(part)) : .quotation(String(part)))
      }
      builder.add(.fact, runs + [.text("."), .citation(.order(notice.path ?? "as submitted"))])
    }
  }

  func quotations(_ words: [String], none: String) -> [MemoRun] {
    guard !words.isEmpty else { return [.text(none)] }
    return words.enumerated().flatMap { index, word -> [MemoRun] in
      index == 0 ? [.quotation(word)] : [.text("; "), .quotation(word)]
    }
  }

  /// Section 3: what the goods are and what they can do.
  var items: MemoDocument.Section {
    var builder = MemoSectionBuilder("3", "Items and classification", self)
    guard !order.lines.isEmpty else {
      builder.add(.fact, [.text("The order has no lines."), .citation(.order("lines"))])
      return builder.section
    }
    let outcomes = determination.lineOutcomes
    let rows = order.lines.map { line in
      let outcome = outcomes.first { $0.line == line.number }
      let result = outcome.map { words(for: $0.outcome) } ?? "not stated apart from the order"
      return MemoTable.Row([
        [.text(line.number)], [.quotation(line.description)],
        [.text(line.familyName ?? line.family ?? "could not be told")],
        [.text([line.quantity, line.unit].compactMap { $0 }.joined(separator: " "))],
        [.text(line.classification ?? "none recorded")], [.text(line.serial ?? "none stated")],
        [.text(result + " "), .citation(.order("lines[\(line.number)]"))],
      ])
    }
    builder.table(
      .fact, [.text("Lines of the order, with the outcome that concerns each.")],
      columns: [
        "Line", "Description as written", "Product family", "Quantity", "Classification",
        "Serial", "Outcome",
      ], rows: rows)
    for line in order.lines {
      guard let capability = line.capability else { continue }
      builder.add(
        .inference,
        [
          .text("Line \(line.number): \(sentence(capability))"),
          .citation(.order("lines[\(line.number)]")),
        ])
    }
    let silent = order.lines.filter { $0.capability == nil }.map(\.number)
    if !silent.isEmpty {
      builder.note(
        "What the goods can do by themselves is not known for \(lineList(silent)); what the register "
          + "and other records say of them stands below.")
    }
    capacity(in: &builder)
    let unclassified = order.lines.filter { $0.classification == nil }.map(\.number)
    if !unclassified.isEmpty {
      builder.note(
        "No export classification is recorded for \(lineList(unclassified)); de minimis and "
          + "foreign direct product questions are not answered here.")
    }
    return builder.section
  }

  private func lineList(_ numbers: [String]) -> String {
    (numbers.count == 1 ? "line " : "lines ") + numbers.joined(separator: ", ")
  }
}
