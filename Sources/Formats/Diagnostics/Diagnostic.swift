/// One thing that is wrong with an input, told so that its author can mend it.
///
/// Message and remedy start in lower case, carry no full stop, and put the author's text in
/// backticks.
public struct Diagnostic: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// Nothing is wrong, but its author may want to know.
    case note
    case warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A stable identifier such as `POL012`.
  public let id: String
  public let severity: Severity
  public let message: String
  /// What to do about it.
  public let remedy: String?
  public let file: String?
  public let position: SourcePosition?
  /// Where in the document, such as `parties[0].entity.properties.name`.
  public let path: String?

  public init(
    _ id: String, _ message: String, severity: Severity = .error, remedy: String? = nil,
    file: String? = nil, position: SourcePosition? = nil, path: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.file = file
    self.position = position
    self.path = path
  }

  /// The same fault, told with the file it was found in.
  public func inFile(_ name: String) -> Diagnostic {
    Diagnostic(
      id, message, severity: severity, remedy: remedy, file: file ?? name, position: position,
      path: path)
  }

  /// `order.json:3:14: error TRD004: parties[0].role: unknown role …; use one of …`.
  public var line: String {
    var text = ""
    if let file { text += file + ":" }
    if let position { text += "\(position):" }
    if !text.isEmpty { text += " " }
    text += "\(severity.rawValue) \(id): "
    if let path { text += path + ": " }
    text += message
    if let remedy { text += "; " + remedy }
    return text
  }

  /// The diagnostic as data, for `--output json`.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id)), ("severity", .string(severity.rawValue)), ("message", .string(message)),
    ]
    if let remedy { members.append(("remedy", .string(remedy))) }
    if let file { members.append(("file", .string(file))) }
    if let position {
      members.append(("line", .integer(position.line)))
      members.append(("column", .integer(position.column)))
    }
    if let path { members.append(("path", .string(path))) }
    return .object(members)
  }
}
