import Formats
import Screening
import Testing

@testable import Memos

@Suite struct MemoRendering {
  @Test func foreignTextCannotBecomeMarkup() {
    let html = MemoDocument(Samples.hostile).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("<b>Co"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(occurrences(of: "</style>", in: html) == 1)
    let markdown = MemoDocument(Samples.hostile).markdown
    #expect(!markdown.contains("<script"))
    #expect(markdown.contains("\\`x\\`\\|\\*y\\*"))
  }

  @Test func whatCannotBeSeenIsShown() {
    for text in [
      MemoDocument(Samples.hostile).html, MemoDocument(Samples.hostile).markdown,
      TerminalReport.screen(Samples.hostile),
    ] {
      let controls = text.unicodeScalars.filter {
        $0 != "\n"
          && ($0.properties.generalCategory == .control
            || $0.properties.generalCategory == .format)
      }
      #expect(controls.isEmpty)
      #expect(text.contains("⟦U+202E⟧"))
    }
  }

  @Test(arguments: Samples.all) func thePageNeedsNothingFromOutside(sample: Determination) {
    let html = MemoDocument(sample).html
    for forbidden in ["<script", " src=", "@import", "url(", "<link", "onload="] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<th scope=\"col\">"))
  }

  @Test(arguments: Samples.all) func everyLocalLinkHasItsAnchor(sample: Determination) {
    let html = MemoDocument(sample).html
    for target in captures(of: "href=\"#", in: html) {
      #expect(html.contains("id=\"\(target)\""), "\(target)")
    }
  }

  @Test func hanRunsCarryTheirLanguage() {
    #expect(
      HTMLText.escaped("to 示例公安局 (CN)") == "to <span lang=\"zh-Hans\">示例公安局</span> (CN)")
    #expect(HTMLText.escaped("東京のラボ") == "<span lang=\"ja\">東京のラボ</span>")
  }

  @Test func aLaneIsAWordAndAShape() {
    let html = MemoDocument(Samples.hold).html
    #expect(html.contains("▲</span>severe</b>"))
    #expect(html.contains("○</span>no bar found within coverage</b>"))
  }

  @Test func aDemonstrationSaysSoInEveryFormat() {
    let memo = MemoDocument(Samples.hold)
    #expect(occurrences(of: "DEMONSTRATION", in: memo.html) > memo.sections.count)
    #expect(occurrences(of: "DEMONSTRATION", in: memo.markdown) == memo.sections.count)
    #expect(memo.json["demonstration"]?.string != nil)
    #expect(TerminalReport.screen(Samples.hold).hasPrefix("DEMONSTRATION"))
    #expect(TerminalReport.explain(Samples.hold).hasPrefix("DEMONSTRATION"))
    #expect(TerminalReport.demonstration([Samples.hold]).hasPrefix("DEMONSTRATION"))
    #expect(!MemoDocument(Samples.release).html.contains("DEMONSTRATION"))
  }
}

@Suite struct Terminal {
  @Test(arguments: Samples.all + [Samples.crowded]) func noLineIsWiderThanTheTerminal(
    sample: Determination
  ) {
    let text =
      TerminalReport.screen(sample) + TerminalReport.explain(sample)
      + TerminalReport.demonstration(Samples.all)
    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= 100) }
  }

  @Test func theVerdictStandsFirst() {
    #expect(
      TerminalReport.screen(Samples.policyRefusal).hasPrefix("REFUSE (POLICY) · order SO-1007"))
    #expect(TerminalReport.screen(Samples.failClosed).hasPrefix("NOT SCREENED (HELD) · "))
  }

  @Test func columnsLineUpBesideHanText() {
    let lines = TerminalReport.demonstration(Samples.all).split(separator: "\n")
    let column = { (line: Substring, word: String) -> Int? in
      line.firstRange(of: word).map { displayWidth(String(line[..<$0.lowerBound])) }
    }
    let header = lines.lazy.compactMap { column($0, "DETERMINATION  ") }.first
    let row = lines.lazy.filter { $0.hasPrefix("SO-1007") }.compactMap {
      column($0, "REFUSE (POLICY)")
    }.first
    #expect(header != nil)
    #expect(header == row)
  }

  @Test func explainShowsTheClauseThatDecides() {
    let text = TerminalReport.explain(Samples.hold)
    #expect(text.contains("Undetermined (1)"))
    #expect(text.contains("unknown: function of the end user"))
    #expect(text.contains("false   E.function is within policing"))
    #expect(text.contains("Not in force on the as-of date (1)"))
  }

  @Test func anUnknownRuleIsAnsweredWithTheNearest() {
    #expect(
      TerminalReport.explain(Samples.hold, rule: "tender-mach").contains("`tender-match`"))
  }

  @Test(arguments: [("公安局", 6), ("ＡＢ", 4), ("e\u{301}", 1), ("abc", 3), ("한국", 4), ("", 0)])
  func widthCountsColumns(text: String, columns: Int) { #expect(displayWidth(text) == columns) }

  @Test func wrappingLosesNothing() {
    let text = "one two 示例公安局 " + String(repeating: "x", count: 40)
    let lines = wrapped(text, width: 12)
    #expect(lines.allSatisfy { displayWidth($0) <= 12 })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}

func occurrences(of part: String, in text: String) -> Int { text.ranges(of: part).count }

/// What follows each `prefix` up to the next quotation mark.
func captures(of prefix: String, in text: String) -> [String] {
  text.ranges(of: prefix).map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
}
