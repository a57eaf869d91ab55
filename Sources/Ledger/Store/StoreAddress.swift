/// Where a store is, as people write it: the path of an SQLite file, or `postgres://…`.
public enum StoreAddress: Sendable, Hashable {
  case file(String)
  case server(String)

  public init(_ text: String) {
    let isServer = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
    self = isServer ? .server(text) : .file(text)
  }

  /// Opens the store; `creates` makes it where there is none, which is otherwise an error.
  /// `patience` is how many milliseconds a lock is waited for.
  public func open(
    creates: Bool = false, isReading: Bool = false, patience: Int32 = 10_000
  ) throws(LedgerFailure) -> any LedgerStore {
    switch self {
    case .file(let path):
      try SQLiteStore(path, creates: creates, isReading: isReading, patience: patience)
    case .server(let address):
      try PostgreSQLStore(address, creates: creates, isReading: isReading, patience: patience)
    }
  }
}
