public import Formats

/// What people of the company have recorded: confirmations, verified facts, investigations.
///
/// Each entry names a person and a date; an entry without them is refused, because what nobody
/// stands for does not mitigate.
public struct Register: Sendable {
  /// An operator's word on whether a dated legal interval is in force.
  public struct Confirmation: Sendable, Hashable {
    public let key: String
    public let isInForce: Bool
    public let confirmedBy: String
    public let confirmedOn: CivilDate
    public let source: String
  }

  /// A fact about a party or an order that somebody verified.
  public struct VerifiedFact: Sendable, Hashable {
    /// Names of the party, or empty where the fact is about an order.
    public let party: [String]
    public let order: String?
    /// The term, such as `verified-statutory-basis`.
    public let fact: String
    public let value: String
    public let verifiedBy: String
    public let verifiedOn: CivilDate
    public let expires: CivilDate?
    public let evidence: String
    public let line: Int
  }

  /// An allegation of misuse under investigation: sales and service in its scope hold.
  public struct Investigation: Sendable, Hashable {
    public let id: String
    public let openedOn: CivilDate
    public let closedOn: CivilDate?
    public let place: String?
    public let functions: [String]
    public let parties: [String]
    public let products: [String]
    public let summary: String
  }

  /// Residents of a place, where the bundled tables do not say or say less exactly.
  public struct Residents: Sendable, Hashable {
    public let place: String?
    public let party: [String]
    public let residents: Int
    public let source: String
  }

  public private(set) var confirmations: [Confirmation] = []
  public private(set) var facts: [VerifiedFact] = []
  public private(set) var investigations: [Investigation] = []
  public private(set) var residents: [Residents] = []

  public init() {}

  /// Reads the `register` folder of a corpus.
  public init(folder: String) throws(Diagnostic) {
    for line in try Register.lines(folder + "/confirmations.ndjson") {
      try line.allowOnly(["key", "inForce", "confirmedBy", "confirmedOn", "source"])
      confirmations.append(
        Confirmation(
          key: try line.text("key"), isInForce: try Register.flag("inForce", line),
          confirmedBy: try line.text("confirmedBy"),
          confirmedOn: try Register.day("confirmedOn", line), source: try line.text("source")))
    }
    for line in try Register.lines(folder + "/facts.ndjson") {
      facts.append(try Register.fact(line))
    }
    for line in try Register.lines(folder + "/investigations.ndjson") {
      investigations.append(try Register.investigation(line))
    }
    for line in try Register.lines(folder + "/residents.ndjson") {
      try line.allowOnly(["place", "party", "residents", "source"])
      guard let count = line.json["residents"]?.integer, count > 0 else {
        throw line.fault(
          "EVD030", "the number of residents is missing or is not a whole number above zero",
          remedy: "add \"residents\": 183000")
      }
      residents.append(
        Residents(
          place: try line.optional("place"), party: try line.texts("party"), residents: count,
          source: try line.text("source")))
    }
  }

  private static func fact(_ line: Line) throws(Diagnostic) -> VerifiedFact {
    try line.allowOnly([
      "party", "order", "fact", "value", "verifiedBy", "verifiedOn", "expires", "evidence",
    ])
    let fact = VerifiedFact(
      party: try line.texts("party"), order: try line.optional("order"),
      fact: try line.text("fact"), value: try line.text("value"),
      verifiedBy: try line.text("verifiedBy"),
      verifiedOn: try Register.day("verifiedOn", line), expires: try line.date("expires"),
      evidence: try line.text("evidence"), line: line.number)
    guard !fact.party.isEmpty || fact.order != nil else {
      throw line.fault(
        "EVD033", "the fact says neither which party nor which order it is about",
        remedy: "add party, order or both")
    }
    return fact
  }

  private static func investigation(_ line: Line) throws(Diagnostic) -> Investigation {
    try line.allowOnly([
      "id", "openedOn", "closedOn", "place", "functions", "parties", "products", "summary",
    ])
    let investigation = Investigation(
      id: try line.text("id"), openedOn: try Register.day("openedOn", line),
      closedOn: try line.date("closedOn"), place: try line.optional("place"),
      functions: try line.texts("functions"), parties: try line.texts("parties"),
      products: try line.texts("products"), summary: try line.text("summary"))
    // An investigation that no party can fall under would hold nothing and look as if it did.
    guard
      investigation.place != nil || !investigation.functions.isEmpty
        || !investigation.parties.isEmpty
    else {
      throw line.fault(
        "EVD034", "the investigation has nobody in its scope",
        remedy: "add parties, functions or a place")
    }
    return investigation
  }

  private static func lines(_ path: String) throws(Diagnostic) -> [Line] {
    FileReader.exists(path) ? try Lines.read(path) : []
  }

  private static func day(_ key: String, _ line: Line) throws(Diagnostic) -> CivilDate {
    guard let date = try line.date(key) else {
      throw line.fault("EVD031", "the member `\(key)` is missing", remedy: "add the date")
    }
    return date
  }

  private static func flag(_ key: String, _ line: Line) throws(Diagnostic) -> Bool {
    guard let flag = line.json[key]?.boolean else {
      throw line.fault(
        "EVD032", "the member `\(key)` is missing or is not true or false",
        remedy: "say what was confirmed")
    }
    return flag
  }
}
