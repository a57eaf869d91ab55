import Facts
import Formats
import Policy

/// What decides how a rule comes out, as text: rules with the same text come out the same.
enum RuleText {
  static func meaning(of rule: Rule, _ vocabulary: Vocabulary) -> String {
    var parts = [rule.effect?.name ?? "note"]
    parts += rule.intervals.map {
      "in force \($0.from?.description ?? "") \($0.until?.description ?? "") "
        + ($0.confirmation ?? "")
    }
    parts += rule.bindings.map {
      "\($0.isEvery ? "every" : "any") \(vocabulary.collections[$0.collection].phrase)"
    }
    parts += rule.clauses.map { text($0.condition, vocabulary) }
    if let exception = rule.exception {
      parts.append("unless " + text(exception, vocabulary))
      parts.append("until \(rule.exceptionUntil?.description ?? "")")
    }
    return parts.joined(separator: "\n")
  }

  private static func text(_ condition: Condition, _ vocabulary: Vocabulary) -> String {
    switch condition {
    case .all(let parts):
      return "(and " + parts.map { text($0, vocabulary) }.joined(separator: " ") + ")"
    case .any(let parts):
      return "(or " + parts.map { text($0, vocabulary) }.joined(separator: " ") + ")"
    case .negation(let inner): return "(not \(text(inner, vocabulary)))"
    case .atom(let atom):
      if case .relation(let relation, let second) = atom.test {
        return "\(atom.subject) \(vocabulary.relations[relation].phrase) \(second)"
      }
      let term = vocabulary.domains[atom.domain].terms[atom.term]
      return "\(atom.subject).\(term.name)\(atom.test.words) \(atom.polarity) \(term.type)"
    case .aggregate(let aggregate):
      let inner = aggregate.condition.map { text($0, vocabulary) } ?? ""
      var measure = "count"
      if case .sum(let term) = aggregate.measure {
        measure = "sum " + vocabulary.domains[aggregate.binding.domain].terms[term].name
      }
      let phrase = vocabulary.collections[aggregate.binding.collection].phrase
      return "(\(measure) \(phrase) \(inner)\(aggregate.test.words))"
    }
  }
}
