internal import Formats

/// Calling codes of countries (ITU-T E.164) and domains that many share, from `Data/names`.
struct ContactTables: Sendable {
  struct Plan: Sendable {
    let code: String
    /// What is dialled before a national number inside the country: `0`, `8`.
    let trunk: String
    /// Digits of a national number without the trunk prefix.
    let lengths: ClosedRange<Int>
  }

  private var plans: [String: Plan] = [:]
  /// The first plan of each calling code.
  private var codes: [String: Plan] = [:]
  private var sharedDomains: Set<String> = []

  init(folder: String) throws(Diagnostic) {
    let path = folder + "/names/calling-codes.tsv"
    let table = try LexiconBuilder.table(
      path, requiring: ["country", "code", "trunk", "shortest", "longest"])
    for row in table.rows {
      guard let shortest = Int(row["shortest"]), let longest = Int(row["longest"]),
        shortest <= longest
      else {
        throw Diagnostic(
          "NAM007", "the lengths of the numbers of `\(row["country"])` are no numbers",
          remedy: "give the fewest and the most digits of a national number", file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      let plan = Plan(code: row["code"], trunk: row["trunk"], lengths: shortest...longest)
      plans[row["country"]] = plan
      codes[plan.code] = codes[plan.code] ?? plan
    }
    let domains = try LexiconBuilder.table(
      folder + "/names/shared-domains.tsv", requiring: ["domain", "kind"])
    sharedDomains = Set(domains.rows.map { $0["domain"] })
  }

  func plan(of country: String) -> Plan? { plans[country] }

  func plan(ofCode code: String) -> Plan? { codes[code] }

  /// The calling code with which these digits begin; codes are free of prefixes of each other.
  func code(opening digits: String) -> String? {
    for length in 1...3 {
      let prefix = String(digits.prefix(length))
      if codes[prefix] != nil { return prefix }
    }
    return nil
  }

  /// Whether the domain or one above it is that of a mail provider or a market place.
  func isShared(_ domain: String) -> Bool {
    var rest = domain[...]
    while !rest.isEmpty {
      if sharedDomains.contains(String(rest)) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.index(after: dot)...]
    }
    return false
  }
}
