public import Policy

/// A set of policies as one numbered page that counsel can print and mark up.
///
/// Self-contained: inline styles, no script, nothing from outside. Numbers follow the order of the
/// files and of the rules within them, so that a printed page and the files can be held side by
/// side; the digest says which files.
public struct PolicyPage: Sendable {
  let policies: PolicySet
  let registry: CitationRegistry
  /// Only rules with these names; all where empty.
  let chosen: Set<String>

  public init(_ policies: PolicySet, _ registry: CitationRegistry, only chosen: [String] = []) {
    self.policies = policies
    self.registry = registry
    self.chosen = Set(chosen)
  }

  /// One policy with its number and its numbered rules and guarantees.
  struct Chapter {
    let number: Int
    let heading: PolicyHeading
    let rules: [(number: String, words: RuleWords)]
    let guarantees: [(number: String, words: GuaranteeWords)]
    let lists: [(number: String, list: RequiredList)]
  }

  var chapters: [Chapter] {
    policies.headings.enumerated().compactMap { index, heading in
      let number = index + 1
      let rules = policies.rules.filter { $0.file == heading.file }.enumerated()
        .map { ("\(number).\($0 + 1)", $1) }
        .filter { chosen.isEmpty || chosen.contains($0.1.name) }
      let promised =
        chosen.isEmpty ? policies.guarantees.filter { $0.file == heading.file } : []
      guard chosen.isEmpty || !rules.isEmpty else { return nil }
      return Chapter(
        number: number, heading: heading,
        rules: rules.map { ($0.0, RuleWords($0.1, policies)) },
        guarantees: promised.enumerated().map {
          ("\(number).G\($0 + 1)", GuaranteeWords($1, policies))
        },
        lists: chosen.isEmpty ? lists(of: heading, number) : [])
    }
  }

  private func lists(
    of heading: PolicyHeading, _ number: Int
  ) -> [(number: String, list: RequiredList)] {
    policies.lists.filter { heading.lists.contains($0.code) }.enumerated()
      .map { ("\(number).L\($0 + 1)", $1) }
  }

  public var html: String {
    let chapters = chapters
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>Policies, revision \(HTMLText.plain(policies.revision))</title>
      <style>
      \(StyleSheet.common)
      \(StyleSheet.print)
      \(StyleSheet.policies)
      </style>
      </head>
      <body>
      <a class="skip" href="#contents">Skip the heading</a>
      <main>

      """
    page += "<h1>Policies: revision \(HTMLText.escaped(policies.revision))</h1>\n"
    page += "<p>\(policies.rules.count) rules, \(policies.guarantees.count) guarantees and "
    page += "\(policies.lists.count) lists in \(policies.headings.count) policies. Digest of the "
    page += "files: <span class=\"digest\">\(HTMLText.escaped(policies.digest))</span>.</p>\n"
    page += "<p>A rule applies where all its conditions hold and its exception does not; a "
    page += "condition that is unknown never frees an order. The most severe consequence "
    page += "decides. Words in brackets, such as [E.name], are filled in from the order.</p>\n"
    page += contents(chapters)
    for chapter in chapters { page += html(chapter) }
    return page + "</main>\n</body>\n</html>\n"
  }

  private func contents(_ chapters: [Chapter]) -> String {
    var output = "<nav id=\"contents\" aria-label=\"Contents\">\n<h2>Contents</h2>\n"
    for chapter in chapters {
      output += "<p class=\"chapter\"><a href=\"#policy-\(chapter.number)\">\(chapter.number) "
      output += "\(HTMLText.escaped(title(chapter.heading)))</a></p>\n<ul>\n"
      for (number, words) in chapter.rules {
        output += "<li><a href=\"#\(id(words))\"><span class=\"n\">\(number)</span> "
        output += "\(HTMLText.escaped(words.rule.title))</a></li>\n"
      }
      for (number, words) in chapter.guarantees {
        output += "<li><a href=\"#\(id(words))\"><span class=\"n\">\(number)</span> "
        output += "Guarantee: \(HTMLText.escaped(words.guarantee.title))</a></li>\n"
      }
      for (number, list) in chapter.lists {
        output += "<li><a href=\"#\(id(list))\"><span class=\"n\">\(number)</span> "
        output += "List: \(HTMLText.escaped(list.name))</a></li>\n"
      }
      output += "</ul>\n"
    }
    return output + "</nav>\n"
  }

  func title(_ heading: PolicyHeading) -> String {
    heading.title.isEmpty ? heading.name : heading.title
  }

  func id(_ words: RuleWords) -> String { "rule-" + HTMLText.identifier(words.rule.name) }
  func id(_ words: GuaranteeWords) -> String {
    "guarantee-" + HTMLText.identifier(words.guarantee.name)
  }

  func id(_ list: RequiredList) -> String { "list-" + HTMLText.identifier(list.code) }

  private func html(_ chapter: Chapter) -> String {
    let heading = chapter.heading
    var output = "<section class=\"policy\" id=\"policy-\(chapter.number)\" "
    output += "aria-labelledby=\"h-\(chapter.number)\">\n<h2 id=\"h-\(chapter.number)\">"
    output += "\(chapter.number) \(HTMLText.escaped(title(heading)))</h2>\n"
    output += "<p class=\"soft\">Policy \(HTMLText.escaped(heading.name)), revision "
    output += HTMLText.escaped(heading.revision)
    if !heading.owner.isEmpty { output += ", owned by \(HTMLText.escaped(heading.owner))" }
    output += "; file \(HTMLText.escaped(heading.file))</p>\n"
    for (number, words) in chapter.rules { output += html(words, number) }
    for (number, words) in chapter.guarantees { output += html(words, number) }
    for (number, list) in chapter.lists { output += html(list, number) }
    return output + "</section>\n"
  }
}
