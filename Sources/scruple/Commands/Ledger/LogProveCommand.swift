import Formats
import Ledger

/// `scruple log prove` and `scruple log checkpoint`: what a stranger can check.
enum LogProveCommand {
  static func prove(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let keys = try options.publishedKeys(arguments)
    if let size = try StoreOptions.number(arguments, "from", in: 1...Int.max) {
      guard arguments.positional.isEmpty, !arguments.has("compact") else {
        throw CommandFailure(
          .usage, "scruple: --from proves no record but an older log, and has one form")
      }
      let prover = LogProver(try options.reading())
      let proof = try CommandFailure.of { () throws(LedgerFailure) in
        try prover.consistency(from: size)
      }
      let key = keys.log(at: proof.checkpoint.head.size)
      return try deliver(proof.json(by: key), proof.verifies(by: key), arguments)
    }
    let position = try position(arguments, options)
    let prover = LogProver(try options.reading())
    let proof = try CommandFailure.of { () throws(LedgerFailure) in
      try prover.inclusion(of: position)
    }
    let key = keys.log(at: proof.checkpoint.head.size)
    let isCompact = arguments.has("compact")
    return try deliver(
      isCompact ? proof.compact : proof.json(by: key), proof.verifies(by: key), arguments)
  }

  /// A proof that does not verify is printed all the same: it shows what is wrong.
  private static func deliver(
    _ json: JSON, _ verifies: Bool, _ arguments: Arguments
  ) throws(CommandFailure) -> ExitCode {
    try LogCommand.deliver(json.text(indented: true) + "\n", to: arguments.option("to"))
    guard verifies else {
      Output.tell("scruple: the proof does not verify; see `scruple log verify`")
      return .doesNotVerify
    }
    return .allow
  }

  /// The record that was named by its number or by its determination.
  private static func position(
    _ arguments: Arguments, _ options: StoreOptions
  ) throws(CommandFailure) -> Int {
    guard let id = arguments.option("determination") else {
      let text = try arguments.single("number of a record")
      guard let position = Int(text), position >= 0 else {
        throw CommandFailure(.usage, "scruple: `\(text)` is no number of a record")
      }
      return position
    }
    let ledger = try options.ledger()
    let positions = try CommandFailure.of { () throws(LedgerFailure) in
      try ledger.positions(of: .determination(id))
    }
    guard let newest = positions.last else {
      throw CommandFailure(.invalidInput, "scruple: the log has no determination `\(id)`")
    }
    return newest
  }

  static func checkpoint(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let keys = try options.publishedKeys(arguments)
    let prover = LogProver(try options.reading())
    let checkpoint = try CommandFailure.of { () throws(LedgerFailure) in try prover.newest() }
    let key = keys.log(at: checkpoint.head.size)
    guard checkpoint.verifies(by: key) else {
      throw CommandFailure(.doesNotVerify, "scruple: the newest checkpoint does not verify")
    }
    try LogCommand.deliver(checkpoint.note(by: key), to: arguments.option("to"))
    return .allow
  }
}
