public import Formats

/// The registry of legal bases and of the company's own policy, which rules cite.
public struct LegalRegistry: Sendable {
  public struct Basis: Sendable, Hashable {
    public let id: String
    public let citation: String
    public let effect: String
    public let authority: String
    public let verification: String
    public let intervals: [Interval]
    /// False for the company's own policy, which is no law.
    public let isLaw: Bool
  }

  public struct Interval: Sendable, Hashable {
    public let from: CivilDate?
    public let until: CivilDate?
    public let needsConfirmation: Bool
  }

  public let bases: [Basis]
  private let places: [String: Int]

  public init(folder: String) throws(Diagnostic) {
    var bases: [Basis] = []
    for line in try Lines.read(folder + "/legal-registry.ndjson") {
      bases.append(
        Basis(
          id: try line.text("id"), citation: try line.text("citation"),
          effect: try line.optional("effect") ?? "",
          authority: try line.optional("authority") ?? "",
          verification: try line.optional("verification") ?? "general knowledge, unverified",
          intervals: (line.json["inForce"]?.array ?? []).map { interval in
            Interval(
              from: interval["from"]?.string.flatMap { CivilDate($0) },
              until: interval["until"]?.string.flatMap { CivilDate($0) },
              needsConfirmation: interval["confirmationRequired"]?.boolean ?? false)
          }, isLaw: true))
    }
    for line in try Lines.read(folder + "/company-policy.ndjson") {
      bases.append(
        Basis(
          id: try line.text("id"), citation: try line.text("citation"),
          effect: try line.text("text"), authority: "the company", verification: "stored",
          intervals: [], isLaw: false))
    }
    self.bases = bases
    places = Dictionary(
      bases.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public func basis(_ id: String) -> Basis? { places[id].map { bases[$0] } }
}
