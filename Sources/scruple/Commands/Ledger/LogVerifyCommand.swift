import Digests
import Formats
import Ledger
import Memos

/// `scruple log verify`: whether the log is as it was signed. Status 6 where it is not.
enum LogVerifyCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let isJSON = try ListsCommand.isJSON(arguments)
    let keys = try options.publishedKeys(arguments)
    let store = try options.reading()
    var kept: [Checkpoint] = []
    for path in arguments.all("checkpoint") {
      let note = String(decoding: try Session.input(path, limit: 1 << 16), as: UTF8.self)
      kept.append(
        try CommandFailure.of { () throws(LedgerFailure) in
          try Checkpoint(note: note, keys: keys)
        })
    }
    // The secret keys where they are: named, asked for, or beside the store.
    let secret = try CommandFailure.of { () throws(LedgerFailure) -> LedgerKeys? in
      let isAskedFor = arguments.has("open") || arguments.option("keys") != nil
      guard isAskedFor || FileReader.exists(options.keys) else { return nil }
      do throws(LedgerFailure) {
        return try LedgerKeys(file: options.keys)
      } catch {
        guard !isAskedFor else { throw error }
        return nil
      }
    }
    let verification = try CommandFailure.of { () throws(LedgerFailure) in
      try LogVerification(
        of: store, by: keys, opening: secret, opensContent: arguments.has("open"), kept: kept)
    }
    Output.write(isJSON ? json(verification).text(indented: true) + "\n" : text(verification))
    if secret == nil {
      Output.tell(
        "the secret keys are not here: whether the key of a record was overwritten is not seen")
    }
    return verification.verifies ? .allow : .doesNotVerify
  }

  private static func json(_ verification: LogVerification) -> JSON {
    .object([
      ("verifies", .boolean(verification.verifies)), ("size", .integer(verification.size)),
      ("root", .string(verification.root.hexadecimal)),
      ("checkpoints", .integer(verification.checkpoints)),
      ("erased", .integer(verification.erased)), ("problems", .strings(verification.problems)),
      ("remarks", .strings(verification.remarks)),
    ])
  }

  private static func text(_ verification: LogVerification) -> String {
    var text =
      verification.verifies
      ? "VERIFIES · \(verification.size) records · \(verification.checkpoints) signatures"
      : "DOES NOT VERIFY · \(verification.size) records"
    if verification.erased > 0 { text += " · the content of \(verification.erased) erased" }
    text += "\nroot \(verification.root.hexadecimal)\n"
    for problem in verification.problems { text += "  - \(visible(problem))\n" }
    for remark in verification.remarks { text += "  note: \(visible(remark))\n" }
    return text
  }
}
