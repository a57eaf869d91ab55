public import Formats

/// Reads recorded facts in the words of one vocabulary, which may have changed since.
///
/// What the record does not know is unknown: a term without a value, a collection that is open
/// and names nobody. What the vocabulary no longer knows is left out, and `dropped` names it. A
/// record that contradicts itself is refused. Made once for a file and safe to share.
public struct RecordedFactsReader: Sendable {
  public let vocabulary: Vocabulary
  let domains: JSONNames
  /// Terms by domain.
  let terms: [JSONNames]
  let collections: JSONNames
  let relations: JSONNames
  /// A row of unknown facts by domain.
  let blanks: [[Fact]]

  static let unknown = Fact.unknown("not recorded")
  private static let members = JSONNames([
    "form", "vocabulary", "asOf", "confirmations", "objects", "sets", "relations",
  ])
  static let domainMembers = JSONNames(["terms", "objects"])
  static let objectMembers = JSONNames(["id", "basis", "values"])
  static let openMember = JSONNames(["open"])
  static let valueMembers = JSONNames(["some", "between", "on"])
  private static let noNames = JSONNames([])

  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    domains = JSONNames(vocabulary.domains.map(\.name))
    terms = vocabulary.domains.map { JSONNames($0.terms.map(\.name)) }
    collections = JSONNames(vocabulary.collections.map(\.phrase))
    relations = JSONNames(vocabulary.relations.indices.map { vocabulary.relationName($0) })
    blanks = vocabulary.domains.map { domain in
      Array(repeating: RecordedFactsReader.unknown, count: domain.terms.count)
    }
  }

  /// Reads the object at the cursor. `dropped` names what the vocabulary no longer knows, as
  /// `party.old-term`, and grows by what this record adds.
  public func read(
    _ cursor: inout JSONCursor, dropped: inout Set<String>
  ) throws(JSONFailure) -> RecordedFacts {
    var parts = RecordedParts(vocabulary)
    var seen: Set<Int> = []
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: RecordedFactsReader.members) {
      guard case .known(let index) = member else {
        // A later form may add members; they would have changed the form if they mattered.
        try cursor.skip()
        continue
      }
      guard seen.insert(index).inserted else {
        throw cursor.failure(.duplicateName(RecordedFactsReader.members.names[index]))
      }
      switch index {
      case 0:
        guard try cursor.integer() == RecordedFacts.form else {
          throw cursor.refused("the facts are written in a form that this program does not know")
        }
      case 2:
        let text = try cursor.text()
        guard let date = CivilDate(text) else { throw cursor.refused("`\(text)` is not a date") }
        parts.asOf = date
      case 3: parts.confirmations = try readConfirmations(&cursor)
      case 4: try readObjects(&cursor, &parts, &dropped)
      case 5: try readSets(&cursor, &parts, &dropped)
      case 6: try readRelations(&cursor, &parts, &dropped)
      default: try cursor.skip()
      }
    }
    for (index, name) in RecordedFactsReader.members.names.enumerated() where index != 1 {
      guard seen.contains(index) else {
        throw cursor.refused("the facts lack the member `\(name)`")
      }
    }
    return try parts.facts(at: cursor)
  }

  private func readConfirmations(
    _ cursor: inout JSONCursor
  ) throws(JSONFailure) -> [String: Bool] {
    var confirmations: [String: Bool] = [:]
    try cursor.enterObject()
    while case .other(let key)? = try cursor.nextMember(of: RecordedFactsReader.noNames) {
      guard confirmations.updateValue(try cursor.flag(), forKey: key) == nil else {
        throw cursor.failure(.duplicateName(key))
      }
    }
    return confirmations
  }

  private func readObjects(
    _ cursor: inout JSONCursor, _ parts: inout RecordedParts, _ dropped: inout Set<String>
  ) throws(JSONFailure) {
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: domains) {
      switch member {
      case .known(let domain):
        guard parts.objects[domain] == nil else {
          throw cursor.failure(.duplicateName(domains.names[domain]))
        }
        parts.objects[domain] = try readDomain(&cursor, domain, &dropped)
      case .other(let name):
        dropped.insert(name)
        try cursor.skip()
      }
    }
  }

  private func readSets(
    _ cursor: inout JSONCursor, _ parts: inout RecordedParts, _ dropped: inout Set<String>
  ) throws(JSONFailure) {
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: collections) {
      switch member {
      case .known(let collection):
        guard parts.sets[collection] == nil else {
          throw cursor.failure(.duplicateName(collections.names[collection]))
        }
        parts.sets[collection] = try readSet(&cursor)
      case .other(let name):
        dropped.insert(name)
        try cursor.skip()
      }
    }
  }

  private func readSet(_ cursor: inout JSONCursor) throws(JSONFailure) -> Membership {
    guard try cursor.kind() == .object else {
      return Membership(members: try readIndices(&cursor), isOpen: false)
    }
    var members: [Int]?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: RecordedFactsReader.openMember) {
      guard member == .known(0), members == nil else {
        throw cursor.refused("an open set is written {\"open\":[…]}")
      }
      members = try readIndices(&cursor)
    }
    guard let members else { throw cursor.refused("an open set is written {\"open\":[…]}") }
    return Membership(members: members, isOpen: true)
  }

  private func readIndices(_ cursor: inout JSONCursor) throws(JSONFailure) -> [Int] {
    var indices: [Int] = []
    try cursor.enterArray()
    while try cursor.nextElement() { indices.append(try cursor.integer()) }
    return indices
  }

  private func readRelations(
    _ cursor: inout JSONCursor, _ parts: inout RecordedParts, _ dropped: inout Set<String>
  ) throws(JSONFailure) {
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: relations) {
      switch member {
      case .known(let relation):
        guard parts.relations[relation] == nil else {
          throw cursor.failure(.duplicateName(relations.names[relation]))
        }
        parts.relations[relation] = Array(try cursor.text().utf8)
      case .other(let name):
        dropped.insert(name)
        try cursor.skip()
      }
    }
  }
}
