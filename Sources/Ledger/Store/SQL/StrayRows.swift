/// Rows that somebody put beside the records, as each database finds them.
enum StrayRows {
  /// Columns whose rows each belong to a record.
  static let columns = [
    ("payload", "position"), ("payload_key", "position"), ("lookup", "position"),
    ("erasure", "position"), ("erasure", "recorded"),
  ]

  /// The first such row of a table, or none.
  static func query(_ table: String, _ column: String) -> String {
    """
    SELECT \(table).\(column) FROM \(table) LEFT JOIN leaf ON leaf.position = \(table).\(column)
    WHERE leaf.position IS NULL ORDER BY \(table).\(column) LIMIT 1
    """
  }

  static func words(_ table: String, _ position: Int) -> String {
    "the table \(table) has a row for record \(position), which is not there"
  }

  /// What is told as erased, and by which record.
  static let erasures = "SELECT position, recorded FROM erasure ORDER BY position"
}
