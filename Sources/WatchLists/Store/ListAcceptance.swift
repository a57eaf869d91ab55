import Formats

/// That a person let a version in which the guards of import refuse, and why.
public struct ListAcceptance: Sendable, Hashable {
  /// In the words of the person.
  public var reason: String
  /// The ids of the guards that would have refused it, such as `LST030`.
  public var faults: [String]

  public init(reason: String, faults: [String]) {
    self.reason = reason
    self.faults = faults
  }

  var json: JSON { .object([("reason", .string(reason)), ("faults", .strings(faults))]) }

  init?(_ json: JSON) {
    guard let reason = json["reason"]?.string, let faults = json["faults"]?.strings else {
      return nil
    }
    self.init(reason: reason, faults: faults)
  }
}
