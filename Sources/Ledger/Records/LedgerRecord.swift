public import Formats

/// Something that happened, before it is sealed.
public struct LedgerRecord: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case determination
    /// Policies that the log meets for the first time.
    case policyActivation
    /// Versions of lists that the log meets for the first time.
    case listImport
    case review
    case clearance
    case revocation
    /// What starts a period of retention: an export, a known diversion, an end.
    case event
    case hold
    case holdRelease
    case production
    case erasure
    /// Names an older record and says what was wrong with it.
    case correction
    /// That a person has roles in the work on cases.
    case appointment
    /// An allegation of misuse or a shipment that should not have gone, and what follows.
    case investigation
    /// A suppression that somebody proposed, approved or took back.
    case suppression
    /// That orders on record are screened again, how far that came, and what it changed.
    case rescreening
    /// A new key of the log, signed for by the old one.
    case keyRotation
    /// A request that was taken to be answered later, and that all of it is answered.
    case acceptance
  }

  public let kind: Kind
  /// What stands in the log for everybody, for ever: never anything about a person.
  public let open: [(String, JSON)]
  /// What is sealed under a key of its own and can be erased.
  public let content: JSON
  public let subjects: [LedgerSubject]
  /// How many records of a subject whoever made this one has seen: with another number in the log
  /// it is not added.
  public let condition: Condition?
  /// Further members of the content and subjects, made ready before; nil for most.
  let prepared: Prepared?
  /// The record of this log whose further members are those of this one too; nil for most.
  let restates: Int?

  /// The part of a record that several records have alike, in the form in which it is sealed.
  struct Prepared: Sendable {
    /// An object as JSON text, packed; nil where the record restates another.
    let members: [UInt8]?
    /// What the subjects are found by.
    let tokens: [[UInt8]]
  }

  public struct Condition: Sendable, Hashable {
    public let subject: LedgerSubject
    public let count: Int

    public init(_ subject: LedgerSubject, count: Int) {
      self.subject = subject
      self.count = count
    }
  }

  public init(
    _ kind: Kind, open: [(String, JSON)] = [], content: JSON, subjects: [LedgerSubject],
    condition: Condition? = nil
  ) {
    self.init(
      kind, open: open, content: content, subjects: subjects, condition: condition, prepared: nil,
      restates: nil)
  }

  init(
    _ kind: Kind, open: [(String, JSON)], content: JSON, subjects: [LedgerSubject],
    condition: Condition?, prepared: Prepared?, restates: Int?
  ) {
    self.kind = kind
    self.open = open
    self.content = content
    self.subjects = subjects
    self.condition = condition
    self.prepared = prepared
    self.restates = restates
  }
}

/// Who asked for what, as far as the program is told.
public struct LedgerAsker: Sendable, Hashable {
  /// A person or a system, as `u:lim`.
  public let name: String
  /// The command or the request.
  public let act: String

  public init(name: String, act: String) {
    self.name = name
    self.act = act
  }

  var json: JSON { .object([("name", .string(name)), ("act", .string(act))]) }
}

/// A record as it is read back.
public struct OpenedRecord: Sendable {
  public let position: Int
  public let kind: LedgerRecord.Kind
  /// RFC 3339, UTC.
  public let time: String
  public let header: JSON
  public let content: JSON
}
