public import Facts
public import Formats
public import Trade

/// The terms that a company declares for fields of its own orders, ready to be read.
public struct DeclaredTerms: Sendable {
  let order: DeclaredFacts
  let party: DeclaredFacts
  let line: DeclaredFacts

  /// Takes the terms of a vocabulary that name a field.
  public init(_ vocabulary: Vocabulary) {
    func facts(_ domain: ScreeningVocabulary.Domain) -> DeclaredFacts {
      DeclaredFacts(vocabulary.domains[domain.rawValue].terms, trees: vocabulary.trees)
    }
    order = facts(.order)
    party = facts(.party)
    line = facts(.line)
  }

  var isEmpty: Bool { order.isEmpty && party.isEmpty && line.isEmpty }

  /// A decoder's warnings without those about fields that are declared: they are understood.
  ///
  /// Where only some members of an unknown object are declared, the warning names the others.
  public func warnings(_ warnings: [Diagnostic], of order: Order) -> [Diagnostic] {
    guard !isEmpty, warnings.contains(where: { $0.id == Order.unknownFieldID }) else {
      return warnings
    }
    let places = places(in: order)
    return warnings.flatMap { warning in
      guard warning.id == Order.unknownFieldID, let path = warning.path else { return [warning] }
      if places.contains(where: { $0.description == path }) { return [] }
      guard let field = order.unknownFields.first(where: { $0.path == path }),
        let value = try? JSONReader.read(Array(field.text.utf8))
      else { return [warning] }
      let rest = DeclaredTerms.undeclared(value, at: field.place, places)
      if rest == [field.place] { return [warning] }
      return rest.map { place in
        Diagnostic(
          warning.id, "unknown field is kept but not understood", severity: warning.severity,
          remedy: "remove it, or declare a term for it", file: warning.file,
          position: warning.position, path: place.description)
      }
    }
  }

  /// Where the declared fields of an order stand, from its root.
  private func places(in order: Order) -> [FieldPath] {
    func places(_ facts: DeclaredFacts, below steps: [FieldPath.Step]) -> [FieldPath] {
      facts.terms.indices.compactMap { facts.path(of: $0) }.map { path in
        FieldPath(
          steps
            + path.steps.map { step in
              switch step {
              case .member(let name): .member(name)
              case .element(let index): .element(index)
              }
            })
      }
    }
    func elements(_ facts: DeclaredFacts, of name: String, _ count: Int) -> [FieldPath] {
      (0..<count).flatMap { places(facts, below: [.member(name), .element($0)]) }
    }
    return places(self.order, below: []) + elements(party, of: "parties", order.parties.count)
      + elements(line, of: "lines", order.lines.count)
  }

  /// The outermost places within a value that no declared place covers.
  private static func undeclared(
    _ value: JSON, at place: FieldPath, _ declared: [FieldPath]
  ) -> [FieldPath] {
    if declared.contains(place) { return [] }
    guard declared.contains(where: { $0.steps.starts(with: place.steps) }) else { return [place] }
    let inner: [(FieldPath.Step, JSON)] =
      switch value.value {
      case .object(let members): members.map { (.member($0.key), $0.value) }
      case .array(let elements): elements.enumerated().map { (.element($0), $1) }
      default: []
      }
    // A field that should hold others and does not is told as it stands.
    guard !inner.isEmpty else { return [place] }
    return inner.flatMap { undeclared($1, at: place.appending($0), declared) }
  }
}
