import Facts
import Formats
import Policy
import Taxonomy

/// Builds the text of one query: facts, memberships and rules as formulas over a few objects.
///
/// In `everyOrder` the objects stand for any of an order that may hold many more; whatever the
/// others could change is left open, so that no answer covers orders of any size. In
/// `theseObjects` the order holds exactly these, so that an answer is an order.
struct Encoding: Sendable {
  enum Scope: Sendable { case everyOrder, theseObjects }

  struct FactKey: Hashable, Sendable {
    let world: World
    let slot: Int
    let term: String
  }
  struct RelationKey: Hashable, Sendable {
    let world: World
    let relation: Int
    let from: Int
    let to: Int
  }
  struct MemberKey: Hashable, Sendable {
    let world: World
    let slot: Int
    let collection: Int
  }

  let vocabulary: Vocabulary
  let mentions: Mentions
  let scope: Scope
  let slots: [Slot]
  let difference: WorldDifference
  var script = Script()
  /// The day at which the law is read.
  let asOf: Formula
  /// Whether the order names the object; the order itself is always there.
  private(set) var isNamed: [Formula] = []
  private(set) var isOpen: [Formula] = []
  private(set) var members: [MemberKey: Formula] = [:]
  var facts: [FactKey: FactVariables] = [:]
  var relations: [RelationKey: FactVariables] = [:]
  var confirmations: [String: (isSet: Formula, isTrue: Formula)] = [:]
  var cutoffs: [Span: Formula] = [:]
  var memory = EncodingMemory()
  private var classes: [String: CodeClasses] = [:]

  /// `slots[0]` is the order.
  init(
    _ vocabulary: Vocabulary, mentions: Mentions, slots: [Slot], scope: Scope,
    difference: WorldDifference = .none
  ) {
    self.vocabulary = vocabulary
    self.mentions = mentions
    self.scope = scope
    self.slots = slots
    self.difference = difference
    asOf = script.declare("the as-of day, in days since 1970-01-01", .int)
    let first = CivilDate(year: 1, month: 1, day: 1)?.dayNumber ?? 0
    let last = CivilDate(year: 9999, month: 12, day: 31)?.dayNumber ?? 0
    script.assert(Formula.number(Int64(first)).isAtMost(asOf))
    script.assert(asOf.isAtMost(.number(Int64(last))))
    isNamed = slots.enumerated().map { index, slot in
      index == 0 ? .yes : script.declare("the order names \(slot.name)", .bool)
    }
    isOpen = vocabulary.collections.map {
      script.declare("there may be one more \($0.phrase)", .bool)
    }
    declareMembers(.order)
    if case .raised = difference { declareMembers(.other) }
    for (index, collection) in vocabulary.collections.enumerated() {
      for wider in collection.opens { script.assert(isOpen[index].implies(isOpen[wider])) }
    }
  }

  private mutating func declareMembers(_ world: World) {
    let mark = world == .other ? ", with more found" : ""
    for (index, slot) in slots.enumerated() {
      let collections = vocabulary.collections.indices.filter {
        vocabulary.collections[$0].domain == slot.domain
      }
      for collection in collections {
        let phrase = vocabulary.collections[collection].phrase
        members[MemberKey(world: world, slot: index, collection: collection)] = script.declare(
          "\(slot.name) is a \(phrase)\(mark)", .bool)
      }
      for collection in collections {
        let isMember = isMember(world, index, collection)
        for wider in vocabulary.collections[collection].isPartOf {
          script.assert(isMember.implies(self.isMember(world, index, wider)))
        }
        if world == .other {
          // Only what is a finding is added: one order more in the past is none.
          let before = member(.order, index, collection)
          script.assert(
            vocabulary.collections[collection].isAdverse
              ? before.implies(isMember) : before.equals(isMember))
        }
      }
    }
  }

  /// Whether an object is a member: of those that the order names, or of a completion of it.
  func isMember(_ world: World, _ slot: Int, _ collection: Int) -> Formula {
    if case .raised = difference {} else { return member(.order, slot, collection) }
    return member(world, slot, collection)
  }

  private func member(_ world: World, _ slot: Int, _ collection: Int) -> Formula {
    members[MemberKey(world: world, slot: slot, collection: collection)] ?? .no
  }

  /// Whether an object is a named member.
  func stands(_ world: World, _ slot: Int, in collection: Int) -> Formula {
    isNamed[slot].and(isMember(world, slot, collection))
  }

  /// Whether an object is a named member, or the one more that an open set may hold.
  func mayStand(_ world: World, _ slot: Int, in collection: Int) -> Formula {
    .all([
      isMember(world, slot, collection), isNamed[slot].or(isOpen[collection]),
    ])
  }

  /// The classes of a term that was read before.
  func knownClasses(of domain: Int, _ term: Term) -> CodeClasses? {
    classes["\(domain) \(term.name)"]
  }

  mutating func classes(of domain: Int, _ term: Term) -> CodeClasses? {
    let key = "\(domain) \(term.name)"
    if let known = classes[key] { return known }
    let mentioned = mentions.codes(of: domain, term.name)
    let made: CodeClasses? =
      switch term.type {
      case .tree(let name):
        vocabulary.trees[name].map { tree in
          CodeClasses(tree: tree, mentioned: mentioned.filter { tree.contains($0) })
        }
      case .word(let words):
        CodeClasses(words: words, mentioned: mentioned.filter { words.contains($0) })
      default: nil
      }
    classes[key] = made
    return made
  }
}

/// Formulas that were built before, by what they say.
struct EncodingMemory: Sendable {
  var atoms: [String: Ternary] = [:]
  var leaves: [String: (fires: Formula, isPossible: Formula)] = [:]
  var validity: [String: (inForce: Formula, awaits: Formula)] = [:]
}
