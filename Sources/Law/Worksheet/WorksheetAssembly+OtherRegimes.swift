import Facts
import Formats

/// Regimes beside the EAR. Being outside the EAR settles none of them.
extension WorksheetAssembly {
  mutating func otherRegimes() {
    sanctions(
      "ofac", "OFAC", lists: "us-", rule: "us.ofac.50", cited: ["us.ofac.sdn", "us.ofac.50"],
      actor: subject.actors.us, who: "US person")
    annexOne()
    european(
      "eu.821.4", "other.eu-article-4",
      "Was the exporter told, or is it aware, of an end use of Article 4?")
    cyberSurveillance()
    european(
      "eu.821.9", "other.eu-article-9", "Is the item on a national list under Articles 9 and 10?")
    sanctions(
      "eu", "EU", lists: "eu-", rule: "eu.ownership", cited: ["eu.hr1998"],
      actor: subject.actors.eu, who: "EU person")
    sanctions(
      "uk", "UK", lists: "uk-", rule: "uk.ownership", cited: ["uk.ghrsr"],
      actor: subject.actors.uk, who: "UK person")
    context(
      "uk.meu", "other.uk-military", "Was the exporter informed of a UK military end use?",
      actor: subject.actors.uk)
    counterMeasures()
  }

  private mutating func sanctions(
    _ id: String, _ regime: String, lists: String, rule: String, cited: [String],
    actor: Truth, who: String
  ) {
    let listed = "other.\(id)-listed"
    let owned = "other.\(id)-owned"
    let force = law.force(cited[0])
    let binds: Truth = force == .inForce ? .isTrue : force == .unconfirmed ? .isUnknown : .isFalse
    let standing = force == .inForce ? "" : "; the basis is \(Self.words(force))"
    guard let parties = subject.parties else {
      for (id, question) in [
        (listed, "Is a party listed under \(regime) sanctions?"),
        (owned, "Do parties listed under \(regime) sanctions own or control a party?"),
      ] {
        add(
          Step(
            id, .otherRegimes, .prohibition, question, .isUnknown, "no party is given",
            citations: cited.map { law.citation($0) }))
      }
      return
    }
    var found = nobody
    var words: [String] = []
    for party in parties {
      for match in party.matches where match.effect == "blocking" && match.list.hasPrefix(lists) {
        found = found.or(match.truth)
        words.append("\(party.name) \(match.isCertain ? "is held to be" : "may be") \(match.name)")
      }
    }
    let nexus = "\(who) takes part: \(actor.answer)"
    add(
      Step(
        listed, .otherRegimes, .prohibition, "Is a party listed under \(regime) sanctions?",
        found.and(actor).and(binds),
        (words.isEmpty
          ? found == .isFalse
            ? "none was found in the lists searched"
            : "a list did not answer, or the end user is not named"
          : words.joined(separator: "; ")) + "; \(nexus)\(standing)",
        inputs: [Input(who, actor.answer)], citations: cited.map { law.citation($0) }))
    let shares = parties.flatMap { party in
      party.owned.filter { $0.rule == rule }.map { (party.name, $0) }
    }
    let told = shares.filter { $0.1.met != .isFalse }.map { "\($0.0): \($0.1.words)" }
    add(
      Step(
        owned, .otherRegimes, .prohibition,
        regime == "OFAC"
          ? "Do blocked persons own a party by 50 percent or more?"
          : "Do parties listed under \(regime) sanctions own or control a party?",
        Self.any(shares.map(\.1.met)).or(nobody).and(actor).and(binds),
        (told.isEmpty
          ? subject.partiesAreComplete
            ? "no such owner was found in what was searched"
            : "a list did not answer, or the end user is not named" : told.joined(separator: "; "))
          + "; \(nexus)\(standing)",
        inputs: [Input(who, actor.answer)], citations: cited.map { law.citation($0) }))
  }

