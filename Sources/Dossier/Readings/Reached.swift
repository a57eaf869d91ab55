import Trade

/// How a party of an order says it is reached, besides its addresses.
struct Reached {
  var phones: [String] = []
  var emails: [String] = []
  var sites: [String] = []
  var persons: [String] = []

  init() {}

  init(_ entity: Entity) {
    phones = entity.phones
    emails = entity.emails
    sites = entity.websites
    persons = Self.personProperties.flatMap { entity.values(of: $0) }
    if entity.schema == .person { persons += entity.names }
  }

  /// Properties in which orders name those who act for a party.
  private static let personProperties = [
    "contactPerson", "contactName", "legalRepresentative", "representative", "director",
    "directorName", "owner", "ownerName", "signatory",
  ]
}
