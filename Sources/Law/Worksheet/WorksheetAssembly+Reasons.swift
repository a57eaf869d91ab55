import Facts
import Formats

/// Each reason for control of the declared entry against the destination (15 CFR 738.4(a)(2)).
extension WorksheetAssembly {
  private static let question = "Do the reasons for control require a licence for the destination?"

  mutating func reasons() {
    let cited = [law.citation("us.ear.738"), law.citation("us.ear.774")]
    let place = Input("destination", subject.destination)
    func whole(_ answer: Truth, _ words: String) -> Step {
      Step(
        "reasons.licence", .reasons, .licence, Self.question, answer, words,
        inputs: [Input("ECCN", declared ?? "not declared"), place], citations: cited)
    }
    if let fault = destinationFault {
      add(whole(.isUnknown, fault))
      return
    }
    if isBasket {
      add(
        whole(
          .isFalse,
          "EAR99 has no reasons for control; that is no ground to release: parts 744 and 746 "
            + "and the other regimes decide"))
      return
    }
    guard let code else {
      add(whole(.isUnknown, declared == nil ? "nothing is declared" : "the code cannot be read"))
      return
    }
    guard case .value(let list, let listTable) = tables.classifications.read(on: asOf),
      case .value(let chart, let chartTable) = tables.chart.read(on: asOf)
    else {
      add(whole(.isUnknown, tableFault ?? "a table is missing"))
      return
    }
    guard let entry = list[code.entry] else {
      add(whole(.isUnknown, "there is no entry \(code.entry)"))
      return
    }
    guard !entry.controls.isEmpty else {
      add(
        whole(
          .isUnknown,
          "the entry states its requirements elsewhere than in columns; its text decides"))
      return
    }
    let citations = [
      law.citation("15 CFR part 774 supplement no. 1, \(code.entry)", listTable),
      law.citation("15 CFR part 738 supplement no. 1, \(subject.destination)", chartTable),
    ]
    var answers: [Truth] = []
    var names: [String: Int] = [:]
    for control in entry.controls {
      let step = step(control, code, chart, citations, names: &names)
      answers.append(step.answer)
      add(step)
    }
    for step in footnotes(code, chart) {
      if step.nature == .licence { answers.append(step.answer) }
      add(step)
    }
    let answer = scoped(Self.any(answers))
    let reasons = steps.filter { $0.section == .reasons && $0.answer == .isTrue }.map(\.id)
    add(
      whole(
        answer,
        answer == .isTrue
          ? "yes at \(reasons.joined(separator: ", ")), unless an exception applies"
          : answer == .isFalse
            ? "no control that applies requires one here; that settles General Prohibition One "
              + "alone (15 CFR 738.4(a)(2)(ii)(B))"
            : "open at a control, or whether the item is subject to the EAR"))
  }

  /// The footnotes of the destination's row: requirements that the marks do not show.
  private func footnotes(_ code: ClassificationCode, _ chart: CountryChart) -> [Step] {
    guard let row = chart.row(of: subject.destination) else { return [] }
    return row.footnotes.map { number in
      let id = "reasons.footnote-\(number)"
      let question = "Does footnote \(number) of the Country Chart require a licence for the item?"
      guard case .value(let notes, let table) = tables.footnotes.read(on: asOf),
        let note = notes.first(where: { $0.number == number })
      else {
        return unknown(
          id, .reasons, .licence, question, "the footnote is not held here",
          [law.citation("us.ear.738")])
      }
      let citations = [
        law.citation("15 CFR part 738 supplement no. 1, footnote \(number)", table),
        Citation(note.citation, verification: "cited by the footnote"),
      ]
      guard !note.codes.isEmpty || !note.open.isEmpty else {
        return Step(
          id, .reasons, .context, question, .isUnknown, "it refers on: \(note.about)",
          citations: citations)
      }
      let named = Self.any(
        note.codes.map { listed in
          let (entry, path) = (String(listed.prefix(5)), String(listed.dropFirst(5)))
          guard entry == code.entry else { return Truth.isFalse }
          if path.isEmpty || code.isWithin(path) { return .isTrue }
          return code.mayHold(path) ? .isUnknown : .isFalse
        } + note.open.map { $0 == code.entry ? Truth.isUnknown : .isFalse })
      return Step(
        id, .reasons, .licence, question, named,
        named == .isFalse
          ? "it does not name \(code.entry)\(code.paragraph): \(note.about)"
          : named == .isTrue
            ? "it names \(code.entry)\(code.paragraph): \(note.about)"
            : "it names a part of \(code.entry): \(note.about)",
        inputs: [Input("ECCN", code.entry + code.paragraph)], citations: citations)
    }
  }

