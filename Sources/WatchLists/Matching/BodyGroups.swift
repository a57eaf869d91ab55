/// Bundles matches that are one body on several lists, so that it is reported once.
public enum BodyGroups {
  /// Groups of positions in `matches`, each in order; the groups by their first position.
  ///
  /// Two entries are one body where they share a name after folding and a country. A person is
  /// bundled by the primary name only, because aliases of persons are often common names.
  public static func of(_ matches: [ListMatch]) -> [[Int]] {
    var leader = Array(matches.indices)
    for index in matches.indices {
      for earlier in matches.indices where earlier < index {
        guard leader[index] != leader[earlier], isSame(matches[earlier].entry, matches[index].entry)
        else { continue }
        let (low, high) = (
          min(leader[earlier], leader[index]), max(leader[earlier], leader[index])
        )
        for member in matches.indices where leader[member] == high { leader[member] = low }
      }
    }
    var groups: [[Int]] = []
    for index in matches.indices {
      if leader[index] == index {
        groups.append([index])
      } else if let group = groups.firstIndex(where: { $0.first == leader[index] }) {
        groups[group].append(index)
      }
    }
    return groups
  }

  static func isSame(_ left: ListEntry, _ right: ListEntry) -> Bool {
    guard !Set(left.countries).isDisjoint(with: right.countries) else { return false }
    let arePersons = left.schema == .person || right.schema == .person
    if arePersons, left.schema != right.schema || left.list == right.list { return false }
    let leftNames = Set((arePersons ? [left.name] : left.names).map { FoldedName($0) })
    let rightNames = (arePersons ? [right.name] : right.names).map { FoldedName($0) }
    return rightNames.contains { !$0.isEmpty && leftNames.contains($0) }
  }
}
