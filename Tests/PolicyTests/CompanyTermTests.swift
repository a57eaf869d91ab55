import Facts
import Testing

@testable import Policy

@Suite("A company declares terms for the fields of its own orders")
struct CompanyTermTests {
  private static let declared = """
    term order.channel
      type one of direct, distributor, "on line"
      field "x.salesChannel"
      polarity neutral
      meaning "How the order came in"
      question en "How did the order come in?" zh-Hans "订单从何而来?" de "Wie kam der Auftrag?"
    term order.export-flag
      type true or false
      field "x.exportFlag"
      polarity adverse
      meaning "The sales department flagged it"
    term party.credit-limit
      type number euros
      field "creditLimit"
      polarity neutral
      meaning "Credit limit"
    term party.known-since
      type date
      field "knownSince"
      polarity neutral
      meaning "Customer since"
    term order.regions
      type several codes of places
      field "x.regions"
      polarity neutral
      meaning "Regions of sale"
    term order.origin
      type code of places
      field "x.origin"
      polarity neutral
      meaning "Region of origin"
    term order.terms
      type several of cash, credit
      field "x.terms"
      polarity neutral
      meaning "Terms of payment"
    term order.remark
      type text
      field "x.remark"
      polarity neutral
      meaning "Remark"

    """

  private func rule(_ body: String) -> String {
    """
    rule r
      title "Rule"
      lane rights
      basis law.1
      because "It applies."
    \(body)
    """
  }

  @Test func declaredTermsStandAfterThoseOfTheDossierWithTypeAndField() throws {
    let policies = try Sample.load(
      Sample.frame + Self.declared + rule("  when order is flagged\n  then hold\n"))
    let order = policies.vocabulary.domains[0].terms
    let known = Sample.vocabulary.domains[0].terms
    #expect(Array(order.prefix(known.count)) == known)
    #expect(
      order.dropFirst(known.count).map(\.name)
        == ["channel", "export-flag", "regions", "origin", "terms", "remark"])
    let channel = try #require(order.first { $0.name == "channel" })
    #expect(channel.type == .word(["direct", "distributor", "on line"]))
    #expect(channel.field == "x.salesChannel")
    #expect(channel.question?.chinese == "订单从何而来?")
    #expect(order.first { $0.name == "regions" }?.holdsSeveral == true)
    #expect(order.first { $0.name == "origin" }?.holdsSeveral == false)
    #expect(order.first { $0.name == "terms" }?.holdsSeveral == true)
    #expect(policies.vocabulary.domains[1].terms.last?.name == "known-since")
  }

  @Test func theyAreUsedLikeOthersInAnyFileOfTheSet() throws {
    let policies = try PolicySet.check(
      files: [
        (
          "a.policy",
          Array(
            (Sample.frame
              + rule(
                """
                  for any party P
                  when order.channel is "on line" and order is export-flag
                   and P.credit-limit more than 10.5 euros and order.regions is within CN-65
                   and P.known-since less than 2 years ago and not order.remark is stated
                  then hold
                  example "all" fires
                    given order.channel = "on line", order.export-flag = true, P.credit-limit = 11,
                      order.regions = (CN-6501, DE)

                """)).utf8)
        ),
        ("b.policy", Array("policy own\n  revision 1\n\(Self.declared)".utf8)),
      ], vocabulary: Sample.vocabulary, registry: Sample.registry)
    #expect(policies.rules.count == 1)
  }

  @Test func whatIsWrongWithATermIsToldWithItsPlace() {
    expect(
      Sample.frame + """
        term ①flagged
          type date
        term order.②pieces
          type number pieces  field "a"  polarity adverse  meaning "M"
        term order.③half
        term ④report.x
          type text  field "a"  polarity neutral  meaning "M"
        term order.a
          type code of ⑤plces  field "a"  polarity neutral  meaning "M"
        term order.b
          type one of x, ⑥x  field "a"  polarity ⑦bad  meaning "M"
        term order.c
          type several codes of functions  field "a"  polarity ⑧adverse  meaning "M"
        term order.d
          type text  field "a"  polarity neutral  meaning "M"
          question ⑨de "Was?"
        term order.⑩Upper
          type text  field "a"  polarity neutral  meaning "M"
        term order.e
          type ⑪money
          field "a"  polarity neutral  meaning "M"
        term order.f
          type text  field ⑫"a..b"  polarity neutral  meaning "M"
        """,
      draws: [
        Expected(
          "①", "POL090", "`flagged` does not say of what the term speaks",
          "write `term order.flagged`"),
        Expected(
          "②", "POL100", "there is a term `pieces` of the order already", "give it another name"),
        Expected("③", "POL093", "the term has no `type`", "say what it holds"),
        Expected(
          "③", "POL094", "the term has no `field`",
          "name the order's own field: field \"x.channel\""),
        Expected("③", "POL099", "the term has no `meaning`", "say in one line what it means"),
        Expected(
          "③", "POL103", "the term has no `polarity`",
          "say whether more of it is adverse, mitigating or neutral"),
        Expected(
          "④", "POL090",
          "a company's own fields stand in the order, its parties and its lines, not in `report`",
          "write `term order.…`, `term party.…` or `term line.…`"),
        Expected("⑤", "POL102", "there is no tree `plces`", "did you mean `places`?"),
        Expected("⑥", "POL101", "the word `x` stands twice", "keep one"),
        Expected(
          "⑦", "POL103", "there is no polarity `bad`", "use adverse, mitigating or neutral"),
        Expected(
          "⑧", "POL104", "a code of the functions has the polarity of its node",
          "write polarity neutral"),
        Expected("⑨", "POL105", "the question has no English text", "add en \"…\""),
        Expected(
          "⑩", "POL106", "the name of a term holds `U`",
          "use small letters, digits and hyphens, such as `sales-channel`"),
        Expected(
          "⑪", "POL092", "expected a type, found `money`",
          "use true or false, number UNIT, date, text, one of A, B, several of A, B, code of "
            + "places, or several codes of places"),
        Expected(
          "⑫", "POL108", "a name is missing at character 3 of the path",
          "write names with full stops between them, `[0]` for an element, and `[\"a.b\"]` for a "
            + "name that is no plain word"),
      ])
  }
}
