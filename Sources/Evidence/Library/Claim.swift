public import Formats

/// Who or what a claim is about.
public enum ClaimSubject: Sendable, Hashable {
  /// Bodies with one of these functions within a place: "police within Xinjiang".
  case bodies(functions: [String], within: String)
  case entity(name: String, chinese: String?)
  case programme(String)
  /// A place alone, which is never enough for a refusal.
  case place(String)
}

/// One statement that one source makes.
public struct Claim: Sendable, Hashable {
  public let id: String
  public let kind: String
  public let subject: ClaimSubject
  public let from: CivilDate?
  public let until: CivilDate?
  public let source: String
  /// Paragraph, line or field of the source.
  public let locator: String
  /// Who says it, where that is not the publisher.
  public let attribution: String
  /// How firmly the source itself puts it: stated, reported, inferred, unclear.
  public let certainty: String
  /// Our own paraphrase.
  public let summary: String
  public let contradicts: [String]
  public let verification: String
  /// Why the reader proposed it; empty for a claim that a person wrote.
  public let reasons: [String]
  /// The words of the source, in a corpus of the user's; never in `Data`.
  public let quote: String?
  /// Who accepted a proposed claim.
  public let acceptedBy: String?

  /// Whether what is claimed still held on `date`.
  public func isCurrent(on date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}

/// What a kind of claim means for a rule.
public struct ClaimKind: Sendable, Hashable {
  public let code: String
  public let meaning: String
  public let polarity: String
}
