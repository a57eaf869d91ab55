public import Formats
public import Taxonomy

/// Reads the terms that a company declares for fields of its own orders from those orders.
///
/// Built once for the terms of one domain; reading an order then allocates little more than its
/// facts. A field that is absent, null or blank is unknown, and so is one of another type than its
/// term, which is an error in data and is told as a fault. An empty list says that there is none,
/// where its term can hold several.
public struct DeclaredFacts: Sendable {
  /// A value that its term cannot have.
  public struct Fault: Sendable, Hashable {
    /// `FCT001` wrong type, `FCT002` unknown word, `FCT003` unknown code, `FCT004` no exact
    /// number, `FCT005` no day, `FCT006` no path.
    public let id: String
    /// Index among the terms that are read.
    public let term: Int
    public let message: String
    public let remedy: String
  }

  /// The terms that are read: those of the given ones that name a field, in their order.
  public let terms: [Term]
  let fields: [DeclaredField]
  /// Nil where the fields cannot be read in one pass.
  let tree: DeclaredFieldTree?

  /// Takes the terms of one domain; those of the dossier, which name no field, are passed over.
  public init(_ terms: [Term], trees: [String: CodeTree]) {
    self.terms = terms.filter { $0.field != nil }
    var known: [String: DeclaredWords] = [:]
    var fields: [DeclaredField] = []
    for term in self.terms {
      if case .tree(let name) = term.type, known[name] == nil {
        known[name] = DeclaredWords((trees[name]?.nodes ?? []).map { ($0.code, $0.name) })
      }
      fields.append(DeclaredField(term) { known[$0] ?? DeclaredWords([]) })
    }
    self.fields = fields
    tree = DeclaredFacts.tree(of: fields)
  }

  private static func tree(of fields: [DeclaredField]) -> DeclaredFieldTree? {
    var paths: [(term: Int, steps: ArraySlice<String>)] = []
    for (term, field) in fields.enumerated() {
      var names: [String] = []
      for step in field.path?.steps ?? [] {
        guard case .member(let name) = step else { return nil }
        names.append(name)
      }
      paths.append((term, names[...]))
    }
    return DeclaredFieldTree(paths)
  }

  public var isEmpty: Bool { terms.isEmpty }

  /// The path of a term; nil where its text is no path.
  public func path(of term: Int) -> JSONPath? { fields[term].path }

  /// One fact for each term, of an order, a party or a line as its document has it.
  public func read(_ object: JSON) -> [Fact] {
    var facts: [Fact] = []
    facts.reserveCapacity(fields.count)
    var faults: [Fault] = []
    read(object, into: &facts, faults: &faults)
    return facts
  }

  /// Appends one fact for each term, and a fault for each value that its term cannot have.
  public func read(_ object: JSON, into facts: inout [Fact], faults: inout [Fault]) {
    let members = object.members ?? []
    // Orders of one system name their fields in one order, so the next is looked for first.
    var cursor = 0
    for (index, field) in fields.enumerated() {
      let value: JSON?
      if let key = field.key {
        value = DeclaredFacts.member(key, of: members, from: &cursor)
      } else {
        value = field.path?.value(in: object)
      }
      guard let value else {
        facts.append(field.path == nil ? noPath(index, &faults) : DeclaredFacts.notStated)
        continue
      }
      switch field.read(value) {
      case .fact(let fact): facts.append(fact)
      case .notStated: facts.append(DeclaredFacts.notStated)
      case .wrong(let id, let found):
        let fault = Fault(
          id: id, term: index, message: "expected \(field.expected), found \(found)",
          remedy: "correct the field; until then nothing is known from it")
        faults.append(fault)
        facts.append(.unknown(fault.message))
      }
    }
  }

  /// The fact that a single value gives for one of the terms; nil where it does not fit or says
  /// nothing.
  public func read(_ value: JSON, as term: Int) -> Fact? {
    if case .fact(let fact) = fields[term].read(value) { fact } else { nil }
  }

  /// What an absent field says.
  public static let notStated = Fact.unknown("the order does not say")

  private func noPath(_ index: Int, _ faults: inout [Fault]) -> Fact {
    faults.append(
      Fault(
        id: "FCT006", term: index, message: "the text is no path of a field",
        remedy: "correct the declaration of `\(terms[index].name)`"))
    return .unknown("the path of its field cannot be read")
  }

  private static func member(
    _ key: String, of members: [JSON.Member], from cursor: inout Int
  ) -> JSON? {
    for step in 0..<members.count {
      var index = cursor + step
      if index >= members.count { index -= members.count }
      if members[index].key.hasExactly(key) {
        cursor = index + 1 == members.count ? 0 : index + 1
        return members[index].value
      }
    }
    return nil
  }
}
