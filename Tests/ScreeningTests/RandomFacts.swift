import Dossier
import Facts
import Formats
import SeededNumbers
import Taxonomy

/// A table of facts that can be changed, over the vocabulary of the bundled policies.
struct RandomFacts {
  let vocabulary: Vocabulary
  var objects: [[[Fact]]]
  var memberships: [Membership]
  var relations: [[Fact]]

  /// One fact of the table.
  enum Place: Hashable {
    case fact(domain: Int, object: Int, term: Int)
    case relation(Int, Int)
    case membership(Int)
  }

  /// Codes that the bundled policies ask for, with what lies above, below and beside them.
  private static let places = [
    "CN", "CN-65", "CN-6501", "CN-659006", "CN-33", "CN-3301", "DE", "RU", "US", "BY",
  ]

  /// A table with one order, one to three parties, and facts of which `known` in ten are known.
  init(_ vocabulary: Vocabulary, known: Int, using generator: inout SeededGenerator) {
    self.vocabulary = vocabulary
    var counts = [
      1, Int.random(in: 1...3, using: &generator), Int.random(in: 1...2, using: &generator),
      Int.random(in: 0...2, using: &generator), Int.random(in: 0...2, using: &generator),
      Int.random(in: 0...1, using: &generator), Int.random(in: 0...2, using: &generator),
    ]
    for _ in vocabulary.domains.dropFirst(counts.count) {
      counts.append(Int.random(in: 0...2, using: &generator))
    }
    objects = []
    memberships = []
    relations = []
    for (domain, count) in counts.enumerated() {
      objects.append(
        (0..<count).map { _ in
          RandomFacts.facts(vocabulary.domains[domain], vocabulary, known, &generator)
        })
    }
    for collection in vocabulary.collections {
      let all = Array(objects[collection.domain].indices)
      let isWhole = generator.chance(2, in: 3)
      memberships.append(
        Membership(
          members: isWhole ? all : all.filter { _ in generator.chance(1, in: 2) },
          isOpen: generator.chance(1, in: 8)))
    }
    for relation in vocabulary.relations {
      let count = objects[relation.from].count * objects[relation.to].count
      relations.append((0..<count).map { _ in RandomFacts.relation(known, &generator) })
    }
  }

  var table: FactTable {
    FactTable(
      objects: objects.enumerated().map { domain, objects in
        objects.enumerated().map { index, facts in
          FactObject(id: "\(domain)-\(index)", label: "\(domain)-\(index)", facts: facts)
        }
      }, memberships: memberships, relations: relations)
  }

  // MARK: - Random facts

  private static func relation(_ known: Int, _ generator: inout SeededGenerator) -> Fact {
    guard generator.chance(known, in: 10) else { return .unknown("random") }
    return Fact(.boolean(generator.chance(2, in: 3)), basis(&generator), words: "random")
  }

  private static func basis(_ generator: inout SeededGenerator) -> FactBasis {
    generator.pick([.declared, .inferred, .verified, .official, .computed])
  }

  private static func facts(
    _ domain: Domain, _ vocabulary: Vocabulary, _ known: Int, _ generator: inout SeededGenerator
  ) -> [Fact] {
    domain.terms.map { term in
      guard generator.chance(known, in: 10) else { return .unknown("random") }
      return Fact(value(of: term, vocabulary, &generator), basis(&generator), words: "random")
    }
  }

  private static func value(
    of term: Term, _ vocabulary: Vocabulary, _ generator: inout SeededGenerator
  ) -> FactValue {
    switch term.type {
    // Adverse facts mostly hold, or hardly a rule would ever fire.
    case .boolean:
      return .boolean(generator.chance(term.polarity == .adverse ? 2 : 1, in: 3))
    case .tree(let name):
      let count = term.holdsSeveral ? Int.random(in: 1...2, using: &generator) : 1
      return .codes(
        (0..<count).map { _ in code(name, vocabulary, &generator) },
        isComplete: generator.chance(3, in: 4))
    case .word(let words):
      let count = term.holdsSeveral ? Int.random(in: 1...3, using: &generator) : 1
      return .codes((0..<count).map { _ in generator.pick(words) }, isComplete: true)
    case .number:
      let bounds = [
        Int.random(in: 0...60, using: &generator), Int.random(in: 0...60, using: &generator),
      ].sorted().map { Decimal(exactly: $0) }
      let isExact = generator.chance(1, in: 2)
      return .number(Interval(low: bounds[0], high: isExact ? bounds[0] : bounds[1]))
    case .date:
      return .date(CivilDate(dayNumber: Int.random(in: 18_000...21_000, using: &generator)))
    case .text: return .text("text")
    }
  }

