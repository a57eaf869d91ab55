import Facts
import Policy

/// An order of a few objects as facts, that can be changed one by one and turned into a table.
struct OrderDraft: Sendable {
  struct RelationPlace: Hashable, Sendable, Comparable {
    let relation: Int
    let from: Int
    let to: Int

    static func < (left: RelationPlace, right: RelationPlace) -> Bool {
      (left.relation, left.from, left.to) < (right.relation, right.from, right.to)
    }
  }

  let slots: [Slot]
  /// Whether the order names the object; `slots[0]` is the order itself.
  var isNamed: [Bool]
  /// By slot and name of the term; what is missing is unknown.
  var facts: [[String: Fact]]
  /// Slots by collection.
  var members: [[Int]]
  var isOpen: [Bool]
  var relations: [RelationPlace: Fact]

  static let unknown = Fact.unknown("not known")

  /// The table, and where each slot stands in it: -1 for one that the order does not name.
  func table(_ vocabulary: Vocabulary) -> (table: FactTable, places: [Int]) {
    var objects: [[FactObject]] = vocabulary.domains.map { _ in [] }
    var places: [Int] = []
    for (index, slot) in slots.enumerated() {
      guard isNamed[index] else {
        places.append(-1)
        continue
      }
      places.append(objects[slot.domain].count)
      objects[slot.domain].append(
        FactObject(
          id: slot.name, label: slot.name,
          facts: vocabulary.domains[slot.domain].terms.map {
            facts[index][$0.name] ?? OrderDraft.unknown
          }))
    }
    let memberships = vocabulary.collections.indices.map { collection in
      Membership(
        members: members[collection].filter { isNamed[$0] }.map { places[$0] },
        isOpen: isOpen[collection])
    }
    var related = vocabulary.relations.map { relation in
      Array(
        repeating: OrderDraft.unknown,
        count: objects[relation.from].count * objects[relation.to].count)
    }
    for (place, fact) in relations where isNamed[place.from] && isNamed[place.to] {
      let width = objects[vocabulary.relations[place.relation].to].count
      related[place.relation][places[place.from] * width + places[place.to]] = fact
    }
    return (FactTable(objects: objects, memberships: memberships, relations: related), places)
  }

  /// Whether what holds of the facts of every dossier holds of these.
  func keepsAxioms(_ vocabulary: Vocabulary) -> Bool {
    for (index, collection) in vocabulary.collections.enumerated() {
      let isPart = collection.isPartOf.allSatisfy { wider in
        members[index].allSatisfy { members[wider].contains($0) }
      }
      guard isPart, !isOpen[index] || collection.opens.allSatisfy({ isOpen[$0] }) else {
        return false
      }
    }
    return vocabulary.axioms.allSatisfy { keeps($0, vocabulary) }
  }

  private func keeps(_ axiom: Axiom, _ vocabulary: Vocabulary) -> Bool {
    func value(_ slot: Int, _ domain: Int, _ term: Int) -> FactValue? {
      facts[slot][vocabulary.domains[domain].terms[term].name]?.value
    }
    switch axiom {
    case .isKnown(let domain, let term):
      return slots.indices.allSatisfy {
        slots[$0].domain != domain || !isNamed[$0] || value($0, domain, term) != nil
      }
    case .closes(let term, let collections):
      return value(0, Vocabulary.orderDomain, term) != .boolean(true)
        || collections.allSatisfy { !isOpen[$0] }
    case .opens(let term, let collections):
      return value(0, Vocabulary.orderDomain, term) != .boolean(false)
        || collections.allSatisfy { isOpen[$0] }
    case .members(let collection, let term, let words):
      let domain = vocabulary.collections[collection].domain
      return members[collection].filter { isNamed[$0] }.allSatisfy { slot in
        guard case .codes(let known, _)? = value(slot, domain, term) else { return false }
        return known.contains { words.contains($0) }
      }
    }
  }
}
