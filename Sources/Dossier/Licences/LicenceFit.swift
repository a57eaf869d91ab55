public import Evidence
import Formats

/// Whether a recorded authorisation can be used for an order, line by line, and why not.
public struct LicenceFit: Sendable {
  public let authorisation: Authorisation
  /// Lines of the order that are items of it, by requirement; an item that may be one is none.
  let lines: [Authorisation.Requirement: Set<Int>]
  /// Why it cannot be used for the order at all.
  public let faults: [String]
  /// Why single lines are no items of it, by their place in the order.
  let lineFaults: [Int: String]
  /// What is left of it before this order, in words.
  public let left: String

  /// Whether it meets a requirement of a line. What is not known meets nothing.
  public func meets(_ requirement: Authorisation.Requirement, ofLine index: Int) -> Bool {
    faults.isEmpty && lines[requirement]?.contains(index) == true
  }

  /// Why it does not meet any requirement of a line, or what it covers.
  public func words(ofLine index: Int) -> String {
    let name = "\(authorisation.authority) \(authorisation.number)"
    let why = faults + (lineFaults[index].map { [$0] } ?? [])
    if !why.isEmpty { return "\(name) lifts nothing: \(why.joined(separator: "; "))" }
    return "\(name) covers \(authorisation.covers.map(\.rawValue).joined(separator: ", ")) "
      + "until \(authorisation.expires); \(left)"
  }
}
