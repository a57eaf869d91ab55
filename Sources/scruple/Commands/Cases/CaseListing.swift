import Formats
import Ledger
import Memos

/// `scruple case list` and `scruple case clocks`.
enum CaseListing {
  static func list(
    _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let isJSON = try ListsCommand.isJSON(arguments)
    let rows = try CommandFailure.of { () throws(LedgerFailure) in
      var rows: [JSON] = []
      for file in try desk.files() { rows.append(try desk.json(of: file, for: asker.name)) }
      for investigation in try desk.investigations() {
        rows.append(desk.json(of: investigation, for: asker.name))
      }
      if try desk.maySeeSuppressions(asker.name) {
        rows += try desk.suppressions().map { $0.json(on: desk.today) }
      }
      return rows
    }
    for row in rows { Output.write(isJSON ? row.text() + "\n" : line(row)) }
    return .allow
  }

  private static func line(_ row: JSON) -> String {
    func text(_ name: String) -> String? { row[name]?.string }
    let words: [String?]
    if let id = text("investigation") {
      let holds = row["holds"]?.boolean == true
      words = [id, holds ? "hold" : "closed", text("allegation")]
    } else if let id = text("suppression") {
      words = [id, text("status"), row["record"]?["entry"]?.string, text("maker")]
    } else {
      words = [
        text("case"), text("decision"), "\(text("system") ?? ""):\(text("orderRef") ?? "")",
        text("status"), text("assignee"),
      ]
    }
    return visible(words.compactMap(\.self).joined(separator: "  ")) + "\n"
  }

  /// What is owed to authorities, the next first.
  static func clocks(
    _ desk: CaseDesk, _ asker: LedgerAsker, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    let isJSON = try ListsCommand.isJSON(arguments)
    let rows = try CommandFailure.of { () throws(LedgerFailure) in
      try desk.clocks(for: asker.name)
    }
    for (id, clock) in rows {
      let json = clock.json(on: desk.today)
      if isJSON {
        Output.write(JSON.object([("investigation", .string(id)), ("clock", json)]).text() + "\n")
      } else {
        let words = ["state", "due", "duty", "basis"].map { json[$0]?.string ?? "" }
        Output.write(visible(([id] + words).joined(separator: "  ")) + "\n")
      }
    }
    return rows.contains { $0.clock.state(on: desk.today) == .overdue } ? .heldOrBlocked : .allow
  }
}
