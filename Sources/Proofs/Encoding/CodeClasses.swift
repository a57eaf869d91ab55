import Facts
import Taxonomy

/// The codes or words of a term, gathered by what the rules can tell of them.
///
/// Two codes that lie within the same mentioned codes, and above the same ones, are alike to every
/// rule. A set of codes is then a set of classes, without any loss.
struct CodeClasses: Sendable {
  struct Class: Sendable {
    /// Indices of mentioned codes within which the code lies.
    let inside: Set<Int>
    /// Indices of mentioned codes that lie below it: whether it is within them is not known.
    let below: Set<Int>
    /// One code of the class: a mentioned one where there is one.
    let representative: String
  }

  let mentioned: [String]
  let classes: [Class]
  /// Classes that leave nothing open; a fact that is fully known has only such codes.
  let settled: [Int]
  private let index: [String: Int]
  private let classOfCode: [String: Int]

  init(tree: CodeTree, mentioned: [String]) {
    self.init(mentioned: mentioned, codes: tree.nodes.map(\.code)) { code in
      var inside: Set<Int> = []
      var below: Set<Int> = []
      for (place, target) in mentioned.enumerated() {
        switch tree.containment(of: code, in: target) {
        case .inside: inside.insert(place)
        case .undetermined: below.insert(place)
        case .outside: break
        }
      }
      return (inside, below)
    }
  }

  init(words: [String], mentioned: [String]) {
    self.init(mentioned: mentioned, codes: words) { word in
      (Set(mentioned.indices.filter { mentioned[$0] == word }), [])
    }
  }

  private init(
    mentioned: [String], codes: [String], signature: (String) -> (Set<Int>, Set<Int>)
  ) {
    self.mentioned = mentioned
    let places = Dictionary(
      mentioned.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
    index = places
    var classes: [Class] = []
    var known: [[Set<Int>]: Int] = [:]
    var classOfCode: [String: Int] = [:]
    for code in codes.filter({ places[$0] != nil }) + codes.filter({ places[$0] == nil }) {
      let (inside, below) = signature(code)
      let place = known[[inside, below]] ?? classes.count
      if place == classes.count {
        known[[inside, below]] = place
        classes.append(Class(inside: inside, below: below, representative: code))
      }
      classOfCode[code] = place
    }
    self.classes = classes
    self.classOfCode = classOfCode
    settled = classes.indices.filter { classes[$0].below.isEmpty }
  }

  /// Nil for a code that the term cannot have.
  func place(of code: String) -> Int? { classOfCode[code] }

  /// Classes whose codes lie within one of the asked codes.
  func within(_ asked: [String]) -> [Int] {
    let targets = Set(asked.compactMap { index[$0] })
    return classes.indices.filter { !classes[$0].inside.isDisjoint(with: targets) }
  }

  /// Classes whose codes lie within one of the asked codes, or might.
  func touching(_ asked: [String]) -> [Int] {
    let targets = Set(asked.compactMap { index[$0] })
    return classes.indices.filter {
      !classes[$0].inside.isDisjoint(with: targets) || !classes[$0].below.isDisjoint(with: targets)
    }
  }

  /// The settled classes to which a code of a class can turn out to belong.
  func refinements(of place: Int) -> [Int] {
    let known = classes[place]
    if known.below.isEmpty { return [place] }
    return settled.filter { other in
      classes[other].inside == known.inside
        || !classes[other].inside.isDisjoint(with: known.below)
    }
  }
}