  /// A requirement of the EAR binds only what is subject to them.
  func scoped(_ answer: Truth) -> Truth { answer.and(self.answer("scope.subject")) }

  private var tableFault: String? {
    if case .fault(let fault) = tables.classifications.read(on: asOf) { return fault }
    if case .fault(let fault) = tables.chart.read(on: asOf) { return fault }
    return nil
  }

  /// Why the destination is none that can be looked up.
  private var destinationFault: String? {
    let country = subject.destination
    if let former = tables.formerCountry(country) {
      let since = former.until.map { ", taken back on \($0)" } ?? ""
      return "`\(country)` (\(former.name)) is no country code\(since); use "
        + former.instead.joined(separator: " or ")
    }
    return nil
  }

  private func step(
    _ control: ClassificationList.Control, _ code: ClassificationCode, _ chart: CountryChart,
    _ citations: [Citation], names: inout [String: Int]
  ) -> Step {
    // Where nobody can say that there is such a paragraph, a control of another one may be meant.
    let applies =
      control.part == .entire || paragraphExists != .isUnknown
      ? control.applies(to: code) : .isUnknown
    let (required, words) = requirement(control, chart)
    let column: String
    if case .chart(let named) = control.requirement {
      column = named.replacing(" ", with: "-")
    } else {
      column = control.reason
    }
    names[column, default: 0] += 1
    let number = names[column] ?? 1
    let id = "reasons.\(column)" + (number > 1 ? ".\(number)" : "")
    let part: String
    switch control.part {
    case .entire: part = "the entire entry"
    case .only(let paths): part = paths.joined(separator: ", ") + " only"
    case .except(let paths): part = "all but " + paths.joined(separator: ", ")
    case .words: part = "a part that the entry tells in words"
    }
    let open =
      applies == .isUnknown && required != .isFalse
      ? "; whether the item is in that part is not known"
        + (code.paragraph.isEmpty
          ? ": declare the paragraph"
          : paragraphExists == .isUnknown ? ": no paragraph \(code.paragraph) is recorded" : "")
      : ""
    return Step(
      id, .reasons, .licence,
      "\(control.reason) applies to \(part): is a licence required for \(subject.destination)?",
      applies.and(required), (applies == .isFalse ? "the item is in another part" : words) + open,
      inputs: [Input("ECCN", code.entry + code.paragraph), Input("control", control.reason)],
      citations: control.section.isEmpty
        ? citations
        : citations + [Citation("15 CFR " + control.section, verification: "cited by the entry")])
  }

  private func requirement(
    _ control: ClassificationList.Control, _ chart: CountryChart
  ) -> (Truth, String) {
    let country = subject.destination
    switch control.requirement {
    case .chart(let column):
      // The United States are no destination of the chart.
      guard let row = chart.row(of: country) else {
        return (.isUnknown, "the chart has no row for \(country); that is no permission")
      }
      if let pointer = row.pointer {
        return (.isUnknown, "the row of \(row.name) refers to \(pointer)")
      }
      guard chart.columns.contains(column) else {
        return (.isUnknown, "the chart has no column \(column)")
      }
      let reads = row.country == country ? "" : " (\(country) reads the row of \(row.name))"
      let notes =
        row.footnotes.isEmpty
        ? "" : "; footnotes \(row.footnotes.map(String.init).joined(separator: ", "))"
      return row.marks.contains(column)
        ? (.isTrue, "X in column \(column) for \(row.name)\(reads)\(notes)")
        : (.isFalse, "no X in column \(column) for \(row.name)\(reads)\(notes)")
    case .everywhere(let except):
      return except.contains(country)
        ? (.isFalse, "every destination but \(country)")
        : (.isTrue, "required for every destination")
    case .places(let places, let except):
      guard case .value(let groups, _) = tables.groups.read(on: asOf) else {
        return (.isUnknown, "the table of Country Groups may not be read")
      }
      let named =
        places.joined(separator: ", ")
        + (except.isEmpty
          ? "" : ", without those of the groups in \(except.joined(separator: ", "))")
      return (
        Truth(groups.holds(country, oneOf: places, except: except)), "the control names \(named)"
      )
    case .provision:
      return (.isUnknown, "the entry refers to a provision that is not read here")
    }
  }
}
