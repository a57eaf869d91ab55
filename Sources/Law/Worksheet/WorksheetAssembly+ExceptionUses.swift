import Facts
import Formats

/// Licence exceptions that a person recorded as relied on. The worksheet finds none to apply: it
/// says whether a reviewed record stands and whether anything held here speaks against it.
extension WorksheetAssembly {
  mutating func exceptionUses() {
    for (index, use) in subject.exceptionUses.enumerated() {
      let (answer, words) = standing(of: use)
      let section = tables.exceptions.value?.first { $0.symbol == use.symbol }?.section
      add(
        Step(
          "exceptions.use.\(index + 1)", .exceptions, .context,
          "Does a reviewed record that \(use.symbol) is relied on stand against what is held here?",
          answer, words + "; " + use.words,
          inputs: use.conditions.enumerated().map { Input("condition \($0 + 1)", $1) },
          citations: [
            Citation(
              section.map { "15 CFR \($0)" } ?? "15 CFR part 740",
              verification: LawTables.unverified), law.citation("us.ear.lexc"),
          ]))
    }
  }

  private func standing(of use: WorksheetCase.ExceptionUse) -> (Truth, String) {
    guard case .value(let known, _) = tables.exceptions.read(on: asOf),
      case .value(let bars, _) = tables.bars.read(on: asOf)
    else { return (.isUnknown, "the tables of licence exceptions may not be read") }
    guard known.contains(where: { $0.symbol == use.symbol }) else {
      return (.isFalse, "there is no licence exception \(use.symbol)")
    }
    guard use.faults.isEmpty else { return (.isFalse, use.faults.joined(separator: "; ")) }
    let every = bars.filter { $0.exception == "*" }
    let shut = every.compactMap { bar in met(bar).map { (bar, $0) } }
    if let reason = reason(use.symbol, shut, bars) {
      return (.isFalse, "it is ruled out by \(reason)")
    }
    // A person's record cannot settle who a party is or what an owner brings.
    let open = shut.filter { $0.1.truth == .isUnknown && !$0.0.unless.contains(use.symbol) }
    if let (bar, met) = open.first {
      return (.isUnknown, "a bar to it is open: \(bar.citation), \(met.text)")
    }
    if answer("reasons.licence") == .isFalse {
      return (.isTrue, "nothing held here speaks against it, and no reason for control needs it")
    }
    return (
      .isTrue,
      "nothing held here speaks against it; that its conditions are met is the word of those who "
        + "recorded and reviewed it, and it meets reasons for control alone"
    )
  }
}
