import Testing

@testable import Formats

@Suite("Diagnostics are printed with the line that they speak of")
struct DiagnosticListingTests {
  private func listing(_ text: String, _ diagnostics: Diagnostic...) -> [String] {
    DiagnosticListing(diagnostics, sources: ["a.policy": text]).text
  }

  private func fault(
    _ message: String, at line: Int, _ column: Int, remedy: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      "POL034", message, severity: severity, remedy: remedy, file: "a.policy",
      position: SourcePosition(line: line, column: column))
  }

  @Test func theWordAtThePlaceIsUnderlined() {
    #expect(
      listing(
        "when\n   and E.functon is within policing\n",
        fault("there is no fact `functon`", at: 2, 10, remedy: "did you mean `function`?"))
        == [
          "a.policy:2:10: error POL034: there is no fact `functon`",
          "    2 |    and E.functon is within policing", "      |          ^^^^^^^",
          "      = did you mean `function`?", "1 error",
        ])
  }

  @Test func onlyWhatTheMessageQuotesIsUnderlined() {
    #expect(listing("F.place is x", fault("`F` is no variable", at: 1, 1))[2] == "      | ^")
    #expect(
      listing("not E.place is within CN", fault("`E.place is within CN` fails", at: 1, 5))[2]
        == "      |     ^^^^^^^^^^^^^^^^^^^^")
  }

  @Test func aTextIsUnderlinedToItsEnd() {
    #expect(listing("because \"plain\" x", fault("no fact", at: 1, 9))[2].hasSuffix(" ^^^^^^^"))
  }

  @Test func tabsAndWideCharactersKeepTheCaretsInPlace() {
    let lines = listing("\ttitle \"喀什 公安局\" laen\r\n", fault("no `laen`", at: 1, 17))
    #expect(lines[1] == "    1 | \ttitle \"喀什 公安局\" laen")
    #expect(lines[2] == "      | \t" + String(repeating: " ", count: 20) + "^^^^")
  }

  @Test func whatCannotBeSeenIsShownByItsCode() {
    let lines = listing("rule a\u{202E}b", fault("the character U+202E", at: 1, 7))
    #expect(lines[1] == "    1 | rule a⟦U+202E⟧b")
    #expect(lines[2] == "      |       ^^^^^^^^")
  }

  @Test(arguments: [1, 40, 399, 780])
  func aLongLineIsCutAroundThePlace(column: Int) throws {
    let words = (0..<200).map { "w" + String($0 + 100) }.joined(separator: " ")
    let lines = listing(words, fault("here", at: 1, column))
    #expect(lines[1].unicodeScalars.count <= 8 + SourceExcerpt.widest + 2)
    let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
    #expect(Array(lines[1])[caret] == Array(words)[column - 1])
  }

  @Test func faultsStandInTheOrderOfTheirPlacesWithASum() {
    let lines = listing(
      "one\ntwo\n", fault("later", at: 2, 1), fault("sooner", at: 1, 1, severity: .warning),
      Diagnostic("POL077", "no place", file: "a.policy"))
    #expect(
      lines.filter { $0.contains("POL") }.map { $0.split(separator: " ").last } == [
        "place", "sooner", "later",
      ])
    #expect(lines.last == "2 errors, 1 warning")
    #expect(DiagnosticListing([], sources: [:]).text.isEmpty)
  }

  @Test(arguments: [(0, 1), (1, 0), (1, 99), (9, 1), (3, 1), (-1, -1)])
  func aPlaceThatIsNotThereIsTold(line: Int, column: Int) {
    #expect(
      listing("one\n", fault("somewhere", at: line, column)).first?.contains("POL034") == true)
  }

  @Test func theFormForMachinesNamesTheEndOfTheWord() throws {
    let json = DiagnosticListing(
      [fault("no `laen`", at: 1, 3)], sources: ["a.policy": "  laen legal"]
    ).json
    let first = try #require(json["diagnostics"]?.array?.first)
    #expect(first["column"]?.integer == 3)
    #expect(first["endColumn"]?.integer == 7)
    #expect(first["file"]?.string == "a.policy")
  }
}
