import Formats
import Ledger

/// `scruple log keys`: makes a store with its keys.
enum LogKeysCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    if !arguments.positional.isEmpty {
      guard arguments.positional == ["rotate"] else {
        throw CommandFailure(.usage, "scruple: log keys takes nothing or `rotate`")
      }
      return try rotate(arguments)
    }
    let options = try StoreOptions(arguments)
    if !FileReader.exists(options.keys), try isThere(options.store) {
      throw CommandFailure(
        .inputOutput,
        "scruple: there is a store `\(options.store.name)` and no keys `\(options.keys)`; "
          + "new keys could not sign its log")
    }
    let keys = try CommandFailure.of { () throws(LedgerFailure) in
      let keys = try LedgerKeys(name: arguments.option("name") ?? "scruple-ledger")
      try keys.write(to: options.keys)
      _ = try options.store.open(creates: true)
      return try keys.published
    }
    try LogCommand.deliver(keys.json.text(indented: true) + "\n", to: options.published)
    Output.write(
      """
      store        \(options.store.name)
      secret keys  \(options.keys), for their owner only; whoever has them signs for you
      public keys  \(options.published), for everybody who verifies
      log          \(keys.log.text)

      """)
    return .allow
  }

  private static func rotate(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let reason = try StoreOptions.required(arguments, "reason", "why?")
    let asker = try StoreOptions.person(arguments, "scruple log keys rotate")
    let isStolen = arguments.has("stolen")
    let published = try CommandFailure.of { () throws(LedgerFailure) in
      try KeyRotation(options.store.open(), keys: options.keys).rotate(
        reason: reason, by: asker, dropsClearances: isStolen
      ).published
    }
    try LogCommand.deliver(published.json.text(indented: true) + "\n", to: options.published)
    Output.write(
      """
      secret keys  \(options.keys), new; programs that run with the old ones add nothing more
      public keys  \(options.published), with \(published.retired.count) that were replaced
      log          \(published.log.text)
      clearances   \(isStolen
        ? "those of the old keys hold no longer: issue them again"
        : "those that were issued before hold until they end")

      """)
    return .allow
  }

  private static func isThere(_ store: StoreAddress) throws(CommandFailure) -> Bool {
    if case .file(let path) = store { return FileReader.exists(path) }
    do throws(LedgerFailure) {
      _ = try store.open(isReading: true)
      return true
    } catch {
      guard error.kind == .missing else { throw CommandFailure(error) }
      return false
    }
  }
}
