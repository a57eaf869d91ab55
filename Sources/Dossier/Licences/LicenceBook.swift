import Evidence
import Formats
import Law
import Names
import Taxonomy

/// What the corpus knows of authorisations and of statements under 15 CFR 744.15(b), by body.
struct LicenceBook: Sendable {
  struct Licence: Sendable {
    let authorisation: Authorisation
    /// The bodies in their roles, each as the names knowledge reads it.
    let parties: [Authorisation.Role: [IdentityProfile]]
  }

  struct Stated: Sendable {
    let statement: UnverifiedListStatement
    let profile: IdentityProfile
  }

  let licences: [Licence]
  let shipments: [LicenceShipment]
  let statements: [Stated]
  let exceptionUses: [ExceptionUse]
  let hasAuthorisations: Bool
  let hasShipments: Bool
  let hasStatements: Bool

  /// Throws where an authorisation names a product family or a country that there is not: it would
  /// cover nothing and look as if it did.
  init(_ records: LicenceRecords, _ knowledge: Knowledge) throws(Diagnostic) {
    hasAuthorisations = records.authorisations != nil
    hasShipments = records.shipments != nil
    hasStatements = records.statements != nil
    shipments = records.shipments ?? []
    exceptionUses = records.exceptionUses ?? []
    if let known = knowledge.lawTables.exceptions.value?.map(\.symbol) {
      for use in exceptionUses where !known.contains(use.exception) {
        throw Diagnostic(
          "CRP047", "there is no licence exception `\(use.exception)`",
          remedy: nearestWord(to: String(use.exception.prefix(64)), among: known).map {
            "did you mean `\($0)`?"
          } ?? "use a symbol of part 740, such as GBS", file: use.place)
      }
    }
    let tree = knowledge.taxonomy.products
    var licences: [Licence] = []
    for authorisation in records.authorisations ?? [] {
      for family in authorisation.families where !tree.contains(family) {
        throw Diagnostic(
          "CRP042", "there is no product family `\(family)`",
          remedy: nearestWord(to: String(family.prefix(64)), among: tree.nodes.map(\.code)).map {
            "did you mean `\($0)`?"
          } ?? "use a code of product-families.tsv", file: authorisation.place)
      }
      for country in authorisation.countries where !knowledge.countries.contains(country) {
        throw Diagnostic(
          "CRP043", "`\(country)` is no country code",
          remedy: "write two letters, such as CN (ISO 3166-1)", file: authorisation.place)
      }
      licences.append(
        Licence(
          authorisation: authorisation,
          parties: authorisation.parties.mapValues { names in
            names.map { DistributorBook.profile([$0], knowledge) }
          }))
    }
    self.licences = licences
    statements = (records.statements ?? []).map {
      Stated(statement: $0, profile: DistributorBook.profile($0.party, knowledge))
    }
  }
}
