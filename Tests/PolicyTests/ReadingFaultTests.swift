import Formats
import Testing

@testable import Policy

@Suite("What cannot be read is told with place, cause and remedy, all of it at once")
struct ReadingFaultTests {
  /// A set with one rule, which is sound but for these clauses.
  private func rule(_ clauses: String, below head: String = Sample.frame) -> String {
    head + """
      rule r
        title "Rule"
        lane rights
        basis law.1
        because "It applies."
      \(clauses)
      """
  }

  @Test func aSoundPolicyDrawsNothing() {
    expect(rule("  when order is flagged\n  then hold\n"), draws: [])
  }

  @Test func charactersOutsideTheLanguage() {
    let remedy = "use Latin letters, digits, hyphens, brackets, commas and quoted texts"
    expect(
      rule("  when order is flagged ①; and ②\u{43E}③rder is urgent\n  then hold\n"),
      draws: [
        Expected("①", "POL001", "the character `;` U+003B SEMICOLON cannot stand here", remedy),
        Expected(
          "②", "POL001", "the character `\u{43E}` U+043E CYRILLIC SMALL LETTER O cannot stand here",
          remedy),
        Expected(
          "③", "POL033", "`rder` is neither `order` nor a variable of this rule",
          "did you mean `order`?"),
      ])
  }

  @Test func manyStrayCharactersAreToldOnceAndForAll() {
    let faults = Sample.faults(in: String(repeating: ";", count: 200_000))
    #expect(faults.count == 101)
    #expect(faults.last?.id == "POL073")
  }

