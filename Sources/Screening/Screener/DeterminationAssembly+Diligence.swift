import Dossier
import Facts
import Formats
import Policy
import Taxonomy
import Trade

extension DeterminationAssembly {
  /// The human-rights block: each dimension from the rules that decide it, with their reasons.
  mutating func diligence() -> RightsDiligence {
    let scale = dimension("scale", \.scale)
    let scope = dimension("scope", \.scope)
    let remediability = dimension("remediability", \.remediability)
    let (connection, taken, reasons) = connection()
    return RightsDiligence(
      scale: scale, scope: scope, remediability: remediability, connection: connection,
      takenAs: taken, connectionReasons: reasons, leverage: leverage(), mitigation: mitigation(),
      likelihood: likelihood(), confidence: confidence())
  }

  /// Rules on human rights in one state whose severity speaks of something.
  private func speaking(
    _ state: RuleResult.State, of part: KeyPath<Severity, String>
  ) -> [RuleResult] {
    evaluation.results.filter {
      $0.state == state && rules[$0.rule].lane == .rights
        && !(rules[$0.rule].severity?[keyPath: part] ?? "").isEmpty
    }
  }

  private mutating func reason(_ result: RuleResult) -> RightsDiligence.Reason {
    let rule = rule(result)
    let text =
      result.witnesses.first.map { evaluator.text(rule.reason, for: $0, of: rule, in: table) }
      ?? rule.title + " (not settled on what is known)"
    let evidence = evaluator.evidence(of: result, in: table).prefix(6).map { shelf.id(of: $0) }
    return RightsDiligence.Reason(rule: rule.name, text: text, evidence: Array(evidence))
  }

  private mutating func dimension(
    _ name: String, _ part: KeyPath<Severity, String>
  ) -> RightsDiligence.Dimension {
    let fired = speaking(.fired, of: part)
    let severe = fired.filter { rules[$0.rule].severity?.isSevere == true }
    let open = speaking(.undetermined, of: part).filter {
      rules[$0.rule].severity?.isSevere == true
    }
    let chosen: [RuleResult]
    let grade: RightsDiligence.Dimension.Grade
    if !severe.isEmpty {
      (chosen, grade) = (severe, .severe)
    } else if !open.isEmpty {
      (chosen, grade) = (open, .unknownTakenAsSevere)
    } else {
      (chosen, grade) = (fired, fired.isEmpty ? .notFound : .moderate)
    }
    var said: [String] = []
    for result in chosen {
      guard let words = rules[result.rule].severity?[keyPath: part], !said.contains(words) else {
        continue
      }
      said.append(words)
    }
    let words =
      grade == .notFound
      ? "no rule on \(name) applies to what is known" : said.joined(separator: "; ")
    var reasons: [RightsDiligence.Reason] = []
    for result in chosen { reasons.append(reason(result)) }
    return RightsDiligence.Dimension(grade: grade, words: words, reasons: reasons)
  }

  /// The gravest kind that a rule finds or leaves open; a milder one hides no graver one that is open.
  private mutating func connection() -> (
    found: RightsDiligence.Connection, taken: RightsDiligence.Connection, [RightsDiligence.Reason]
  ) {
    for kind in [RightsDiligence.Connection.cause, .contribute, .directlyLinked] {
      for state in [RuleResult.State.fired, .undetermined] {
        let chosen = speaking(state, of: \.linkage).filter {
          rules[$0.rule].severity?.linkage == kind.rawValue
        }
        guard !chosen.isEmpty else { continue }
        var reasons: [RightsDiligence.Reason] = []
        for result in chosen { reasons.append(reason(result)) }
        return (state == .fired ? kind : .unknown, kind, reasons)
      }
    }
    return (.none, .none, [])
  }

  // MARK: - Leverage and mitigation

  private func orderFact(_ term: OrderTerm) -> Fact { table.objects[0][0].facts[term.rawValue] }

  private func leverage() -> [String] {
    var words: [String] = []
    let parties = dossier.parties
    let users = parties.filter { $0.roles.contains(.endUser) }
    if users.isEmpty {
      words.append("No end user is named, so whom leverage could reach is not known.")
    } else if users.allSatisfy({ $0.roles.contains(.purchaser) }) {
      words.append("The end user buys directly; terms can be agreed with it.")
    } else {
      words.append("Somebody else buys; terms reach the end user only through it.")
    }
    let tree = screener.knowledge.taxonomy.products
    let isLasting = dossier.lines.contains { line in
      line.families.contains { family in
        ["sequencer", "rapid-dna", "biometric-capture"].contains { tree.isWithin(family, $0) }
      }
    }
    words.append(
      isLasting
        ? "An instrument depends on service, consumables and software, which can be made "
          + "conditional or ended."
        : "Goods that are used up leave leverage only over the next order.")
    if orderFact(.safeguardsRefused).value == .boolean(true) {
      words.append("Safeguards of the contract were refused.")
    }
    return words
  }

