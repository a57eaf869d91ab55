public import Formats

/// What a known fact says.
public enum FactValue: Sendable, Hashable {
  case boolean(Bool)
  /// Codes of a tree, or words of a closed list. An incomplete set may hold more than is known.
  case codes([String], isComplete: Bool)
  case number(Interval)
  case date(CivilDate)
  case text(String)
}

/// Where a fact comes from; what is only inferred never mitigates.
public enum FactBasis: String, Sendable, Hashable {
  /// The order or the customer says so.
  case declared
  /// Read from a name, a description, a tender or a register.
  case inferred
  /// A named person confirmed it on a date.
  case verified
  /// An official list or instrument says so.
  case official
  /// Follows by arithmetic from others.
  case computed
}

/// One fact about one object: a value or unknown, with what it rests on.
public struct Fact: Sendable, Hashable {
  /// Nil where the fact is unknown.
  public let value: FactValue?
  public let basis: FactBasis
  /// Indices into the dossier's evidence.
  public let evidence: [Int]
  /// What was observed, in words; for an unknown fact, why it is unknown.
  public let words: String

  public init(_ value: FactValue?, _ basis: FactBasis, evidence: [Int] = [], words: String) {
    self.value = value
    self.basis = basis
    self.evidence = evidence
    self.words = words
  }

  public static func unknown(_ reason: String, evidence: [Int] = []) -> Fact {
    Fact(nil, .declared, evidence: evidence, words: reason)
  }

  public static func boolean(
    _ flag: Bool, _ basis: FactBasis, evidence: [Int] = [], words: String
  ) -> Fact {
    Fact(.boolean(flag), basis, evidence: evidence, words: words)
  }

  public static func text(_ text: String) -> Fact { Fact(.text(text), .declared, words: text) }
}
