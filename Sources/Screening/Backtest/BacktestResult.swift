public import Formats
public import Policy

/// What a new policy set would change of recorded determinations.
public struct BacktestResult: Sendable {
  /// One line that is no record, or whose record cannot be evaluated.
  public struct Unreadable: Sendable {
    public let line: Int
    public let fault: Diagnostic
  }

  /// Faults that are kept to be told one by one; all are counted.
  public static let faultLimit = 1_000
  /// Names that are kept of what the vocabulary no longer knows.
  static let droppedLimit = 200

  /// Records that were evaluated.
  public internal(set) var records = 0
  public internal(set) var unreadableCount = 0
  /// The first of the file, up to `faultLimit`.
  public internal(set) var unreadable: [Unreadable] = []
  /// From what was recorded to what the new policies say.
  public internal(set) var total: BacktestComparison
  /// With old policies: from what they say of the recorded facts to what the new ones say.
  public internal(set) var policy: BacktestComparison?
  /// With old policies: from what was recorded to what the old policies say now. What differs here
  /// differs for other reasons than the policies: the program, the trees of codes, the vocabulary.
  public internal(set) var others: BacktestComparison?
  var droppedNames: [String: Int] = [:]
  public let new: PolicySet
  public let old: PolicySet?

  init(new: PolicySet, old: PolicySet?, exampleLimit: Int) {
    self.new = new
    self.old = old
    let empty = BacktestComparison(exampleLimit: exampleLimit)
    total = empty
    policy = old == nil ? nil : empty
    others = old == nil ? nil : empty
  }

  /// Whether every line that is not blank was evaluated.
  public var isComplete: Bool { unreadableCount == 0 }

  /// Whether something becomes milder, by the policies or altogether.
  public var isMilder: Bool { total.milder > 0 || (policy?.milder ?? 0) > 0 }

  /// Terms, sets and relations of the records that the vocabulary no longer knows, such as
  /// `party.old-term`, each with how many records name it.
  public var dropped: [(name: String, records: Int)] {
    droppedNames.map { (name: $0.key, records: $0.value) }.sorted { $0.name < $1.name }
  }

  mutating func addFault(_ fault: Diagnostic, line: Int) {
    unreadableCount += 1
    guard unreadable.count < BacktestResult.faultLimit else { return }
    unreadable.append(Unreadable(line: line, fault: fault))
  }

  mutating func addDropped(_ name: String, records: Int = 1) {
    droppedNames[name, default: 0] += records
    // The first by name are kept, which does not depend on the order of reading.
    if droppedNames.count > BacktestResult.droppedLimit, let last = droppedNames.keys.max() {
      droppedNames[last] = nil
    }
  }

  /// Adds what was counted of other lines of the same file, in whatever order they were read.
  mutating func add(_ other: BacktestResult) {
    records += other.records
    unreadableCount += other.unreadableCount
    unreadable = Array(
      (unreadable + other.unreadable).sorted { $0.line < $1.line }
        .prefix(BacktestResult.faultLimit))
    total.add(other.total)
    if let comparison = other.policy { policy?.add(comparison) }
    if let comparison = other.others { others?.add(comparison) }
    for (name, records) in other.dropped { addDropped(name, records: records) }
  }
}
