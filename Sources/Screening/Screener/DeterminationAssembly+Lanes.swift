import Facts
import Policy

extension DeterminationAssembly {
  func lanes() -> Lanes {
    Lanes(legal: legal(), redFlag: redFlag(), rights: rights(), data: data())
  }

  private func fired(_ lane: Lane) -> [RuleResult] {
    evaluation.results.filter { $0.state == .fired && rules[$0.rule].lane == lane }
  }

  private func undetermined(_ lane: Lane) -> [RuleResult] {
    evaluation.results.filter {
      $0.state == .undetermined && rules[$0.rule].lane == lane && ($0.effect ?? .release) >= .hold
    }
  }

  private func legal() -> Lanes.Legal {
    let effects = fired(.legal).compactMap(\.effect)
    if effects.contains(.refuseProhibited) {
      return Lanes.Legal(
        state: .prohibited, summary: "Prohibited unless authorised; see the findings of law.")
    }
    if effects.contains(.licenceRequired) {
      return Lanes.Legal(
        state: .licenceRequired,
        summary: "A licence is required; none with a matching balance is recorded.")
    }
    if !coverage.isComplete {
      return Lanes.Legal(
        state: .undetermined, summary: "A required list did not answer, so nothing is concluded.")
    }
    let open = undetermined(.legal).count + effects.filter { $0 >= .hold }.count
    if open > 0 {
      return Lanes.Legal(
        state: .undetermined, summary: "\(count(open, "legal question")) not answered.")
    }
    let answered = coverage.lists.filter(\.answered)
    return Lanes.Legal(
      state: .noBarFoundWithinCoverage,
      summary: "No listed party was found that bars the transaction, in "
        + "\(count(answered.count, "list")) searched as of \(screener.asOf).")
  }

  private func redFlag() -> Lanes.RedFlag {
    let open = fired(.redFlag).filter { ($0.effect ?? .release) >= .hold }.count
    let waiting = undetermined(.redFlag).count
    if open + waiting > 0 {
      var parts: [String] = []
      if open > 0 { parts.append("\(count(open, "red flag")) open") }
      if waiting > 0 { parts.append("\(count(waiting, "red flag")) not excluded") }
      return Lanes.RedFlag(state: .open, summary: parts.joined(separator: ", ") + ".")
    }
    let lifted = evaluation.results.filter {
      $0.state == .lifted && rules[$0.rule].lane == .redFlag
    }
    return lifted.isEmpty
      ? Lanes.RedFlag(state: .none, summary: "No red flag was found.")
      : Lanes.RedFlag(
        state: .resolved, summary: "\(count(lifted.count, "red flag")) resolved by verified facts.")
  }

  private func rights() -> Lanes.Rights {
    let concerned = fired(.rights).filter { $0.effect != nil }
    let ranked = concerned.sorted { ($0.effect ?? .release) > ($1.effect ?? .release) }
    let severities = ranked.compactMap { rules[$0.rule].severity }
    guard let severity = severities.first(where: \.isSevere) ?? severities.first else {
      if let first = ranked.first {
        return Lanes.Rights(
          state: .moderate, scale: "not assessed by rule", scope: "not assessed by rule",
          remediability: "not assessed by rule", linkage: "directlyLinked",
          summary: rules[first.rule].title + ".")
      }
      let waiting = undetermined(.rights).count
      return Lanes.Rights(
        state: .none, scale: "none found", scope: "none found", remediability: "none found",
        linkage: "none",
        summary: waiting == 0
          ? "No rule on human rights applies to what is known."
          : "No rule on human rights applies to what is known; \(count(waiting, "rule")) "
            + "\(waiting == 1 ? "waits" : "wait") for facts.")
    }
    return Lanes.Rights(
      state: severity.isSevere ? .severe : .moderate, scale: severity.scale,
      scope: severity.scope, remediability: severity.remediability, linkage: severity.linkage,
      summary: ranked.map { rules[$0.rule].title }.prefix(2).joined(separator: "; ") + ".")
  }

  private func data() -> Lanes.Data {
    let gaps = fired(.data).filter { ($0.effect ?? .release) >= .hold }.count
    let open = evaluation.raising.count + undetermined(.data).count
    if !coverage.isComplete {
      return Lanes.Data(state: .insufficient, summary: "A required list did not answer.")
    }
    if gaps + open > 0 {
      return Lanes.Data(
        state: .insufficient,
        summary: "Facts are missing that could change the outcome; see the questions.")
    }
    if !coverage.notSearched.isEmpty {
      return Lanes.Data(
        state: .thin, summary: "\(count(coverage.notSearched.count, "search")) not made.")
    }
    return Lanes.Data(state: .sufficient, summary: "Nothing is missing that a rule needs.")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("ch") ? noun + "es" : noun + "s"
    return "\(number) \(number == 1 ? noun : plural)"
  }
}
