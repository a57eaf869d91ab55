import Names
import Taxonomy
import WatchLists

/// Listed bodies that command others: police and comparable bodies by place.
///
/// A county bureau that no list names may be part of the prefecture bureau that a list does name.
public struct CommandingBodies: Sendable {
  struct Body: Sendable {
    let place: String
    let function: String
    let name: String
    let list: String
    let isBlocked: Bool
    let entry: Int

    var words: String { "\(name) (\(list))" }
  }

  private let byPlace: [String: [Body]]
  private let places: CodeTree
  private let functions: CodeTree

  /// Functions in which a body at a higher level commands those below it.
  static let commanding = ["policing", "population-control", "xpcc"]

  /// Functions of units that command nobody elsewhere: a police college of the region does not
  /// stand above a county's bureau.
  private static let units = ["police-forensic", "police-academy", "police-hospital", "detention"]

  /// Takes the places as they lay on the as-of date.
  init(_ snapshot: WatchListSnapshot, _ knowledge: Knowledge, places: CodeTree) {
    var byPlace: [String: [Body]] = [:]
    for (index, entry) in snapshot.entries.enumerated()
    where snapshot.standings[index] == .listed
      && (entry.effect == .licenceRequirement || entry.effect == .blocking)
      && CommandingBodies.mayCommand(entry.name)
    {
      let parsed = knowledge.names.parse(entry.name)
      guard let place = parsed.places.first, place.utf8.count > 2 else { continue }
      let tree = knowledge.taxonomy.functions
      let function = parsed.functions.first { mention in
        CommandingBodies.commanding.contains { tree.isWithin(mention.code, $0) }
      }
      let isUnit = CommandingBodies.isUnit(parsed.functions.map(\.code), tree)
      guard let function, !isUnit else { continue }
      byPlace[place, default: []].append(
        Body(
          place: place, function: function.code, name: entry.name, list: entry.list.name,
          isBlocked: entry.effect == .blocking, entry: index))
    }
    self.byPlace = byPlace
    self.places = places
    functions = knowledge.taxonomy.functions
  }

  /// The listed bodies of the same function for a party's place or for the nearest place above it,
  /// leaving out entries that are itself; with `blocked`, only those that sanctions block.
  ///
  /// A body for the same place that is not the party commands it or is part of it: the place of a
  /// county's bureau may be known no nearer than the prefecture.
  func bodies(
    over place: String, function: String, except entries: Set<Int>, blocked: Bool = false
  ) -> [Body] {
    for node in places.lineage(of: place) {
      let found = (byPlace[node.code] ?? []).filter { body in
        !entries.contains(body.entry) && (body.isBlocked || !blocked)
          && sharesCommand(body.function, function)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  static func isUnit(_ functions: [String], _ tree: CodeTree) -> Bool {
    functions.contains { function in
      tree.isWithin(function, "education") || units.contains { tree.isWithin(function, $0) }
    }
  }

  /// Whether any listed body stands for the place or above it, whatever its function.
  func hasBody(over place: String) -> Bool {
    places.lineage(of: place).contains { byPlace[$0.code] != nil }
  }

  private func sharesCommand(_ left: String, _ right: String) -> Bool {
    CommandingBodies.commanding.contains {
      functions.isWithin(left, $0) && functions.isWithin(right, $0)
    }
  }

  /// A cheap test, so that tens of thousands of company names are not parsed.
  private static func mayCommand(_ name: String) -> Bool {
    let folded = name.lowercased()
    return ["security", "police", "corps", "公安", "兵团", "interior"].contains {
      folded.contains($0)
    }
  }
}
