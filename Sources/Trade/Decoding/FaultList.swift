import Formats

/// Gathers what is wrong with one order, up to a limit, and counts the rest.
///
/// Messages are built only for faults that will be shown, and places only at the end, so that an
/// order with a million faults costs no more than one with a hundred.
struct FaultList {
  static let limit = 100

  private struct Entry {
    let diagnostic: Diagnostic
    let offset: Int
  }

  private var errors: [Entry] = []
  private var warnings: [Entry] = []
  private var count = 0
  private(set) var hasErrors = false

  mutating func add(
    _ fault: Fault, _ severity: Diagnostic.Severity, at offset: Int,
    in path: @autoclosure () -> FieldPath, _ message: @autoclosure () -> String,
    remedy: @autoclosure () -> String?
  ) {
    count += 1
    if severity == .error { hasErrors = true }
    guard (severity == .error ? errors : warnings).count < FaultList.limit else { return }
    let path = FaultList.shortened(path().description)
    let diagnostic = Diagnostic(
      fault.rawValue, message(), severity: severity, remedy: remedy(),
      path: path.isEmpty ? nil : path)
    let entry = Entry(diagnostic: diagnostic, offset: offset)
    if severity == .error { errors.append(entry) } else { warnings.append(entry) }
  }

  var isEmpty: Bool { count == 0 }

  /// At most a hundred, errors before warnings where not all fit, in order of place; one more
  /// says how many are not shown.
  func diagnostics(places: PlaceIndex, file: String?) -> [Diagnostic] {
    let shown = errors + warnings.prefix(FaultList.limit - errors.count)
    let sorted = shown.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var diagnostics = sorted.map { entry in
      let told = entry.element.diagnostic
      return Diagnostic(
        told.id, told.message, severity: told.severity, remedy: told.remedy, file: file,
        position: places.position(of: entry.element.offset), path: told.path)
    }
    if count > shown.count {
      diagnostics.append(
        Diagnostic(
          Fault.moreFaults.rawValue,
          "\(count - shown.count) more faults of this order are not shown",
          severity: hasErrors ? .error : .warning, remedy: "mend those shown and try again",
          file: file))
    }
    return diagnostics
  }

  private static func shortened(_ path: String) -> String {
    let quotedPath = quoted(path, limit: 200)
    return String(quotedPath.dropFirst().dropLast())
  }
}
