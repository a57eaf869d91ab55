import Facts
import Formats
import SeededNumbers
import Taxonomy
import Testing

@testable import Policy

/// Random facts over the sample vocabulary, or one with further terms.
struct RandomTable {
  private(set) var sample: SampleTable
  private var parties = 0
  private var reports = 0

  init(
    _ vocabulary: Vocabulary = Sample.vocabulary, using generator: inout SeededGenerator
  ) {
    sample = SampleTable(vocabulary)
    for term in sample.vocabulary.domains[0].terms {
      let value = RandomTable.value(of: term, using: &generator)
      sample.set(0, 0, term.name, RandomTable.fact(value, using: &generator))
    }
    parties = Int.random(in: 0...3, using: &generator)
    reports = Int.random(in: 0...2, using: &generator)
    for party in 0..<parties {
      sample.endUser()
      fill(1, party, using: &generator)
    }
    for report in 0..<reports {
      sample.report([])
      fill(2, report, using: &generator)
      for party in 0..<parties {
        for relation in 0..<2 {
          let truth: Bool? = [true, false, nil].randomElement(using: &generator) ?? nil
          sample.relate(relation, report, party, truth)
        }
      }
    }
    for collection in 0..<3 where Int.random(in: 0...3, using: &generator) == 0 {
      sample.open(collection)
    }
  }

  private mutating func fill(
    _ domain: Int, _ object: Int, using generator: inout SeededGenerator
  ) {
    for term in sample.vocabulary.domains[domain].terms {
      let value = RandomTable.value(of: term, using: &generator)
      sample.set(domain, object, term.name, RandomTable.fact(value, using: &generator))
    }
  }

  private static func fact(
    _ value: FactValue?, using generator: inout SeededGenerator
  ) -> Fact {
    let bases: [FactBasis] = [.declared, .inferred, .verified, .official, .computed]
    return Fact(value, bases.randomElement(using: &generator) ?? .declared, words: "random")
  }

  private static func value(
    of term: Term, using generator: inout SeededGenerator
  ) -> FactValue? {
    guard Int.random(in: 0...3, using: &generator) > 0 else { return nil }
    switch term.type {
    case .boolean: return .boolean(Bool.random(using: &generator))
    case .tree(let name):
      let nodes = (name == "places" ? Sample.places : Sample.functions).nodes
      let count = Int.random(in: 1...2, using: &generator)
      let picked = nodes.shuffled(using: &generator).prefix(count).map(\.code)
      return .codes(picked, isComplete: Bool.random(using: &generator))
    case .word(let words):
      return .codes([words.randomElement(using: &generator) ?? ""], isComplete: true)
    case .number:
      let (a, b) = (
        Int.random(in: 0...60, using: &generator), Int.random(in: 0...60, using: &generator)
      )
      return number(
        Bool.random(using: &generator) ? min(a, b) : nil,
        Bool.random(using: &generator) ? max(a, b) : nil)
    case .date:
      return .date(CivilDate(dayNumber: Int.random(in: 18_000...21_000, using: &generator)))
    case .text: return .text("text")
    }
  }

  /// Sets an adverse fact to its worst, or takes a mitigating one away; tells what.
  mutating func worsen(using generator: inout SeededGenerator) -> String {
    var choices: [(words: String, apply: (inout SampleTable) -> Void)] = []
    for (domain, count) in [(0, 1), (1, parties), (2, reports)] {
      for object in 0..<count {
        for term in sample.vocabulary.domains[domain].terms {
          guard let value = worst(term, sample.fact(domain, object, term.name)) else { continue }
          choices.append(
            (
              "\(domain)[\(object)].\(term.name) = \(value)",
              { $0.set(domain, object, term.name, Fact(value, .official, words: "worst")) }
            ))
        }
      }
    }
    for report in 0..<reports {
      for party in 0..<parties {
        choices.append(("\(report) is about \(party)", { $0.relate(0, report, party, true) }))
        choices.append(
          ("\(report) exempts \(party) no more", { $0.relate(1, report, party, false) }))
      }
    }
    guard let choice = choices.randomElement(using: &generator) else { return "nothing" }
    choice.apply(&sample)
    return choice.words
  }

