public import Formats

/// Finds, among many identities, those that may be the one asked for.
///
/// Names are laid out once and searched where they lie: candidates share words by spelling, sound
/// or meaning with the query, and only candidates are scored.
public struct IdentityIndex: Sendable {
  private let names: CompiledNames
  private let identity: @Sendable (Int) -> Identity
  private let knowledge: NameKnowledge
  private let scratch: ScratchPool

  public var count: Int { names.identityCount }

  /// Searches compiled names; `identity` gives the identity by its index, as they were compiled.
  ///
  /// Nil where the bytes are of another layout or another kind of machine: compile anew.
  public init?(
    compiled bytes: MappedBytes, knowledge: NameKnowledge,
    identity: @escaping @Sendable (Int) -> Identity
  ) {
    guard let names = CompiledNames(bytes) else { return nil }
    self.init(names, knowledge: knowledge, identity: identity)
  }

  /// Compiles identities in memory and searches them.
  public init(_ identities: [Identity], knowledge: NameKnowledge) {
    let bytes = MappedBytes(Self.compile(identities, knowledge: knowledge))
    self.init(CompiledNames(trusting: bytes), knowledge: knowledge) { identities[$0] }
  }

  private init(
    _ names: CompiledNames, knowledge: NameKnowledge,
    identity: @escaping @Sendable (Int) -> Identity
  ) {
    self.names = names
    self.identity = identity
    self.knowledge = knowledge
    scratch = ScratchPool(names: names.nameCount, lexemes: names.lexemeCount)
  }

  /// The identities that are or may be the one asked for, best first, in a fixed order.
  public func matches(
    for query: IdentityProfile, limit: Int = 20
  ) -> [(index: Int, comparison: IdentityComparison)] {
    var found: [(index: Int, comparison: IdentityComparison)] = []
    // What countries and kinds rule out makes room for the next, however many it is: what is left
    // out here would read as not found.
    for hit in candidates(for: query) {
      if found.count >= 2 * limit { break }
      let comparison = knowledge.compare(query, knowledge.profile(of: identity(hit.index)))
      if comparison.verdict != .different { found.append((hit.index, comparison)) }
    }
    found.sort { left, right in
      let first = left.comparison
      let second = right.comparison
      if first.verdict != second.verdict { return first.verdict > second.verdict }
      if first.strength != second.strength { return first.strength > second.strength }
      if first.score != second.score { return first.score > second.score }
      return left.index < right.index
    }
    return Array(found.prefix(limit))
  }

  /// The identities whose names, numbers or addresses may be those asked for, with their scores
  /// from 0 to 100, best first: the search alone, before anything is explained.
  package func candidates(for query: IdentityProfile) -> [(index: Int, score: Int)] {
    scratch.with { scratch in
      names.hits(for: query, knowledge: knowledge, &scratch).map { ($0.identity, $0.score) }
    }
  }

  /// Lays the names of identities out for search, in their order.
  ///
  /// The same identities and tables give the same bytes.
  public static func compile(_ identities: [Identity], knowledge: NameKnowledge) -> [UInt8] {
    var builder = CompiledNamesBuilder(knowledge)
    // Taking names apart is the work; it is shared among the cores, a batch at a time.
    let size = 512
    for start in stride(from: 0, to: identities.count, by: size) {
      let batch = identities[start..<min(start + size, identities.count)]
      for profile in Threads.map(Array(batch), { knowledge.profile(of: $0) }) {
        builder.add(profile)
      }
    }
    return builder.finish()
  }
}
