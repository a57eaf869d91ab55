public import Evidence
public import Formats

/// Facts that a reader must find in reports, each at one of its places.
public struct SeedFacts: Sendable {
  struct Fact: Sendable {
    let id: String
    let places: [Place]
    /// What stands for the fact, as kind and code; one of them must be found.
    let wanted: [Sign]
  }

  struct Place: Sendable {
    let file: String
    let lines: ClosedRange<Int>
  }

  struct Sign: Sendable, Hashable {
    let kind: String
    let code: String
  }

  /// What was found.
  public struct Score: Sendable {
    /// Facts that were found at one of their places at least.
    public var found = 0
    public var facts = 0
    public var foundPlaces = 0
    public var places = 0
    /// The facts that were found nowhere.
    public var lost: [String] = []
  }

  private let facts: [Fact]

  /// Reads the facts with their places, and a table (columns fact, find) that says by which
  /// findings or claims each is known. Throws where a fact has no such line.
  public init(facts: String, expectations: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(expectations), requiring: ["fact", "find"], file: expectations)
    var wanted: [String: [Sign]] = [:]
    for row in table.rows {
      for word in row.list("find") {
        let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw Diagnostic(
            "BEN021", "`\(word)` names no kind and code", remedy: "write it as kind:code",
            file: expectations, position: SourcePosition(line: row.line, column: 1))
        }
        wanted[row["fact"], default: []].append(Sign(kind: parts[0], code: parts[1]))
      }
    }
    var read: [Fact] = []
    for line in try Lines.read(facts) {
      let id = try line.text("id")
      guard let signs = wanted[id] else {
        throw line.fault(
          "BEN022", "nothing says by what the fact `\(id)` is known",
          remedy: "add it to \(expectations)")
      }
      read.append(Fact(id: id, places: SeedFacts.places(line.json), wanted: signs))
    }
    self.facts = read
  }

  private static func places(_ fact: JSON) -> [Place] {
    (fact["locators"]?.array ?? []).compactMap { locator in
      guard let file = locator["seed"]?.string, let at = locator["at"]?.string,
        let lines = ReportLines.range(at)
      else { return nil }
      return Place(file: file, lines: lines)
    }
  }

  /// Looks for each fact in the reports, which are known by their file names.
  public func score(_ reports: [IngestedReport]) -> Score {
    let matters = Set(ContradictionFinder.contradictions(among: reports).map(\.matter))
    var score = Score(facts: facts.count)
    for fact in facts {
      var isFound = fact.wanted.contains { $0.kind == "contradiction" && matters.contains($0.code) }
      for place in fact.places where fact.wanted.first?.kind != "contradiction" {
        guard let report = reports.first(where: { $0.name == place.file }) else { continue }
        score.places += 1
        guard fact.wanted.contains(where: { report.holds($0, at: place.lines) }) else { continue }
        score.foundPlaces += 1
        isFound = true
      }
      if isFound { score.found += 1 } else { score.lost.append(fact.id) }
    }
    return score
  }
}

extension IngestedReport {
  /// Whether a claim or finding of this kind stands at the lines, or where they are repeated.
  fileprivate func holds(_ sign: SeedFacts.Sign, at lines: ClosedRange<Int>) -> Bool {
    let repeated = text.segments.filter { $0.alsoAt.contains(where: lines.contains) }
    func reaches(_ locators: [String]) -> Bool {
      locators.compactMap(ReportLines.range).contains { place in
        place.overlaps(lines) || repeated.contains { $0.lines.overlaps(place) }
      }
    }
    if sign.kind == "claim" {
      return proposals.contains { $0.kind == sign.code && reaches($0.locators) }
    }
    return findings.contains { finding in
      guard finding.kind.rawValue == sign.kind, reaches(finding.locators) else { return false }
      switch finding.kind {
      case .body, .document, .person: return finding.code.contains(sign.code)
      case .quantity: return finding.code.hasSuffix(sign.code)
      case .place: return finding.code == sign.code
      default: return finding.code.hasPrefix(sign.code)
      }
    }
  }
}
