import Formats

/// Which file of OFAC's legacy set some bytes are, told by the cells of their first record.
///
/// Layout: https://ofac.treasury.gov, "SDN data formats". The files have no header, `-0-` stands
/// for nothing, and 0x1A ends them. SDN.CSV goes with ALT.CSV, ADD.CSV and SDN_COMMENTS.CSV,
/// CONS_PRIM.CSV with CONS_ALT.CSV and so on.
enum OfacPart: String, CaseIterable {
  case main, alternates, addresses, comments

  /// What the file holds, in words.
  var contents: String {
    switch self {
    case .main: "main records (SDN.CSV, CONS_PRIM.CSV)"
    case .alternates: "alternate names (ALT.CSV)"
    case .addresses: "addresses (ADD.CSV)"
    case .comments: "the rest of long remarks (SDN_COMMENTS.CSV)"
    }
  }

  /// Cells of a record.
  var width: Int {
    switch self {
    case .main: 12
    case .alternates: 5
    case .addresses: 6
    case .comments: 2
    }
  }

  /// Nil where the bytes are no such file.
  static func recognise(_ bytes: [UInt8]) -> OfacPart? {
    var records = CSVRecords(bytes, dialect: .ofac)
    guard case .record(let first) = records.next() else { return nil }
    // Copies on the web were given a header.
    let isHeader = OfacPart.isHeader(first)
    guard isHeader || Int(first[0].trimmedOfSpace) != nil else { return nil }
    switch first.count {
    case 12: return .main
    case 6: return isHeader || isNumber(first[1]) ? .addresses : nil
    case 5: return isHeader || isNumber(first[1]) ? .alternates : nil
    case 2: return .comments
    default: return nil
    }
  }

  static func isHeader(_ record: CSVRecord) -> Bool {
    ListTable.key(record[0]) == "entnum"
  }

  private static func isNumber(_ cell: String) -> Bool { Int(cell.trimmedOfSpace) != nil }

  /// The part that a file of this name should be; nil for any other name.
  static func named(_ shortName: String) -> OfacPart? {
    let stem = shortName.hasSuffix(".csv") ? String(shortName.dropLast(4)) : shortName
    switch stem {
    case "sdn", "cons_prim": return .main
    case "alt", "cons_alt": return .alternates
    case "add", "cons_add": return .addresses
    case "sdn_comments", "cons_comments": return .comments
    default: return nil
    }
  }

  /// The name of this part beside a main file of some name.
  func name(beside main: String) -> String {
    let isNonSDN = main.hasPrefix("cons")
    switch self {
    case .main: return isNonSDN ? "cons_prim.csv" : "sdn.csv"
    case .alternates: return isNonSDN ? "cons_alt.csv" : "alt.csv"
    case .addresses: return isNonSDN ? "cons_add.csv" : "add.csv"
    case .comments: return isNonSDN ? "cons_comments.csv" : "sdn_comments.csv"
    }
  }
}

extension CSVRecords.Dialect {
  /// As OFAC writes it: white space follows a null.
  static let ofac = CSVRecords.Dialect(separator: UInt8(ascii: ","), isLenient: true)
}
