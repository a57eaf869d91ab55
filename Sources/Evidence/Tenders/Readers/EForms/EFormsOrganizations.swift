import Formats

/// The organisations of a notice by their ids; buyers and winners refer to these, never by order.
struct EFormsOrganizations {
  private var bodies: [String: TenderBody] = [:]
  private var lines: [String: Int] = [:]
  private let terms: TenderTerms

  init(_ extension_: XMLElement?, terms: TenderTerms) {
    self.terms = terms
    for organization in extension_?.all("Organizations", "Organization") ?? [] {
      let company = organization.child("Company")
      for part in [company].compactMap({ $0 }) + organization.children("TouchPoint") {
        guard let id = part.first("PartyIdentification", "ID")?.words, bodies[id] == nil else {
          continue
        }
        var names = part.all("PartyName", "Name").compactMap(\.words)
        // A department's own name says less than that of its body.
        if part.name == "TouchPoint" {
          names = (company?.all("PartyName", "Name").compactMap(\.words) ?? []) + names
        }
        let address = part.child("PostalAddress")
        bodies[id] = TenderBody(
          names: names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
          country: country(address), address: EFormsOrganizations.line(address),
          identifiers: (company ?? part).all("PartyLegalEntity", "CompanyID").compactMap(\.words))
        lines[id] = part.line
      }
    }
  }

  func body(_ id: String?) -> TenderBody? { id.flatMap { bodies[$0] } }
  func line(_ id: String?) -> Int? { id.flatMap { lines[$0] } }

  func country(_ address: XMLElement?) -> String? {
    guard let code = address?.first("Country", "IdentificationCode")?.words else { return nil }
    return code.utf8.count == 2 ? code.uppercased() : terms.country(alpha3: code)
  }

  static func line(_ address: XMLElement?) -> String? {
    guard let address else { return nil }
    var parts = ["StreetName", "AdditionalStreetName", "PostalZone", "CityName"]
      .compactMap { address.child($0)?.words }
    parts += address.all("AddressLine", "Line").compactMap(\.words)
    if let code = address.child("CountrySubentityCode")?.words { parts.append("NUTS \(code)") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
