/// How the functions of two bodies stand to each other.
enum FunctionRelation: Sendable, Hashable {
  /// Neither name, or only one, states a function that tells bodies apart.
  case omitted
  case agrees(firm: Bool, reason: String)
  /// One names a unit of, or a further function beside, what the other names.
  case partial(reason: String)
  case contradicts(reason: String)

  init(_ left: ParsedName, _ right: ParsedName) {
    let first = left.institutional
    let second = right.institutional
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
      !left.isInCorpsCity, !right.isInCorpsCity
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
    // A country has several services of these functions; which one is told by words or rank.
    let isOneOfSeveral =
      codes.0.contains(where: Self.severalServices.contains)
      && (ranks.0.isEmpty || ranks.1.isEmpty) && Self.phrases(first) != Self.phrases(second)
    let isFirm =
      !isOneOfSeveral && (first + second).allSatisfy { !$0.isAmbiguous || $0.code == "xpcc" }
    self = .agrees(
      firm: isFirm,
      reason: "function agrees: \(codes.0.joined(separator: " and ")) "
        + "(\(Self.phrases(first)) / \(Self.phrases(second)))")
  }

  private static let severalServices: Set<String> = ["state-security", "military-intelligence"]

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
}
