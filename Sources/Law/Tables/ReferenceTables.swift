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
  public enum Bar: String, Sendable, Hashable, CaseIterable {
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
    /// The destination is this country.
    case destination
    /// A step of the worksheet is answered yes.
    case step
    /// An item of the 600 series or of 9x515 goes to this Country Group.
    case seriesInGroup = "600 series in group"
    /// A licence is required for another reason for control than these.
    case otherReason = "other reason"
    /// The value of the item is above the limit that its entry states.
    case value
    /// The entry is of another category than these.
    case category = "not of category"
    /// The entry is of another product group than these.
    case productGroup = "not of product group"
    /// The transaction is of another kind than these.
    case kind = "not of kind"
    /// The item leaves from this country.
    case exported = "exported from"
  }

  public let exception: String
  public let bar: Bar
  public let values: [String]
  /// The exceptions that the bar leaves open under conditions.
  public let unless: [String]
  public let citation: String
  public let verification: String
  public let note: String
}

/// What a footnote of the Country Chart requires of entries that it names.
public struct ChartFootnote: Sendable, Hashable {
  public let number: Int
  /// Entries or paragraphs for which it requires a licence.
  public let codes: [String]
  /// Entries of which it names a part in words.
  public let open: [String]
  public let citation: String
  public let about: String
}

/// An entry of supplement no. 2 to part 744.
public struct MilitaryEndUseItem: Sendable, Hashable {
  public let eccn: String
  /// Whether the whole entry is reached, or a part that is told in words.
  public let isEntire: Bool
  public let verification: String
}

/// A code by which the export declaration tells under what an item leaves.
public struct DeclarationCode: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// Under a licence.
    case licence
    /// No licence is required.
    case none
    /// Under a licence exception.
    case exception
  }

  /// `C33`.
  public let code: String
  public let kind: Kind
  /// The symbol of the exception, such as `GBS`; blank for the other kinds.
  public let symbol: String
  public let words: String
  public let verification: String
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

/// How long records are kept under one rule.
public struct RetentionRule: Sendable, Hashable {
  /// Whom it binds.
  public enum Reach: String, Sendable, Hashable {
    /// Every exporter of items subject to the EAR; counted for all.
    case everybody
    /// Who deals under the sanctions rules of the United States.
    case ofac
    /// Exporters of the European Union.
    case eu
  }

  public let basis: String
  public let citation: String
  public let reach: Reach
  public let years: Int
  /// Whether the years count from the end of the calendar year.
  public let countsFromYearEnd: Bool
  /// What they count from, in words.
  public let starts: String
  public let from: CivilDate?
  public let verification: String

  public init(
    basis: String, citation: String, reach: Reach, years: Int, countsFromYearEnd: Bool,
    starts: String, from: CivilDate? = nil, verification: String
  ) {
    self.basis = basis
    self.citation = citation
    self.reach = reach
    self.years = years
    self.countsFromYearEnd = countsFromYearEnd
    self.starts = starts
    self.from = from
    self.verification = verification
  }
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
