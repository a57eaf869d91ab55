import Formats

/// The parts of recorded facts in whatever order they were read, put together at the end.
struct RecordedParts {
  let vocabulary: Vocabulary
  var asOf: CivilDate?
  var confirmations: [String: Bool] = [:]
  /// Nil for what the record does not know.
  var objects: [[FactObject]?]
  var sets: [Membership?]
  /// As written.
  var relations: [[UInt8]?]

  /// Pairs of one relation beyond which a record is refused: few bytes can ask for very many.
  private static let pairLimit = 1_000_000

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    objects = Array(repeating: nil, count: vocabulary.domains.count)
    sets = Array(repeating: nil, count: vocabulary.collections.count)
    relations = Array(repeating: nil, count: vocabulary.relations.count)
  }

  /// Throws where an index has no object, or a relation does not fit its objects.
  func facts(at cursor: JSONCursor) throws(JSONFailure) -> RecordedFacts {
    let objects = objects.map { $0 ?? [] }
    guard let asOf, objects[Vocabulary.orderDomain].count == 1 else {
      throw cursor.refused("the facts need one order")
    }
    var memberships: [Membership] = []
    for (set, collection) in zip(sets, vocabulary.collections) {
      // Nobody asked who belongs to a set that is new: anybody may.
      let membership = set ?? Membership(members: [], isOpen: true)
      let known = objects[collection.domain].indices
      guard membership.members.allSatisfy(known.contains) else {
        throw cursor.refused(
          "the set `\(collection.phrase)` names an object that is not there")
      }
      memberships.append(membership)
    }
    var pairs: [[Fact]] = []
    for (index, relation) in vocabulary.relations.enumerated() {
      let count = objects[relation.from].count * objects[relation.to].count
      guard count <= RecordedParts.pairLimit else {
        throw cursor.refused("there are more than \(RecordedParts.pairLimit) pairs of objects")
      }
      guard let written = relations[index] else {
        pairs.append(Array(repeating: RecordedFactsReader.unknown, count: count))
        continue
      }
      guard let facts = RecordedParts.pairs(written, count: count) else {
        throw cursor.refused(
          "the relation `\(vocabulary.relationName(index))` does not say \(count) pairs")
      }
      pairs.append(facts)
    }
    return RecordedFacts(
      vocabulary: vocabulary, asOf: asOf, confirmations: confirmations,
      table: FactTable(objects: objects, memberships: memberships, relations: pairs))
  }

  /// Nil where the text is not of this form, or is of more or fewer pairs.
  private static func pairs(_ written: [UInt8], count: Int) -> [Fact]? {
    var facts: [Fact] = []
    facts.reserveCapacity(count)
    var run: Int?
    for byte in written {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let next = (run ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        // A run of none, or of more than there are pairs, is no run.
        guard next > 0, next <= count else { return nil }
        run = next
        continue
      }
      guard facts.count + (run ?? 1) <= count, let fact = fact(byte) else { return nil }
      facts += repeatElement(fact, count: run ?? 1)
      run = nil
    }
    return run == nil && facts.count == count ? facts : nil
  }

  private static func fact(_ letter: UInt8) -> Fact? {
    if letter == FactBasis.unknownLetter { return RecordedFactsReader.unknown }
    guard let basis = FactBasis(letter: letter | 0x20) else { return nil }
    return Fact(.boolean(letter & 0x20 == 0), basis, words: "recorded")
  }
}
