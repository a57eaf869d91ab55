import Facts
import Taxonomy

/// Facts about an earlier order of the same parties.
public enum PastOrderTerm: Int, CaseIterable, Sendable {
  case reference, placed, product, reactions, sameEndUser, samePlace

  var term: Term {
    switch self {
    case .reference: Term("reference", .text, .neutral, "The past order's reference")
    case .placed:
      Term(
        "placed", .date, .neutral,
        "When it was placed, or else when it was to be shipped")
    case .product: Term("product", .tree("products"), .neutral, "Product families of its lines")
    case .reactions:
      Term(
        "reactions", .number(unit: "reactions"), .adverse,
        "Human identification reactions or collection cards that it holds")
    case .sameEndUser:
      Term("same-end-user", .boolean, .adverse, "Its end user is an end user of this order")
    case .samePlace:
      Term(
        "same-place", .boolean, .adverse,
        "It went to an address, a county or a prefecture to which this order goes")
    }
  }
}