  private func worst(_ term: Term, _ fact: Fact) -> FactValue? {
    switch (term.type, term.polarity) {
    case (.boolean, .adverse): return .boolean(true)
    case (.boolean, .mitigating): return .boolean(false)
    case (.number, .adverse): return exactly(100)
    case (.number, .mitigating): return exactly(0)
    case (.date, .adverse): return .date(CivilDate(dayNumber: 30_000))
    case (.word, .adverse): return codes("collection")
    case (.tree("functions"), _):
      guard case .codes(let known, let isComplete)? = fact.value else { return nil }
      return .codes(known + ["police"], isComplete: isComplete)
    default: return nil
    }
  }

  /// Makes a fact, a relation or the end of a set unknown; tells what.
  mutating func forget(using generator: inout SeededGenerator) -> String {
    switch Int.random(in: 0...5, using: &generator) {
    case 0:
      let collection = Int.random(in: 0..<3, using: &generator)
      sample.open(collection)
      return "collection \(collection) open"
    case 1 where parties > 0 && reports > 0:
      let (relation, report, party) = (
        Int.random(in: 0..<2, using: &generator), Int.random(in: 0..<reports, using: &generator),
        Int.random(in: 0..<parties, using: &generator)
      )
      sample.relate(relation, report, party, nil)
      return "relation \(relation) \(report) \(party)"
    default:
      let domain = reports > 0 && parties > 0 ? Int.random(in: 0...2, using: &generator) : 0
      let count = [1, parties, reports][domain]
      let object = Int.random(in: 0..<count, using: &generator)
      let terms = sample.vocabulary.domains[domain].terms
      let term = terms[Int.random(in: terms.indices, using: &generator)]
      sample.set(domain, object, term.name, Fact.unknown("forgotten"))
      return "\(domain)[\(object)].\(term.name)"
    }
  }

  /// One of the worlds that the table leaves possible: everything known, by verified facts, and
  /// every set closed.
  func completed(using generator: inout SeededGenerator) -> SampleTable {
    var world = sample
    let (known, members) = (world.facts[1].count, world.members)
    for _ in 0..<Int.random(in: 0...2, using: &generator)
    where members[0].isOpen || members[1].isOpen {
      let party = world.endUser()
      for collection in 0..<2
      where !members[collection].isOpen || Int.random(in: 0..<3, using: &generator) == 0 {
        world.members[collection] = Membership(
          members: world.members[collection].members.filter { $0 != party }, isOpen: false)
      }
    }
    if members[2].isOpen, Bool.random(using: &generator) { world.report([]) }
    for collection in 0..<3 {
      world.members[collection] = Membership(
        members: world.members[collection].members, isOpen: false)
    }
    for (domain, objects) in world.facts.enumerated() {
      for object in objects.indices {
        for term in world.vocabulary.domains[domain].terms {
          let fact = world.fact(domain, object, term.name)
          let value = RandomTable.completed(fact.value, term, using: &generator)
          world.set(domain, object, term.name, Fact(value, .verified, words: "completed"))
        }
      }
    }
    for relation in 0..<2 {
      for report in world.facts[2].indices {
        for party in world.facts[1].indices {
          let fact = world.related["\(relation) \(report) \(party)"]
          guard fact?.value == nil || party >= known else { continue }
          world.relate(relation, report, party, Bool.random(using: &generator))
        }
      }
    }
    return world
  }

  private static func completed(
    _ value: FactValue?, _ term: Term, using generator: inout SeededGenerator
  ) -> FactValue {
    guard let value else {
      var fresh: FactValue?
      while fresh == nil { fresh = RandomTable.value(of: term, using: &generator) }
      return completed(fresh, term, using: &generator)
    }
    switch (value, term.type) {
    case (.number(let interval), _):
      let low = interval.low?.wholePart ?? min(0, interval.high?.wholePart ?? 0)
      let high = interval.high?.wholePart ?? low + 60
      return exactly(Int.random(in: low...max(low, high), using: &generator))
    case (.codes(var codes, let isComplete), .tree(let name)):
      let nodes = (name == "places" ? Sample.places : Sample.functions).nodes
      codes = codes.map { code in
        // Down to what has nothing below it.
        var code = code
        while let below = nodes.filter({ $0.parent == code }).randomElement(using: &generator) {
          code = below.code
        }
        return code
      }
      if !isComplete, Bool.random(using: &generator) {
        codes.append(name == "places" ? "CN-6501" : "police")
      }
      return .codes(codes, isComplete: true)
    default: return value
    }
  }
}
