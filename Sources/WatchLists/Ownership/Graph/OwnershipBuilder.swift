import Formats

/// Collects entities and the interests between them, whatever the format, and joins them by id.
struct OwnershipBuilder {
  /// An interest as a record states it, by ids.
  struct Statement {
    let owner: String
    let asset: String
    let interest: OwnershipInterest
    var directness = OwnershipTie.Directness.direct
    let share: ShareRange?
    var isBeneficial = false
    var span = DaySpan.always
    let source: Line
  }

  private var holders: [OwnershipGraph.Holder] = []
  private var indices: [[UInt8]: Int] = [:]
  private var statements: [Statement] = []

  /// Fails where an entity with this id is there already.
  mutating func add(_ holder: OwnershipGraph.Holder) -> Bool {
    let key = Array(holder.id.utf8)
    guard indices[key] == nil else { return false }
    indices[key] = holders.count
    holders.append(holder)
    return true
  }

  mutating func add(_ statement: Statement) {
    guard !statement.span.isEmpty else { return }
    statements.append(statement)
  }

  /// The graph of everything that was added; `refuse` is told of each interest that names an
  /// entity that is not there.
  func finish(
    notices: [Diagnostic], refuse: (_ missing: String, _ source: Line) -> Void
  ) -> OwnershipGraph {
    let order = holders.indices.sorted {
      OwnershipGraph.precedes(holders[$0].id, holders[$1].id)
    }
    var places = [Int32](repeating: 0, count: holders.count)
    for (place, index) in order.enumerated() { places[index] = Int32(place) }
    var ties: [OwnershipTie] = []
    ties.reserveCapacity(statements.count)
    for statement in statements {
      guard let owner = indices[Array(statement.owner.utf8)] else {
        refuse(statement.owner, statement.source)
        continue
      }
      guard let asset = indices[Array(statement.asset.utf8)] else {
        refuse(statement.asset, statement.source)
        continue
      }
      ties.append(
        OwnershipTie(
          owner: places[owner], asset: places[asset], interest: statement.interest,
          directness: statement.directness, share: statement.share,
          isBeneficial: statement.isBeneficial, span: statement.span))
    }
    return OwnershipGraph(holders: order.map { holders[$0] }, ties: ties, notices: notices)
  }
}
