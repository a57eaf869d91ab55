public import Formats

/// Sources and claims, bundled and the user's own.
public struct EvidenceLibrary: Sendable {
  public private(set) var sources: [String: Source] = [:]
  private var rootsBySource: [String: Set<String>] = [:]
  /// By the key of a publisher's name, the roots of all its sources.
  private var rootsByPublisher: [String: Set<String>] = [:]
  public private(set) var claims: [Claim] = []
  public private(set) var kinds: [String: ClaimKind] = [:]
  public private(set) var programmes: [Programme] = []

  public init() {}

  /// Adds `sources.ndjson`, `claims.ndjson` and the other tables of the `Data` folder.
  ///
  /// Throws the first diagnostic: bundled evidence that cannot be read is an installation fault.
  public mutating func addBundled(folder: String) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(folder + "/claim-kinds.tsv"), requiring: ["kind", "meaning", "polarity"],
      file: "claim-kinds.tsv")
    for row in table.rows {
      kinds[row["kind"]] = ClaimKind(
        code: row["kind"], meaning: row["meaning"], polarity: row["polarity"])
    }
    try add(sources: try Lines.read(folder + "/sources.ndjson"))
    for line in try Lines.read(folder + "/claims.ndjson") { try add(claim: line) }
    for line in try Lines.read(folder + "/programmes.ndjson") {
      programmes.append(
        Programme(
          code: try line.text("code"), english: try line.text("english"),
          names: try line.texts("chinese") + line.texts("aliases"),
          place: try line.text("place"), claims: try line.texts("claims")))
    }
    try checkContradictions()
  }

  /// Adds the NDJSON files of a corpus's `sources` and `claims` folders.
  public mutating func addCorpus(folder: String) throws(Diagnostic) {
    var lines: [Line] = []
    for path in Lines.files(in: folder + "/sources") { lines += try Lines.read(path) }
    try add(sources: lines)
    for path in Lines.files(in: folder + "/claims") {
      for line in try Lines.read(path) { try add(claim: line) }
    }
    try checkContradictions()
  }

  /// Roots of a source by the graph of derivation: those of the sources that it derives from,
  /// whatever root it states for itself; of one that derives from none its own.
  ///
  /// A copy of two reports has the roots of both and is independent of neither.
  public func roots(of source: Source) -> Set<String> {
    rootsBySource[source.id] ?? [source.root]
  }

  /// Who speaks in a claim: the roots of its source, and of whom the source names as the one who
  /// says it.
  ///
  /// Two papers that each tell what a third one told are one voice in that, whether or not the third
  /// is at hand; so further names never raise a count.
  func voices(of claim: Claim) -> Set<String> {
    guard let source = sources[claim.source] else { return [] }
    var voices = roots(of: source)
    if source.derivesFrom.isEmpty, source.root != OutletNames.key(source.publisher) {
      voices.formUnion(rootsByPublisher[source.root] ?? [])
    }
    let name = OutletNames.key(claim.attribution)
    guard name != OutletNames.key(source.publisher),
      OutletNames.isProper(claim.attribution) || rootsByPublisher[name] != nil
    else { return voices }
    voices.insert(name)
    return voices.union(rootsByPublisher[name] ?? [])
  }

  /// Adds sources in an order in which each comes after those that it derives from.
  ///
  /// Throws for an origin that there is not, and for sources that derive from each other in a
  /// circle, of which none is a root.
  private mutating func add(sources lines: [Line]) throws(Diagnostic) {
    var open = lines
    while !open.isEmpty {
      let named = Set(open.compactMap { $0.json["id"]?.string })
      var waiting: [Line] = []
      for line in open {
        let origins = try line.texts("derivesFrom")
        let isWaiting = origins.contains { sources[$0] == nil && named.contains($0) }
        if isWaiting { waiting.append(line) } else { try add(source: line) }
      }
      guard waiting.count < open.count else {
        let names = waiting.compactMap { $0.json["id"]?.string }.prefix(6)
        throw waiting[0].fault(
          "EVD010",
          "the sources \(names.map { "`\($0)`" }.joined(separator: ", ")) derive from each other",
          remedy: "take one `derivesFrom` away; what is derived has an origin")
      }
      open = waiting
    }
  }

  private mutating func add(source line: Line) throws(Diagnostic) {
    let source = try source(of: line)
    guard sources.updateValue(source, forKey: source.id) == nil else {
      throw line.fault("EVD003", "the source `\(source.id)` stands twice", remedy: "keep one")
    }
    // Its origins are there already. Sought anew for each, layers of copies of copies would take
    // ages.
    rootsBySource[source.id] =
      source.derivesFrom.isEmpty
      ? [source.root]
      : source.derivesFrom.reduce(into: []) { $0.formUnion(rootsBySource[$1] ?? [$1]) }
    rootsByPublisher[OutletNames.key(source.publisher), default: []]
      .formUnion(rootsBySource[source.id] ?? [])
  }

  private mutating func add(claim line: Line) throws(Diagnostic) {
    claims.append(try claim(of: line))
  }

  private func checkContradictions() throws(Diagnostic) {
    let known = Set(claims.map(\.id))
    for claim in claims {
      for other in claim.contradicts where !known.contains(other) {
        throw Diagnostic(
          "EVD007", "the claim `\(claim.id)` contradicts `\(other)`, which is not there",
          remedy: "correct the id")
      }
    }
  }

  /// Adds sources and claims that stand in any order among the lines, and returns the claims that
  /// were not there before.
  ///
  /// A line that is there already is no news; one that says something else under the same id is
  /// thrown, for nobody knows which of them holds.
  public mutating func add(news lines: [Line]) throws(Diagnostic) -> [Claim] {
    var open: [Line] = []
    var statements: [Line] = []
    for line in lines {
      guard line.json["publisher"] != nil else {
        statements.append(line)
        continue
      }
      guard let known = line.json["id"]?.string.flatMap({ sources[$0] }) else {
        open.append(line)
        continue
      }
      guard try source(of: line) == known else { throw differs(line, "source", known.id) }
    }
    try add(sources: open)
    var known: [String: Claim] = [:]
    for claim in claims { known[claim.id] = claim }
    var news: [Claim] = []
    for line in statements {
      let claim = try claim(of: line)
      if let present = known[claim.id] {
        guard present == claim else { throw differs(line, "claim", claim.id) }
        continue
      }
      known[claim.id] = claim
      news.append(claim)
    }
    claims += news
    try checkContradictions()
    return news
  }

  private func differs(_ line: Line, _ what: String, _ id: String) -> Diagnostic {
    line.fault(
      "EVD146", "the \(what) `\(id)` is known already and says something else",
      remedy: "give one of them another id")
  }

  /// Without the claims of some sources, and without the sources themselves.
  public func without(sources left: Set<String>) -> EvidenceLibrary {
    var library = self
    library.sources = sources.filter { !left.contains($0.key) }
    library.rootsByPublisher = [:]
    for source in library.sources.values {
      library.rootsByPublisher[OutletNames.key(source.publisher), default: []]
        .formUnion(roots(of: source))
    }
    library.claims = claims.filter { !left.contains($0.source) }
    return library
  }

  /// With the claims of these ids alone; all sources stay, since roots rest on them.
  public func only(claims ids: Set<String>) -> EvidenceLibrary {
    var library = self
    library.claims = claims.filter { ids.contains($0.id) }
    return library
  }

  public func claim(_ id: String) -> Claim? { claims.first { $0.id == id } }
}
