import Facts
import Formats

/// Which entry the item is declared under, and whether that can be.
extension WorksheetAssembly {
  mutating func classification() {
    declaration()
    existence()
    basisAndDate()
    productFit()
    customsFit()
  }

  private var list: [Citation] { [law.citation("us.ear.774")] }

  private mutating func declaration() {
    let value = declared
    add(
      Step(
        "classification.declared", .classification, .finding,
        "Is no export classification declared?", Truth(value == nil),
        value.map { "declared as \($0)" } ?? "no ECCN and not EAR99",
        inputs: [Input("ECCN", value ?? "not declared")], citations: list))
  }

  private mutating func existence() {
    let question = "Is the declared code no entry of the Commerce Control List?"
    func step(_ answer: Truth, _ words: String, _ citations: [Citation]) -> Step {
      Step(
        "classification.unknown-code", .classification, .finding, question, answer, words,
        inputs: [Input("ECCN", declared ?? "not declared")], citations: citations)
    }
    guard let declared else {
      add(step(.isUnknown, "nothing is declared", list))
      return
    }
    if isBasket {
      add(
        step(
          .isFalse,
          "EAR99 is the rest of what is subject to the EAR, not an entry; it settles nothing by "
            + "itself: parts 744 and 746 apply to it", list))
      return
    }
    guard let code else {
      add(
        step(
          .isTrue,
          "`\(declared)` is not built as an ECCN (category, product group, three digits)", list))
      return
    }
    let former = formerWords(code.entry)
    switch tables.classifications.read(on: asOf) {
    case .fault(let fault):
      add(step(former == nil ? .isUnknown : .isTrue, former ?? fault, list))
    case .value(let entries, let table):
      let citation = [law.citation("15 CFR part 774 supplement no. 1", table)]
      if let entry = entries[code.entry] {
        let paragraph = entry.hasParagraph(code)
        add(
          step(
            paragraph == .isUnknown ? .isUnknown : .isFalse,
            paragraph == .isUnknown
              ? "\(code.entry) is an entry; no paragraph \(code.paragraph) of it is recorded here"
                + (entry.paragraphs.isEmpty
                  ? "" : ", which has \(entry.paragraphs.map { "." + $0 }.joined(separator: " "))")
              : "\(code.entry)\(code.paragraph) is in an entry of the list", citation))
      } else {
        add(step(.isTrue, former ?? "there is no entry \(code.entry)", citation))
      }
    }
  }

  /// Whether the declared paragraph is one; yes where none is declared.
  var paragraphExists: Truth {
    guard let code, let entry = tables.classifications.value?[code.entry] else { return .isUnknown }
    return entry.hasParagraph(code)
  }

  private func formerWords(_ eccn: String) -> String? {
    guard let former = tables.formerClassifications.value?.first(where: { $0.eccn == eccn }),
      former.until.map({ $0 < asOf }) ?? true
    else { return nil }
    let since = former.until.map { "\(eccn) is retired since \($0.adding(days: 1))" }
    let instead = former.instead.isEmpty ? "" : "; \(former.instead) came in its place"
    return (since ?? "\(eccn) is no entry") + instead
      + (former.note.isEmpty ? "" : " (\(former.note); \(former.verification))")
  }

  private mutating func basisAndDate() {
    let basis = subject.basis?.trimmed ?? ""
    let date = Self.date(in: basis)
    let question = "Does the classification lack a basis and a date?"
    let answer: Truth
    let words: String
    if declared == nil {
      (answer, words) = (.isUnknown, "nothing is declared")
    } else if basis.isEmpty {
      (answer, words) = (.isTrue, "who classified the item, and when, is not stated")
    } else if let date, date > asOf {
      (answer, words) = (.isTrue, "the classification is dated \(date), after \(asOf)")
    } else {
      let day = date.map { "of \($0)" } ?? "with no day that can be read"
      (answer, words) = (Truth(date == nil), "a basis is stated, \(day)")
    }
    add(
      Step(
        "classification.no-basis", .classification, .finding, question, answer, words,
        inputs: [Input("basis", basis.isEmpty ? "not stated" : basis)], citations: list))
  }

