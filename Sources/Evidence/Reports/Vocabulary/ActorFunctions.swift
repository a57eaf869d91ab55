/// The functions of the bodies that concepts speak of, and every list of some of them, ready made.
struct ActorFunctions: Sendable {
  /// Concepts of bodies with their functions.
  private static let functions = [
    "police": "policing", "health": "health-authority", "grassroots": "grassroots-organisation",
    "local-government": "local-government", "population-office": "population-control",
    "propaganda": "local-government",
  ]

  /// By concept: the bit of its function; zero for one that speaks of no body.
  private let bits: [UInt8]
  /// By bits: the functions in the order of their names.
  private let lists: [[String]]

  init(_ concepts: [String]) {
    let names = Set(ActorFunctions.functions.values).sorted()
    bits = concepts.map { concept in
      let place = ActorFunctions.functions[concept].flatMap(names.firstIndex)
      return place.map { 1 << UInt8($0) } ?? 0
    }
    lists = (0..<(1 << names.count)).map { set in
      set == 0
        ? ["public-authority"] : names.indices.filter { set >> $0 & 1 == 1 }.map { names[$0] }
    }
  }

  /// The function of the bodies that a concept speaks of.
  func function(of concept: Int) -> String? { bits[concept] == 0 ? nil : list(bits[concept])[0] }

  @inline(__always) func bit(of concept: Int) -> UInt8 { bits[concept] }

  func list(_ bits: UInt8) -> [String] { lists[Int(bits)] }
}
