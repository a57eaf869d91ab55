import Formats
import Testing

@testable import Policy

@Suite("Words are looked up, and the nearest right one is named")
struct CheckingFaultTests {
  /// A rule whose every clause is given.
  private func set(_ rule: String) -> String { Sample.frame + rule }

  private func rule(_ clauses: String, lane: String = "rights") -> String {
    set(
      """
      rule r
        title "Rule"
        lane \(lane)
        basis law.1
        because "It applies."
      \(clauses)
      """)
  }

  @Test func whatARuleMustHave() {
    expect(
      set("rule ①r\n  for any party P\n"),
      draws: [
        Expected("①", "POL020", "the rule has no title", "add title \"…\""),
        Expected("①", "POL021", "the rule has no `when`", "say when it applies"),
        Expected("①", "POL022", "the rule has no `because`", "give the reason as a sentence"),
        Expected("①", "POL023", "the rule has no `lane`", "use legal, red flag, rights or data"),
        Expected("①", "POL024", "the rule has no `then`", "say what follows"),
        Expected(
          "①", "POL029", "the rule cites nothing", "add basis or evidence with ids of the registry"),
      ])
  }

  @Test func lanesKindsAndEffectsGoTogether() {
    let kinds =
      "use one of legalProhibition, licenceRequirement, regulatoryRedFlag, policy, dataGap, context"
    expect(
      set(
        """
        rule a
          title "A"  lane ①human  kind ②finding  basis law.1
          when order is flagged  then hold  because "A."
        rule ③b
          title "B"  lane rights  basis law.1  binds "seller"
          when order is flagged  then refuse as prohibited  because "B."
        rule ④c
          title "C"  lane legal  basis law.1
          when order is flagged  then refuse by policy  because "C."
        rule ⑤d
          title "D"  lane legal  evidence press-2017
          when order is flagged  then require a licence  because "D."
        rule ⑥e
          title "E"  lane legal  basis law.1
          when order is flagged  then refuse as prohibited  because "E."
        rule f
          title "F"  lane rights  kind ⑦legalProhibition  basis law.1
          when order is flagged  then refuse by policy  because "F."
        rule g
          title "G"  lane legal  kind ⑧policy  basis law.1  binds "seller"
          when order is flagged  then refuse as prohibited  because "G."
        rule h
          title "H"  lane legal  kind ⑨licenceRequirement  basis law.1
          when order is flagged  then note  because "H."
        """),
      draws: [
        Expected(
          "①", "POL023", "there is no lane `human`", "use legal, red flag, rights or data"),
        Expected("②", "POL025", "there is no kind of finding `finding`", kinds),
        Expected(
          "③", "POL026", "only a rule of the legal lane can prohibit or require a licence",
          "set lane legal, or refuse by policy"),
        Expected(
          "④", "POL026", "a rule of the legal lane cannot refuse by policy",
          "set another lane, or refuse as prohibited"),
        Expected(
          "⑤", "POL027", "a legal rule must name its legal basis", "add basis with a registry id"),
        Expected(
          "⑥", "POL028", "a prohibition must say whom it binds", "add binds \"seller (…)\""),
        Expected(
          "⑦", "POL046",
          "a finding of kind `legalProhibition` does not go with what this rule does",
          "leave the kind out, or correct what follows `then`"),
        Expected(
          "⑧", "POL046", "a finding of kind `policy` does not go with what this rule does",
          "leave the kind out, or correct what follows `then`"),
        Expected(
          "⑨", "POL046",
          "a finding of kind `licenceRequirement` does not go with what this rule does",
          "leave the kind out, or correct what follows `then`"),
      ])
  }

  @Test func aPolicyRefusalNeverReadsLikeARegulatoryFlag() throws {
    let policies = try Sample.load(
      rule("  when order is flagged\n  then refuse by policy\n", lane: "red flag"))
    #expect(policies.rules.first?.kind == .policy)
  }

  @Test func setsAndVariables() {
    expect(
      rule(
        """
          for any ①end usr E, any party P, any report ②P, any ③vessel V
          when ④Q is listed
          then hold

        """),
      draws: [
        Expected("①", "POL030", "there is no set `end usr`", "did you mean `end user`?"),
        Expected(
          "②", "POL032", "the variable `P` is bound twice", "give the second one another letter"),
        Expected(
          "③", "POL030", "there is no set `vessel`", "use one of party, end user, report"),
        Expected(
          "④", "POL033", "`Q` is neither `order` nor a variable of this rule",
          "did you mean `P`?"),
      ])
  }