  private static func code(
    _ tree: String, _ vocabulary: Vocabulary, _ generator: inout SeededGenerator
  ) -> String {
    if tree == "places" { return generator.pick(places) }
    return generator.pick(vocabulary.trees[tree]?.nodes ?? []).code
  }

  // MARK: - Less and more knowledge

  /// Facts and relations that are known, and sets that are closed.
  var knownPlaces: [Place] {
    var places: [Place] = []
    for (domain, objects) in objects.enumerated() {
      for (object, facts) in objects.enumerated() {
        for (term, fact) in facts.enumerated() where fact.value != nil {
          places.append(.fact(domain: domain, object: object, term: term))
        }
      }
    }
    for (relation, facts) in relations.enumerated() {
      for (pair, fact) in facts.enumerated() where fact.value != nil {
        places.append(.relation(relation, pair))
      }
    }
    for (collection, membership) in memberships.enumerated() where !membership.isOpen {
      places.append(.membership(collection))
    }
    return places
  }

  mutating func forget(_ place: Place) {
    switch place {
    case .fact(let domain, let object, let term):
      objects[domain][object][term] = .unknown("forgotten")
    case .relation(let relation, let pair): relations[relation][pair] = .unknown("forgotten")
    case .membership(let collection):
      memberships[collection] = Membership(
        members: memberships[collection].members, isOpen: true)
    }
  }

  /// One of the worlds that the table leaves possible: everything known, by verified facts.
  func completed(using generator: inout SeededGenerator) -> RandomFacts {
    var world = self
    for domain in vocabulary.domains.indices {
      for object in world.objects[domain].indices {
        for (term, definition) in vocabulary.domains[domain].terms.enumerated() {
          world.objects[domain][object][term] = completed(
            objects[domain][object][term], definition, &generator)
        }
      }
    }
    for (relation, definition) in vocabulary.relations.enumerated() {
      let stub = Term("", .boolean, definition.polarity, "")
      world.relations[relation] = relations[relation].map { completed($0, stub, &generator) }
    }
    for (collection, membership) in memberships.enumerated() where membership.isOpen {
      let domain = vocabulary.collections[collection].domain
      var members = membership.members
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        members.append(world.add(to: domain, &generator))
      }
      world.memberships[collection] = Membership(members: members, isOpen: false)
    }
    return world
  }

  private func completed(
    _ fact: Fact, _ term: Term, _ generator: inout SeededGenerator
  ) -> Fact {
    // What is only inferred may turn out otherwise where it would mitigate.
    let isOpen =
      fact.basis == .inferred && term.polarity == .mitigating && fact.value == .boolean(true)
    guard let value = fact.value, !isOpen else {
      var value = RandomFacts.value(of: term, vocabulary, &generator)
      if case .codes(let codes, _) = value { value = .codes(codes, isComplete: true) }
      if case .number(let interval) = value {
        value = .number(Interval(low: interval.low, high: interval.low))
      }
      return Fact(value, .verified, words: "completed")
    }
    return Fact(refined(value, term, &generator), .verified, words: "completed")
  }

  private func refined(
    _ value: FactValue, _ term: Term, _ generator: inout SeededGenerator
  ) -> FactValue {
    switch (value, term.type) {
    case (.number(let interval), _):
      guard let low = interval.low, let high = interval.high else { return value }
      let inside = Int64.random(in: low.millionths...high.millionths, using: &generator)
      return .number(Interval(exactly: Decimal(millionths: inside)))
    case (.codes(let codes, let isComplete), .tree(let name)):
      // A place known to the province lies in one of its prefectures.
      var refined = codes.map { code in
        let below = (vocabulary.trees[name]?.nodes ?? []).filter { $0.parent == code }.map(\.code)
        return below.isEmpty || generator.chance(1, in: 2) ? code : generator.pick(below)
      }
      if !isComplete, generator.chance(1, in: 2) {
        refined.append(RandomFacts.code(name, vocabulary, &generator))
      }
      return .codes(refined, isComplete: true)
    default: return value
    }
  }

  /// Adds an object of which everything is known, and returns its index.
  private mutating func add(to domain: Int, _ generator: inout SeededGenerator) -> Int {
    let before = objects.map(\.count)
    var blank: [Fact] = []
    for term in vocabulary.domains[domain].terms {
      blank.append(completed(.unknown(""), term, &generator))
    }
    objects[domain].append(blank)
    for (relation, definition) in vocabulary.relations.enumerated() {
      var facts: [Fact] = []
      for first in objects[definition.from].indices {
        for second in objects[definition.to].indices {
          let isOld = first < before[definition.from] && second < before[definition.to]
          facts.append(
            isOld
              ? relations[relation][first * before[definition.to] + second]
              : RandomFacts.relation(10, &generator))
        }
      }
      relations[relation] = facts
    }
    return before[domain]
  }
}
