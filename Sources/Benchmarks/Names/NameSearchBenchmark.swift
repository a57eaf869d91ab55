public import Formats
public import Names

/// How well and how fast names are found on a list.
public struct NameSearchBenchmark {
  /// What one set of queries gave.
  public struct SetScore: Sendable {
    public let set: String
    public let queries: Int
    /// Queries that mean somebody on the list, and those of them found among the first ten.
    public let meant: Int
    public let found: Int
    /// Queries that mean nobody and were answered with a match all the same.
    public let alerts: Int
    /// Queries whose truth the comparison accepts, and those of them that the index offered.
    public let acceptable: Int
    public let offered: Int
  }

  private let knowledge: NameKnowledge
  private let entities: [ListedEntity]
  private let index: IdentityIndex
  /// Where each entity stands, by its id.
  private let positions: [String: Int]
  /// How long laying the names out took, in nanoseconds, and how many bytes they take.
  public let compiled: (nanoseconds: Int, bytes: Int)
  /// Nanoseconds from a file of compiled names to an index that answers.
  public let loadTime: Int
  public var names: Int { entities.reduce(0) { $0 + $1.identity.names.count } }

  /// The names are searched in a mapped file, as they are where lists are imported.
  public init(
    _ entities: [ListedEntity], knowledge: NameKnowledge
  ) throws(FileReader.Failure) {
    self.knowledge = knowledge
    self.entities = entities
    let path = (Process.variable("TMPDIR") ?? "/tmp") + "/scruple-names-\(Process.number).compiled"
    defer { FileWriter.remove(path) }
    let began = Process.monotonicNanoseconds
    try FileWriter.write(
      IdentityIndex.compile(entities.map(\.identity), knowledge: knowledge), to: path)
    let ended = Process.monotonicNanoseconds
    let bytes = try MappedBytes(path: path)
    compiled = (ended - began, bytes.count)
    index =
      IdentityIndex(compiled: bytes, knowledge: knowledge) { entities[$0].identity }
      ?? IdentityIndex(entities.map(\.identity), knowledge: knowledge)
    loadTime = Process.monotonicNanoseconds - ended
    positions = Dictionary(
      entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The score of one set of queries.
  public func score(_ set: String, _ queries: [NameQuery]) -> SetScore {
    var (meant, found, alerts, acceptable, offered) = (0, 0, 0, 0, 0)
    for query in queries {
      let profile = knowledge.profile(of: query.identity)
      let matches = index.matches(for: profile, limit: 10).map(\.index)
      guard !query.truth.isEmpty else {
        if !matches.isEmpty { alerts += 1 }
        continue
      }
      meant += 1
      let truth = query.truth.compactMap { positions[$0] }
      if matches.contains(where: { truth.contains($0) }) { found += 1 }
      let accepted = truth.filter {
        let entry = knowledge.profile(of: entities[$0].identity)
        return knowledge.compare(profile, entry).verdict != .different
      }
      guard !accepted.isEmpty else { continue }
      acceptable += 1
      let candidates = index.candidates(for: profile).map(\.index)
      if candidates.contains(where: { accepted.contains($0) }) { offered += 1 }
    }
    return SetScore(
      set: set, queries: queries.count, meant: meant, found: found, alerts: alerts,
      acceptable: acceptable, offered: offered)
  }

  /// Nanoseconds of each search, ascending: taking the name apart, finding and scoring candidates.
  public func times(_ queries: [NameQuery]) -> [Int] {
    queries.map { query in
      let begin = Process.monotonicNanoseconds
      _ = index.candidates(for: knowledge.profile(of: query.identity))
      return Process.monotonicNanoseconds - begin
    }.sorted()
  }
}
