/// Reads the remarks of OFAC's legacy files, which hold what has no column of its own.
///
/// `DOB 30 Jan 1961; POB Tehran, Iran; nationality Iran; Passport 123 (Iran); a.k.a. 'X'; Linked
/// To: Y.` Parts stand between semicolons. Remarks are kept whole as well.
enum OfacRemarks {
  /// Remarks have a column of this length; what is longer goes on in SDN_COMMENTS.CSV.
  static let longestColumn = 1000

  /// Whether the column is full, so that the rest of the remark stands elsewhere.
  static func isCut(_ column: String) -> Bool { column.utf8.count >= longestColumn }

  /// Of remarks that are cut, the last part may be half a name or number and is not taken for one.
  static func read(_ remarks: String, isCut: Bool, into entry: inout ListEntry) {
    var text = remarks.trimmedOfSpace
    if text.hasSuffix(".") { text = String(text.dropLast()) }
    let parts = text.partsBetweenSemicolons
    for whole in isCut ? parts.dropLast() : parts[...] {
      let part = whole.hasPrefix("alt. ") ? String(whole.dropFirst(5)) : whole
      if let birth = rest(of: part, after: "DOB ") {
        entry.births.addOnce(PublishedDate.birth(birth, .dayFirst))
      } else if let country = rest(of: part, after: "nationality ")
        ?? rest(of: part, after: "citizen ")
      {
        for code in PublishedCountry.codes(in: country) { entry.countries.addOnce(code) }
      } else if let name = otherName(part) {
        entry.addAliases([name])
      } else if let (kind, number) = identifier(part) {
        entry.addIdentifier(number, kind: kind)
      }
    }
    entry.addRemark(remarks.trimmedOfSpace)
  }

  private static func rest(of part: String, after label: String) -> String? {
    part.hasPrefix(label) ? String(part.dropFirst(label.count)).trimmedOfSpace : nil
  }

  /// `a.k.a. 'NAME'`, also `f.k.a.` and `n.k.a.`.
  private static func otherName(_ part: String) -> String? {
    for label in ["a.k.a. ", "f.k.a. ", "n.k.a. "] {
      guard let rest = rest(of: part, after: label) else { continue }
      let quotes: Set<Character> = ["'", "\"", "`"]
      var name = rest[...]
      while let first = name.first, quotes.contains(first) { name.removeFirst() }
      while let last = name.last, quotes.contains(last) { name.removeLast() }
      return name.isEmpty ? nil : String(name)
    }
    return nil
  }

  /// Words that end the kind of an identifier; the number follows.
  private static let kindEndings = [
    "No.", "Number", "#", "ID", "Passport", "Code (USCC)", "(MSN)", "(ISIN)", "(CBLS)",
    "SWIFT/BIC", "BIK (RU)", "MMSI", "IMO", "C.U.R.P.", "R.F.C.", "RFC", "D.N.I.", "License",
    "Card", "Fiscal Code", "LE Number", "Matricula Mercantil No", "electoral", "Ticker", "ISIN",
    "Website", "Address",
  ]

  private static let lastWords = Set(
    kindEndings.compactMap { $0.split(separator: " ").last.map(String.init) })

  private static let noIdentifiers = [
    "Secondary sanctions", "Executive Order", "Effective Date", "Listing Date", "Additional",
    "Linked To", "Organization", "CAATSA", "Transactions Prohibited", "For more", "POB",
    "Aircraft Manufacture Date", "Purchase/Sales",
  ]

  /// `Passport 1084010 (Egypt) expires 28 Aug 2020` is a passport with the number 1084010.
  private static func identifier(_ part: String) -> (kind: String, number: String)? {
    guard !noIdentifiers.contains(where: { part.hasPrefix($0) }) else { return nil }
    if let rest = rest(of: part, after: "Digital Currency Address - ") {
      let words = rest.split(separator: " ")
      guard words.count >= 2 else { return nil }
      return ("Digital Currency Address - \(words[0])", String(words[1]))
    }
    let words = part.split(separator: " ").map(String.init)
    // The last word that can end the kind, before anything that looks like a number.
    var end: Int?
    for index in words.indices {
      guard lastWords.contains(words[index]) else {
        if end != nil, words[index].utf8.contains(where: isDigit) { break }
        continue
      }
      let head = words[...index].joined(separator: " ")
      if kindEndings.contains(where: { head == $0 || head.hasSuffix(" " + $0) }) {
        end = index
      } else if end != nil, words[index].utf8.contains(where: isDigit) {
        break
      }
    }
    guard let end, end + 1 < words.count else { return nil }
    var number: [String] = []
    for word in words[(end + 1)...] {
      if word.hasPrefix("(") || ["expires", "issued"].contains(word) { break }
      number.append(word)
    }
    let kind = words[...end].joined(separator: " ")
    let text = number.joined(separator: " ")
    let isAddress = kind.hasSuffix("Website") || kind.hasSuffix("Address")
    guard !text.isEmpty, isAddress || text.utf8.contains(where: isDigit) || kind == "SWIFT/BIC"
    else { return nil }
    return (kind, text)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
