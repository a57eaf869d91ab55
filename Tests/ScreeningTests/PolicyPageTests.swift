import Formats
import Foundation
import Memos
import Policy
import Testing

@Suite("The bundled policies as counsel reads them")
struct PolicyPageTests {
  @Test func thePageHoldsEveryRuleWithItsCitations() throws {
    let policies = try #require(Bundle.policies)
    let registry = try #require(Bundle.registry)
    let page = PolicyPage(policies, registry).html
    for rule in policies.rules {
      #expect(page.contains("<article id=\"rule-\(rule.name)\">"), "\(rule.name)")
      #expect(page.contains("<a href=\"#rule-\(rule.name)\">"), "\(rule.name)")
    }
    for list in policies.lists { #expect(page.contains("id=\"list-\(list.code)\"")) }
    #expect(page.contains(policies.digest))
    #expect(!page.contains("<script") && !page.contains("http"))
    let basis = try #require(policies.rules.first?.bases.first)
    #expect(page.contains("\(basis): "))
    let file = try #require(policies.rules.first?.file)
    let chapter = try #require(policies.headings.firstIndex { $0.file == file }) + 1
    #expect(page.contains("<span class=\"n\">\(chapter).1.1</span>"))
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: #/href="#([^"]*)"/#) {
      #expect(ids.contains(String(link.output.1)), "\(link.output.1)")
    }
    for element in ["article", "section", "dl", "dt", "dd", "ol", "ul", "li", "span", "p", "a"] {
      let opened = page.matches(of: try Regex("<\(element)[ >]")).count
      #expect(opened == page.components(separatedBy: "</\(element)>").count - 1, "\(element)")
    }
  }

  @Test func onePageHoldsTheChosenRulesUnderTheirNumbers() throws {
    let policies = try #require(Bundle.policies)
    let registry = try #require(Bundle.registry)
    let rule = try #require(policies.rules.last)
    let page = PolicyPage(policies, registry, only: [rule.name]).html
    #expect(page.components(separatedBy: "<article").count == 2)
    let whole = PolicyPage(policies, registry).html
    let heading = try #require(page.firstMatch(of: #/<h3>[^<]*</h3>/#)).output
    #expect(whole.contains(heading))
  }

  /// A warning that stands for ever is read by nobody.
  @Test func nothingOfThemIsWithoutEffectOrOver() throws {
    let policies = try #require(Bundle.policies)
    let day = try #require(CivilDate("2026-11-22"))
    let told = PolicyReview(policies, asOf: day).diagnostics
    #expect(told.filter { $0.severity != .note }.map(\.line) == [])
    #expect(told.allSatisfy { $0.id == "POL116" })
  }
}
