import Facts
import Trade

/// What holds of the facts of every dossier, as `DossierAssembly` states them. Proofs rest on it;
/// the tests of `Proofs` look for it in the dossier of every case.
extension ScreeningVocabulary {
  static var axioms: [Axiom] {
    let order = Domain.order.rawValue
    let ofEndUser = [Collection.party, .receivingParty, .endUser].map(\.rawValue)
    let (declared, coverage) = (
      OrderTerm.endUserDeclared.rawValue, OrderTerm.completeListCoverage.rawValue
    )
    return [
      .isKnown(domain: order, term: declared),
      .isKnown(domain: order, term: coverage),
      .closes(term: declared, collections: ofEndUser),
      .opens(term: declared, collections: ofEndUser + [Collection.listing.rawValue]),
      .opens(term: coverage, collections: [Collection.listing.rawValue]),
    ]
      + Collection.allCases.compactMap { collection in
        collection.roles.map { roles in
          .members(
            collection: collection.rawValue, term: PartyTerm.role.rawValue,
            words: roles.map(\.rawValue))
        }
      }
  }
}

extension ScreeningVocabulary.Collection {
  /// Every member has one of these roles; nil where that is not so.
  var roles: [PartyRole]? {
    switch self {
    case .receivingParty:
      [
        .purchaser, .intermediateConsignee, .ultimateConsignee, .endUser, .serviceSite, .trainee,
        .reseller,
      ]
    case .endUser: [.endUser]
    case .purchaser: [.purchaser]
    case .reseller: [.reseller]
    case .ultimateConsignee: [.ultimateConsignee]
    case .intermediateConsignee: [.intermediateConsignee]
    case .serviceSite: [.serviceSite]
    case .payer: [.payer]
    case .freightForwarder: [.freightForwarder]
    case .party, .line, .listing, .formerListing, .report, .tender, .pastOrder, .resale: nil
    }
  }

  /// Collections that hold every member of this one.
  var holders: [ScreeningVocabulary.Collection] {
    switch self {
    case .endUser, .purchaser, .reseller, .ultimateConsignee, .intermediateConsignee,
      .serviceSite:
      [.receivingParty, .party]
    case .receivingParty, .payer, .freightForwarder: [.party]
    case .party, .line, .listing, .formerListing, .report, .tender, .pastOrder, .resale: []
    }
  }

  /// Collections that are open wherever this one is: as long as no end user is declared.
  var openWith: [ScreeningVocabulary.Collection] {
    switch self {
    case .party, .receivingParty, .endUser:
      [.party, .receivingParty, .endUser, .listing].filter { $0 != self }
    default: []
    }
  }
}
