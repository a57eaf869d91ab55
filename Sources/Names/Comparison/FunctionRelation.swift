internal import Taxonomy

/// How the functions of two bodies stand to each other.
enum FunctionRelation: Sendable, Hashable {
  /// Neither name, or only one, states a function that tells bodies apart.
  case omitted
  case agrees(firm: Bool, reason: String)
  /// One names a unit of, or a further function beside, what the other names.
  case partial(reason: String)
  case contradicts(reason: String)

  init(_ left: ParsedName, _ right: ParsedName, knowledge: NameKnowledge) {
    let first = Self.institutional(left, knowledge: knowledge)
    let second = Self.institutional(right, knowledge: knowledge)
    guard !first.isEmpty, !second.isEmpty else {
      self = .omitted
      return
    }
    let codes = (Self.codes(first), Self.codes(second))
    let shared = codes.0.filter { codes.1.contains($0) || Self.isCommand($0, among: codes.1) }
    let words =
      "\(codes.0.joined(separator: " and ")) / \(codes.1.joined(separator: " and "))"
    guard !shared.isEmpty else {
      self = .contradicts(reason: "function contradicts: \(words)")
      return
    }
    if codes.0.contains("xpcc") != codes.1.contains("xpcc"),
      !Self.isCorpsCity(left, knowledge), !Self.isCorpsCity(right, knowledge)
    {
      self = .contradicts(
        reason: "function contradicts: one is a body of the Production and Construction Corps")
      return
    }
    let ranks = (Self.ranks(first), Self.ranks(second))
    if !ranks.0.isEmpty, !ranks.1.isEmpty, Set(ranks.0).isDisjoint(with: ranks.1) {
      self = .contradicts(
        reason: "kind of body contradicts: \(ranks.0.joined(separator: ", ")) / "
          + ranks.1.joined(separator: ", "))
      return
    }
    let ignored: Set<String> = ["xpcc"]
    let sameCodes =
      Set(codes.0).subtracting(ignored) == Set(codes.1).subtracting(ignored)
      || (codes.0.count == 1 && codes.1.count == 1)
    let oneHasUnit = ranks.0.count != ranks.1.count && !ranks.0.isEmpty && !ranks.1.isEmpty
    if !sameCodes || oneHasUnit {
      self = .partial(reason: "function agrees in part: \(words)")
      return
    }
    let isFirm = (first + second).allSatisfy { !$0.isAmbiguous }
    self = .agrees(
      firm: isFirm,
      reason: "function agrees: \(codes.0.joined(separator: " and ")) "
        + "(\(Self.phrases(first)) / \(Self.phrases(second)))")
  }

  /// Functions by which a public body is known beside its place.
  static func institutional(
    _ name: ParsedName, knowledge: NameKnowledge
  ) -> [FunctionMention] {
    let found = name.functions.filter { isInstitutional($0.code, knowledge) }
    // The government before the name of its bureau, or the office that did the writing.
    let others = found.filter {
      $0.code != "local-government" && $0.code != "grassroots-organisation"
    }
    return others.isEmpty ? found : others
  }

  private static func isInstitutional(_ code: String, _ knowledge: NameKnowledge) -> Bool {
    switch code {
    case "hospital", "health-authority", "disease-control", "blood-service", "animal-health": true
    default: knowledge.isWithin(code, "public-authority")
    }
  }

  private static func codes(_ mentions: [FunctionMention]) -> [String] {
    Array(Set(mentions.map(\.code))).sorted()
  }

  private static func ranks(_ mentions: [FunctionMention]) -> [String] {
    Array(Set(mentions.compactMap(\.rank))).sorted()
  }

  private static func phrases(_ mentions: [FunctionMention]) -> String {
    mentions.map(\.phrase).joined(separator: ", ")
  }

  /// An interior ministry commands police: МВД is rendered both ways.
  private static func isCommand(_ code: String, among codes: [String]) -> Bool {
    let pair = ["police", "interior-ministry"]
    return pair.contains(code) && codes.contains { pair.contains($0) }
  }

  /// Cities that the Corps administers, whose police is the Corps' police: 石河子市公安局.
  private static func isCorpsCity(_ name: ParsedName, _ knowledge: NameKnowledge) -> Bool {
    name.heads.contains { knowledge.places.tree.isWithin($0.code, "CN-6590") }
  }
}
