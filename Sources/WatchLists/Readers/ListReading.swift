public import Formats

/// What was read from one list file: its entries, and what could not be read.
public struct ListReading: Sendable {
  public var format: ListFormat
  /// The day on which the publisher's file was made, where the file says so.
  public var retrieved: CivilDate?
  /// Sorted by list, name and id.
  public var entries: [ListEntry]
  /// How many records could not be read; each has an error among the diagnostics.
  public var unreadable: Int
  /// How many records only repeat another one, id and all; each has a warning.
  public var repeated: Int
  public var diagnostics: [Diagnostic]

  /// Reads a list file of any known format.
  ///
  /// `list` names the list of a company's own file where its rows do not. `retrieved` is the day on
  /// which the file was fetched, for formats that do not say it. Throws where nothing of the file
  /// can be trusted: it is empty, cut off, of another layout, or not one record of it could be
  /// read.
  public init(
    _ bytes: [UInt8], file: String, list: ListCode? = nil, retrieved: CivilDate? = nil
  ) throws(ListFailure) {
    try self.init(
      ListSource(name: file, files: [ListFile(name: file, bytes: bytes)]), list: list,
      retrieved: retrieved)
  }

  /// Reads the files of one list, such as OFAC's legacy set or the tables of the Official Journal.
  ///
  /// Throws as for one file, and where the files are of several formats or do not go together.
  public init(
    _ source: ListSource, list: ListCode? = nil, retrieved stated: CivilDate? = nil
  ) throws(ListFailure) {
    try self.init(source, as: try source.format(), list: list, retrieved: stated)
  }

  /// Reads the files as one format whatever they look like, which tests its reader alone.
  package init(
    _ source: ListSource, as stated: ListFormat, list: ListCode? = nil,
    retrieved day: CivilDate? = nil
  ) throws(ListFailure) {
    format = stated
    guard let first = source.files.first else {
      throw ListFailure([
        Diagnostic("LST001", "there is no file", remedy: "fetch it again", file: source.name)
      ])
    }
    var collector = EntryCollector(first.bytes, file: first.name)
    collector.readsPrintedNames = format != .entries && format != .companyTable
    for name in source.passedOver {
      collector.note(
        "LST026", "`\(name)` is no file of a list and was passed over", severity: .note)
    }
    switch format {
    case .consolidatedScreeningList:
      retrieved = try ConsolidatedListReader.read(first.bytes, into: &collector)
    case .entries: retrieved = try EntryLinesReader.read(first.bytes, into: &collector)
    case .companyTable:
      retrieved = nil
      try CompanyListReader.read(first.bytes, list: list ?? .company, into: &collector)
    case .unSecurityCouncilXML:
      retrieved = try SecurityCouncilReader.read(first.bytes, into: &collector)
    case .euFinancialSanctionsXML:
      retrieved = try FinancialSanctionsReader.read(first.bytes, into: &collector)
    case .ukSanctionsXML: retrieved = try UKSanctionsListReader.read(first.bytes, into: &collector)
    case .ukConsolidatedXML:
      retrieved = nil
      try ConListReader.read(first.bytes, into: &collector)
    case .ofacDesignationsXML, .ofacConsolidatedXML:
      (retrieved, format) = try SDNListReader.read(first.bytes, into: &collector)
    case .ofacDesignationsEnhanced, .ofacConsolidatedEnhanced:
      (retrieved, format) = try EnhancedListReader.read(first.bytes, into: &collector)
    case .consolidatedTable:
      retrieved = nil
      try ConsolidatedTableReader.read(first, into: &collector)
    case .ofacLegacy:
      retrieved = nil
      try OfacSetReader.read(source.files, into: &collector)
    case .deniedPersonsText:
      retrieved = nil
      try DeniedPersonsReader.read(first, into: &collector)
    case .compiledList:
      retrieved = try CompiledListReader.read(source.files, list: list, into: &collector)
    case .euFinancialSanctions:
      retrieved = try FinancialSanctionsTableReader.read(first, into: &collector)
    case .euJournal:
      retrieved = nil
      try JournalTableReader.read(source.files, into: &collector)
    case .ukSanctions, .ukConsolidated:
      retrieved = try SanctionsTableReader.read(first, into: &collector)
    case .followTheMoney:
      retrieved = try FollowTheMoneyReader.read(first, list: list, into: &collector)
    case .openSanctionsTargets:
      retrieved = try TargetsTableReader.read(first, list: list, into: &collector)
    }
    collector.tellRest()
    guard !collector.entries.isEmpty else {
      collector.note(
        "LST005", "the file holds no entry that can be read", severity: .error,
        remedy: "fetch it again; an empty list is never imported")
      throw ListFailure(collector.diagnostics)
    }
    if let day = retrieved ?? day, format.publisherDelists { collector.keepListed(on: day) }
    unreadable = collector.unreadable
    repeated = collector.repeated
    diagnostics = collector.diagnostics
    entries = collector.sortedEntries
  }
}
