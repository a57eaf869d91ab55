import Formats

/// Sources and claims as lines of a corpus state them.
extension EvidenceLibrary {
  func source(of line: Line) throws(Diagnostic) -> Source {
    try line.allowOnly(EvidenceLibrary.membersOfSource)
    let id = try line.text("id")
    let published = try line.text("published")
    if let member = line.json["official"], !member.isNull, member.boolean == nil {
      throw line.fault(
        "EVD009", "`official` is \(member.kindName)", remedy: "write true or false")
    }
    let source = Source(
      id: id, publisher: try line.text("publisher"), title: try line.text("title"),
      published: published, language: try line.optional("language") ?? "en",
      url: try line.optional("url"), sha256: try line.optional("sha256"),
      root: try root(of: line) ?? id, derivesFrom: try line.texts("derivesFrom"),
      isOfficial: line.json["official"]?.boolean ?? false,
      kind: try line.optional("kind") ?? "press", grade: try line.optional("grade") ?? "F",
      informationGrade: try line.optional("informationGrade") ?? "6",
      captured: try line.date("captured"),
      verification: try line.optional("verification") ?? "general knowledge, unverified",
      publishedBy: Source.lastDay(of: published, captured: try line.date("captured")))
    guard source.publishedBy != nil else {
      throw line.fault(
        "EVD002", "the date `\(source.published)` of the source is not a date",
        remedy: "write YYYY-MM-DD, YYYY-MM or YYYY")
    }
    return source
  }

  private static let membersOfSource = [
    "id", "publisher", "title", "published", "language", "url", "sha256", "root", "derivesFrom",
    "official", "kind", "grade", "informationGrade", "captured", "verification",
  ]
  private static let membersOfClaim = [
    "id", "kind", "subject", "from", "until", "source", "locator", "attribution", "certainty",
    "summary", "contradicts", "verification", "seed", "reasons", "quote", "accepted",
  ]

  /// The root that is stated, else that of the source from which this one derives: what repeats a
  /// report is no second voice.
  private func root(of line: Line) throws(Diagnostic) -> String? {
    let origins = try line.texts("derivesFrom")
    for origin in origins where sources[origin] == nil {
      throw line.fault(
        "EVD008", "the source `\(origin)`, from which this one derives, is not known",
        remedy: "add it before this one, or correct its id")
    }
    if let stated = try line.optional("root") { return stated }
    return origins.first.flatMap { sources[$0]?.root }
  }

  func claim(of line: Line) throws(Diagnostic) -> Claim {
    try line.allowOnly(EvidenceLibrary.membersOfClaim)
    let kind = try line.text("kind")
    guard kinds[kind] != nil else {
      throw line.fault(
        "EVD004", "there is no kind of claim `\(kind)`",
        remedy: nearestWord(to: kind, among: kinds.keys.sorted()).map { "did you mean `\($0)`?" }
          ?? "use a kind of claim-kinds.tsv")
    }
    let source = try line.text("source")
    guard sources[source] != nil else {
      throw line.fault(
        "EVD005", "the source `\(source)` of the claim is not known",
        remedy: "add it to sources, or correct its id")
    }
    return Claim(
      id: try line.text("id"), kind: kind, subject: try subject(of: line),
      from: try line.date("from"), until: try line.date("until"), source: source,
      locator: try line.text("locator"), attribution: try line.optional("attribution") ?? "",
      certainty: try line.optional("certainty") ?? "reported", summary: try line.text("summary"),
      contradicts: try line.texts("contradicts"),
      verification: try line.optional("verification") ?? "general knowledge, unverified",
      reasons: try line.texts("reasons"), quote: try line.optional("quote"),
      acceptedBy: line.json["accepted"]?["by"]?.string)
  }

  private func subject(of line: Line) throws(Diagnostic) -> ClaimSubject {
    let subject = line.json["subject"]
    if let bodies = subject?["class"], let within = bodies["within"]?.string,
      let functions = bodies["functions"]?.strings
    {
      return .bodies(functions: functions, within: within)
    }
    if let entity = subject?["entity"], let name = entity["name"]?.string, !name.isEmpty {
      return .entity(name: name, chinese: entity["chinese"]?.string)
    }
    if let programme = subject?["programme"]?.string { return .programme(programme) }
    if let place = subject?["place"]?.string { return .place(place) }
    throw line.fault(
      "EVD006", "the claim has no subject that can be read",
      remedy: "give class, entity, programme or place")
  }
}
