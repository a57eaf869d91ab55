/// Where a store is, as people write it: the path of an SQLite file, or `postgres://…`.
public enum StoreAddress: Sendable, Hashable {
  case file(String)
  case server(String)

  public init(_ text: String) {
    let isServer = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
    self = isServer ? .server(text) : .file(text)
  }

  /// How messages name it: the password of an address is left out, with all behind the database.
  public var name: String {
    switch self {
    case .file(let path): return path
    case .server(let address):
      let bare = address.prefix { $0 != "?" }
      guard let at = bare.lastIndex(of: "@"), let slashes = bare.firstRange(of: "://") else {
        return String(bare)
      }
      return String(bare[..<slashes.upperBound] + bare[bare.index(after: at)...])
    }
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
