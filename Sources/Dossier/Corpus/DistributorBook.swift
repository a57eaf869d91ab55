import Evidence
import Formats
import Names
import Taxonomy

/// What the corpus knows of distributors and of the statements of end users, by body.
struct DistributorBook: Sendable {
  struct Distributor: Sendable {
    let names: [String]
    let profile: IdentityProfile
    var sales: [SellThrough] = []
    var audits: [DistributorAudit] = []
  }

  struct Stated: Sendable {
    let statement: EndUseStatement
    let profile: IdentityProfile
  }

  private(set) var distributors: [Distributor] = []
  private(set) var statements: [Stated] = []
  let hasSales: Bool
  let hasAudits: Bool
  let hasStatements: Bool

  /// Throws where a statement is about a product family that there is not: it would cover nothing
  /// and look as if it did.
  init(_ records: DistributorRecords, _ knowledge: Knowledge) throws(Diagnostic) {
    hasSales = records.sellThrough != nil
    hasAudits = records.audits != nil
    hasStatements = records.statements != nil
    var places: [[String]: Int] = [:]
    var known: [Distributor] = []
    func place(_ names: [String]) -> Int {
      if let place = places[names] { return place }
      places[names] = known.count
      known.append(Distributor(names: names, profile: Self.profile(names, knowledge)))
      return known.count - 1
    }
    for sale in records.sellThrough ?? [] { known[place(sale.distributor)].sales.append(sale) }
    for audit in records.audits ?? [] { known[place(audit.distributor)].audits.append(audit) }
    distributors = known
    let tree = knowledge.taxonomy.products
    for statement in records.statements ?? [] {
      guard tree.contains(statement.product) else {
        let nearest = nearestWord(
          to: String(statement.product.prefix(64)), among: tree.nodes.map(\.code))
        throw Diagnostic(
          "CRP041", "there is no product family `\(statement.product)`",
          remedy: nearest.map { "did you mean `\($0)`?" } ?? "use a code of product-families.tsv",
          file: statement.place)
      }
      statements.append(
        Stated(statement: statement, profile: Self.profile(statement.party, knowledge)))
    }
  }

  static func profile(_ names: [String], _ knowledge: Knowledge) -> IdentityProfile {
    knowledge.names.profile(of: Identity(names: names, kind: .organisation))
  }

  /// The distributors that are a party, and those that may be.
  func distributors(
    like party: PartyReading, _ names: NameKnowledge
  ) -> (same: [Distributor], possible: [Distributor]) {
    var result: (same: [Distributor], possible: [Distributor]) = ([], [])
    for distributor in distributors {
      switch names.compare(party.profile, distributor.profile).verdict {
      case .same: result.same.append(distributor)
      case .possible: result.possible.append(distributor)
      case .different: break
      }
    }
    return result
  }
}
