import Formats

/// The formats of list files, told by their content, never by their name.
public enum ListFormat: String, Sendable, Hashable, CaseIterable {
  /// The JSON download of the US Consolidated Screening List (trade.gov).
  case consolidatedScreeningList = "us-csl-json"
  /// One entry a line: the bundled list, and the stored versions themselves.
  case entries = "entries-ndjson"
  /// A company's own list as comma-separated values.
  case companyTable = "company-csv"
  /// The Consolidated List of the UN Security Council.
  case unSecurityCouncilXML = "un-sc-xml"
  /// The consolidated list of EU financial sanctions, version 1.1.
  case euFinancialSanctionsXML = "eu-fsf-xml"
  /// The UK Sanctions List.
  case ukSanctionsXML = "uk-sanctions-list-xml"
  /// The Consolidated List of OFSI, closed on 28 January 2026.
  case ukConsolidatedXML = "uk-conlist-xml"
  /// `SDN.XML` of OFAC.
  case ofacDesignationsXML = "us-ofac-sdn-xml"
  /// `CONSOLIDATED.XML` of OFAC.
  case ofacConsolidatedXML = "us-ofac-consolidated-xml"
  /// `SDN_ENHANCED.XML` of OFAC.
  case ofacDesignationsEnhanced = "us-ofac-sdn-enhanced-xml"
  /// `CONS_ENHANCED.XML` of OFAC.
  case ofacConsolidatedEnhanced = "us-ofac-consolidated-enhanced-xml"
  /// The same list as comma-separated values.
  case consolidatedTable = "us-csl-csv"
  /// OFAC's legacy set: SDN.CSV or CONS_PRIM.CSV with their companions.
  case ofacLegacy = "us-ofac-legacy-csv"
  /// The Denied Persons List of BIS as tab-separated text.
  case deniedPersonsText = "us-bis-dpl-text"
  /// Lists that were compiled as JSON from printed sources, such as the Entity List.
  case compiledList = "us-compiled-json"
  /// The EU's consolidated list of financial sanctions, semicolon-separated.
  case euFinancialSanctions = "eu-fsf-csv"
  /// Tables of the annexes of EU acts.
  case euJournal = "eu-oj-csv"
  /// The UK Sanctions List as comma-separated values.
  case ukSanctions = "uk-sanctions-list-csv"
  /// OFSI's former consolidated list as comma-separated values.
  case ukConsolidated = "uk-conlist-csv"
  /// FollowTheMoney entities, one a line.
  case followTheMoney = "ftm-ndjson"
  /// The simple table of targets of OpenSanctions.
  case openSanctionsTargets = "opensanctions-simple-csv"

  /// Throws a diagnostic that says what the file is instead, as far as that can be told.
  static func recognise(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ListFormat {
    func refuse(_ id: String, _ message: String, _ remedy: String) -> Diagnostic {
      Diagnostic(
        id, message, remedy: remedy, file: file, position: SourcePosition(line: 1, column: 1))
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first else {
      throw refuse("LST001", "the file is empty", "fetch it again")
    }
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "PK\u{3}\u{4}".utf8) {
      throw refuse("LST002", "the file is compressed", "unpack it first")
    }
    if isMarkup(bytes) { return try recogniseXML(bytes, file: file) }
    if TextEncoding.looksLikeUTF16(bytes) {
      throw refuse("LST002", "the file is UTF-16 text", "save it as UTF-8")
    }
    // Also of lines of JSON: where some are written in another encoding, all are.
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      do throws(ListFailure) {
        try ListTable.checkEncoding(bytes, file: file)
      } catch {
        throw error.diagnostics.first
          ?? refuse("FMT010", "the bytes are not valid UTF-8", "save the file as UTF-8")
      }
    }
    switch first {
    case UInt8(ascii: "["):
      throw refuse(
        "LST004", "the file is a JSON array, which is the layout of no list that is read",
        "the Consolidated Screening List is an object with a member `results`")
    case UInt8(ascii: "{"):
      return try ListShape.json(bytes, file: file) ?? recogniseJSON(bytes, from: start)
    default: return try ListShape.table(bytes, file: file) ?? .companyTable
    }
  }

  private static func recogniseJSON(_ bytes: [UInt8], from start: Int) -> ListFormat {
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end - start < 1 << 20, let record = try? JSONReader.read(Array(bytes[start..<end])),
      record["results"] == nil
    {
      return record["list"] != nil || end < bytes.count ? .entries : .consolidatedScreeningList
    }
    let head = bytes[start..<min(bytes.count, start + 4096)]
    let isLines = head.starts(with: Array("{\"id\":".utf8))
    return isLines ? .entries : .consolidatedScreeningList
  }
}

extension ListFormat {
  /// Whether the file holds what its publisher lists on one day, so that an end date which has
  /// passed by then has not ended the listing.
  var publisherDelists: Bool {
    switch self {
    case .consolidatedScreeningList, .consolidatedTable, .deniedPersonsText, .compiledList: true
    default: false
    }
  }

  /// The feed that versions of the format belong to; nil where the list or its files decide.
  var feed: String? {
    switch self {
    case .consolidatedScreeningList, .consolidatedTable: "us-csl"
    case .deniedPersonsText: ListCode.deniedPersons.id
    case .euFinancialSanctions, .euFinancialSanctionsXML: ListCode.euFinancialSanctions.id
    case .euJournal: "eu-oj"
    case .ukSanctions, .ukSanctionsXML: ListCode.ukSanctionsList.id
    case .ukConsolidated, .ukConsolidatedXML: "uk-conlist"
    case .unSecurityCouncilXML: ListCode.unSecurityCouncil.id
    case .ofacDesignationsXML, .ofacDesignationsEnhanced: ListCode.specialDesignations.id
    case .ofacConsolidatedXML, .ofacConsolidatedEnhanced: "us-ofac-consolidated"
    case .entries: "restricted-parties"
    case .companyTable: ListCode.company.id
    case .followTheMoney, .openSanctionsTargets: "opensanctions"
    case .ofacLegacy, .compiledList: nil
    }
  }

  /// Whether `--list` may name the list; elsewhere each record says it.
  var takesList: Bool {
    switch self {
    case .companyTable, .entries, .compiledList, .followTheMoney, .openSanctionsTargets: true
    default: false
    }
  }
}
