/// What holding one name against another gave.
struct NameVerdict: Sendable, Hashable {
  var verdict: IdentityComparison.Verdict
  var strength: IdentityComparison.Strength
  var rung: IdentityComparison.Rung
  var reasons: [String]
  /// Whether the agreement rests on a short acronym or on general words only.
  var isThin = false

  static func different(_ reason: String) -> NameVerdict {
    NameVerdict(
      verdict: .different, strength: .weak, rung: .englishName,
      reasons: reason.isEmpty ? [] : [reason])
  }

  /// Whether this speaks for one identity more than the other does.
  func outranks(_ other: NameVerdict) -> Bool {
    if verdict != other.verdict { return verdict > other.verdict }
    if strength != other.strength { return strength > other.strength }
    let rungs = IdentityComparison.Rung.allCases
    let places = (rungs.firstIndex(of: rung) ?? 0, rungs.firstIndex(of: other.rung) ?? 0)
    return places.0 < places.1
  }

  func limited(to verdict: IdentityComparison.Verdict, _ reason: String) -> NameVerdict {
    var copy = self
    copy.verdict = min(copy.verdict, verdict)
    copy.reasons.append(reason)
    return copy
  }
}
