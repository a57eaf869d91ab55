import Dossier
import Facts
import Formats
import Policy
import Testing
import Trade

@testable import Screening

@Suite("What proofs assume of every dossier holds of the dossiers of all cases")
struct DossierAxiomTests {
  static let cases = ["cases", "variants"].flatMap { folder in
    FileReader.names(in: "\(Bundle.root)/Tests/Fixtures/\(folder)").map { (folder, $0) }
  }

  @Test(arguments: cases)
  func theAxiomsHold(folder: String, id: String) throws {
    let knowledge = try #require(Bundle.knowledge)
    let path = "\(Bundle.root)/Tests/Fixtures/\(folder)/\(id)"
    for file in FileReader.names(in: path) where file.hasSuffix(".json") {
      let decoded = OrderDecoder.decode(
        try FileReader.bytes(of: path + "/" + file), file: file,
        knownCountries: knowledge.countries)
      guard case .order(let order, _)? = decoded.first?.result, let day = order.asOf?.date else {
        continue
      }
      let screener = try Screener(
        knowledge: knowledge, policies: try #require(Bundle.policies),
        corpus: try Corpus(folder: path + "/corpus", knowledge: knowledge), asOf: day,
        bundledDigest: "test")
      let table = Dossier(order, screener.inputs, notices: []).table
      check(table, knowledge.vocabulary, "\(folder)/\(id)")
    }
  }

  private func check(_ table: FactTable, _ vocabulary: Vocabulary, _ comment: Comment) {
    for (index, collection) in vocabulary.collections.enumerated() {
      let membership = table.memberships[index]
      for wider in collection.isPartOf {
        #expect(
          membership.members.allSatisfy { table.memberships[wider].members.contains($0) },
          "\(comment): \(collection.phrase)")
      }
      for wider in collection.opens where membership.isOpen {
        #expect(table.memberships[wider].isOpen, "\(comment): \(collection.phrase)")
      }
    }
    for axiom in vocabulary.axioms {
      #expect(holds(axiom, of: table, vocabulary), "\(comment): \(axiom)")
    }
  }

  private func holds(_ axiom: Axiom, of table: FactTable, _ vocabulary: Vocabulary) -> Bool {
    let order = table.objects[Vocabulary.orderDomain][0]
    switch axiom {
    case .isKnown(let domain, let term):
      return table.objects[domain].allSatisfy { $0.facts[term].value != nil }
    case .closes(let term, let collections):
      return order.facts[term].value != .boolean(true)
        || collections.allSatisfy { !table.memberships[$0].isOpen }
    case .opens(let term, let collections):
      return order.facts[term].value != .boolean(false)
        || collections.allSatisfy { table.memberships[$0].isOpen }
    case .members(let collection, let term, let words):
      let domain = vocabulary.collections[collection].domain
      return table.memberships[collection].members.allSatisfy { member in
        let fact = table.objects[domain][member].facts[term]
        guard case .codes(let known, _)? = fact.value else { return false }
        return known.contains { words.contains($0) }
      }
    }
  }
}
