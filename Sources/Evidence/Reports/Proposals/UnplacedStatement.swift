internal import Formats

/// What a sentence says of somebody whom, or of a place that, neither it nor the report names.
struct UnplacedStatement: Sendable {
  /// Where the sentence begins.
  let start: Int32
  let locator: String
  var kinds: [String]
  /// Whether a company or a body is missing, and no place.
  let namesNobody: Bool
  /// Whether it is proposed all the same, of a subject without a known place.
  let isProposed: Bool

  /// So many are told one by one.
  private static let told = 20

  /// What the user is told, so that nothing is lost in silence.
  static func warnings(
    _ statements: [UnplacedStatement], of text: ReportText, name: String
  ) -> [Diagnostic] {
    var warnings = statements.prefix(told).map { statement in
      Diagnostic(
        "EVD175",
        "\(statement.locator) may say something (\(statement.kinds.joined(separator: ", "))) of "
          + (statement.namesNobody
            ? "a body that is not named" : "a place that is not named or not known"),
        severity: .warning,
        remedy: "read the sentence; "
          + (statement.isProposed
            ? "the subject of what is proposed has the place as it is written"
            : "nothing is proposed from it"),
        file: name,
        position: SourcePosition(line: text.place(of: Int(statement.start)), column: 1))
    }
    if statements.count > told {
      warnings.append(
        Diagnostic(
          "EVD176", "\(statements.count - told) more sentences name no place or body that is known",
          severity: .warning, remedy: "see with --output json which of them propose nothing",
          file: name))
    }
    return warnings
  }
}
