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
  public var diagnostics: [Diagnostic]

  /// Reads a list file of any known format.
  ///
  /// `list` names the list of a company's own file where its rows do not. Throws where nothing of
  /// the file can be trusted: it is empty, cut off, of another layout, or not one record of it
  /// could be read.
  public init(
    _ bytes: [UInt8], file: String, list: ListCode? = nil
  ) throws(ListFailure) {
    do {
      format = try ListFormat.recognise(bytes, file: file)
    } catch {
      throw ListFailure([error])
    }
    var collector = EntryCollector(bytes, file: file)
    switch format {
    case .consolidatedScreeningList:
      retrieved = try ConsolidatedListReader.read(bytes, into: &collector)
    case .entries: retrieved = try EntryLinesReader.read(bytes, into: &collector)
    case .companyTable:
      retrieved = nil
      try CompanyListReader.read(bytes, list: list ?? .company, into: &collector)
    }
    guard !collector.entries.isEmpty else {
      collector.note(
        "LST005", "the file holds no entry that can be read", severity: .error,
        remedy: "fetch it again; an empty list is never imported")
      throw ListFailure(collector.diagnostics)
    }
    unreadable = collector.unreadable
    diagnostics = collector.diagnostics
    entries = collector.sortedEntries
  }
}
