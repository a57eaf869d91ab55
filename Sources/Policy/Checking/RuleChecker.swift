import Facts
import Formats
import Taxonomy

/// Looks up the words of rules in the vocabulary and the registries, and reports what is wrong.
struct RuleChecker {
  let vocabulary: Vocabulary
  let registry: CitationRegistry
  let file: String
  let policy: String
  var diagnostics: [Diagnostic] = []
  /// A note sets no outcome, so nothing in it can lower one.
  var isNote = false
  /// Within an exception or a count, where no further count may stand.
  var isException = false
  /// A guarantee may name any fact: it promises and decides nothing.
  var isGuarantee = false
  var isWithinAggregate = false

  init(vocabulary: Vocabulary, registry: CitationRegistry, file: String, policy: String) {
    self.vocabulary = vocabulary
    self.registry = registry
    self.file = file
    self.policy = policy
  }

  mutating func report(_ id: String, _ message: String, _ remedy: String?, at place: Located) {
    diagnostics.append(
      Diagnostic(id, message, remedy: remedy, file: file, position: place.position))
  }

  /// The rule, or nil where it has any error.
  mutating func check(_ syntax: RuleSyntax) -> Rule? {
    let before = diagnostics.count
    isNote = syntax.outcome?.isNote ?? false
    let bindings = check(bindings: syntax.bindings)
    let lane = checkedLane(syntax)
    let (effect, kind) = checkedOutcome(syntax, lane: lane)
    checkCitations(syntax)
    // Of a rule that could not be read whole, nobody knows what it leaves out.
    let isWhole = !syntax.isDamaged
    if syntax.title.isEmpty, isWhole {
      report("POL020", "the rule has no title", "add title \"…\"", at: syntax.name)
    }
    var clauses: [Clause] = []
    if let condition = syntax.condition {
      clauses = check(condition, bindings, raises: true).map { ordered($0) } ?? []
    } else if isWhole {
      report("POL021", "the rule has no `when`", "say when it applies", at: syntax.name)
    }
    isException = true
    let exception = syntax.exception.flatMap { check($0, bindings, raises: false) }
    isException = false
    checkContradictions(clauses.map(\.condition), exception)
    let reason = check(message: syntax.reason, bindings)
    if syntax.reason == nil, isWhole {
      report(
        "POL022", "the rule has no `because`", "give the reason as a sentence", at: syntax.name)
    }
    let severity = check(severity: syntax.severity)
    let binds = check(message: syntax.binds, bindings)
    let obligations = syntax.obligations.compactMap { check(message: $0, bindings) }
    let examples = syntax.examples.compactMap { check(example: $0, bindings) }
    guard diagnostics.count == before, let lane, let reason else { return nil }
    return Rule(
      name: syntax.name.text, title: syntax.title, policy: policy, file: file,
      position: syntax.name.position, lane: lane, kind: kind, effect: effect,
      bases: syntax.bases.map(\.text), sources: syntax.sources.map(\.text),
      intervals: syntax.intervals.map {
        ValidityInterval(
          from: $0.from, until: $0.until, confirmation: $0.confirmation?.text)
      },
      bindings: bindings, clauses: clauses, exception: exception,
      exceptionText: syntax.exception.map(ConditionText.text) ?? "",
      exceptionAuthority: syntax.exceptionAuthority, exceptionUntil: syntax.exceptionUntil,
      severity: severity, binds: binds, reason: reason, obligations: obligations,
      examples: examples)
  }

  mutating func check(bindings: [BindingSyntax]) -> [Binding] {
    var result: [Binding] = []
    for syntax in bindings {
      guard let binding = check(binding: syntax, after: result) else { continue }
      if !isNote, binding.isEvery, vocabulary.collections[binding.collection].isAdverse,
        !isGuarantee
      {
        report(
          "POL054",
          "a rule for `every \(syntax.collection.text)` would fire less as more are found",
          "write `any`", at: syntax.collection)
      }
      result.append(binding)
    }
    return result
  }

  mutating func collectionIndex(_ phrase: Located) -> Int? {
    if let index = vocabulary.collections.firstIndex(where: { $0.phrase == phrase.text }) {
      return index
    }
    let known = vocabulary.collections.map(\.phrase)
    report(
      "POL030", "there is no set `\(phrase.text)`",
      nearestWord(to: phrase.text, among: known).map { "did you mean `\($0)`?" }
        ?? "use one of \(known.joined(separator: ", "))", at: phrase)
    return nil
  }

  /// One variable and its set, looked up.
  mutating func check(binding: BindingSyntax, after bound: [Binding]) -> Binding? {
    guard let collection = collectionIndex(binding.collection) else { return nil }
    if bound.contains(where: { $0.variable == binding.variable.text }) {
      report(
        "POL032", "the variable `\(binding.variable.text)` is bound twice",
        "give the second one another letter", at: binding.variable)
    }
    return Binding(
      variable: binding.variable.text, isEvery: binding.isEvery, collection: collection,
      domain: vocabulary.collections[collection].domain)
  }

  private mutating func checkedLane(_ syntax: RuleSyntax) -> Lane? {
    guard let written = syntax.lane else {
      guard !syntax.isDamaged else { return nil }
      report(
        "POL023", "the rule has no `lane`", "use legal, red flag, rights or data", at: syntax.name)
      return nil
    }
    guard let lane = Lane(rawValue: written.text) else {
      report(
        "POL023", "there is no lane `\(written.text)`", "use legal, red flag, rights or data",
        at: written)
      return nil
    }
    return lane
  }

