import Formats

/// What PostgreSQL or the way to it refused, in the words of a ledger.
enum PostgreSQLFailure {
  static func unreachable(_ name: String, _ words: String) -> LedgerFailure {
    LedgerFailure(
      .unreachable, "the store `\(name)`: \(firstLine(words))",
      remedy: "check that the server runs and answers; nothing was acknowledged")
  }

  /// `state` is the SQLSTATE of PostgreSQL (appendix A of its documentation).
  static func refusal(_ name: String, state: String, _ words: String) -> LedgerFailure {
    let (kind, remedy): (LedgerFailure.Kind, String) =
      switch (state.prefix(2), state) {
      case ("08", _), (_, "57P01"), (_, "57P02"), (_, "57P03"), (_, "57P05"):
        (.unreachable, "check that the server runs and answers; nothing was acknowledged")
      case (_, "55P03"), (_, "57014"), ("40", _):
        (.locked, "another process writes to it; try again")
      case ("53", _): (.full, "free space on its disk or raise its limits")
      case (_, "25006"): (.readOnly, "name the server that takes records, not a copy of it")
      case (_, "42501"), ("28", _):
        (.inputOutput, "give this user the right to use the database and its tables")
      case (_, "42P01"), (_, "42P07"):
        (.foreign, "name a database or schema of its own, which `scruple log keys` prepares")
      case ("23", _), (_, "P0001"):
        (.appendOnly, "record a correction that names the old record")
      case ("XX", _): (.damaged, "restore it from a copy and verify that")
      default: (.inputOutput, "see the message of the server")
      }
    return LedgerFailure(kind, "the store `\(name)`: \(firstLine(words))", remedy: remedy)
  }

  private static func firstLine(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "it does not answer"
  }
}
