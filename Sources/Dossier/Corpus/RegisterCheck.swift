import Evidence
import Facts
import Formats
import Taxonomy

/// Holds the register against what can be asked: a fact, place or code that nobody knows would be
/// read without complaint and never count.
struct RegisterCheck {
  let knowledge: Knowledge
  let folder: String

  func check(_ register: Register) throws(Diagnostic) {
    for fact in register.facts { try check(fact) }
    for investigation in register.investigations {
      let name = "investigations.ndjson"
      let tree = knowledge.taxonomy
      if let place = investigation.place { try code(place, tree.places, "place", name) }
      for function in investigation.functions {
        try code(function, tree.functions, "function", name)
      }
      for product in investigation.products {
        try code(product, tree.products, "product family", name)
      }
    }
    for entry in register.residents {
      if let place = entry.place {
        try code(place, knowledge.taxonomy.places, "place", "residents.ndjson")
      }
    }
  }

  private func check(_ fact: Register.VerifiedFact) throws(Diagnostic) {
    let terms =
      knowledge.vocabulary.domains[ScreeningVocabulary.Domain.party.rawValue].terms
      + knowledge.vocabulary.domains[ScreeningVocabulary.Domain.order.rawValue].terms
      + knowledge.vocabulary.domains[ScreeningVocabulary.Domain.line.rawValue].terms
    guard let term = terms.first(where: { $0.name == fact.fact }) else {
      throw fault(
        "CRP030", "there is no term `\(fact.fact)`",
        nearest(fact.fact, terms.map(\.name)) ?? "use a term of the vocabulary", "facts.ndjson",
        fact.line)
    }
    let codes = KnownAnswer.codes(of: fact.value)
    switch term.type {
    case .boolean where KnownAnswer.flag(of: fact.value) == nil:
      throw fault(
        "CRP031", "the value `\(fact.value)` of `\(fact.fact)` is neither yes nor no",
        "write yes or no", "facts.ndjson", fact.line)
    case .number where Decimal(fact.value) == nil:
      throw fault(
        "CRP033", "the value `\(fact.value)` of `\(fact.fact)` is no number",
        "write a number, such as 8000", "facts.ndjson", fact.line)
    case .tree(let name):
      guard let tree = knowledge.vocabulary.trees[name] else { return }
      for each in codes { try code(each, tree, name, "facts.ndjson", fact.line) }
    default: return
    }
  }

  private func code(
    _ code: String, _ tree: CodeTree, _ what: String, _ file: String, _ line: Int? = nil
  ) throws(Diagnostic) {
    guard !tree.contains(code) else { return }
    throw fault(
      "CRP032", "there is no \(what) `\(code)`",
      nearest(code, tree.nodes.map(\.code)) ?? "use a code of the Data folder", file, line)
  }

  private func nearest(_ word: String, _ candidates: [String]) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    return nearestWord(to: word, among: candidates).map { "did you mean `\($0)`?" }
  }

  private func fault(
    _ id: String, _ message: String, _ remedy: String, _ file: String, _ line: Int?
  ) -> Diagnostic {
    Diagnostic(
      id, message, remedy: remedy, file: folder + "/" + file,
      position: line.map { SourcePosition(line: $0, column: 1) })
  }
}
