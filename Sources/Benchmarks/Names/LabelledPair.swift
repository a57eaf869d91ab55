public import Formats
public import Names

/// Two names of which somebody has said whether they are one.
///
/// A line of a pairs file: `group`, `schema` (of FollowTheMoney), `a` and `b` with `name` and
/// sometimes countries and dates of birth, and `match`.
public struct LabelledPair: Sendable {
  public let group: String
  public let left: Identity
  public let right: Identity
  public let isMatch: Bool

  /// Fails where a member is missing.
  public init?(_ line: JSON) {
    guard let group = line["group"]?.string, let isMatch = line["match"]?.boolean,
      let left = line["a"], let right = line["b"]
    else { return nil }
    let kind = LabelledPair.kind(of: line["schema"]?.string)
    self.group = group
    self.isMatch = isMatch
    self.left = LabelledPair.identity(left, kind)
    self.right = LabelledPair.identity(right, kind)
  }

  /// All pairs of a file; throws at the first line that is none.
  public static func read(_ path: String) throws(Diagnostic) -> [LabelledPair] {
    var pairs: [LabelledPair] = []
    for line in try Lines.read(path) {
      guard let pair = LabelledPair(line.json) else {
        throw line.fault(
          "BEN003", "the line is no labelled pair",
          remedy: "write group, schema, a, b and match")
      }
      pairs.append(pair)
    }
    return pairs
  }

  static func kind(of schema: String?) -> Identity.Kind {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "PublicBody", "LegalEntity": .organisation
    default: .unknown
    }
  }

  private static func identity(_ record: JSON, _ kind: Identity.Kind) -> Identity {
    func texts(_ key: String) -> [String] { record[key]?.strings ?? [] }
    return Identity(
      names: texts("name"), kind: kind, countries: texts("country") + texts("nationality"))
  }
}
