import Formats
import Ledger

/// `scruple log keys`: makes a store with its keys.
enum LogKeysCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    if FileReader.exists(options.store), !FileReader.exists(options.keys) {
      throw CommandFailure(
        .inputOutput,
        "scruple: there is a store `\(options.store)` and no keys `\(options.keys)`; "
          + "new keys could not sign its log")
    }
    let keys = try CommandFailure.of { () throws(LedgerFailure) in
      let keys = try LedgerKeys(name: arguments.option("name") ?? "scruple-ledger")
      try keys.write(to: options.keys)
      _ = try SQLiteStore(options.store, creates: true)
      return try keys.published
    }
    try LogCommand.deliver(keys.json.text(indented: true) + "\n", to: options.published)
    Output.write(
      """
      store        \(options.store)
      secret keys  \(options.keys), for their owner only; whoever has them signs for you
      public keys  \(options.published), for everybody who verifies
      log          \(keys.log.text)

      """)
    return .allow
  }
}
