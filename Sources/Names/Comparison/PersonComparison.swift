/// Holds the name of one person against that of another, in any order of the parts.
struct PersonComparison {
  let left: PersonName
  let leftForm: PersonForm
  let right: PersonName
  let rightForm: PersonForm
  let explains: Bool

  func verdict(_ measure: inout PersonMeasure) -> NameVerdict {
    let score = measure.score(
      leftForm.words.span, leftForm.pool.span, rightForm.words.span, rightForm.pool.span)
    var result = NameVerdict(
      verdict: .different, strength: .weak, rung: rung, reasons: [], score: score)
    if explains { result.reasons = reasons(measure) }
    guard score >= NameKnowledge.threshold else { return result }
    let isExact = left.folded == right.folded
    if isExact || (score >= 97 && measure.pairs.count >= 2 && isFirm(measure)) {
      result.verdict = measure.pairs.count >= 2 ? .same : .possible
      result.strength = isExact && measure.pairs.count >= 2 ? .exact : .strong
      result.isCommon = left.isCommon || right.isCommon
      if measure.pairs.count < 2 {
        result.strength = .moderate
        result.reasons.append("a single name tells little")
      }
    } else {
      result.verdict = .possible
      result.strength = score >= 85 ? .moderate : .weak
    }
    return result
  }

  /// Whether every word that found a partner is the same word, and none is an initial or cut off.
  private func isFirm(_ measure: PersonMeasure) -> Bool {
    measure.pairs.allSatisfy { pair in
      switch pair.ground {
      case .equal, .joined, .family, .form: true
      case .spelling, .sound, .initial, .cut, .vowels: false
      }
    }
  }

  private var rung: IdentityComparison.Rung {
    left.folded.utf8.first ?? 0 < 0x80 && right.folded.utf8.first ?? 0 < 0x80
      ? .englishName : .transliteration
  }

  private func reasons(_ measure: PersonMeasure) -> [String] {
    var lines: [String] = []
    for pair in measure.pairs {
      let words = (leftForm.text(at: pair.left), rightForm.text(at: pair.right))
      let what = words.0 == words.1 ? words.0 : "\(words.0) / \(words.1)"
      switch pair.ground {
      case .equal: lines.append("\(what) agrees")
      case .family: lines.append("\(what) are forms of one name")
      case .form: lines.append("\(what) are spellings of one name")
      case .spelling: lines.append("\(what): the spelling differs")
      case .sound: lines.append("\(what) sound alike")
      case .initial: lines.append("\(what): one name gives an initial only")
      case .cut: lines.append("\(what): one word may be cut off")
      case .vowels: lines.append("\(what): one word lacks vowels")
      case .joined: lines.append("\(what): written together or apart")
      }
    }
    let loose = (
      measure.looseLeft.map(leftForm.text).joined(separator: " "),
      measure.looseRight.map(rightForm.text).joined(separator: " ")
    )
    switch (loose.0.isEmpty, loose.1.isEmpty) {
    case (true, true): break
    case (false, false): lines.append("parts contradict: \(loose.0) / \(loose.1)")
    default: lines.append("only one name has \(loose.0)\(loose.1)")
    }
    return lines
  }
}
