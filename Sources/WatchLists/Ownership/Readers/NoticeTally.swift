import Formats

/// Counts what was read with doubt, and keeps the first of each kind with its place: a file of a
/// million records may raise the same doubt a million times.
struct NoticeTally {
  private var kinds: [(first: Diagnostic, count: Int)] = []

  mutating func add(_ notice: Diagnostic) {
    if let index = kinds.firstIndex(where: { $0.first.id == notice.id }) {
      kinds[index].count += 1
    } else {
      kinds.append((notice, 1))
    }
  }

  /// One of a kind, by id.
  var notices: [Diagnostic] {
    kinds.sorted { $0.first.id < $1.first.id }.map { first, count in
      guard count > 1 else { return first }
      let more = count == 2 ? "one more record" : "\(count - 1) more records"
      return Diagnostic(
        first.id, first.message + "; the same of \(more)", severity: first.severity,
        remedy: first.remedy, file: first.file, position: first.position)
    }
  }
}

extension Line {
  /// A doubt about this record that does not refuse it.
  func notice(_ id: String, _ message: String, remedy: String?) -> Diagnostic {
    Diagnostic(
      id, message, severity: .warning, remedy: remedy, file: file,
      position: SourcePosition(line: number, column: 1))
  }
}
