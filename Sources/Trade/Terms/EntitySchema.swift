/// What sort of thing a party is, in the terms of the FollowTheMoney model.
public enum EntitySchema: String, Sendable, Hashable, CaseIterable {
  case company = "Company"
  case organization = "Organization"
  case publicBody = "PublicBody"
  case legalEntity = "LegalEntity"
  case person = "Person"
  case address = "Address"
}
