import Formats
import Policy
import Screening

extension MemoSubject {
  /// Section 4: law only; policy has its place in sections 5 and 6.
  var legalAnalysis: MemoDocument.Section {
    var builder = MemoSectionBuilder("4", "Legal analysis", self)
    let form = MemoSubject.form(determination.lanes.legal.state)
    builder.add(
      .judgement,
      [.text("We assess the legal lane as "), .strong(form.word), .text(". ")]
        + quoting(sentence(determination.lanes.legal.summary)))
    builder.add(.fact, [.text(listResult), .citation(.annex("B"))])
    let findings = findings(in: .legal)
    for finding in findings { builder.finding(finding, nature: nature(of: finding)) }
    if findings.isEmpty {
      builder.note(
        "No rule of law fired on the facts known. Annex C names every rule that was considered "
          + "and those that stay undetermined.")
    }
    for worksheet in determination.worksheets { add(worksheet, to: &builder) }
    builder.note(
      "The determination carries no ownership chain of its own: percentages and unknown shares "
        + "appear only where a finding states them.")
    if determination.scheduledChanges.isEmpty {
      builder.note(
        "No rule or legal basis in the record starts or ends within 90 days of the as-of date.")
    } else {
      builder.table(
        .fact,
        [.text("What starts or ends within 90 days. "), .citation(.record("scheduledChanges"))],
        columns: ["Date", "Subject", "Change"],
        rows: determination.scheduledChanges.map {
          MemoTable.Row([[.text($0.date)], [.text($0.subject)], [.text($0.text)]])
        })
    }
    return builder.section
  }

  /// Section 5: each flag with what was asked, what was answered and by whom it was resolved.
  var redFlags: MemoDocument.Section {
    var builder = MemoSectionBuilder("5", "Red flags", self)
    let form = MemoSubject.form(determination.lanes.redFlag.state)
    builder.add(
      .judgement,
      [.text("Red flags: "), .strong(form.word), .text(". ")]
        + quoting(sentence(determination.lanes.redFlag.summary)))
    let findings = findings(in: .redFlag)
    guard !findings.isEmpty else {
      builder.note("No red-flag rule fired on the facts known; annex C shows which were tried.")
      return builder.section
    }
    var rows: [MemoTable.Row] = []
    for finding in findings {
      let place = builder.finding(finding, nature: nature(of: finding))
      let asked = determination.questions.filter { $0.rules.contains(finding.rule) }.map(\.id)
      let resolved = determination.lanes.redFlag.state == .resolved
      rows.append(
        MemoTable.Row([
          [.text(finding.title)], [.reference(place)], [.text(finding.kind.words)],
          [.text(asked.isEmpty ? "none in the record" : asked.joined(separator: ", "))],
          [.text(asked.isEmpty ? "none in the record" : "open")],
          [
            .text(resolved ? "yes; by whom is not in the record " : "no "),
            .citation(.rule(finding.rule)),
          ],
        ]))
    }
    builder.table(
      .fact, [.text("Inquiries. An answer resolves a flag only if it is specific.")],
      columns: ["Flag", "Observed in", "What it is", "Inquiry made", "Answer", "Resolved"],
      rows: rows)
    return builder.section
  }

  /// Section 6, in the order end use, customer, impacts, our role.
  var humanRights: MemoDocument.Section {
    var builder = MemoSectionBuilder("6", "Human-rights assessment", self)
    let rights = determination.lanes.rights
    builder.heading("A. End use")
    let families = order.lines.compactMap { $0.familyName ?? $0.family }
    let names = families.enumerated().filter { !families[..<$0].contains($1) }.map(\.element)
    builder.add(
      .inference,
      [
        .text(
          names.isEmpty
            ? "What the goods are could not be told, so their use could not be assessed."
            : "We take the goods to be: \(names.joined(separator: "; "))."),
        .citation(.order("lines")),
      ])
    builder.heading("B. Customer and end user")
    let endUsers = order.parties.filter { $0.roles.contains("endUser") }
    if endUsers.isEmpty {
      builder.add(
        .fact,
        [.text("No party of the order has the role of end user."), .citation(.order("parties"))])
    }
    for party in endUsers {
      builder.add(
        .inference,
        [.text("We take the end user ")] + name(ofParty: party.id)
          + [
            .text(
              party.functions.isEmpty
                ? " to have a function that is not known"
                : " to have the function: \(party.functions.joined(separator: "; "))"),
            .text(party.place.map { ", placed in \($0)." } ?? "; its place is not known."),
            .citation(.order("parties[\(party.id)]")),
          ])
    }
    builder.heading("C. Impacts")
    builder.add(
      .judgement,
      [
        .text("We assess the severity for people as "),
        .strong(MemoSubject.form(rights.state).word),
        .text(
          ". Scale: \(rights.scale). Scope: \(rights.scope). Remediability: "
            + "\(rights.remediability) (UN Guiding Principle 14). "),
      ] + quoting(sentence(rights.summary)))
    let findings = findings(in: .rights)
    for finding in findings { builder.finding(finding, nature: nature(of: finding)) }
    if findings.isEmpty { builder.note("No human-rights rule fired on the facts known.") }
    add(determination.diligence, to: &builder)
    builder.heading("E. Our role, mitigation and residual risk")
    builder.add(
      .judgement,
      [
        .text("Linkage: \(spaced(rights.linkage)) (UN Guiding Principle 19)."),
        .citation(.record("lanes.rights.linkage")),
      ])
    builder.add(
      .note,
      determination.obligations.isEmpty
        ? [.text("No rule that fired asks for a mitigation.")]
        : [
          .text("\(counted(determination.obligations.count, "obligation")) of the rules stand in "),
          .reference("8"), .text("."),
        ])
    builder.note("Residual risk and leverage are for the signer to assess; no number stands in.")
    return builder.section
  }
}