  /// The last day that a text names as 2026-11-22, or a year alone as its first day.
  static func date(in text: String) -> CivilDate? {
    let words = text.split { !($0.isNumber || $0 == "-") }
    return words.compactMap { CivilDate($0) }.last
      ?? words.last { $0.utf8.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
      .flatMap { CivilDate($0 + "-01-01") }
  }

  private mutating func productFit() {
    let question = "Does the declared code contradict what the product is?"
    let id = "classification.conflict"
    func step(_ answer: Truth, _ words: String, _ citations: [Citation]) -> Step {
      Step(
        id, .classification, .finding, question, answer, words,
        inputs: [
          Input("ECCN", declared ?? "not declared"),
          Input(
            "product family",
            subject.families.isEmpty ? "not known" : subject.families.joined(separator: ", ")),
        ], citations: citations)
    }
    guard let declared else {
      add(step(.isUnknown, "nothing is declared to hold against the product", list))
      return
    }
    guard case .value(let products, let table) = tables.products.read(on: asOf) else {
      add(step(.isUnknown, "the table of product families may not be read", list))
      return
    }
    guard !subject.families.isEmpty else {
      add(step(.isUnknown, "what the product is could not be told", list))
      return
    }
    let rows = suggestions(products)
    let entry = code?.entry ?? declared.uppercased()
    let demanding = rows.filter { !$0.required.isEmpty }
    let citation = [law.citation("product families and entries", table)]
    if let row = demanding.first(where: { !$0.required.contains(entry) }) {
      add(
        step(
          .isTrue,
          "\(row.family) points to \(row.required.joined(separator: " or ")), and \(declared) is "
            + "declared (\(row.verification))", citation))
      return
    }
    // A code that exists and that the family does not suggest may be right; a person looks.
    let allowed = rows.flatMap { $0.eccns + $0.required }
    if rows.isEmpty {
      add(step(.isFalse, "no usual classification of this family is recorded here", citation))
    } else if allowed.contains(entry) {
      add(
        step(
          .isFalse,
          "\(declared) is what \(rows.map(\.family).joined(separator: ", ")) is usually declared "
            + "as; that classifies nothing", citation))
    } else {
      add(
        step(
          .isTrue,
          "\(rows.map(\.family).joined(separator: ", ")) is usually declared as "
            + "\(Self.unique(allowed).joined(separator: " or ")), and \(declared) is declared",
          citation))
    }
  }

  /// The nearest row above each family of the item.
  func suggestions(_ products: [ProductClassification]) -> [ProductClassification] {
    var result: [ProductClassification] = []
    for family in subject.families {
      let fitting = products.filter { law.isWithin(family, $0.family) }
      let nearest = fitting.filter { row in
        !fitting.contains { $0.family != row.family && law.isWithin($0.family, row.family) }
      }
      for row in nearest where !result.contains(row) { result.append(row) }
    }
    return result
  }

  private mutating func customsFit() {
    guard let code = subject.hsCode?.filter(\.isNumber), !code.isEmpty,
      case .value(let products, let table) = tables.products.read(on: asOf)
    else { return }
    let known = Self.unique(suggestions(products).flatMap(\.hs))
    guard !known.isEmpty else { return }
    let fits = known.contains { code.hasPrefix($0) || $0.hasPrefix(code) }
    add(
      Step(
        "classification.customs", .classification, .context,
        "Does the customs heading differ from those of the product family?", Truth(!fits),
        "\(code) against \(known.joined(separator: ", ")); a customs heading is no ECCN",
        inputs: [Input("HS code", code)], citations: [law.citation("Harmonized System", table)]))
  }

  static func unique(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
