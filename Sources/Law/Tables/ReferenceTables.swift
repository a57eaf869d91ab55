public import Formats

/// What a product family is usually classified as. It classifies nothing.
public struct ProductClassification: Sendable, Hashable {
  public let family: String
  /// Codes that do not contradict the family, `EAR99` among them.
  public let eccns: [String]
  /// Entries that name goods of this kind; a declaration outside of them is a conflict.
  public let required: [String]
  /// Six-digit headings of the Harmonized System.
  public let hs: [String]
  public let verification: String
  public let note: String
}

/// A code that is no entry any more, or never was one.
public struct FormerClassification: Sendable, Hashable {
  public let eccn: String
  public let until: CivilDate?
  public let instead: String
  public let verification: String
  public let note: String
}

/// A country code that was taken back.
public struct FormerCountry: Sendable, Hashable {
  public let country: String
  public let name: String
  public let until: CivilDate?
  public let instead: [String]
}

/// What keeps a licence exception, or with `*` every one, from being used.
public struct ExceptionBar: Sendable, Hashable {
  public enum Bar: String, Sendable, Hashable {
    /// A party on this list takes part.
    case list
    /// The item is controlled for this reason.
    case reason
    /// The destination is in this Country Group.
    case group
    /// The destination is in none of these groups.
    case notInGroup = "not in group"
    /// The destination is another country.
    case country
  }

  public let exception: String
  public let bar: Bar
  public let values: [String]
  /// The exception that the bar leaves open under conditions, if one.
  public let unless: String?
  public let citation: String
  public let verification: String
  public let note: String
}

/// A destination of part 746 or of a comprehensive embargo.
public struct EmbargoRow: Sendable, Hashable {
  public let country: String
  /// Whether every item subject to the EAR is reached, or those of certain headings.
  public let reachesAllGoods: Bool
  public let headings: [String]
  public let citation: String
  public let from: CivilDate?
  public let verification: String
  public let note: String
}

/// What sets off duties of a regime other than the EAR.
public struct RegimeTrigger: Sendable, Hashable {
  /// An id of the legal registry.
  public let basis: String
  public let regime: String
  public let trigger: String
  public let decides: String
  public let from: CivilDate?
  public let verification: String
  public let note: String
}

/// A programme of the SDN list, and whether 15 CFR 744.8 names it.
public struct SanctionProgramme: Sendable, Hashable {
  public let programme: String
  public let isNamedInEAR: Bool
  public let citation: String
  public let verification: String
  public let note: String
}

/// Items that a group of Entity List entries reviews by another standard than the general one.
public struct EntityListPolicy: Sendable, Hashable {
  public let group: String
  public let scope: String
  public let value: String
  public let standard: String
  public let citation: String
  public let verification: String
}

/// How long records are kept under one rule.
public struct RetentionPeriod: Sendable, Hashable {
  public let basis: String
  public let regime: String
  public let years: Int
  public let starts: String
  public let from: CivilDate?
  public let verification: String
}

extension LawTableFile {
  /// The rows as values; nil where there is no such file.
  static func values<Value>(
    _ folder: String, _ name: String, requiring columns: [String],
    _ value: (TextTable.Row, LawTableFile) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> (LawTable, [Value])? {
    guard let file = try LawTableFile(folder, name, requiring: columns) else { return nil }
    var values: [Value] = []
    for row in file.rows { values.append(try value(row, file)) }
    return (file.table, values)
  }
}
