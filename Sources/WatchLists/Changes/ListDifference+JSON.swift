public import Formats

extension ListDifference {
  /// The difference as data: counts for each list, then the entries.
  public var json: JSON {
    .object([
      ("counts", .array(counts.map(\.json))),
      ("added", .array(added.map(\.json))), ("removed", .array(removed.map(\.json))),
      ("changed", .array(changed.map(\.json))),
    ])
  }
}

extension ListDifference.Count {
  var json: JSON {
    .object([
      ("list", .string(list.id)), ("name", .string(list.name)), ("added", .integer(added)),
      ("removed", .integer(removed)), ("changed", .integer(changed)),
      ("renumbered", .integer(renumbered)), ("unchanged", .integer(unchanged)),
    ])
  }
}

extension ListDifference.Change {
  var json: JSON {
    .object([
      ("fields", .strings(fields)), ("before", before.json), ("after", after.json),
    ])
  }
}
