import Facts
import Formats
import Taxonomy

/// Another test in the place of one, with what it does in words.
struct TestVariation {
  let kind: MutationKind
  let test: Atom.Test
  /// What follows the quoted text: "widened to `public-authority`".
  let verb: String
  /// Why it says the same of every value.
  var equivalence: String?
  /// What no example gives where none tells the two tests apart.
  var unshown: String?
}

extension MutationGenerator {
  /// The tests that differ from that of an atom by one code, one word or one step.
  func variations(of atom: Atom) -> [TestVariation] {
    switch atom.test {
    case .truth, .stated, .relation: return []
    case .within(let name, let codes):
      guard let tree = vocabulary.trees[name] else { return [] }
      return CodeVariations(
        name: name, tree: tree, codes: codes, fact: fact(atom), shown: shown(atom)
      ).all
    case .equals(let words):
      guard case .word(let known) = vocabulary.domains[atom.domain].terms[atom.term].type else {
        return []
      }
      return wordVariations(words, known, fact(atom))
    case .atLeast, .atMost, .moreThan, .lessThan:
      guard case .number(let unit) = vocabulary.domains[atom.domain].terms[atom.term].type else {
        return []
      }
      return BoundVariations(unit: unit, isWhole: false, fact: fact(atom)).all(atom.test)
    case .before, .after, .lessAgo, .moreAgo: return timeVariations(atom.test, fact(atom))
    }
  }

  /// The bounds that differ from that of a count or a sum by one step.
  func variations(of aggregate: Aggregate) -> [TestVariation] {
    switch aggregate.measure {
    case .count:
      return BoundVariations(unit: "", isWhole: true, fact: "a count").all(aggregate.test)
    case .sum(let term):
      guard case .number(let unit) = vocabulary.domains[aggregate.binding.domain].terms[term].type
      else { return [] }
      return BoundVariations(unit: unit, isWhole: false, fact: "a sum").all(aggregate.test)
    }
  }

  /// The fact as an example states it: `E.function`.
  private func fact(_ atom: Atom) -> String {
    let term = vocabulary.domains[atom.domain].terms[atom.term].name
    if atom.subject < 0 { return "`order.\(term)`" }
    guard atom.subject < rule.bindings.count else { return "`\(term)`" }
    return "`\(rule.bindings[atom.subject].variable).\(term)`"
  }

  /// The codes that examples of the rule state for the fact.
  private func shown(_ atom: Atom) -> [[String]] {
    rule.examples.flatMap { example in
      example.given.compactMap { given in
        guard given.second == nil, given.subject == atom.subject, given.domain == atom.domain,
          given.term == atom.term, case .codes(let codes, _) = given.value
        else { return nil }
        return codes
      }
    }
  }

  private func wordVariations(
    _ words: [String], _ known: [String], _ fact: String
  ) -> [TestVariation] {
    var variations: [TestVariation] = []
    if let added = next(after: words, in: known) {
      variations.append(
        TestVariation(
          kind: .widen, test: .equals(words + [added]), verb: "widened by `\(added)`",
          unshown: "no example gives \(fact) as `\(added)`"))
    }
    guard words.count > 1 else { return variations }
    for word in words {
      variations.append(
        TestVariation(
          kind: .narrow, test: .equals(words.filter { $0 != word }),
          verb: "narrowed to leave out `\(word)`",
          equivalence: words.filter { $0 == word }.count > 1 ? "`\(word)` stands twice" : nil,
          unshown: "no example gives \(fact) as `\(word)` alone"))
    }
    return variations
  }

  /// The first word after the first of a list that is not in the list, going round.
  private func next(after words: [String], in known: [String]) -> String? {
    guard let first = words.first, let start = known.firstIndex(of: first) else { return nil }
    return (known[start...] + known[..<start]).first { !words.contains($0) }
  }

  private func timeVariations(_ test: Atom.Test, _ fact: String) -> [TestVariation] {
    func shifted(_ test: Atom.Test, _ words: String, _ day: String) -> TestVariation {
      TestVariation(
        kind: .shift, test: test, verb: "shifted to `\(words)`",
        unshown: "no example gives \(fact) as \(day)")
    }
    switch test {
    case .before(let date):
      let (earlier, later) = (date.adding(days: -1), date.adding(days: 1))
      return [
        shifted(.before(earlier), "before \(earlier)", "\(earlier)"),
        shifted(.before(later), "before \(later)", "\(date)"),
      ]
    case .after(let date):
      let (earlier, later) = (date.adding(days: -1), date.adding(days: 1))
      return [
        shifted(.after(earlier), "after \(earlier)", "\(date)"),
        shifted(.after(later), "after \(later)", "\(later)"),
      ]
    case .lessAgo(let span):
      return neighbours(span).map {
        shifted(
          .lessAgo($0), "less than \($0.words) ago", "a day from \($0.words) to \(span.words) ago")
      }
    case .moreAgo(let span):
      return neighbours(span).map {
        shifted(
          .moreAgo($0), "more than \($0.words) ago", "a day from \($0.words) to \(span.words) ago")
      }
    default: return []
    }
  }

  private func neighbours(_ span: Span) -> [Span] {
    [span.count - 1, span.count + 1].filter { $0 > 0 }.map { Span($0, span.unit) }
  }
}
