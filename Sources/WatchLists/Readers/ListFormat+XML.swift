import Formats

extension ListFormat {
  /// Whether the bytes look like XML or a web page, in UTF-8 or in UTF-16.
  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(64).filter { $0 != 0 }
    let start = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].first { head.starts(with: $0) }
    let first = head.dropFirst(start?.count ?? 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "<")
  }

  /// Tells the list by its root element and that element's namespace.
  static func recogniseXML(_ bytes: [UInt8], file: String) throws(Diagnostic) -> ListFormat {
    guard !isWebPage(bytes) else { throw webPage(file) }
    let root: XMLStart
    do throws(XMLFailure) {
      root = try XMLReader.root(of: bytes)
    } catch {
      throw error.diagnostic(list: "the file", file: file)
    }
    func refuse(_ message: String, _ remedy: String) -> Diagnostic {
      Diagnostic(
        "LST004", message, remedy: remedy, file: file,
        position: SourcePosition(line: root.line, column: 1))
    }
    func check(_ format: ListFormat, _ namespaces: [String]) throws(Diagnostic) -> ListFormat {
      guard namespaces.contains(root.namespace ?? "") else {
        throw refuse(
          "the root `\(root.name)` stands in the namespace `\((root.namespace ?? "").prefix(120))`,"
            + " which is that of no list that is read",
          "import a file whose root stands in `\(namespaces[0])`")
      }
      return format
    }
    switch root.name {
    case "CONSOLIDATED_LIST": return .unSecurityCouncilXML
    case "export":
      return try check(.euFinancialSanctionsXML, [FinancialSanctionsReader.namespace])
    case "Designations": return .ukSanctionsXML
    case "ArrayOfFinancialSanctionsTarget": return .ukConsolidatedXML
    case "sdnList": return try check(.ofacDesignationsXML, SDNListReader.namespaces)
    case "sanctionsData" where root.namespace?.contains("/DeltaFile/") == true:
      throw refuse(
        "the file is a delta of OFAC's list, which says only what changed",
        "import SDN_ENHANCED.XML or CONS_ENHANCED.XML instead")
    case "sanctionsData":
      return try check(.ofacDesignationsEnhanced, [EnhancedListReader.namespace])
    case "Sanctions":
      throw refuse(
        "the file is OFAC's list in the advanced layout, which is not read",
        "import SDN_ENHANCED.XML or SDN.XML (CONS_ENHANCED.XML or CONSOLIDATED.XML) instead")
    case "html", "HTML": throw webPage(file)
    default:
      throw refuse(
        "the file is XML whose root `\(root.name.prefix(60))` is that of no list that is read",
        "import a list of the UN, the EU, the UK or OFAC as its publisher offers it")
    }
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1024).filter { $0 != 0 }, as: UTF8.self).lowercased()
    return head.contains("<!doctype html") || head.contains("<html")
  }

  private static func webPage(_ file: String) -> Diagnostic {
    Diagnostic(
      "LST003", "the file is a web page, not a list",
      remedy: "open it to see what the server answered, and fetch the list again", file: file,
      position: SourcePosition(line: 1, column: 1))
  }
}
