import Formats
import Foundation
import Testing

@testable import Policy

@Suite("Formatting changes how a policy looks and nothing that it says")
struct FormattingTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private func format(_ text: String) throws -> String {
    try PolicyFormatter.format(Array(text.utf8), file: "f.policy")
  }

  /// The syntax without places and without texts as written, which are the author's spacing.
  private func structure(_ value: Any) -> String {
    if value is SourcePosition { return "" }
    if let atom = value as? AtomSyntax {
      return structure((atom.subject, atom.term, atom.predicate))
    }
    if let count = value as? AggregateSyntax {
      return structure(
        (count.summed, count.collection, count.variable, count.condition, count.predicate))
    }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return "\(value)" }
    return "\(type(of: value))("
      + mirror.children.map { ($0.label ?? "") + ":" + structure($0.value) }.joined(separator: ",")
      + ")"
  }

  private func structure(of text: String) -> String {
    structure(Parser.parse(text, file: "f").syntax)
  }

  private func comments(_ text: String) -> [String] {
    var lexer = Lexer(text, file: "f")
    _ = lexer.tokens()
    return lexer.comments.map(\.text)
  }

  private func checkKept(_ text: String, _ name: String) throws {
    let once = try format(text)
    #expect(try format(once) == once, "\(name): formatting again changes it\n\(text)\n---\n\(once)")
    #expect(comments(once) == comments(text), "\(name)")
    #expect(structure(of: once) == structure(of: text), "\(name)\n\(text)\n---\n\(once)")
    #expect(!once.contains(" \n") && !once.contains("\r"), "\(name)")
  }

  @Test(arguments: 0..<20)
  func randomTextsKeepTheirMeaningAndComments(batch: Int) throws {
    let grammar = Grammar(PolicyGrammar.text)
    for number in 0..<25 {
      let seed = UInt64(batch * 1_000 + number)
      var generator = SentenceGenerator(grammar, seed: seed)
      let words = generator.words(of: "file", budget: 250)
      let text = generator.layout(words, isCareless: true)
      guard Parser.parse(text, file: "f").diagnostics.isEmpty else {
        Issue.record(
          "seed \(seed) is not read: \(Parser.parse(text, file: "f").diagnostics)\n\(text)")
        return
      }
      try checkKept(text, "seed \(seed)")
    }
  }

  @Test func bundledPoliciesAreInCanonicalForm() throws {
    let folder = FormattingTests.root + "/Policies"
    let files = try PolicySet.files(in: folder)
    #expect(files.count >= 9)
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try checkKept(text, file)
      #expect(try format(text) == text, "\(file): run `scruple policy fmt`")
    }
  }

  @Test func oneClauseStandsOnALine() throws {
    let text = """
      # What this is.
      policy p title "A policy" revision 1   owner "O"

      rule r   # why
        title "R" lane red flag
        kind policy
        basis law.1,law.2
        in force from 2020-01-01 until 2021-01-01
        # whom it meets
        for any party P,any report C
        when P.function is within ( policing ,court ) and (P is listed
          or C is about P) and
          # the third
          P.share at least 10 percent
        unless P has verified authority "Head" until 2027-01-01
        then refuse by policy severity severe scale "a" scope "b" remediability "c" linkage none
        because "It
              applies."
        require "One" require "Two"
        example "it fires" fires given P.function = (police, court), C is about P
        example "it does not" does not fire
          # last word
      # Another.
      rule s
      """
    #expect(
      try format(text + " title \"S\" when order is flagged") == """
        # What this is.
        policy p
          title    "A policy"
          revision 1
          owner    "O"

        rule r  # why
          title    "R"
          lane     red flag
          kind     policy
          basis    law.1, law.2
          in force from 2020-01-01 until 2021-01-01
          # whom it meets
          for any party P, any report C
          when P.function is within (policing, court)
           and (P is listed or C is about P)
           # the third
           and P.share at least 10 percent
          unless P has verified authority "Head" until 2027-01-01
          then refuse by policy
          severity severe
            scale "a"
            scope "b"
            remediability "c"
            linkage none
          because "It
              applies."
          require "One"
          require "Two"

          example "it fires" fires
            given P.function = (police, court), C is about P
          example "it does not" does not fire
          # last word

        # Another.
        rule s
          title    "S"
          when order is flagged

        """)
  }

  @Test func newStatementsHaveTheirForm() throws {
    let text = """
      policy p revision 1
      term order.sales-channel type one of direct,distributor field "x.salesChannel"
        polarity neutral meaning "How the order came in" question en "How?" de "Wie?"
      guarantee police-are-held title "Police are held" in force from 2020-01-01
        for every end user E,every line L
        when E.function is within policing and count of line M (M.product is within kits or M is big) at least 3
        given order is urgent or sum of L.reactions over line L more than 5 reactions
        then no milder than with order.kind = sale,E.place=DE
      list a "A" required when actor in US at least 1 entries at most 2 days old canary "x" canary "y"
      """
    #expect(
      try format(text) == """
        policy p
          revision 1

        term order.sales-channel
          type     one of direct, distributor
          field    "x.salesChannel"
          polarity neutral
          meaning  "How the order came in"
          question en "How?" de "Wie?"

        guarantee police-are-held
          title "Police are held"
          in force from 2020-01-01
          for every end user E, every line L
          when E.function is within policing
           and count of line M (M.product is within kits or M is big) at least 3
          given order is urgent
             or sum of L.reactions over line L more than 5 reactions
          then no milder than with order.kind = sale, E.place = DE

        list a "A"
          required when actor in US
          at least 1 entries
          at most 2 days old
          canary "x"
          canary "y"

        """)
  }

  @Test func longListsAreBrokenAtAHundredColumns() throws {
    let codes = (0..<12).map { "some-long-code-\($0)" }.joined(separator: ", ")
    let facts = (0..<12).map { "E.some-fact-\($0) = true" }.joined(separator: ", ")
    let text =
      "policy p revision 1 rule r when E.product is within (\(codes)) unless E has one-long-"
      + "condition-that-is and E has another-long-condition and E has a-third-one authority "
      + "\"Somebody\" example \"e\" fires given \(facts)"
    let lines = try format(text).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains("    authority \"Somebody\""))
    #expect(lines.contains { $0.hasPrefix("     and E has another") })
    #expect(lines.filter { $0.hasPrefix("      E.some-fact") }.count >= 2)
  }

  @Test func whatCannotBeReadIsNotTouched() {
    for text in ["rule", "policy p\n  titel \"x\"\n", "policy p title \"open", "\u{202E}"] {
      #expect(throws: PolicyRefused.self) { try format(text) }
    }
    #expect(throws: PolicyRefused.self) {
      try PolicyFormatter.format([0xFF, 0xFE], file: "f")
    }
    #expect(throws: PolicyRefused.self) {
      try PolicyFormatter.format(Array(repeating: 0x20, count: (1 << 20) + 1), file: "f")
    }
  }
}
