/// What the exit status of a command says (README, "Exit codes").
enum ExitCode: Int32 {
  case allow = 0
  case heldOrBlocked = 1
  case usage = 2
  case coverage = 3
  case invalidInput = 4
  case invalidPolicy = 5
  case doesNotVerify = 6
  /// New policies would answer some recorded order more mildly.
  case milder = 7
  case internalFault = 70
  case inputOutput = 74
  case tryLater = 75

  /// Worst first: a batch returns the worst status of its lines.
  static let precedence: [ExitCode] = [
    .internalFault, .inputOutput, .tryLater, .usage, .invalidPolicy, .doesNotVerify,
    .invalidInput, .milder, .coverage, .heldOrBlocked, .allow,
  ]

  static func worst(_ left: ExitCode, _ right: ExitCode) -> ExitCode {
    precedence.first { $0 == left || $0 == right } ?? .internalFault
  }
}

/// A command that ends early, with what to tell and the status to return.
struct CommandFailure: Error {
  let code: ExitCode
  /// For a person at a terminal; may hold source lines and carets.
  let lines: [String]
  /// The same in one line each, for an answer to a machine.
  let reasons: [String]

  init(_ code: ExitCode, _ lines: [String], reasons: [String]? = nil) {
    self.code = code
    self.lines = lines
    self.reasons = reasons ?? lines
  }

  init(_ code: ExitCode, _ line: String) { self.init(code, [line]) }
}