  private func mitigation() -> [String] {
    var words: [String] = []
    let domains = evaluator.policies.vocabulary.domains
    // A company's own terms stand behind these.
    let orderTerms = domains[Vocabulary.orderDomain].terms.prefix(OrderTerm.allCases.count)
    for (index, term) in orderTerms.enumerated() where term.name.hasPrefix("verified-") {
      let fact = table.objects[0][0].facts[index]
      if fact.value == .boolean(true) { words.append("Verified: \(fact.words)") }
    }
    let partyTerms = domains[ScreeningVocabulary.Domain.party.rawValue].terms
      .prefix(PartyTerm.allCases.count)
    for object in table.objects[ScreeningVocabulary.Domain.party.rawValue] {
      for (index, term) in partyTerms.enumerated() where term.name.hasPrefix("verified-") {
        let fact = object.facts[index]
        if fact.value == .boolean(true) {
          words.append("Verified of \(object.label): \(fact.words)")
        }
      }
    }
    for result in evaluation.results
    where result.state == .fired && rules[result.rule].lane == .rights {
      let rule = rule(result)
      guard let witness = result.witnesses.first else { continue }
      for duty in rule.obligations {
        let text = evaluator.text(duty, for: witness, of: rule, in: table)
        if !words.contains("Required: \(text)") { words.append("Required: \(text)") }
      }
    }
    return words.isEmpty ? ["Nothing was verified, and no rule that fired asks for it."] : words
  }

  // MARK: - Likelihood and confidence

  /// Reports that rules on human rights rest on, by what they speak of, and whether such a rule waits
  /// for a report.
  private func reports() -> (about: [Int], place: [Int], isOpen: Bool) {
    let domain = ScreeningVocabulary.Domain.report.rawValue
    let parties = table.objects[ScreeningVocabulary.Domain.party.rawValue].count
    let about = table.relations[ScreeningVocabulary.Relation.reportIsAboutParty.rawValue]
    var result: (about: [Int], place: [Int], isOpen: Bool) = ([], [], false)
    for found in evaluation.results where rules[found.rule].lane == .rights {
      guard let place = rules[found.rule].bindings.firstIndex(where: { $0.domain == domain }) else {
        continue
      }
      if found.state == .undetermined { result.isOpen = true }
      guard found.state == .fired else { continue }
      for witness in found.witnesses where place < witness.objects.count {
        let report = witness.objects[place]
        guard report >= 0 else { continue }
        let isAbout = (0..<parties).contains {
          about[report * parties + $0].value == .boolean(true)
        }
        if isAbout, !result.about.contains(report) { result.about.append(report) }
        if !isAbout, !result.place.contains(report) { result.place.append(report) }
      }
    }
    return result
  }

  private func likelihood() -> String {
    let found = reports()
    if !found.about.isEmpty {
      return "Likelihood: harm of this kind is reported as going on of a body that receives, its "
        + "class, its commanding body or its programme, so it is to be expected unless something "
        + "verified stands against it."
    }
    if !dossier.endUserIsKnown {
      return "Likelihood: not known, because nobody says who uses the goods; it is taken as if it "
        + "were to be expected."
    }
    if found.isOpen {
      return "Likelihood: not known, because it is open whether a report is about a body that "
        + "receives; it is taken as if it were to be expected."
    }
    if !found.place.isEmpty {
      return "Likelihood: harm of this kind is reported of the place, not of a body that receives; "
        + "goods could be passed on."
    }
    return "Likelihood: within what was searched, nothing is reported of the bodies that receive "
      + "or of their places."
  }

  private func confidence() -> String {
    let known = reports().about
    let reports = table.objects[ScreeningVocabulary.Domain.report.rawValue]
    var parts: [String] = []
    if known.isEmpty {
      parts.append("no report about a body that receives carries it")
    } else {
      let isOfficial = known.contains {
        reports[$0].facts[ReportTerm.official.rawValue].value == .boolean(true)
      }
      let hasSeveral = known.contains { report in
        guard
          case .number(let roots)? = reports[report].facts[ReportTerm.roots.rawValue].value,
          let low = roots.low
        else { return false }
        return low.millionths > 1_000_000
      }
      parts.append(
        isOfficial
          ? "an official source says it"
          : hasSeveral ? "independent sources say it" : "one source says it")
      let isContradicted = known.contains { report in
        guard
          case .number(let count)? =
            reports[report].facts[ReportTerm.contradictions.rawValue].value
        else { return false }
        return count.high.map { $0.millionths >= 1_000_000 } ?? true
      }
      if isContradicted { parts.append("something contradicts it, and both are kept") }
    }
    if !coverage.isComplete { parts.append("a required list did not answer") }
    if !coverage.notSearched.isEmpty { parts.append("some searches were not made") }
    if !evaluation.raising.isEmpty {
      parts.append("facts are missing that could change the outcome")
    }
    return "Confidence: " + parts.joined(separator: "; ") + "."
  }
}

extension Dossier {
  /// Whether somebody who uses the goods is named.
  fileprivate var endUserIsKnown: Bool { parties.contains { $0.roles.contains(.endUser) } }
}
