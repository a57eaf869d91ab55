public import Formats

/// What became of one order of the input.
public enum DecodedLine: Sendable {
  /// The order, complete, with what is odd about it.
  case order(Order, warnings: [Diagnostic])
  /// Everything that is wrong; at least one is an error. There is no order, so nothing ships.
  case failure([Diagnostic])
}

/// One order of the input and where it stands.
public struct DecodedOrder: Sendable {
  /// The line of the input at which the order begins, from one.
  public let line: Int
  public let result: DecodedLine

  public init(line: Int, result: DecodedLine) {
    self.line = line
    self.result = result
  }

  /// The order, or nil where it could not be read.
  public var order: Order? {
    if case .order(let order, _) = result { order } else { nil }
  }

  /// Warnings of an order, or errors and warnings of a failure.
  public var diagnostics: [Diagnostic] {
    switch result {
    case .order(_, let warnings): warnings
    case .failure(let diagnostics): diagnostics
    }
  }
}
