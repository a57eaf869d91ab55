import Formats

extension ListEntry {
  /// Brings the texts into the form in which a stored version reads them back: without white space
  /// at their ends, without empty ones, and no name twice.
  ///
  /// An entry that reads back as another would seem to change with every import.
  mutating func readyForStoring() {
    name = name.trimmedOfSpace
    let others = aliases.map(\.trimmedOfSpace).filter { !$0.isEmpty }
    aliases = []
    addAliases(others)
    for path in [
      \ListEntry.countries, \.addresses, \.programmes, \.federalRegister, \.births, \.identifiers,
    ] {
      self[keyPath: path] = self[keyPath: path].map(\.trimmedOfSpace).filter { !$0.isEmpty }
    }
    for path in [
      \ListEntry.licenceRequirement, \.licencePolicy, \.number, \.source, \.remarks,
    ] {
      let text = self[keyPath: path]?.trimmedOfSpace
      self[keyPath: path] = text?.isEmpty == true ? nil : text
    }
  }

  /// Takes away days of which the last comes before the first, and says so among the remarks:
  /// neither is known then, and the entry counts as listed. Returns whether that was so.
  mutating func dropContradictingDays() -> Bool {
    guard let from = listedFrom, let removed = removedOn, removed < from else { return false }
    addRemark("the published days contradict each other: listed \(from), until \(removed)")
    listedFrom = nil
    removedOn = nil
    return true
  }
}
