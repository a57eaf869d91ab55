import Formats

/// What releases of one file said of the items of their tenders, for an update may tell no more of
/// an item than its id and what changed.
struct ReleaseHistory {
  /// An item with the path of the release that spoke of it last.
  struct Item {
    var element: JSON
    let place: String
  }

  private var known: [String: [Item]] = [:]

  /// The items of the tender as they stand after a release; empty where it lists none.
  ///
  /// OCDS 1.1, merging: objects of a list are merged by their id, and what an update does not list
  /// stays.
  mutating func items(of release: JSON, at path: String) -> [Item] {
    guard let ocid = release["ocid"]?.string, let list = release["tender"]?["items"]?.array,
      !list.isEmpty
    else { return [] }
    let tags = Set(release["tag"]?.strings ?? [])
    let isUpdate = !tags.isDisjoint(with: ["tenderUpdate", "tenderAmendment"])
    var items = isUpdate ? known[ocid] ?? [] : []
    let prefix = path.isEmpty ? "" : path + "."
    let earlier = items.map { ReleaseReader.plain($0.element["id"]) }
    for (index, element) in list.enumerated() where element.members != nil {
      let id = ReleaseReader.plain(element["id"])
      let place = "\(prefix)tender.items[\(index)]"
      if let id, let old = earlier.firstIndex(of: id) {
        items[old] = Item(
          element: ReleaseHistory.merged(items[old].element, element), place: place)
      } else {
        items.append(Item(element: element, place: place))
      }
    }
    known[ocid] = items
    return items
  }

  /// Members of the later value replace those of the earlier one, objects member by member.
  private static func merged(_ old: JSON, _ new: JSON) -> JSON {
    guard let before = old.members, let after = new.members else { return new }
    var members = before.map { ($0.key, $0.value) }
    for member in after {
      if let place = members.firstIndex(where: { $0.0 == member.key }) {
        members[place].1 = merged(members[place].1, member.value)
      } else {
        members.append((member.key, member.value))
      }
    }
    return .object(members)
  }
}
