import Policy

extension PolicyPage {
  func html(_ words: RuleWords, _ number: String) -> String {
    let rule = words.rule
    var rows: [(String, String)] = []
    rows.append(("Lane", HTMLText.escaped(rule.lane.written)))
    if !words.appliesTo.isEmpty {
      rows.append(("Applies to", HTMLText.escaped(words.appliesTo.joined(separator: ", "))))
    }
    rows.append(("Where", clauses(words, number)))
    if let exception = words.exception {
      rows.append(("Unless", HTMLText.escaped(exception) + names(words.exceptionCodes)))
    }
    rows.append(("Then", "<b>\(HTMLText.escaped(words.consequence))</b>"))
    if let binds = words.binds { rows.append(("Binds", HTMLText.escaped(binds))) }
    rows.append(("Because", HTMLText.escaped(words.reason)))
    if !words.obligations.isEmpty { rows.append(("To be done", list(words.obligations))) }
    if let severity = rule.severity { rows.append(("Severity", html(severity))) }
    rows.append(("In force", HTMLText.escaped(words.inForce)))
    if !rule.bases.isEmpty { rows.append(("Basis", cited(rule.bases, registry.bases))) }
    if !rule.sources.isEmpty { rows.append(("Evidence", cited(rule.sources, registry.sources))) }
    if !rule.examples.isEmpty {
      rows.append(
        ("Examples", list(rule.examples.map { "\($0.title): \($0.expectation.rawValue)" })))
    }
    return article(number, rule.title, rule.name, id(words), rows)
  }

  func html(_ words: GuaranteeWords, _ number: String) -> String {
    var rows = [("For", HTMLText.escaped(words.appliesTo.joined(separator: ", ")))]
    if let hypothesis = words.hypothesis {
      rows.append(("Where it may be that", HTMLText.escaped(hypothesis)))
    }
    if let known = words.known { rows.append(("Where it is known that", HTMLText.escaped(known))) }
    rows.append(("Promised", "<b>\(HTMLText.escaped(words.promise))</b>"))
    rows.append(("In force", HTMLText.escaped(words.inForce)))
    let guarantee = words.guarantee
    return article(
      number, "Guarantee: " + guarantee.title, guarantee.name, id(words), rows)
  }

  private func article(
    _ number: String, _ title: String, _ name: String, _ id: String, _ rows: [(String, String)]
  ) -> String {
    var output = "<article id=\"\(id)\">\n<h3>\(number) \(HTMLText.escaped(title))</h3>\n"
    output += "<p class=\"soft\">\(HTMLText.escaped(name))</p>\n<dl>\n"
    for (term, text) in rows { output += "<dt>\(term)</dt><dd>\(text)</dd>\n" }
    return output + "</dl>\n</article>\n"
  }

  /// Each clause with a number of its own, and the names of the codes that it speaks of.
  private func clauses(_ words: RuleWords, _ number: String) -> String {
    var output = "<ol class=\"clauses\">\n"
    for (index, clause) in words.conditions.enumerated() {
      output += "<li><span class=\"n\">\(number).\(index + 1)</span> "
      output += HTMLText.escaped(clause.text)
      output += index < words.conditions.count - 1 ? ", and" : ""
      output += names(clause.codes) + "</li>\n"
    }
    return output + "</ol>"
  }

  private func names(_ codes: [String]) -> String {
    codes.isEmpty
      ? "" : "<span class=\"names\">\(HTMLText.escaped(codes.joined(separator: "; ")))</span>"
  }

  private func list(_ items: [String]) -> String {
    "<ul>" + items.map { "<li>\(HTMLText.escaped($0))</li>" }.joined() + "</ul>"
  }

  private func cited(_ ids: [String], _ texts: [String: String]) -> String {
    list(ids.map { id in texts[id].map { "\(id): \($0)" } ?? id })
  }

  private func html(_ severity: Severity) -> String {
    "<b>\(severity.isSevere ? "severe" : "moderate")</b>"
      + list(
        [
          ("scale", severity.scale), ("scope", severity.scope),
          ("remediability", severity.remediability), ("linkage", severity.linkage),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" })
  }

  func html(_ required: RequiredList, _ number: String) -> String {
    let when = required.whenActor.map { "where an actor of the \($0) takes part" }
    let needed = required.isRequired ? when ?? "for every order" : "no"
    let place = required.isDemonstration ? ", in a demonstration corpus" : ""
    var rows = [
      ("Required", HTMLText.escaped(needed + place)), ("Floor", "\(required.floor) entries"),
      ("Greatest age", "\(required.maximumAgeDays) days"),
    ]
    if !required.canaries.isEmpty { rows.append(("Must hold", list(required.canaries))) }
    return article(number, "List: " + required.name, required.code, id(required), rows)
  }
}

extension StyleSheet {
  static let policies = """
    body{max-width:52rem}
    a{color:inherit}
    .soft{color:var(--soft);font-size:.85rem;margin:.1rem 0 .4rem}
    .digest{font-size:.85em}
    nav h2{border-top:0;padding-top:0;margin-top:1.2rem}
    nav .chapter{font-weight:600;margin:.7rem 0 .1rem}
    nav ul{list-style:none;margin:0;padding:0 0 0 1.2rem}
    .n{font-variant-numeric:tabular-nums;display:inline-block;min-width:2.6rem}
    article{margin:1rem 0 1.4rem;padding-top:.4rem;border-top:1px solid var(--line)}
    article h3{font-size:1.05rem;margin:.2rem 0 0}
    dl{display:grid;grid-template-columns:7.6rem 1fr;gap:.25rem .8rem;margin:.3rem 0;
    font-size:.94rem}
    dt{font-weight:600}
    dd{margin:0}
    dd ul,dd ol{margin:0;padding:0;list-style:none}
    .clauses li{padding-left:3.4rem;text-indent:-3.4rem}
    .clauses .n{min-width:3.4rem;text-indent:0}
    .names{display:block;color:var(--soft);font-size:.82em;text-indent:0}
    @media (max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}}
    @media print{
    @page{size:A4}
    :root{--ink:#000;--soft:#000;--line:#000;--pale:#fff}
    .policy{break-before:page}
    .soft{font-size:8.2pt;margin:0 0 1mm}
    nav{font-size:9pt}
    nav ul{padding-left:5mm}
    article{margin:3mm 0 4mm;padding-top:1.5mm}
    article h3{font-size:10.5pt}
    dl{grid-template-columns:24mm 1fr;gap:.7mm 3mm;font-size:9.2pt}
    dt,article h3,article>.soft{break-after:avoid}
    dd li{break-inside:avoid}
    .names{font-size:7.8pt}
    }
    """
}
