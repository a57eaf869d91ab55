import Formats
import Ledger

/// `--store FILE|ADDRESS`, `--keys FILE` and `--by NAME`: where records go and who asked.
struct StoreOptions {
  static let options: Set<String> = ["store", "keys", "by"]

  let store: StoreAddress
  let keys: String
  /// The keys that others may have, beside the secret ones.
  let published: String
  private let likeness: PartyLikeness

  /// Whether records are asked for; keys or a name without a store are refused.
  static func isNamed(_ arguments: Arguments) throws(CommandFailure) -> Bool {
    if arguments.option("store") != nil { return true }
    for name in ["keys", "by"] where arguments.option(name) != nil {
      throw CommandFailure(.usage, "scruple: `--\(name)` says nothing without `--store`")
    }
    return false
  }

  init(_ arguments: Arguments) throws(CommandFailure) {
    guard let store = arguments.option("store") else {
      throw CommandFailure(.usage, "scruple: the option `--store` is missing")
    }
    self.store = StoreAddress(store)
    likeness = KnownLikeness.likeness(arguments)
    switch self.store {
    case .file(let path):
      keys = arguments.option("keys") ?? path + ".keys"
      published = path + ".pub"
    case .server:
      guard let named = arguments.option("keys") else {
        throw CommandFailure(
          .usage,
          "scruple: a store on a server has no file beside it; name its keys by `--keys FILE`")
      }
      keys = named
      published = (named.hasSuffix(".keys") ? String(named.dropLast(5)) : named) + ".pub"
    }
  }

  func ledger() throws(CommandFailure) -> Ledger {
    try CommandFailure.of { () throws(LedgerFailure) in
      try Ledger(store: store.open(), keys: LedgerKeys(file: keys), likeness: likeness)
    }
  }

  /// The store alone, to be read without secrets.
  func reading() throws(CommandFailure) -> any LedgerStore {
    try CommandFailure.of { () throws(LedgerFailure) in
      try store.open(isReading: true)
    }
  }

  /// `--key FILE`, else the public keys beside the store.
  func publishedKeys(_ arguments: Arguments) throws(CommandFailure) -> PublishedKeys {
    try CommandFailure.of { () throws(LedgerFailure) in
      try PublishedKeys(file: arguments.option("key") ?? published)
    }
  }

  /// Who asked, as told; the program does not know who sits before it.
  static func asker(_ arguments: Arguments, _ act: String) -> LedgerAsker {
    let name = arguments.option("by") ?? Process.variable("USER") ?? "not told"
    return LedgerAsker(name: name, act: act)
  }

  /// `--by`, which an act of a person needs.
  static func person(_ arguments: Arguments, _ act: String) throws(CommandFailure) -> LedgerAsker {
    guard let name = arguments.option("by") else {
      throw CommandFailure(.usage, "scruple: the option `--by` is missing: who does this?")
    }
    return LedgerAsker(name: name, act: act)
  }

  /// `--order SYSTEM:REF`, parted at the first colon.
  static func order(
    _ arguments: Arguments
  ) throws(CommandFailure) -> (system: String, reference: String)? {
    guard let text = arguments.option("order") else { return nil }
    return try order(text)
  }

  static func order(
    _ text: String
  ) throws(CommandFailure) -> (system: String, reference: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw CommandFailure(
        .usage,
        "scruple: `\(text)` for --order is no order; write the system, a colon and the "
          + "reference, as `erp:SO-2104`")
    }
    return (parts[0], parts[1])
  }

  /// A number from an option's bounds.
  static func number(
    _ arguments: Arguments, _ name: String, in range: ClosedRange<Int>
  ) throws(CommandFailure) -> Int? {
    guard let text = arguments.option(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw CommandFailure(
        .usage,
        "scruple: `\(text)` for --\(name) is no number from \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    return number
  }

  static func required(
    _ arguments: Arguments, _ name: String, _ what: String
  ) throws(CommandFailure) -> String {
    guard let value = arguments.option(name) else {
      throw CommandFailure(.usage, "scruple: the option `--\(name)` is missing: \(what)")
    }
    return value
  }
}

extension CommandFailure {
  init(_ failure: LedgerFailure) {
    let code: ExitCode =
      switch failure.kind {
      case .locked, .overtaken, .unreachable, .clock: .tryLater
      case .full, .readOnly, .inputOutput, .missing, .foreign, .newer, .damaged, .keys,
        .cryptography:
        .inputOutput
      case .appendOnly: .internalFault
      case .doesNotVerify, .checkpoint: .doesNotVerify
      case .noSuchRecord, .erased, .request: .invalidInput
      case .retained, .notCleared, .held, .notAllowed: .heldOrBlocked
      }
    self.init(code, [failure.diagnostic.line])
  }

  /// What the ledger refuses becomes a failure of the command.
  static func of<Value>(
    _ body: () throws(LedgerFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
