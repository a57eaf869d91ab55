import Formats

/// Reads the review policies of the Entity List, which are prose with a handful of patterns.
///
/// The patterns are those of EAR part 744 supplement 4 as published on 2026-07-31, misprints
/// included ("casa-by-case", "presumption for denial").
struct ReviewPolicyReading {
  private(set) var general: ReviewPolicy.Standard?
  private(set) var carveOuts: [ReviewPolicy.CarveOut] = []

  init(_ text: String) {
    for clause in ReviewPolicyReading.clauses(of: text) { read(clause) }
    carveOuts.removeAll { $0.standard == general }
  }

  private mutating func read(_ clause: String) {
    guard let (standard, rest) = ReviewPolicyReading.standard(of: clause) else { return }
    if let (before, exception) = split(rest, at: " apart from ") {
      setGeneral(standard, over: before)
      let scopes = split(exception, at: ", which will be")?.0 ?? exception
      carveOut(.caseByCase, scopes)
    } else if let (before, exception) = split(rest, at: " except case-by-case for ") {
      setGeneral(standard, over: before)
      carveOut(.caseByCase, exception)
    } else if ReviewPolicyReading.isGeneral(rest) {
      setGeneral(standard, over: rest)
    } else {
      carveOut(standard, rest)
    }
  }

  /// The strictest wins where a text states two general standards.
  private mutating func setGeneral(_ standard: ReviewPolicy.Standard, over scope: String) {
    let order: [ReviewPolicy.Standard] = [
      .presumptionOfApproval, .caseByCase, .presumptionOfDenial, .policyOfDenial,
    ]
    let strictness = { (standard: ReviewPolicy.Standard) in order.firstIndex(of: standard) ?? 0 }
    if let general, strictness(general) >= strictness(standard) { return }
    general = standard
  }

  private mutating func carveOut(_ standard: ReviewPolicy.Standard, _ scopes: String) {
    for scope in ReviewPolicyReading.scopes(of: scopes) {
      carveOuts.append(ReviewPolicy.CarveOut(standard, scope))
    }
  }

  /// Clauses end at semicolons, at full stops before a space, and before a second standard.
  private static func clauses(of text: String) -> [String] {
    var clean = text.replacing("casa-by-case", with: "case-by-case")
    clean = clean.replacing("case-by case", with: "case-by-case")
    clean = clean.replacing("Case-by-Case", with: "Case-by-case")
    clean = clean.replacing("denial Case-by-case", with: "denial; Case-by-case")
    clean = clean.replacing("While listed: ", with: "")
    clean = clean.replacing(" See §", with: "; See §")
    var clauses: [String] = []
    for part in clean.split(separator: ";") {
      for sentence in String(part).split(separator: ". ") {
        var clause = trimmed(String(sentence))
        if clause.hasPrefix("and ") { clause = String(clause.dropFirst(4)) }
        // A list of items may itself hold semicolons; what opens no clause continues the last.
        let opensClause = standard(of: clause) != nil || clause.hasPrefix("See ")
        if opensClause || clauses.isEmpty {
          clauses.append(clause)
        } else {
          clauses[clauses.count - 1] += "; " + clause
        }
      }
    }
    return clauses
  }

  private static func standard(of clause: String) -> (ReviewPolicy.Standard, String)? {
    let lowered = clause.lowercased()
    let openings: [(String, ReviewPolicy.Standard)] = [
      ("presumption of denial", .presumptionOfDenial),
      ("presumption for denial", .presumptionOfDenial),
      ("policy of denial", .policyOfDenial),
      ("presumption of approval", .presumptionOfApproval),
      ("case-by-case review", .caseByCase), ("case-by-case basis", .caseByCase),
      ("case-by-case", .caseByCase),
    ]
    for (opening, standard) in openings where lowered.hasPrefix(opening) {
      return (standard, String(clause.dropFirst(opening.count)))
    }
    return nil
  }

  private static func isGeneral(_ scope: String) -> Bool {
    let lowered = trimmed(scope).lowercased()
    return lowered.isEmpty || lowered.hasPrefix("for all")
  }

  private static func scopes(of text: String) -> [ReviewPolicy.Scope] {
    var parts = [trimmed(text)]
    for separator in [", and for ", " and for "] {
      parts = parts.flatMap { part in part.split(separator: separator).map(String.init) }
    }
    return parts.map(scope)
  }

  private static func scope(_ text: String) -> ReviewPolicy.Scope {
    let text = text.hasPrefix("for ") ? String(text.dropFirst(4)) : text
    let lowered = text.lowercased()
    if lowered.hasPrefix("eccns ") || lowered.hasPrefix("eccn ") {
      let words = text.split { $0 == " " || $0 == "," }.dropFirst().map(String.init)
      let codes = words.filter { $0 != "and" }
      if codes.allSatisfy(isECCN) { return .eccns(codes) }
    }
    let note = "EAR99 items described in the Note to ECCN "
    if text.hasPrefix(note) { return .ear99InNote(eccn: String(text.dropFirst(note.count))) }
    if lowered == "items necessary to detect, identify and treat infectious disease" {
      return .infectiousDisease
    }
    if lowered == "food and medicine designated as ear99" { return .foodAndMedicine }
    if lowered == "ear99" || lowered == "ear99 items" { return .ear99 }
    if lowered.contains("international space station") || lowered.contains("space programs") {
      return .space
    }
    return .other(text)
  }

  /// Category, product group and three digits, such as `1A004.c` (EAR § 738.2).
  private static func isECCN(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return bytes.count >= 5 && isDigit(bytes[0]) && (0x41...0x45).contains(bytes[1])
      && bytes[2..<5].allSatisfy(isDigit) && (bytes.count == 5 || bytes[5] == 0x2E)
  }

  private func split(_ text: String, at separator: String) -> (String, String)? {
    guard let range = text.firstRange(of: separator) else { return nil }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }

  private static func trimmed(_ text: String) -> String {
    var view = text[...]
    while let first = view.first, first.isWhitespace || first == "." { view.removeFirst() }
    while let last = view.last, last.isWhitespace || last == "." { view.removeLast() }
    return String(view)
  }
}
