import Evidence
import Facts
import Formats
import Names
import Taxonomy
import Trade

/// What end-use statements of one party say for the goods of the order.
struct StatedUse {
  let missing: Fact
  let expired: Fact
  let words: String
}

extension DossierAssembly {
  /// How one line of the order stands.
  private enum Cover: Int {
    /// A verified statement that holds.
    case covered
    /// One that nobody verified, or of a body that may be this one.
    case open
    case expired
    case missing
  }

  mutating func statedUse(of party: PartyReading) -> StatedUse {
    guard party.roles.contains(.endUser) else {
      let none = Fact.boolean(false, .computed, words: "it is no end user")
      return StatedUse(missing: none, expired: none, words: none.words)
    }
    guard corpus.distributors.hasStatements else {
      let none = Fact.unknown("the corpus holds no end-use statements")
      return StatedUse(missing: none, expired: none, words: none.words)
    }
    let known = corpus.distributors.statements.compactMap { stated -> (EndUseStatement, Bool)? in
      guard stated.statement.issued <= asOf else { return nil }
      switch knowledge.names.compare(party.profile, stated.profile).verdict {
      case .same: return (stated.statement, true)
      case .possible: return (stated.statement, false)
      case .different: return nil
      }
    }
    let covers = lines.map { cover(of: $0, known) }
    let lacks = [(Cover.missing, "none for"), (.expired, "an expired one for")].compactMap {
      cover, words in
      let numbers = zip(lines, covers).filter { $0.1 == cover }.map { $0.0.line.number }
      return numbers.isEmpty ? nil : "\(words) line \(numbers.joined(separator: ", "))"
    }
    let evidence = known.prefix(6).map { statementEvidence($0.0) }
    let words =
      (lacks
      + (known.isEmpty
        ? ["no statement of \(party.name) is on record"]
        : known.prefix(6).map { Self.words($0.0, isSame: $0.1) }))
      .joined(separator: "; ")
    return StatedUse(
      missing: fact(covers.contains(.missing), covers, evidence, words),
      expired: fact(covers.contains(.expired), covers, evidence, words), words: words)
  }

  private func fact(_ isSo: Bool, _ covers: [Cover], _ evidence: [Int], _ words: String) -> Fact {
    if isSo { return .boolean(true, .computed, evidence: evidence, words: words) }
    if covers.contains(.open) { return .unknown(words, evidence: evidence) }
    return .boolean(false, .verified, evidence: evidence, words: words)
  }

  private func cover(of line: LineReading, _ known: [(EndUseStatement, Bool)]) -> Cover {
    let tree = knowledge.taxonomy.products
    let fitting = known.filter { statement, _ in
      line.families.contains { tree.isWithin($0, statement.product) }
    }
    let current = fitting.filter { $0.0.holds(on: asOf) }
    let isCovered = line.families.allSatisfy { family in
      current.contains { statement, isSame in
        isSame && statement.verifiedBy != nil && tree.isWithin(family, statement.product)
      }
    }
    // What the goods are is not known, so neither is whether a statement is about them.
    if line.families.isEmpty { return known.isEmpty ? .missing : .open }
    if isCovered { return .covered }
    if !current.isEmpty { return .open }
    return fitting.contains(where: \.1) ? .expired : fitting.isEmpty ? .missing : .open
  }

  private static func words(_ statement: EndUseStatement, isSame: Bool) -> String {
    (isSame ? "" : "of a body that may be this one: ")
      + "\(statement.product), signed by \(statement.signedBy) on \(statement.issued), holds until "
      + "\(statement.expires), "
      + (statement.verifiedBy.map { "verified by \($0)" } ?? "verified by nobody")
  }

  private mutating func statementEvidence(_ statement: EndUseStatement) -> Int {
    shelf.place(
      EvidenceRecord(
        kind: statement.verifiedBy == nil ? .customerStatement : .register,
        title: "End-use statement of \(statement.party.joined(separator: " / "))",
        publisher: statement.signedBy, publishedOn: statement.issued.description,
        locator: statement.place, statement: Self.words(statement, isSame: true) + "."))
  }
}
