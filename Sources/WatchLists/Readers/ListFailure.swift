public import Formats

/// Why a list was not read or stored; all reasons at once.
public struct ListFailure: Error, Sendable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