  static func words(_ force: LegalRegistry.Force) -> String {
    switch force {
    case .inForce: "in force"
    case .notYet: "not yet in force"
    case .suspended: "suspended"
    case .ended: "no longer in force"
    case .unconfirmed: "in force by its text, to be confirmed"
    case .notInForce: "recorded as not in force"
    }
  }

  /// Article 3: an item of annex I needs an authorisation to leave the Union.
  private mutating func annexOne() {
    let code = subject.europeanCode?.trimmed ?? ""
    let isListed: Truth
    let words: String
    if code.isEmpty {
      (isListed, words) = (.isUnknown, "no European dual-use code is declared")
    } else if ["none", "no", "not listed", "n/a", "-"].contains(code.lowercased()) {
      (isListed, words) = (.isFalse, "declared as not listed in annex I")
    } else {
      (isListed, words) = (.isTrue, "declared under \(code)")
    }
    add(
      Step(
        "other.eu-article-3", .otherRegimes, .licence,
        "Is the item listed in annex I of Regulation (EU) 2021/821, and does it leave the Union?",
        isListed.and(subject.leavesEuropeanUnion),
        words + "; leaves the Union: \(subject.leavesEuropeanUnion.answer)",
        inputs: [Input("European dual-use code", code.isEmpty ? "not declared" : code)],
        citations: [law.citation("eu.821.3")]))
  }

  private mutating func european(_ basis: String, _ id: String, _ question: String) {
    context(basis, id, question, actor: subject.actors.eu)
  }

  /// A duty that depends on what only the exporter knows: asked where the regime binds anybody.
  private mutating func context(_ basis: String, _ id: String, _ question: String, actor: Truth) {
    let trigger = trigger(basis)
    add(
      Step(
        id, .otherRegimes, .context, question, actor == .isFalse ? .isFalse : .isUnknown,
        actor == .isFalse
          ? "no person of that jurisdiction takes part"
          : "decided by \(trigger?.decides ?? "what the exporter knows")"
            + (trigger.map { $0.note.isEmpty ? "" : "; \($0.note)" } ?? ""),
        citations: [law.citation(basis)]))
  }

  private func trigger(_ basis: String) -> RegimeTrigger? {
    guard case .value(let triggers, _) = tables.triggers.read(on: asOf) else { return nil }
    return triggers.first { $0.basis == basis }
  }

  /// Article 5 reaches cyber-surveillance items alone; a sequencer reads molecules, not telecoms.
  private mutating func cyberSurveillance() {
    let families = subject.families
    let isOutside =
      !families.isEmpty
      && families.allSatisfy { family in
        [
          "genetic-analysis", "mobile-crime-laboratory", "blood-grouping-reagent",
          "clinical-diagnostic", "agrigenomics", "general-laboratory", "nucleic-acid-synthesizer",
        ].contains { law.isWithin(family, $0) }
      } && !families.contains { law.isWithin($0, "forensic-software") }
    guard isOutside, subject.actors.eu != .isFalse else {
      european(
        "eu.821.5", "other.eu-article-5",
        "Is it a cyber-surveillance item (Article 2(20)) for an end use of Article 5?")
      return
    }
    add(
      Step(
        "other.eu-article-5", .otherRegimes, .context,
        "Is it a cyber-surveillance item (Article 2(20)) for an end use of Article 5?", .isFalse,
        "goods of this family take nothing from information and telecommunication systems, so "
          + "they normally do not meet Article 2(20); no duty is drawn from it",
        inputs: [Input("product family", families.joined(separator: ", "))],
        citations: [law.citation("eu.821.5")]))
  }

  private mutating func counterMeasures() {
    let touches = ["CN", "HK", "MO"].contains(subject.destination)
    add(
      Step(
        "other.cn-counter-measures", .otherRegimes, .context,
        "May Chinese counter-measures bear on how a refusal is worded?",
        touches ? .isUnknown : .isFalse,
        touches
          ? "context for counsel; it requires and forbids nothing here"
          : "the destination is not China",
        citations: [law.citation("cn.uel"), law.citation("cn.afsl"), law.citation("cn.mofcom1")]))
  }
}