  @Test(arguments: [
    ("\u{202E}", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\u{2066}", "U+2066 LEFT-TO-RIGHT ISOLATE"),
    ("\u{200B}", "U+200B ZERO WIDTH SPACE"), ("\u{FEFF}", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
    ("\u{2028}", "U+2028 LINE SEPARATOR"), ("\u{3164}", "U+3164 HANGUL FILLER"),
    ("\u{FE0F}", "U+FE0F VARIATION SELECTOR-16"), ("\u{7}", "U+0007"), ("\r", "U+000D"),
  ])
  func invisibleCharactersWhereverTheyStand(character: String, name: String) {
    let remedy = "remove it; it is invisible and hides what the rule says"
    expect(
      rule(
        """
          # a comment ①\(character)that looks like a rule
          when order ②\(character)is flagged
          then hold
          require "do ③\(character)this"

        """),
      draws: [
        Expected("①", "POL001", "the character \(name) cannot stand in a comment", remedy),
        Expected("②", "POL001", "the character \(name) cannot stand here", remedy),
        Expected("③", "POL001", "the character \(name) cannot stand in a text", remedy),
      ])
  }

  @Test func lettersThatLookLikeOthersWithinAWord() {
    let remedy = "write the word in the letters of one script"
    expect(
      rule("  when order is flagged\n  then hold\n  require \"Ur①\u{443}②mqi, Χ③i'an\"\n"),
      draws: [
        Expected(
          "①", "POL001",
          "the character `\u{443}` U+0443 CYRILLIC SMALL LETTER U looks like another within its word",
          remedy),
        Expected(
          "②", "POL001",
          "the character `m` U+006D LATIN SMALL LETTER M looks like another within its word", remedy
        ),
        Expected(
          "③", "POL001",
          "the character `i` U+0069 LATIN SMALL LETTER I looks like another within its word", remedy
        ),
      ])
  }

  @Test(arguments: ["喀什地区公安局 (Kashgar PSB)", "5 μg DNA", "МВД России", "ШУАР-полиция", "Ürümçi"])
  func otherScriptsStandFreelyInTexts(words: String) {
    expect(rule("  when order is flagged\n  then hold\n  require \"\(words)\"\n"), draws: [])
  }

  @Test func windowsLineEndsAreLineEnds() throws {
    let text = rule("  when order is flagged\n  then hold\n  require \"one\n     two\"\n")
    let policies = try Sample.load(text.replacing("\n", with: "\r\n"))
    guard case .text(let words)? = policies.rules.first?.obligations.first?.parts.first else {
      Issue.record("the obligation has no text")
      return
    }
    #expect(words == "one two")
  }

  @Test func aTextWithoutItsEnd() {
    expect(
      rule("  when order is flagged\n  then hold\n  require ①\"never closed\n"),
      draws: [
        Expected(
          "①", "POL002", "the text that begins here has no closing quotation mark",
          "close it with \"")
      ])
  }

  @Test func whatIsExpectedAndWhatIsFound() {
    expect(
      rule(
        """
          when (order is flagged or order is urgent
          ①then hold
          require ②order
          in ③from 2026-01-01
          basis (law.1, law.2
          ④evidence ⑤"press"

        """),
      draws: [
        Expected("①", "POL003", "expected `)`, found `then`", "close the bracket"),
        Expected(
          "②", "POL003", "expected the obligation in quotation marks, found `order`",
          "write it as \"…\""),
        Expected("③", "POL003", "expected `force`, found `from`"),
        Expected("④", "POL003", "expected `)`, found `evidence`", "close the bracket"),
        Expected("⑤", "POL003", "expected the id of a source, found the text \"press\""),
      ])
  }

  @Test func daysAndNumbersThatDoNotExist() {
    expect(
      Sample.frame.replacing("14 days", with: "③many days")
        + rule(
          """
            in force from ①2026-02-30
            when order is flagged
            unless order is cleared until ②tomorrow
            then hold
            for any party P

          """, below: ""),
      draws: [
        Expected(
          "①", "POL004", "`2026-02-30` is not a day of the calendar", "write it as 2026-11-10"),
        Expected(
          "②", "POL004", "`tomorrow` is not a day of the calendar", "write it as 2026-11-10"),
        Expected("③", "POL004", "`many` is not a whole number", "write the number of days"),
      ])
  }

  @Test func statementsThatDoNotExist() {
    expect(
      Sample.frame + "①rul r\n  title \"Rule\"\n  lane rights\n  when order is flagged\n"
        + "rule s\n  ②wen order is flagged\n  then hold\n",
      draws: [
        Expected("①", "POL005", "expected a statement, found `rul`", "did you mean `rule`?"),
        Expected("②", "POL006", "`wen` does not begin a clause of a rule", "did you mean `when`?"),
      ])
    expect(
      rule("  when order is flagged\n  then hold\n  ①zebra crossing\n"),
      draws: [
        Expected(
          "①", "POL006", "`zebra` does not begin a clause of a rule",
          "begin with one of title, lane, kind, basis, evidence, in force, for, when, unless, then, "
            + "severity, binds, because, require, example")
      ])
    expect(
      "①# only a comment\n②zebra\n",
      draws: [
        Expected(
          "②", "POL005", "expected a statement, found `zebra`",
          "begin with policy, title, revision, owner, term, rule, guarantee, coverage or list")
      ])
  }

  @Test func quantifiersOutcomesAndExamples() {
    expect(
      rule(
        """
          for ①all end user E
          for any ②E
          for any end user ③, any report R
          when order is flagged
          then ④block
          example "one" ⑤refuses

        """),
      draws: [
        Expected(
          "①", "POL007", "expected `any` or `every`, found `all`",
          "write for example `for any end user E`"),
        Expected(
          "②", "POL007", "expected a set such as `end user`, found `E`",
          "write for example `for any end user E`"),
        Expected(
          "③", "POL031", "expected a variable that begins with a capital letter, found `,`",
          "write for example `any end user E`"),
        Expected(
          "④", "POL008", "expected an outcome, found `block`",
          "use hold, escalate, require a licence, release with conditions, refuse by policy, "
            + "refuse as prohibited or note"),
        Expected(
          "⑤", "POL009", "expected what the rule does, found `refuses`",
          "write fires, does not fire, undetermined or is lifted"),
      ])
  }

  @Test func nestingHasALimit() {
    let brackets =
      String(repeating: "(", count: 40) + "order is flagged"
      + String(repeating: ")", count: 40)
    let nots = String(repeating: "not ", count: 5_000) + "order is flagged"
    let remedy = "split the rule in two"
    for condition in [brackets, nots] {
      let faults = Sample.faults(in: rule("  when \(condition)\n  then hold\n"))
      #expect(faults.map(\.id) == ["POL010"])
      #expect(faults.first?.message == "conditions are nested more than 32 deep")
      #expect(faults.first?.remedy == remedy)
    }
    let allowed =
      String(repeating: "(", count: 32) + "order is flagged"
      + String(repeating: ")", count: 32)
    expect(rule("  when \(allowed)\n  then hold\n"), draws: [])
  }

  @Test func andAndOrNeedBrackets() {
    expect(
      rule("  when order is flagged and order is urgent ①or order is flagged\n  then hold\n"),
      draws: [
        Expected(
          "①", "POL011", "`and` and `or` stand side by side without brackets",
          "put brackets around the part that belongs together")
      ])
    expect(
      rule("  when order is flagged or (order is urgent and order is flagged)\n  then hold\n"),
      draws: [])
  }

  @Test(arguments: ["any", "every"])
  func aQuantifierWithinAConditionIsRefused(word: String) {
    let remedy = "bind a variable with `for any …` before `when`; an exception sees only those"
    for clause in ["when ①\(word) party P is listed", "unless ①\(word) party P has verified"] {
      expect(
        rule("  \(clause)\n  then hold\n"),
        draws: [
          Expected("①", "POL014", "`\(word)` cannot stand within a condition", remedy)
        ])
    }
  }

  @Test func clausesThatStandTwiceReplaceNothingSilently() {
    expect(
      """
      policy sample
        revision 1
      ①policy other
        ②revision 2
      coverage lists
      list official "Official list"
        required at least 1 entries at most 14 days old
      rule r
        title "Rule"
        lane rights
        ③title "Other"
        ④lane data
        basis law.1
        when order is flagged
        ⑤when order is urgent
        unless order is cleared
        ⑥unless order.kind is sale
        then refuse by policy
        ⑦then note
        because "It applies."
        ⑧because "Or not."
      """,
      draws: [
        Expected("①", "POL013", "`policy` stands here a second time", "keep one of them"),
        Expected("②", "POL013", "`revision` stands here a second time", "keep one of them"),
        Expected("③", "POL013", "`title` stands here a second time", "keep one of them"),
        Expected("④", "POL013", "`lane` stands here a second time", "keep one of them"),
        Expected(
          "⑤", "POL013", "`when` stands here a second time",
          "join the conditions with `and` or `or`, or write two rules"),
        Expected(
          "⑥", "POL013", "`unless` stands here a second time",
          "join the conditions with `and` or `or`, or write two rules"),
        Expected("⑦", "POL013", "`then` stands here a second time", "keep one of them"),
        Expected("⑧", "POL013", "`because` stands here a second time", "keep one of them"),
      ])
  }

  @Test func aFaultDoesNotDrawOthersThatAreNone() {
    expect(
      rule("  when order is\n  ②then hold\n").replacing("title \"Rule\"", with: "title")
        .replacing("  lane rights", with: "  ①lane rights"),
      draws: [
        Expected(
          "①", "POL003", "expected the title in quotation marks, found `lane`", "write it as \"…\""),
        Expected("②", "POL003", "expected the name of a fact, found `then`"),
      ])
  }
}
