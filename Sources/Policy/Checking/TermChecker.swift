import Facts
import Formats
import Taxonomy

/// Looks up the terms that files declare for a company's own order fields.
struct TermChecker {
  let vocabulary: Vocabulary
  private(set) var terms: [(domain: Int, term: Term)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Objects of the order document that have fields of their own.
  private static let domains = ["order", "party", "line"]

  init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  private mutating func report(
    _ id: String, _ message: String, _ remedy: String, at place: Located, in file: String
  ) {
    diagnostics.append(
      Diagnostic(id, message, remedy: remedy, file: file, position: place.position))
  }

  mutating func add(_ syntax: TermSyntax, file: String) {
    let before = diagnostics.count
    let domain = domain(syntax.domain, file)
    if let domain { checkName(syntax.name, domain, file) }
    if let letter = syntax.name.text.unicodeScalars.first(where: { !TermChecker.isLower($0) }) {
      report(
        "POL106", "the name of a term holds `\(letter)`",
        "use small letters, digits and hyphens, such as `sales-channel`", at: syntax.name, in: file)
    }
    let type = checkedType(syntax.kind, file)
    let polarity = polarity(syntax, file)
    if syntax.kind == nil, !syntax.isDamaged {
      report("POL093", "the term has no `type`", "say what it holds", at: syntax.name, in: file)
    }
    if syntax.field?.text.isEmpty ?? !syntax.isDamaged {
      report(
        "POL094", "the term has no `field`", "name the order's own field: field \"x.channel\"",
        at: syntax.name, in: file)
    }
    checkPath(syntax.field, file)
    if syntax.meaning?.text.isEmpty ?? !syntax.isDamaged {
      report(
        "POL099", "the term has no `meaning`", "say in one line what it means",
        at: syntax.name, in: file)
    }
    let question = question(syntax, file)
    guard diagnostics.count == before, let domain, let (type, several) = type, let polarity,
      let field = syntax.field?.text, let meaning = syntax.meaning?.text
    else { return }
    terms.append(
      (
        domain,
        Term(
          syntax.name.text, type, polarity, meaning, question: question, holdsSeveral: several,
          field: field)
      ))
  }

  private mutating func checkPath(_ field: MessageSyntax?, _ file: String) {
    guard let field, !field.text.isEmpty else { return }
    do throws(Diagnostic) {
      _ = try JSONPath(field.text)
    } catch {
      report(
        "POL108", error.message, error.remedy ?? "write a path such as `x.channel`",
        at: Located(text: field.text, position: field.position), in: file)
    }
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "-": true
    default: false
    }
  }

  private mutating func domain(_ name: Located, _ file: String) -> Int? {
    if TermChecker.domains.contains(name.text),
      let index = vocabulary.domains.firstIndex(where: { $0.name == name.text })
    {
      return index
    }
    report(
      "POL090",
      "a company's own fields stand in the order, its parties and its lines, not in "
        + "`\(name.text)`", "write `term order.…`, `term party.…` or `term line.…`", at: name,
      in: file)
    return nil
  }

  private mutating func checkName(_ name: Located, _ domain: Int, _ file: String) {
    let names = vocabulary.domains[domain].terms.map(\.name)
    let declared = terms.filter { $0.domain == domain }.map(\.term.name)
    guard names.contains(name.text) || declared.contains(name.text) else { return }
    report(
      "POL100",
      "there is a term `\(name.text)` of the \(vocabulary.domains[domain].name) already",
      "give it another name", at: name, in: file)
  }

  private mutating func checkedType(
    _ kind: TermSyntax.Kind?, _ file: String
  ) -> (TermType, several: Bool)? {
    switch kind {
    case nil: return nil
    case .truth?: return (.boolean, false)
    case .date?: return (.date, false)
    case .text?: return (.text, false)
    case .number(let unit)?: return (.number(unit: unit.text), false)
    case .words(let words, let several)?:
      var seen: Set<String> = []
      for word in words where !seen.insert(word.text).inserted {
        report("POL101", "the word `\(word.text)` stands twice", "keep one", at: word, in: file)
      }
      return (.word(words.map(\.text)), several)
    case .codes(let tree, let several)?:
      guard vocabulary.trees[tree.text] != nil else {
        let trees = vocabulary.trees.keys.sorted()
        report(
          "POL102", "there is no tree `\(tree.text)`",
          nearestWord(to: tree.text, among: trees).map { "did you mean `\($0)`?" }
            ?? "use one of \(trees.joined(separator: ", "))", at: tree, in: file)
        return nil
      }
      return (.tree(tree.text), several)
    }
  }

  private mutating func polarity(_ syntax: TermSyntax, _ file: String) -> Polarity? {
    guard let written = syntax.polarity else {
      if !syntax.isDamaged {
        report(
          "POL103", "the term has no `polarity`",
          "say whether more of it is adverse, mitigating or neutral", at: syntax.name, in: file)
      }
      return nil
    }
    guard let polarity = Polarity(rawValue: written.text) else {
      report(
        "POL103", "there is no polarity `\(written.text)`",
        "use adverse, mitigating or neutral", at: written, in: file)
      return nil
    }
    // Codes of a tree carry their own polarity.
    if case .codes(let tree, _)? = syntax.kind, polarity != .neutral {
      report(
        "POL104", "a code of the \(tree.text) has the polarity of its node",
        "write polarity neutral", at: written, in: file)
      return nil
    }
    return polarity
  }

  private mutating func question(_ syntax: TermSyntax, _ file: String) -> LocalisedText? {
    guard !syntax.questions.isEmpty else { return nil }
    var texts: [String: String] = [:]
    for (language, text) in syntax.questions {
      guard ["en", "zh-Hans", "de"].contains(language.text) else {
        report(
          "POL105", "there is no language `\(language.text)` of questions",
          "use en, zh-Hans and de", at: language, in: file)
        continue
      }
      if texts.updateValue(text.text, forKey: language.text) != nil {
        report(
          "POL105", "the question stands twice in `\(language.text)`", "keep one", at: language,
          in: file)
      }
    }
    guard let english = texts["en"] else {
      report(
        "POL105", "the question has no English text", "add en \"…\"",
        at: syntax.questions[0].language, in: file)
      return nil
    }
    // A language that is left out is asked in English.
    return LocalisedText(english, texts["zh-Hans"] ?? english, texts["de"] ?? english)
  }
}
