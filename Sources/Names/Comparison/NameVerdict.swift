/// What holding one name against another gave.
struct NameVerdict: Sendable, Hashable {
  var verdict: IdentityComparison.Verdict
  var strength: IdentityComparison.Strength
  var rung: IdentityComparison.Rung
  var reasons: [String]
  /// Whether the agreement rests on a short acronym or on general words only.
  var isThin = false
  /// Whether the agreement rests on a name of two words that very many people bear.
  var isCommon = false
  /// From 0 to 100, for order among verdicts; never shown.
  var score = 0

  static func different(_ reason: String) -> NameVerdict {
    NameVerdict(
      verdict: .different, strength: .weak, rung: .englishName,
      reasons: reason.isEmpty ? [] : [reason])
  }

  /// Whether this speaks for one identity more than the other does.
  func outranks(_ other: NameVerdict) -> Bool {
    if verdict != other.verdict { return verdict > other.verdict }
    if strength != other.strength { return strength > other.strength }
    if score != other.score { return score > other.score }
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

  /// With the number that stands for verdict and strength among scores of persons.
  var withScore: NameVerdict {
    var copy = self
    switch (verdict, strength) {
    case (.different, _): copy.score = 0
    case (.possible, .weak): copy.score = 80
    case (.possible, .moderate): copy.score = 86
    case (.possible, _): copy.score = 90
    case (.same, .exact): copy.score = 100
    case (.same, _): copy.score = 95
    }
    return copy
  }
}
