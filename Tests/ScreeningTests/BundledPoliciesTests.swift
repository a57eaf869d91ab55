import Dossier
import Evidence
import Facts
import Formats
import Policy
import Taxonomy
import Testing
import Trade
import WatchLists

@Suite("The bundled policies load, show what they do, and speak the words of their sources")
struct BundledPoliciesTests {
  private func policies() throws -> PolicySet { try #require(Bundle.policies) }

  @Test func theyLoadWithoutAWordOfComplaint() throws {
    let policies = try policies()
    #expect(policies.warnings.map(\.line) == [])
    #expect(policies.rules.count >= 60)
    #expect(policies.digest.hasPrefix("sha256:"))
  }

  @Test func everyExampleDoesWhatItSays() throws {
    let outcomes = ExampleRunner(try policies()).run()
    #expect(outcomes.count >= 200)
    #expect(
      outcomes.filter { !$0.passed }.map {
        "\($0.file):\($0.position): \($0.rule), \($0.example): \($0.expected), \($0.found)"
      } == [])
  }

  @Test func everyRuleIsShownFiringNotFiringAndAtItsBoundary() throws {
    #expect(
      ExampleRunner(try policies()).gaps().map { "\($0.rule): \($0.missing)" } == [])
  }

  @Test func everyCitationResolvesAndEveryRuleHasOne() throws {
    let registry = try #require(Bundle.registry)
    for rule in try policies().rules {
      #expect(!(rule.bases + rule.sources).isEmpty, "\(rule.name)")
      #expect(rule.bases.allSatisfy { registry.bases[$0] != nil }, "\(rule.name)")
      #expect(rule.sources.allSatisfy { registry.sources[$0] != nil }, "\(rule.name)")
      for key in rule.intervals.compactMap(\.confirmation) {
        #expect(registry.bases[key] != nil, "\(rule.name): nobody can look up `\(key)`")
      }
    }
  }

  @Test func officialListsAreRequiredOfEveryOrder() throws {
    let lists = try policies().lists
    for isDemonstration in [true, false] {
      let required = lists.filter {
        $0.isDemonstration == isDemonstration && $0.isRequired && $0.whenActor == nil
      }
      #expect(!required.isEmpty)
      #expect(required.allSatisfy { !$0.canaries.isEmpty && $0.floor > 1 && $0.maximumAgeDays > 0 })
    }
    #expect(lists.compactMap(\.whenActor) == ["EU", "UK"])
  }

  // MARK: - Words

  private func words(_ domain: String, _ term: String) throws -> [String] {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let terms = try #require(vocabulary.domains.first { $0.name == domain }).terms
    guard case .word(let words) = try #require(terms.first { $0.name == term }).type else {
      Issue.record("\(domain).\(term) is no closed list")
      return []
    }
    return words
  }

  @Test func wordsOfTheVocabularyAreThoseOfTheTypesThatFillThem() throws {
    #expect(try words("party", "role") == PartyRole.allCases.map(\.rawValue))
    #expect(try words("order", "kind") == TransactionKind.allCases.map(\.rawValue))
    #expect(try words("order", "stage") == Stage.allCases.map(\.rawValue))
    #expect(try Set(words("listing", "effect")) == Set(ListEffect.allCases.map(\.rawValue)))
    #expect(
      try Set(words("listing", "code")) == Set(ListCode.known.map(\.id) + ["other"]))
    // Every strength but `none`, in rising order.
    for strength in try words("tender", "match") {
      let known = try #require(TenderMatch.Strength(rawValue: strength), "\(strength)")
      #expect(known != .none)
    }
  }

  @Test func wordingOfNoticesIsOfTheLexicon() throws {
    let path = Bundle.root + "/Data/lexicon.tsv"
    let table = try TextTable(
      try FileReader.bytes(of: path), requiring: ["indicator"], file: path)
    let known = Set(table.rows.map { $0["indicator"] })
    let wording = try words("tender", "wording")
    #expect(wording.count > 10)
    for indicator in wording { #expect(known.contains(indicator), "\(indicator)") }
  }

  @Test func kindsOfClaimsAreThoseOfTheTable() throws {
    let path = Bundle.root + "/Data/claim-kinds.tsv"
    let table = try TextTable(
      try FileReader.bytes(of: path), requiring: ["kind", "meaning", "polarity"], file: path)
    let known = Set(table.rows.map { $0["kind"] })
    for kind in try words("report", "kind") where kind != "other" {
      #expect(known.contains(kind), "\(kind)")
    }
  }

  @Test func onlyRolesFunctionsAndPlacesOfPartiesAndGoodsHoldSeveralWords() throws {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    let several = vocabulary.domains.flatMap { domain in
      domain.terms.filter(\.holdsSeveral).map { "\(domain.name).\($0.name)" }
    }
    #expect(
      several == [
        "party.role", "party.function", "party.place", "party.country", "line.product",
        "report.attribution", "tender.buyer-function", "tender.agrees-on",
        "tender.disagrees-on", "tender.wording", "past-order.product", "resale.function",
        "resale.place", "resale.product",
      ])
  }

  /// Findings, matches and claims cannot be neutral, or nothing would follow from the checker.
  @Test func whatSpeaksAgainstAPartyIsAdverse() throws {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    for relation in vocabulary.relations {
      #expect(relation.polarity != .neutral, "\(relation.phrase)")
    }
    for domain in vocabulary.domains where ["listing", "report"].contains(domain.name) {
      for term in domain.terms where term.type != .text {
        #expect(term.polarity == .adverse, "\(domain.name).\(term.name)")
      }
    }
  }

  /// What can hold an order for want of an answer can be asked for in three languages.
  @Test func mitigatingFactsHaveAQuestion() throws {
    let vocabulary = try #require(Bundle.knowledge).vocabulary
    for domain in vocabulary.domains {
      for term in domain.terms where term.polarity == .mitigating {
        guard term.name != "complete-list-coverage" else { continue }
        let question = try #require(term.question, "\(domain.name).\(term.name)")
        #expect(!question.english.isEmpty && !question.chinese.isEmpty && !question.german.isEmpty)
      }
    }
  }
}
