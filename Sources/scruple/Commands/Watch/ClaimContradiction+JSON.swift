import Evidence
import Formats

extension ClaimContradiction {
  /// As `watch` prints it.
  var json: JSON {
    func side(_ side: Side) -> JSON {
      .object([
        ("claim", .string(side.claim.id)), ("source", .string(side.claim.source)),
        ("locator", .string(side.claim.locator)), ("value", .string(side.value)),
      ])
    }
    return .object([
      ("type", .string("contradiction")), ("matter", .string(matter)), ("new", side(new)),
      ("other", side(other)), ("note", .string(note)),
    ])
  }
}
