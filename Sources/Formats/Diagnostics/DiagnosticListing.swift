/// Diagnostics with the lines that they speak of, printed for an author.
///
///     rights/police.policy:23:11: error POL034: there is no fact `functon` about a party
///        23 |    and E.functon is within policing
///           |          ^^^^^^^
///           = did you mean `function`?
///
/// Files stand in the order of their names, faults in the order of their places.
public struct DiagnosticListing: Sendable {
  public let diagnostics: [Diagnostic]
  private let lines: [String: [Substring.UnicodeScalarView]]

  /// `sources` holds the text of each file by the name that stands in the diagnostics. Where one
  /// is missing, place and message are printed without the line.
  public init(_ diagnostics: [Diagnostic], sources: [String: String]) {
    self.diagnostics = diagnostics.enumerated().sorted { left, right in
      DiagnosticListing.order(left.element, left.offset)
        < DiagnosticListing.order(right.element, right.offset)
    }.map(\.element)
    lines = sources.mapValues { text in
      text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }
  }

  private static func order(_ diagnostic: Diagnostic, _ offset: Int) -> (String, Int, Int, Int) {
    let place = diagnostic.position
    return (diagnostic.file ?? "", place?.line ?? 0, place?.column ?? 0, offset)
  }

  /// `3 errors, 1 warning`; nil where there is nothing to tell.
  public var summary: String? {
    let parts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)" + (count == 1 ? "" : "s")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Each diagnostic as its lines, and the summary.
  public var text: [String] {
    diagnostics.flatMap(text(of:)) + (summary.map { [$0] } ?? [])
  }

  /// The diagnostics as data, with the column after the word where the text is known.
  public var json: JSON {
    .object([
      (
        "diagnostics",
        .array(
          diagnostics.map { diagnostic in
            guard let excerpt = excerpt(of: diagnostic), let place = diagnostic.position,
              case .object(let members) = diagnostic.json.value
            else { return diagnostic.json }
            var told = members.map { ($0.key, $0.value) }
            told.append(("endColumn", .integer(place.column + excerpt.marked)))
            return .object(told)
          })
      )
    ])
  }

  private func text(of diagnostic: Diagnostic) -> [String] {
    let remedy = diagnostic.remedy
    let head = Diagnostic(
      diagnostic.id, diagnostic.message, severity: diagnostic.severity, file: diagnostic.file,
      position: diagnostic.position, path: diagnostic.path
    ).line
    guard let place = diagnostic.position, let excerpt = excerpt(of: diagnostic) else {
      return [head] + (remedy.map { ["  = " + $0] } ?? [])
    }
    let number = String(place.line)
    let gutter = String(repeating: " ", count: max(5, number.count))
    var lines = [head]
    lines.append(gutter.dropFirst(number.count) + number + " | " + excerpt.line)
    lines.append(gutter + " | " + excerpt.carets)
    if let remedy { lines.append(gutter + " = " + remedy) }
    return lines
  }

  private func excerpt(of diagnostic: Diagnostic) -> SourceExcerpt? {
    guard let file = diagnostic.file, let place = diagnostic.position,
      let lines = lines[file], lines.indices.contains(place.line - 1)
    else { return nil }
    return SourceExcerpt(
      Array(lines[place.line - 1]), column: place.column, message: diagnostic.message)
  }
}
