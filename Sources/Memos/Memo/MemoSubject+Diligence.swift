import Formats
import Screening

extension MemoSubject {
  /// Severity, connection, leverage, mitigation, likelihood and confidence, each on its own.
  func add(_ diligence: RightsDiligence?, to builder: inout MemoSectionBuilder) {
    builder.heading("D. Due diligence by the UN Guiding Principles")
    guard let diligence else {
      builder.note("The determination carries no due-diligence block.")
      return
    }
    builder.table(
      .judgement,
      [
        .text(
          "Severity by its dimensions (UN Guiding Principle 14), each decided by rules. What is not "
            + "known is taken at its stricter end. "), .citation(.record("humanRights")),
      ],
      columns: ["Dimension", "Taken as", "In words", "Decided by"],
      rows: [
        ("Scale", diligence.scale), ("Scope", diligence.scope),
        ("Remediability", diligence.remediability),
      ].map { name, dimension in
        MemoTable.Row([
          [.text(name)], [.text(dimension.grade.words)], quoting(dimension.words),
          decided(dimension.reasons),
        ])
      })
    builder.add(
      .judgement,
      [
        .text("Connection: "), .strong(diligence.connectionWords),
        .text(" (UN Guiding Principle 13). "),
      ] + quoting(diligence.connectionReasons.map { sentence($0.text) }.joined(separator: " "))
        + [.citation(.record("humanRights.connection"))])
    builder.add(
      .inference,
      [.text("Leverage (UN Guiding Principle 19). ")]
        + quoting(diligence.leverage.joined(separator: " "))
        + [.citation(.record("humanRights.leverage"))])
    builder.add(
      .inference,
      [.text("Mitigation. ")]
        + quoting(diligence.mitigation.map { sentence($0) }.joined(separator: " "))
        + [.citation(.record("humanRights.mitigation"))])
    builder.add(
      .judgement,
      quoting(diligence.likelihood) + [.citation(.record("humanRights.likelihood"))])
    builder.add(
      .judgement,
      quoting(diligence.confidence) + [.citation(.record("humanRights.confidence"))])
  }

  private func decided(_ reasons: [RightsDiligence.Reason]) -> [MemoRun] {
    guard !reasons.isEmpty else { return [.text("none")] }
    return reasons.flatMap { reason in
      quoting(sentence(reason.text)) + [.text(" "), .citation(.rule(reason.rule)), .text(" ")]
    }
  }
}

extension RightsDiligence.Dimension.Grade {
  var words: String {
    switch self {
    case .severe: "severe"
    case .moderate: "moderate"
    case .notFound: "not found"
    case .unknownTakenAsSevere: "not known, taken as severe"
    }
  }
}

extension RightsDiligence.Connection {
  var words: String {
    switch self {
    case .cause: "the seller would cause it"
    case .contribute: "the seller would contribute to it"
    case .directlyLinked: "directly linked by goods or services"
    case .none: "none found on what is known"
    case .unknown: "not known"
    }
  }
}

extension RightsDiligence {
  var connectionWords: String {
    connection == .unknown ? "not known, taken as: \(takenAs.words)" : connection.words
  }
}
