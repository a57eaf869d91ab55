public import Screening

/// A questionnaire as plain text and as a page that can be filled in by hand.
public enum QuestionnaireText {
  public static func text(_ form: Questionnaire, _ language: FormLanguage) -> String {
    var text = TerminalText()
    if let demonstration = form.demonstration {
      text.add("DEMONSTRATION, not for use. " + demonstration)
    }
    text.add(
      "\(FormWords.title.text(language)) \(form.reference) · "
        + "\(FormWords.revision.text(language)) \(form.revision) · "
        + "\(FormWords.asOf.text(language)) \(form.asOf) · \(form.determination)")
    text.add(
      (form.isInternal ? FormWords.internalOnly : FormWords.declaration).text(language))
    if form.items.isEmpty {
      text.blank()
      text.add(FormWords.none.text(language))
    }
    for (index, item) in form.items.enumerated() {
      text.blank()
      text.add(item.text.text(language), first: "\(index + 1). ")
      for (label, words) in rows(item, language) { text.add("\(label): \(words)", first: "   ") }
    }
    return text.text
  }

  /// What stands beside each question.
  private static func rows(
    _ item: Questionnaire.Item, _ language: FormLanguage
  ) -> [(String, String)] {
    var rows = [("Id", item.id)]
    rows.append((FormWords.expected.text(language), FormWords.expected(item).text(language)))
    rows.append((FormWords.why.text(language), item.why.text(language)))
    if !item.bases.isEmpty {
      // The form as JSON has all of them.
      let more = item.bases.count - 6
      rows.append(
        (
          FormWords.basis.text(language),
          item.bases.prefix(6).joined(separator: "; ") + (more > 0 ? "; +\(more)" : "")
        ))
    }
    if let words = item.settledBy { rows.append((FormWords.settled.text(language), words)) }
    return rows
  }

  /// One self-contained page: inline styles, no script, nothing from outside.
  public static func html(_ form: Questionnaire, _ language: FormLanguage) -> String {
    let title = FormWords.title.text(language) + " " + form.reference
    var page = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.plain(title))</title>
      <style>
      \(StyleSheet.common)
      \(StyleSheet.print)
      td.blank{height:2.4rem}
      th[scope=row]{width:12rem}
      </style>
      </head>
      <body>
      <main>

      """
    if let demonstration = form.demonstration {
      page +=
        "<p class=\"banner\">DEMONSTRATION, not for use. "
        + HTMLText.escaped(demonstration) + "</p>\n"
    }
    page += "<h1>\(HTMLText.escaped(title))</h1>\n"
    page +=
      "<p>\(FormWords.revision.text(language)) \(form.revision) · \(HTMLText.escaped(FormWords.asOf.text(language))) "
      + "\(form.asOf) · \(HTMLText.escaped(form.determination))</p>\n"
    let note = form.isInternal ? FormWords.internalOnly : FormWords.declaration
    page +=
      "<p\(form.isInternal ? " class=\"banner\"" : "")>\(HTMLText.escaped(note.text(language)))</p>\n"
    if form.items.isEmpty {
      page += "<p>\(HTMLText.escaped(FormWords.none.text(language)))</p>\n"
    }
    for (index, item) in form.items.enumerated() {
      page +=
        "<section id=\"\(HTMLText.identifier(item.id))\">\n<h2>\(index + 1). "
        + "\(HTMLText.escaped(item.text.text(language)))</h2>\n<div class=\"wide\"><table>\n<tbody>\n"
      for (label, words) in rows(item, language) {
        page +=
          "<tr><th scope=\"row\">\(HTMLText.escaped(label))</th><td>\(HTMLText.escaped(words))</td></tr>\n"
      }
      for label in [FormWords.answer, FormWords.by, FormWords.day, FormWords.documents] {
        page +=
          "<tr><th scope=\"row\">\(HTMLText.escaped(label.text(language)))</th>"
          + "<td class=\"blank\"></td></tr>\n"
      }
      page += "</tbody>\n</table></div>\n</section>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }
}
