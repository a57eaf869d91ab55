public import Formats

/// The forms in which notices come.
public enum TenderFormat: String, Sendable, Hashable {
  /// The project's own NDJSON.
  case own = "notices of Scruple"
  case openContracting = "OCDS"
  case eForms = "TED eForms"
  case chinese = "Chinese notice"
  /// A page or text in another language.
  case page = "page of a notice"
  case table = "table"
}

/// What was read of one file, and what could not be.
public struct TenderReading: Sendable {
  public let file: String
  /// Nil where the file holds no notice of any known form.
  public internal(set) var format: TenderFormat?
  public internal(set) var notices: [TenderNotice] = []
  public internal(set) var faults = NoticeFaults()

  init(file: String) { self.file = file }
}

/// Faults of a file with their places; the first are kept, all are counted.
public struct NoticeFaults: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  public private(set) var count = 0

  static let kept = 500

  mutating func add(_ diagnostic: Diagnostic) {
    count += 1
    if diagnostics.count < NoticeFaults.kept { diagnostics.append(diagnostic) }
  }

  mutating func add(contentsOf others: some Sequence<Diagnostic>) {
    for other in others { add(other) }
  }

  mutating func add(_ others: NoticeFaults) {
    let room = NoticeFaults.kept - diagnostics.count
    diagnostics.append(contentsOf: others.diagnostics.prefix(max(0, room)))
    count += others.count
  }

  /// Whether something is an error, so that not all of the file was read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
