internal import Formats

/// The forms of undertakings in `Data/names/legal-forms.tsv`.
struct LegalForms: Sendable {
  struct Match: Sendable {
    let range: Range<Int>
    let form: String
  }

  private var forms: [String] = []
  /// Short phrases such as `AG` and `SA` count only at an end of the name.
  private var isShort: [Bool] = []
  private var trie = PhraseTrie()

  init(folder: String, builder: inout LexiconBuilder) throws(Diagnostic) {
    let table = try LexiconBuilder.table(
      folder + "/names/legal-forms.tsv", requiring: ["form", "phrases"])
    for row in table.rows {
      for phrase in row.list("phrases") {
        trie.insert(builder.symbols(of: phrase), value: forms.count)
        forms.append(row["form"])
        isShort.append(phrase.utf8.count < 6)
      }
    }
  }

  func matches(in units: [TextUnit]) -> [Match] {
    var matches: [Match] = []
    var start = 0
    while start < units.count {
      var best: (length: Int, value: Int)?
      trie.forEachMatch(in: units, at: start) { length, value in
        guard length > best?.length ?? 0 else { return }
        let end = start + length
        let isAtEdge =
          start == 0 || end == units.count || units[end].breakBefore || units[start].breakBefore
          || matches.last?.range.upperBound == start
        if isAtEdge || !isShort[value] { best = (length, value) }
      }
      // A name that is nothing but a legal form has none.
      if let best, best.length < units.count {
        matches.append(Match(range: start..<start + best.length, form: forms[best.value]))
        start += best.length
      } else {
        start += 1
      }
    }
    return matches
  }
}
