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
    let citations = cited + [law.citation("part 740", table), law.citation("740.2", barTable)]
    for (index, (bar, words)) in shut.enumerated() {
      add(
        Step(
          "exceptions.bar.\(index + 1)", .exceptions, .context,
          "Is there a bar to every exception"
            + (bar.unless.isEmpty ? "" : " but \(bar.unless.joined(separator: ", "))") + "?",
          words.truth, words.text,
          citations: [Citation(bar.citation, verification: bar.verification)]))
    }
    var left: [LawTables.LicenceException] = []
    var ruledOut: [(reason: String, symbols: [String])] = []
    for exception in known {
      if let reason = reason(exception.symbol, shut, bars) {
        if let place = ruledOut.firstIndex(where: { $0.reason == reason }) {
          ruledOut[place].symbols.append(exception.symbol)
        } else {
          ruledOut.append((reason, [exception.symbol]))
        }
      } else {
        left.append(exception)
      }
    }
    add(
      Step(
        "exceptions.ruled-out", .exceptions, .context, "Which exceptions are ruled out?",
        Truth(!ruledOut.isEmpty),
        ruledOut.isEmpty
          ? "none"
          : ruledOut.map { "\($0.symbols.joined(separator: ", ")) by \($0.reason)" }
            .joined(separator: "; "), citations: citations))
    for exception in left { conditions(of: exception, bars) }
    add(
      Step(
        "exceptions.left", .exceptions, .context,
        "Which remain for a person to read against their conditions?",
        left.isEmpty ? .isFalse : .isUnknown,
        left.isEmpty
          ? "none" : left.map { "\($0.symbol) (15 CFR \($0.section))" }.joined(separator: ", "),
        citations: citations))
  }

  /// What is held here of the conditions of an exception that nothing rules out. None is answered
  /// with yes: the section has more of them than can be told by entry, destination and value.
  private mutating func conditions(of exception: LawTables.LicenceException, _ bars: [ExceptionBar])
  {
    let own = bars.filter { $0.exception == exception.symbol }
    guard !own.isEmpty else { return }
    var words: [String] = []
    for bar in own {
      if let met = met(bar) {
        words.append("open: \(met.text)")
      } else {
        words.append("held: \(bar.note)")
      }
    }
    add(
      Step(
        "exceptions.\(exception.symbol)", .exceptions, .context,
        "Do the conditions of \(exception.symbol) that are held here let it stand?", .isUnknown,
        words.joined(separator: "; ")
          + "; its further conditions are to be read in 15 CFR \(exception.section)",
        citations: Self.unique(own.map(\.citation)).map { citation in
          Citation(
            citation,
            verification: own.first { $0.citation == citation }?.verification
              ?? LawTables.unverified)
        }))
  }

  /// The authorisations that the company holds, which meet a requirement where they fit.
  mutating func licences() {
    for licence in subject.licences {
      add(
        Step(
          "exceptions.licence.\(licence.number)", .exceptions, .context,
          "Does the licence \(licence.number) on record cover this line?", licence.isUsable,
          licence.words,
          inputs: [Input("covers", licence.covers.joined(separator: ", "))],
          citations: [law.citation("us.ear.748.5")]))
    }
  }

  /// Why an exception is out; nil where nothing held here says so.
  func reason(
    _ symbol: String, _ shut: [(ExceptionBar, Met)], _ bars: [ExceptionBar]
  ) -> String? {
    if let (bar, met) = shut.first(where: {
      $0.1.truth == .isTrue && !$0.0.unless.contains(symbol)
    }) {
      return "\(bar.citation), \(met.text)"
    }
    for bar in bars where bar.exception == symbol {
      if let met = met(bar), met.truth == .isTrue { return "\(bar.citation), \(met.text)" }
    }
    guard let code, let entry = tables.classifications.value?[code.entry] else { return nil }
    if entry.exceptions[symbol] == "no" { return "\(code.entry) says N/A" }
    let isListBased = ["LVS", "GBS", "TSR", "APP", "AIA", "ACM", "LPP", "HBM"].contains(symbol)
    if isListBased, entry.exceptions[symbol] == nil { return "\(code.entry) does not offer it" }
    return nil
  }
}
