/// Gathers entries that a publisher spreads over several records with one id.
struct EntryGroups {
  private var drafts: [(draft: EntryDraft, path: String, line: Int)] = []
  private var indices: [String: Int] = [:]

  /// Adds what one record says to the entry of its id, which the first record makes.
  mutating func add(
    _ id: String, list: ListCode, path: String, line: Int, _ change: (inout EntryDraft) -> Void
  ) {
    let index = indices[id] ?? drafts.count
    if index == drafts.count {
      indices[id] = index
      drafts.append((EntryDraft(id, list: list), path, line))
    }
    change(&drafts[index].draft)
  }

  /// Hands the entries over; one that no record named is counted as unreadable.
  func hand(
    to collector: inout EntryCollector, idName: String,
    finish: (inout EntryDraft) -> Void = { _ in }
  ) {
    for (draft, path, line) in drafts {
      var draft = draft
      finish(&draft)
      draft.hand(to: &collector, idName: idName, path: path, line: line)
    }
  }
}
