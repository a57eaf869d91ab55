import SeededNumbers
import Testing

@testable import Policy

/// Random rules over the sample vocabulary, with counts and sums, that the checker accepts.
struct RandomRules {
  private var variables: [(name: String, domain: Int)] = []
  private var isException = false
  private var isCounted = false

  private static let sets = [("party", 1), ("end user", 1), ("report", 2)]

  /// A set of rules; those that the checker refuses, as for a contradiction, are tried again.
  static func policies(
    _ count: Int, using generator: inout SeededGenerator
  ) throws -> PolicySet {
    var bodies: [String] = []
    while bodies.count < count {
      var rules = RandomRules()
      let body = rules.body(using: &generator)
      if (try? Sample.rules([body], vocabulary: Sample.withSizes)) != nil { bodies.append(body) }
    }
    return try Sample.rules(bodies, vocabulary: Sample.withSizes)
  }

  private mutating func body(using generator: inout SeededGenerator) -> String {
    var bindings: [String] = []
    for number in 0..<Int.random(in: 0...2, using: &generator) {
      let (phrase, domain) = RandomRules.sets.pick(using: &generator)
      bindings.append("\(["any", "any", "every"].pick(using: &generator)) \(phrase) V\(number)")
      variables.append(("V\(number)", domain))
    }
    var text = bindings.isEmpty ? "" : "for \(bindings.joined(separator: ", ")) "
    text += "when " + condition(depth: 2, raises: true, using: &generator)
    if Int.random(in: 0..<3, using: &generator) == 0 {
      isException = true
      text += " unless " + condition(depth: 1, raises: false, using: &generator)
    }
    return text + " then "
      + [
        "hold", "escalate", "refuse by policy", "require a licence", "refuse as prohibited",
        "release with conditions", "note",
      ].pick(using: &generator)
  }

  private mutating func condition(
    depth: Int, raises: Bool, using generator: inout SeededGenerator
  ) -> String {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0..<5 where depth > 0:
      let joined = (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        condition(depth: depth - 1, raises: raises, using: &generator)
      }.joined(separator: [" and ", " or "].pick(using: &generator))
      return "(\(joined))"
    case 5: return "not " + atom(!raises, using: &generator)
    case 6, 7:
      guard !isException, !isCounted else { return atom(raises, using: &generator) }
      return aggregate(raises, using: &generator)
    default: return atom(raises, using: &generator)
    }
  }

  private mutating func aggregate(
    _ raises: Bool, using generator: inout SeededGenerator
  ) -> String {
    let (phrase, domain) = RandomRules.sets.pick(using: &generator)
    let grows = Bool.random(using: &generator)
    let comparison = (grows ? ["at least", "more than"] : ["at most", "less than"])
      .pick(using: &generator)
    variables.append(("M", domain))
    isCounted = true
    let inner = condition(depth: 1, raises: raises == grows, using: &generator)
    isCounted = false
    variables.removeLast()
    let among = Int.random(in: 0..<4, using: &generator) == 0 ? "" : " (\(inner))"
    let bound = Int.random(in: 0...40, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0 where domain == 1 && raises == grows:
      return "sum of M.share over \(phrase) M\(among) \(comparison) \(bound) percent"
    case 1 where domain == 1:
      return "sum of M.size over \(phrase) M\(among) \(comparison) \(bound) pieces"
    default: return "count of \(phrase) M\(among) \(comparison) \(bound % 4)"
    }
  }

  private func atom(_ raises: Bool, using generator: inout SeededGenerator) -> String {
    let variable = Int.random(in: -1..<variables.count, using: &generator)
    let number = Int.random(in: 0...50, using: &generator)
    guard variable >= 0 else {
      let neutral = [
        "order is urgent", "order.kind is sale", "order.kind is one of loan, service",
        "order.destination is within CN", "order.weight at least \(number) grams",
        "order.weight less than \(number) grams", "order.signed is before 2022-03-01",
        "order.signed more than 4 years ago", "order.signed less than 90 weeks ago",
      ]
      let directed =
        raises
        ? [
          "order is flagged", "order.pieces more than \(number) pieces",
          "order.years less than \(number) years", "order.founded is after 2023-01-01",
          "order.founded less than 50 months ago",
        ]
        : [
          "order is cleared", "order.pieces at most \(number) pieces",
          "order.years at least \(number) years", "order.founded is before 2023-01-01",
          "order.destination is stated",
        ]
      return (neutral + directed + directed).pick(using: &generator)
    }
    let (name, domain) = variables[variable]
    if domain == 2 {
      let party = variables.first { $0.domain == 1 }?.name
      let relation = party.map { "\(name) \(raises ? "is about" : "exempts") \($0)" }
      let directed = raises ? ["\(name).kind is collection", "\(name) is current"] : []
      return ((relation.map { [$0, $0] } ?? []) + directed + ["\(name).kind is stated"])
        .filter { !(raises && $0.hasSuffix("stated")) }.pick(using: &generator)
    }
    let neutral = [
      "\(name).role is user", "\(name).role is one of buyer, carrier",
      "\(name).place is within CN-65", "\(name).place is within (CN-33, DE)",
      "\(name).size at least \(number) pieces", "\(name).function is within health",
    ]
    let directed =
      raises
      ? [
        "\(name) is listed", "\(name).share at least \(number) percent",
        "\(name).function is within policing",
      ]
      : [
        "\(name) has verified", "\(name).function is within overseer",
        "\(name).share less than \(number) percent", "\(name).place is stated",
      ]
    return (neutral + directed + directed).pick(using: &generator)
  }
}

extension Array {
  /// One of several; never called of none.
  fileprivate func pick(using generator: inout SeededGenerator) -> Element {
    self[Int.random(in: indices, using: &generator)]
  }
}
