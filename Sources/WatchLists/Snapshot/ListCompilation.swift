public import Formats
public import Names

/// With what lists are compiled for search, and whom to tell of it.
public struct ListCompilation: Sendable {
  public let knowledge: NameKnowledge
  /// Digest of the tables from which the knowledge was read: other tables, other names.
  public let tables: String
  /// Told that lists are compiled, which takes seconds, and what hindered that from lasting.
  public let tell: @Sendable (Diagnostic) -> Void

  public init(
    knowledge: NameKnowledge, tables: String,
    tell: @escaping @Sendable (Diagnostic) -> Void = { _ in }
  ) {
    self.knowledge = knowledge
    self.tables = tables
    self.tell = tell
  }
}
