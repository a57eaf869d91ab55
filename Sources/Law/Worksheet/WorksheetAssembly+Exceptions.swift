import Facts
import Formats

/// Licence exceptions that were considered, and why none may be used without a person's answer.
extension WorksheetAssembly {
  mutating func exceptions() {
    let needed = Self.any(
      steps.filter { $0.nature == .licence && $0.answer != .isFalse }.map(\.answer))
    let cited = [law.citation("us.ear.lexc"), law.citation("us.ear.740")]
    let question = "Can a licence exception be ruled in or out?"
    guard needed != .isFalse else {
      add(
        Step(
          "exceptions.needed", .exceptions, .context,
          "Is there a licence requirement that an exception could meet?", .isFalse,
          "no step above asks for a licence", citations: cited))
      return
    }
    guard case .value(let known, let table) = tables.exceptions.read(on: asOf),
      case .value(let bars, let barTable) = tables.bars.read(on: asOf)
    else {
      add(
        unknown(
          "exceptions.considered", .exceptions, .context, question,
          "the tables of licence exceptions may not be read", cited))
      return
    }
    let every = bars.filter { $0.exception == "*" }
    let shut = every.compactMap { bar in met(bar).map { (bar, $0) } }
    var left: [String] = []
    var ruledOut: [(reason: String, symbols: [String])] = []
    for exception in known {
      if let reason = reason(exception.symbol, shut, bars) {
        if let place = ruledOut.firstIndex(where: { $0.reason == reason }) {
          ruledOut[place].symbols.append(exception.symbol)
        } else {
          ruledOut.append((reason, [exception.symbol]))
        }
      } else {
        left.append("\(exception.symbol) (15 CFR \(exception.section))")
      }
    }
    for (index, (bar, words)) in shut.enumerated() {
      add(
        Step(
          "exceptions.bar.\(index + 1)", .exceptions, .context,
          "Is there a bar to every exception" + (bar.unless.map { " but \($0)" } ?? "") + "?",
          words.truth, words.text,
          citations: [Citation(bar.citation, verification: bar.verification)]))
    }
    let citations = cited + [law.citation("part 740", table), law.citation("740.2", barTable)]
    add(
      Step(
        "exceptions.ruled-out", .exceptions, .context, "Which exceptions are ruled out?",
        Truth(!ruledOut.isEmpty),
        ruledOut.isEmpty
          ? "none"
          : ruledOut.map { "\($0.symbols.joined(separator: ", ")) by \($0.reason)" }
            .joined(separator: "; "), citations: citations))
    add(
      Step(
        "exceptions.left", .exceptions, .context,
        "Which remain for a person to read against their conditions?",
        left.isEmpty ? .isFalse : .isUnknown,
        left.isEmpty
          ? "none" : left.joined(separator: ", ") + "; their conditions are not worked out here",
        citations: citations))
  }

  private struct Met {
    let truth: Truth
    let text: String
  }

  /// Nil where the bar is known not to be met.
  private func met(_ bar: ExceptionBar) -> Met? {
    switch bar.bar {
    case .list:
      let matches = (subject.parties ?? []).flatMap(\.matches).filter {
        bar.values.contains($0.list)
      }
      guard let match = matches.first(where: \.isCertain) ?? matches.first else { return nil }
      return Met(truth: match.truth, text: "\(match.name) on the \(match.listName): \(bar.note)")
    case .reason:
      let met = steps.filter { step in
        step.section == .reasons && step.answer == .isTrue
          && bar.values.contains { step.id.hasPrefix("reasons.\($0)") }
      }
      guard let step = met.first else { return nil }
      return Met(truth: .isTrue, text: "\(step.id): \(bar.note)")
    case .group:
      guard let groups else { return Met(truth: .isUnknown, text: "Country Groups not known") }
      guard bar.values.contains(where: groups.contains) else { return nil }
      return Met(truth: .isTrue, text: "\(subject.destination): \(bar.note)")
    case .notInGroup:
      guard let groups else { return Met(truth: .isUnknown, text: "Country Groups not known") }
      guard !bar.values.contains(where: groups.contains) else { return nil }
      return Met(truth: .isTrue, text: bar.note)
    case .country:
      guard !bar.values.contains(subject.destination) else { return nil }
      return Met(truth: .isTrue, text: bar.note)
    }
  }

  /// Why an exception is out; nil where nothing held here says so.
  private func reason(
    _ symbol: String, _ shut: [(ExceptionBar, Met)], _ bars: [ExceptionBar]
  ) -> String? {
    if let (bar, met) = shut.first(where: { $0.1.truth == .isTrue && $0.0.unless != symbol }) {
      return "\(bar.citation), \(met.text)"
    }
    for bar in bars where bar.exception == symbol {
      if let met = met(bar), met.truth == .isTrue { return "\(bar.citation), \(met.text)" }
    }
    guard let code, let entry = tables.classifications.value?[code.entry] else { return nil }
    if entry.exceptions[symbol] == "no" { return "\(code.entry) says N/A" }
    let isListBased = ["LVS", "GBS", "TSR"].contains(symbol)
    if isListBased, entry.exceptions[symbol] == nil { return "\(code.entry) does not offer it" }
    return nil
  }
}
