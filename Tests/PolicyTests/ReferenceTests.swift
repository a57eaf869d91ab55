import Facts
import Formats
import Foundation
import Testing

@testable import Policy

@Suite("The reference says what the program does")
struct ReferenceTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Every source of the program; other modules than this one tell of policies too.
  private func sources() throws -> [(name: String, text: String)] {
    let folder = ReferenceTests.root + "/Sources"
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.sorted().filter { $0.hasSuffix(".swift") }.map {
      ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
    }
  }

  @Test func everyDiagnosticStandsInItsTableAndIsUsed() throws {
    var used: Set<String> = []
    for (name, text) in try sources() where !name.hasPrefix("Policy/Reference/") {
      used.formUnion(text.matches(of: /"(POL[0-9]{3})"/).map { String($0.output.1) })
    }
    let rows = DiagnosticTable.groups.flatMap(\.rows)
    #expect(used.count > 90)
    #expect(used.subtracting(rows.map(\.id)).sorted() == [])
    #expect(Set(rows.map(\.id)).subtracting(used).sorted() == [])
    #expect(Set(rows.map(\.id)).count == rows.count)
    #expect(rows.allSatisfy { !$0.cause.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func itsExampleIsAPolicyWhoseExamplesHold() throws {
    let (syntax, faults) = Parser.parse(PolicyMeaning.example, file: "example")
    #expect(faults.map(\.message) == [])
    #expect(syntax.rules.count == 1 && syntax.guarantees.count == 1)
    let formatted = try PolicyFormatter.format(Array(PolicyMeaning.example.utf8), file: "example")
    #expect(formatted == PolicyMeaning.example + "\n" || formatted.contains("   and E.function"))
  }

  @Test func itHoldsEveryTermSetRelationAndChapter() {
    let text = PolicyReference(Sample.vocabulary).markdown
    for domain in Sample.vocabulary.domains {
      for term in domain.terms { #expect(text.contains("| `\(term.name)` |"), "\(term.name)") }
    }
    for set in Sample.vocabulary.collections { #expect(text.contains("| `\(set.phrase)` |")) }
    for relation in Sample.vocabulary.relations { #expect(text.contains("`\(relation.phrase)`")) }
    for outcome in Outcome.allCases { #expect(text.contains("`\(outcome.name)`"), "\(outcome)") }
    for limit in [PolicyLimits.fileBytes, PolicyLimits.rules, PolicyLimits.facts] {
      #expect(text.contains("| \(limit) |"))
    }
    #expect(text.contains(PolicyGrammar.text))
  }

  @Test func declaredTermsNameTheirFileAndField() throws {
    let declaration = """
      term order.sales-channel
        type     one of direct, distributor
        field    "x.salesChannel"
        polarity neutral
        meaning  "How the order came in"

      rule r
        title "R" lane rights basis law.1
        when order.sales-channel is direct
        then hold
        because "It applies."

      """
    let policies = try Sample.load(Sample.frame + declaration)
    #expect(policies.headings.map(\.terms) == [["order.sales-channel"]])
    let reference = VocabularyReference(
      policies.vocabulary, declaredIn: ["order.sales-channel": "Policies/sample.policy"])
    #expect(
      reference.text.contains(
        "declared for the order's own field `x.salesChannel` in Policies/sample.policy"))
    let term = reference.json["domains"]?.array?.first?["terms"]?.array?.last
    #expect(term?["field"]?.string == "x.salesChannel")
    #expect(term?["file"]?.string == "Policies/sample.policy")
  }
}
