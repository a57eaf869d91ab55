/// What each diagnostic of policies says: its cause and what to do about it.
///
/// A test holds the table against the ids that this module uses.
public enum DiagnosticTable {
  public struct Row: Sendable {
    public let id: String
    public let cause: String
    public let remedy: String

    init(_ id: String, _ cause: String, _ remedy: String) {
      self.id = id
      self.cause = cause
      self.remedy = remedy
    }
  }

  public static let groups: [(title: String, rows: [Row])] = [
    ("Reading", reading),
    ("Rules", rules),
    ("Files and sets", sets),
    ("Terms and guarantees", declarations),
    ("Warnings and notes", warnings),
  ]
}
