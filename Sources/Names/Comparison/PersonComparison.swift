/// Holds the name of one person against that of another, in any order of the parts.
struct PersonComparison {
  let left: PersonName
  let right: PersonName
  let explains: Bool

  func verdict() -> NameVerdict {
    let rung: IdentityComparison.Rung =
      left.folded.utf8.first ?? 0 < 0x80 && right.folded.utf8.first ?? 0 < 0x80
      ? .englishName : .transliteration
    var first = left.parts
    var second = right.parts
    guard !first.isEmpty, !second.isEmpty else { return .different("a name holds no word") }
    let equal = pair(&first, &second, where: Self.isSame)
    let joined = joinSplitParts(&first, &second) ? (equal > 0 ? 1 : 2) : 0
    let near = pair(&first, &second, where: Self.isNear)
    let initials = pair(&first, &second, where: Self.isInitial)
    first.removeAll(where: \.isParticle)
    second.removeAll(where: \.isParticle)
    var result = NameVerdict(
      verdict: .different, strength: .weak, rung: rung,
      reasons: explains ? ["name parts: \(words(left.parts)) / \(words(right.parts))"] : [])
    guard first.isEmpty || second.isEmpty else {
      if explains {
        result.reasons.append("parts contradict: \(words(first)) / \(words(second))")
      }
      return result
    }
    let full = equal + near + joined
    let isWhole = first.isEmpty && second.isEmpty
    if isWhole, near == 0, initials == 0, full >= 2 {
      result.verdict = .same
      result.strength = left.folded == right.folded ? .exact : .strong
    } else if isWhole, full >= 1 {
      result.verdict = .possible
      result.strength = full >= 2 ? .moderate : .weak
      if near > 0 { result.reasons.append("the spelling differs") }
      if initials > 0 { result.reasons.append("one name gives an initial only") }
      if full == 1, initials == 0 { result.reasons.append("a single name tells little") }
    } else if full >= 2 {
      result.verdict = .possible
      result.strength = near == 0 ? .moderate : .weak
      result.reasons.append("only one name has \(words(first + second))")
    }
    return result
  }

  private func words(_ parts: [PersonName.Part]) -> String {
    parts.map(\.text).joined(separator: " ")
  }

  private func pair(
    _ left: inout [PersonName.Part], _ right: inout [PersonName.Part],
    where isPartner: (PersonName.Part, PersonName.Part) -> Bool
  ) -> Int {
    var count = 0
    var index = 0
    while index < left.count {
      if let partner = right.firstIndex(where: { isPartner(left[index], $0) }) {
        if !left[index].isParticle { count += 1 }
        left.remove(at: index)
        right.remove(at: partner)
      } else {
        index += 1
      }
    }
    return count
  }

  /// `Quan Guo` and `Quanguo`, `AlisherUsmanov` and `Alisher Usmanov`.
  private func joinSplitParts(
    _ left: inout [PersonName.Part], _ right: inout [PersonName.Part]
  ) -> Bool {
    guard left.count != right.count, !left.isEmpty, !right.isEmpty else { return false }
    let whole = (left.map(\.text).joined(), right.map(\.text).joined())
    guard whole.0.utf8.count >= 4, whole.0 == whole.1 else { return false }
    left = []
    right = []
    return true
  }

  private static func isSame(_ left: PersonName.Part, _ right: PersonName.Part) -> Bool {
    if !left.characters.isEmpty, !right.characters.isEmpty {
      return left.characters == right.characters
    }
    return left.text == right.text || left.readings.contains(right.text)
      || right.readings.contains(left.text)
  }

  private static func isNear(_ left: PersonName.Part, _ right: PersonName.Part) -> Bool {
    guard !left.isInitial, !right.isInitial else { return false }
    if left.isSkeleton != right.isSkeleton {
      return left.word.skeleton.utf8.count >= 2 && left.word.skeleton == right.word.skeleton
    }
    return left.word.isNear(right.word) || left.word.soundsLike(right.word)
  }

  private static func isInitial(_ left: PersonName.Part, _ right: PersonName.Part) -> Bool {
    guard left.isInitial != right.isInitial else { return false }
    return left.text.utf8.first == right.text.utf8.first
  }
}