  @Test func factsRelationsAndCodes() {
    expect(
      rule(
        """
          for any party P, any report R
          when P.①fonction is within policing
           and P is ②verifed
           and order has ③zebra
           and ④R concerns P
           and P.function is within ⑤policng
           and P.place is within (CN, ⑥XX-99)
           and R.kind is one of ⑦colection, search
           and R.kind is ⑧interview
          then hold

        """),
      draws: [
        Expected(
          "①", "POL034", "there is no fact `fonction` about a party", "did you mean `function`?"),
        Expected(
          "②", "POL034", "there is no fact `verifed` about a party", "did you mean `verified`?"),
        Expected(
          "③", "POL034", "there is no fact `zebra` about the order",
          "use one of flagged, cleared, urgent, kind, destination, pieces, years, weight, signed, "
            + "founded, note"),
        Expected(
          "④", "POL035", "there is no relation `concerns` from a report to a party",
          "use one of: report is about party; report exempts party"),
        Expected(
          "⑤", "POL037", "there is no `policng` among the functions", "did you mean `policing`?"),
        Expected("⑥", "POL037", "there is no `XX-99` among the places"),
        Expected(
          "⑦", "POL038", "`colection` is not one of the words that this fact can have",
          "did you mean `collection`?"),
        Expected(
          "⑧", "POL038", "`interview` is not one of the words that this fact can have",
          "use one of collection, search"),
      ])
  }

  @Test func typesAndUnits() {
    expect(
      rule(
        """
          for any party P
          when P.①share is within CN
           and P.②function is police
           and P.③listed at least 5 percent
           and order.④note is police
           and order.⑤kind is before 2026-01-01
           and P.⑥function
           and P.share at least ⑦many percent
           and P.share at least 5 ⑧pieces
           and P.share at least ⑨5
           and order.signed is after ⑩2026-13-01
          then hold

        """),
      draws: [
        Expected(
          "①", "POL036", "`share` is a number of percent and cannot be tested like this",
          "write `X.share at least 10 percent`"),
        Expected(
          "②", "POL036", "`function` is a code of the functions and cannot be tested like this",
          "write `X.function is within CODE`"),
        Expected(
          "③", "POL036", "`listed` is true or false and cannot be tested like this",
          "write `X is listed` or `X has listed`"),
        Expected(
          "④", "POL036", "`note` is free text and cannot be tested like this",
          "write it only in messages: rules never judge free text"),
        Expected(
          "⑤", "POL036", "`kind` is a word of a closed list and cannot be tested like this",
          "write `X.kind is sale`"),
        Expected(
          "⑥", "POL036", "`function` is a code of the functions and cannot be tested like this",
          "write `X.function is within CODE`"),
        Expected("⑦", "POL039", "`many` is not a number", "write a number such as 30"),
        Expected(
          "⑧", "POL045", "the unit `pieces` does not fit; the fact is in percent",
          "write 5 percent"),
        Expected(
          "⑨", "POL045", "the number has no unit; the fact is in percent", "write 5 percent"),
        Expected(
          "⑩", "POL004", "`2026-13-01` is not a day of the calendar", "write it as 2026-11-10"),
      ])
  }

  @Test func citationsDatesAndSeverity() {
    expect(
      set(
        """
        rule ①r
          title "Rule"  lane rights
          basis ②law.3, ③company
          evidence ④press-2018, ⑤book
          in force from 2026-05-01 until 2026-04-30
          severity ⑥terrible  linkage friend
          when order is flagged
          then hold
          because "It applies."
        """),
      draws: [
        Expected(
          "①", "POL042", "the rule would end on 2026-04-30 before it begins on 2026-05-01",
          "correct one of the dates"),
        Expected(
          "②", "POL040", "there is no legal or policy basis `law.3` in the registry",
          "did you mean `law.1`?"),
        Expected(
          "③", "POL040", "there is no legal or policy basis `company` in the registry",
          "add it to Data/legal-registry.ndjson"),
        Expected(
          "④", "POL041", "there is no source `press-2018` in the registry",
          "did you mean `press-2017`?"),
        Expected(
          "⑤", "POL041", "there is no source `book` in the registry",
          "add it to Data/sources.ndjson"),
        Expected(
          "⑥", "POL043", "there is no severity `terrible`", "use severe or moderate"),
        Expected(
          "⑥", "POL044", "there is no linkage `friend`",
          "use one of cause, contribute, directlyLinked, none"),
      ])
  }

  @Test func placeholdersAndExamples() {
    expect(
      set(
        """
        rule r
          title "Rule"  lane rights  basis law.1
          for any party P
          when P is listed
          then hold
          because "The party {P.①nam} is listed."
          require "Ask ②{P.name"
          require "Ask ③{name}"
          example "one" fires  given P.listed = ④maybe, P.share = ⑤half, P.function = ⑥polic
          example "two" fires  given P.⑦lsted = true, P ⑧exempts P
        """),
      draws: [
        Expected("①", "POL034", "there is no fact `nam` about a party", "did you mean `name`?"),
        Expected(
          "②", "POL060", "the placeholder that begins at `{P.name` is not closed", "close it with }"
        ),
        Expected(
          "③", "POL061", "the placeholder `{name}` does not name a fact", "write {E.name}"),
        Expected("④", "POL062", "`maybe` is neither true nor false", "write = true"),
        Expected("⑤", "POL039", "`half` is not a number", "write = 30"),
        Expected(
          "⑥", "POL037", "there is no `polic` among the functions", "did you mean `police`?"),
        Expected(
          "⑦", "POL034", "there is no fact `lsted` about a party", "did you mean `listed`?"),
        Expected("⑧", "POL035", "there is no relation `exempts` here"),
      ])
  }
}