  private mutating func checkedOutcome(
    _ syntax: RuleSyntax, lane: Lane?
  ) -> (Outcome?, FindingKind) {
    guard let (effect, _) = syntax.outcome else {
      guard !syntax.isDamaged else { return (nil, .context) }
      report("POL024", "the rule has no `then`", "say what follows", at: syntax.name)
      return (nil, .context)
    }
    var kind: FindingKind
    switch (lane, effect) {
    case (_, nil): kind = .context
    case (_, .refusePolicy): kind = .policy
    case (.legal, .refuseProhibited): kind = .legalProhibition
    case (.legal, .licenceRequired): kind = .licenceRequirement
    case (.legal, _), (.redFlag, _): kind = .regulatoryRedFlag
    case (.data, _): kind = .dataGap
    default: kind = .policy
    }
    if let written = syntax.kind {
      if let named = FindingKind(rawValue: written.text) {
        kind = named
        checkKind(named, effect, at: written)
      } else {
        report(
          "POL025", "there is no kind of finding `\(written.text)`",
          "use one of \(FindingKind.allCases.map(\.rawValue).joined(separator: ", "))",
          at: written)
      }
    }
    // A policy refusal must never read like a legal bar, nor the reverse.
    let isLegalEffect = effect == .refuseProhibited || effect == .licenceRequired
    if isLegalEffect, lane != .legal {
      report(
        "POL026", "only a rule of the legal lane can prohibit or require a licence",
        "set lane legal, or refuse by policy", at: syntax.name)
    }
    if effect == .refusePolicy, lane == .legal {
      report(
        "POL026", "a rule of the legal lane cannot refuse by policy",
        "set another lane, or refuse as prohibited", at: syntax.name)
    }
    if isLegalEffect, syntax.bases.isEmpty, !syntax.isDamaged {
      report(
        "POL027", "a legal rule must name its legal basis", "add basis with a registry id",
        at: syntax.name)
    }
    if effect == .refuseProhibited, syntax.binds == nil, !syntax.isDamaged {
      report(
        "POL028", "a prohibition must say whom it binds", "add binds \"seller (…)\"",
        at: syntax.name)
    }
    return (effect, kind)
  }

  /// What is written as a bar of law must be one, and what is one must be written so.
  private mutating func checkKind(_ kind: FindingKind, _ effect: Outcome?, at place: Located) {
    let isProhibition = effect == .refuseProhibited
    let isRequirement = effect == .licenceRequired
    guard
      (kind == .legalProhibition) != isProhibition || (kind == .licenceRequirement) != isRequirement
    else { return }
    report(
      "POL046", "a finding of kind `\(kind.rawValue)` does not go with what this rule does",
      "leave the kind out, or correct what follows `then`", at: place)
  }

  private mutating func checkCitations(_ syntax: RuleSyntax) {
    if syntax.bases.isEmpty, syntax.sources.isEmpty, !syntax.isDamaged {
      report(
        "POL029", "the rule cites nothing", "add basis or evidence with ids of the registry",
        at: syntax.name)
    }
    for basis in syntax.bases where registry.bases[basis.text] == nil {
      report(
        "POL040", "there is no legal or policy basis `\(basis.text)` in the registry",
        nearestWord(to: basis.text, among: registry.bases.keys.sorted()).map {
          "did you mean `\($0)`?"
        } ?? "add it to Data/legal-registry.ndjson", at: basis)
    }
    for source in syntax.sources where registry.sources[source.text] == nil {
      report(
        "POL041", "there is no source `\(source.text)` in the registry",
        nearestWord(to: source.text, among: registry.sources.keys.sorted()).map {
          "did you mean `\($0)`?"
        } ?? "add it to Data/sources.ndjson", at: source)
    }
    for interval in syntax.intervals {
      if let from = interval.from, let until = interval.until, until < from {
        report(
          "POL042", "the rule would end on \(until) before it begins on \(from)",
          "correct one of the dates", at: syntax.name)
      }
    }
  }

  private mutating func check(severity: SeveritySyntax?) -> Severity? {
    guard let severity else { return nil }
    let linkages = ["cause", "contribute", "directlyLinked", "none"]
    if severity.state.text != "severe", severity.state.text != "moderate" {
      report(
        "POL043", "there is no severity `\(severity.state.text)`", "use severe or moderate",
        at: severity.state)
    }
    if !severity.linkage.isEmpty, !linkages.contains(severity.linkage) {
      report(
        "POL044", "there is no linkage `\(severity.linkage)`",
        "use one of \(linkages.joined(separator: ", "))", at: severity.state)
    }
    return Severity(
      isSevere: severity.state.text == "severe", scale: severity.scale, scope: severity.scope,
      remediability: severity.remediability, linkage: severity.linkage)
  }

  /// Top-level clauses in the order of the variables that they need.
  private func ordered(_ condition: Condition) -> [Clause] {
    let parts: [Condition] = if case .all(let parts) = condition { parts } else { [condition] }
    let clauses = parts.map { part in
      Clause(condition: part, text: ConditionText.text(part), level: ConditionText.level(part))
    }
    return clauses.enumerated().sorted { left, right in
      (left.element.level, left.offset) < (right.element.level, right.offset)
    }.map(\.element)
  }
}
