public import Formats
public import WatchLists

/// Lists of boycotting states: no ground for refusing, holding or asking anybody (15 CFR 760.2(a)).
struct BoycottLists: Sendable {
  private var codes: [String] = []
  private var names: [String] = []

  init(file: String) throws(Diagnostic) {
    let table = try TextTable(try Lines.bytes(file), requiring: ["extent", "words"], file: file)
    for row in table.rows {
      let words = EvasiveAnswers.letters(of: row["words"])
      if row["extent"] == "code" { codes.append(words) } else { names.append(words) }
    }
  }

  /// Whether a list is one, by its code or by words of its name.
  func contains(code: String, name: String) -> Bool {
    let parts = EvasiveAnswers.letters(of: code).split(separator: " ").map(String.init)
    let named = EvasiveAnswers.letters(of: name)
    return codes.contains { parts.contains($0) } || names.contains { named.contains($0) }
  }
}

extension Knowledge {
  /// Whether a list is that of a boycotting state, on which nobody is refused or held.
  public func isBoycottList(code: String, name: String) -> Bool {
    boycottLists.contains(code: code, name: name)
  }

  /// Whether an entry decides nothing, because a boycotting state lists it.
  public func isPassedOver(_ entry: ListEntry) -> Bool {
    isBoycottList(code: entry.list.id, name: entry.list.name)
  }

  /// What is told of an entry that decides nothing and names a party; nil for any other entry.
  public func notice(passingOver entry: ListEntry, naming party: String) -> Diagnostic? {
    guard isPassedOver(entry) else { return nil }
    return Diagnostic(
      "DOS003",
      "`\(entry.list.name)` names `\(party)`; it is the list of a boycotting state, on which "
        + "nobody is refused or held", severity: .warning, remedy: "remove the list")
  }
}
