import Facts

extension FactSheet {
  /// The name of the fact in a cell.
  func key(_ index: Int) -> FactKey {
    if let first = relationStarts.first, index >= first {
      let relation = relationStarts.lastIndex { $0 <= index } ?? 0
      let width = max(1, relationWidths[relation])
      let (object, second) = (index - relationStarts[relation]).quotientAndRemainder(
        dividingBy: width)
      return FactKey(
        subject: relation, isRelation: true, object: object, term: second, collection: -1)
    }
    if let collection = unnamed.firstIndex(of: index) {
      return FactKey(
        subject: layout.vocabulary.collections[collection].domain, isRelation: false, object: -1,
        term: -1, collection: collection)
    }
    let domain = starts.lastIndex { $0 <= index } ?? 0
    let (object, term) = (index - starts[domain]).quotientAndRemainder(
      dividingBy: max(1, layout.readings[domain].count))
    return FactKey(
      subject: domain, isRelation: false, object: object, term: term, collection: -1)
  }

  /// The cell of a fact; nil where the sheet has none of the name.
  func index(_ key: FactKey) -> Int? {
    if key.collection >= 0 {
      return unnamed.indices.contains(key.collection) ? unnamed[key.collection] : nil
    }
    guard key.object >= 0, key.term >= 0, key.subject >= 0 else { return nil }
    if key.isRelation {
      guard key.subject < relationStarts.count else { return nil }
      let relation = layout.vocabulary.relations[key.subject]
      guard key.object < counts[relation.from], key.term < counts[relation.to] else { return nil }
      return place(relation: key.subject, first: key.object, second: key.term).index
    }
    guard key.subject < starts.count, key.object < counts[key.subject],
      key.term < layout.readings[key.subject].count
    else { return nil }
    return place(domain: key.subject, object: key.object, term: key.term).index
  }
}
