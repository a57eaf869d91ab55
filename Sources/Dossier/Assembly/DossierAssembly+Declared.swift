import Facts
import Formats
import Taxonomy
import Trade

extension DossierAssembly {
  /// Facts of the terms that the company declares for the order's own fields.
  mutating func declaredOfOrder() -> [Fact] {
    declared(inputs.declared.order, in: document, at: "", of: "order", about: nil, names: [])
  }

  /// The same of a party; the order does not speak of one that was joined to it.
  mutating func declaredOfParty(_ index: Int) -> [Fact] {
    let terms = inputs.declared.party
    guard !terms.isEmpty else { return [] }
    let party = parties[index]
    guard party.basis == .declared, index < declaredParties.count else {
      return terms.terms.map { _ in
        .unknown("it was joined to the order, which does not speak of it")
      }
    }
    let place = declaredParties[index]
    return declared(
      terms, in: element(place, of: "parties"), at: "parties[\(place)]", of: "party",
      about: party.id, names: party.names)
  }

  /// The same of a line.
  mutating func declaredOfLine(_ index: Int) -> [Fact] {
    declared(
      inputs.declared.line, in: element(index, of: "lines"), at: "lines[\(index)]",
      of: "line", about: lines[index].line.number, names: [])
  }

  private func element(_ index: Int, of name: String) -> JSON? {
    document?[name]?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  private mutating func declared(
    _ terms: DeclaredFacts, in object: JSON?, at place: String, of domain: String,
    about id: String?, names: [String]
  ) -> [Fact] {
    guard !terms.isEmpty else { return [] }
    var facts: [Fact] = []
    var faults: [DeclaredFacts.Fault] = []
    terms.read(object ?? .null, into: &facts, faults: &faults)
    func path(_ term: Int) -> String {
      let field = terms.path(of: term)?.text ?? terms.terms[term].name
      return place.isEmpty || field.hasPrefix("[") ? place + field : place + "." + field
    }
    for fault in faults {
      notices.append(
        Diagnostic(
          fault.id, fault.message, severity: .warning, remedy: fault.remedy,
          path: path(fault.term)))
    }
    for (index, fact) in facts.enumerated() {
      if let value = fact.value {
        facts[index] = Fact(
          value, fact.basis, evidence: [orderEvidence(path(index))], words: fact.words)
      } else if fact == DeclaredFacts.notStated,
        let answered = answered(terms, index, domain, about: id, names: names)
      {
        facts[index] = answered
      }
    }
    return facts
  }

  /// What somebody answered to the question for a field that the order leaves out. An answer that
  /// nobody verified does not mitigate.
  private mutating func answered(
    _ terms: DeclaredFacts, _ index: Int, _ domain: String, about id: String?, names: [String]
  ) -> Fact? {
    let term = terms.terms[index]
    guard let answer = answers.answer(domain, term.name, about: id, names: names, as: term)
    else {
      return nil
    }
    let value: JSON =
      switch term.type {
      case .boolean: answer.flag.map(JSON.boolean) ?? .string(answer.value)
      case .tree, .word: .strings(answer.codes)
      default: .string(answer.value)
      }
    let evidence = [shelf.place(answer.evidence)]
    guard let fact = terms.read(value, as: index), let known = fact.value else {
      return .unknown("the answer does not fit: \(answer.evidence.statement)", evidence: evidence)
    }
    if term.polarity == .mitigating, !answer.isVerified {
      return .unknown("stated, not verified: \(answer.evidence.statement)", evidence: evidence)
    }
    return Fact(
      known, answer.isVerified ? .verified : .declared, evidence: evidence,
      words: answer.evidence.statement)
  }
}
