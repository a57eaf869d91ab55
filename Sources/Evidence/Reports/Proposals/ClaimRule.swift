internal import Formats

/// When a sentence is proposed as a claim: a row of `claim-rules.tsv`.
///
/// A class, because every sentence is held against every rule and none is ever changed.
final class ClaimRule: Sendable {
  /// Alternatives of which one must be there.
  struct Group: Sendable {
    /// In the sentence itself, near the anchor.
    var near = ConceptSet.empty
    /// Anywhere in the sentences around.
    var around = ConceptSet.empty
    var isAnchor = false
    /// Whether the anchor may stand in a condition: `if they refuse, …` (`name?`).
    var mayBeConditional = false
    /// The anchor must be done, not called for or planned only (`name!!`).
    var mustBeDone = false
    /// The sentence must say of the anchor that it is not so (`name^`).
    var isDenied = false
  }

  /// Whom the claim is about, as the rule says it.
  enum Role: String, Sendable {
    case actor, police, health, local, grassroots, programme, company, place, buyer, detention
    case listed, asked, paper
    case populationOffice = "population-office"
    case policeOrCompany = "police-or-company"

    /// Whether a name is asked for, and no place will do instead.
    var isNamed: Bool { self == .listed || self == .asked }
  }

  /// What claims of a kind say that can be compared with what other reports say.
  enum Told: Sendable {
    case age, coverage, family, verb, transfer, duty, number, event, witnesses
  }

  private static let told: [String: Told] = [
    "age-band": .age, "compulsory-dna-collection": .coverage, "universal-coverage": .coverage,
    "focus-personnel-targeting": .family, "vendor-supply": .verb,
    "collection-for-police-by-health-bodies": .transfer, "conditional-public-service": .duty,
    "quantity": .number, "chronology": .event, "source-description": .witnesses,
  ]

  let name: String
  let kind: String
  let told: Told?
  let groups: [Group]
  let unless: ConceptSet
  let role: Role
  let window: Int
  let paraphrase: String
  /// Whether the kind speaks against the body concerned.
  let isAdverse: Bool
  /// Whether the kind speaks for the body concerned.
  let isMitigating: Bool
  /// Whether the kind says how many, which nobody says of what is only supposed.
  var counts: Bool { kind == "quantity" }
  /// Whether it asks for a denial.
  var denies: Bool { groups.contains(where: \.isDenied) }

  private init(
    name: String, kind: String, groups: [Group], unless: ConceptSet, role: Role, window: Int,
    paraphrase: String, polarity: String?
  ) {
    self.name = name
    self.kind = kind
    told = ClaimRule.told[kind]
    self.groups = groups
    self.unless = unless
    self.role = role
    self.window = window
    self.paraphrase = paraphrase
    isAdverse = polarity == "adverse"
    isMitigating = polarity == "mitigating"
  }

  static func load(
    _ path: String, concepts: [String], kinds: [String: ClaimKind]
  ) throws(Diagnostic) -> [ClaimRule] {
    let table = try TextTable(
      try Lines.bytes(path),
      requiring: ["rule", "kind", "needs", "unless", "subject", "window", "paraphrase"], file: path)
    var indices: [String: Int] = [:]
    for (index, concept) in concepts.enumerated() { indices[concept] = index }
    var rules: [ClaimRule] = []
    for row in table.rows {
      func fault(_ message: String, _ remedy: String) -> Diagnostic {
        Diagnostic(
          "EVD171", "the rule `\(row["rule"])` \(message)", remedy: remedy, file: path,
          position: SourcePosition(line: row.line, column: 1))
      }
      func index(_ name: some StringProtocol) throws(Diagnostic) -> Int {
        guard let index = indices[String(name)] else {
          throw fault("names the concept `\(name)`, which there is not", "add it to concepts.tsv")
        }
        return index
      }
      guard kinds[row["kind"]] != nil else {
        throw fault("names the kind of claim `\(row["kind"])`", "use a kind of claim-kinds.tsv")
      }
      guard let window = Int(row["window"]), let role = Role(rawValue: row["subject"]) else {
        throw fault("has no readable window or subject", "see the head of the table")
      }
      var groups: [Group] = []
      for part in row["needs"].split(separator: "+") {
        var group = Group()
        for alternative in part.split(separator: "|") {
          var name = alternative.filter { $0 != " " }
          let isAround = name.hasPrefix("~")
          if isAround { name.removeFirst() }
          if name.hasSuffix("^") {
            name.removeLast()
            group.isDenied = true
          }
          if name.hasSuffix("!!") {
            name.removeLast()
            group.mustBeDone = true
          }
          if name.hasSuffix("!") || name.hasSuffix("?") {
            group.mayBeConditional = name.hasSuffix("?")
            name.removeLast()
            group.isAnchor = true
          }
          if isAround {
            group.around.insert(try index(name))
          } else {
            group.near.insert(try index(name))
          }
        }
        groups.append(group)
      }
      var unless = ConceptSet.empty
      for name in row.list("unless") { unless.insert(try index(name)) }
      rules.append(
        ClaimRule(
          name: row["rule"], kind: row["kind"], groups: groups, unless: unless, role: role,
          window: window, paraphrase: row["paraphrase"],
          polarity: kinds[row["kind"]]?.polarity))
    }
    return rules
  }
}
