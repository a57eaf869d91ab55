/// How far the words reach by which a sentence says that something is not so.
extension RuleMatching {
  /// Whether the sentence says of the anchor that it is not, never was, or is not true.
  ///
  /// A negation reaches the next words of its clause; `at no time`, 从未向 and the like reach the verb
  /// of their clause, and `it is false that`, 否认 and the like all that they govern. What a contrast
  /// parts from them is said again.
  func isDenied(
    _ anchor: ReportMark, _ rule: ClaimRule, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let start = anchor.units.lowerBound
    for mark in marks where mark.kind == .concept && mark.units.upperBound <= start {
      let gap = Int(start - mark.units.upperBound)
      switch Int(mark.value) {
      case ids.forms.negator:
        // `nobody explained the collection` denies no collection.
        if gap <= (sentence.isHan ? 3 : 4), mark.clause == anchor.clause,
          !rule.denies || isFree(between: mark, anchor, of: ids.breakers, marks)
        {
          return true
        }
        // `did not, in any county, collect`
        if !sentence.isHan, gap <= 8, mark.clause + 2 == anchor.clause,
          isFree(between: mark, anchor, of: ids.breakers, marks)
        {
          return true
        }
      case ids.never:
        if reachesVerb(mark, anchor, sentence, marks) { return true }
      default: continue
      }
    }
    return isToldUntrue(anchor, rule, sentence, marks)
  }

  /// Whether what the sentence says of the anchor is called untrue, before or after it is said.
  private func isToldUntrue(
    _ anchor: ReportMark, _ rule: ClaimRule, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let start = anchor.units.lowerBound
    for mark in marks where mark.kind == .concept {
      let concept = Int(mark.value)
      if mark.units.upperBound <= start {
        let gap = Int(start - mark.units.upperBound)
        let reaches =
          concept == ids.untrue
          ? gap <= 60 && (rule.isAdverse || rule.counts || rule.denies)
          : (concept == ids.forms.noEvidence || concept == ids.deny)
            && gap <= 30
            && (rule.isAdverse || rule.counts
              || rule.isMitigating && concept == ids.forms.noEvidence)
        if reaches, governs(mark, anchor, marks) { return true }
      } else if concept == ids.untrueAfter, mark.units.lowerBound >= anchor.units.upperBound,
        closes(mark, anchor, sentence, marks)
      {
        return true
      }
    }
    return false
  }

  /// Whether a number or the like stands in what is only supposed or called untrue; the words
  /// around it may well have a negation, as in `no fewer than`.
  func isSupposed(
    _ anchor: ReportMark, _ rule: ClaimRule, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard rule.isAdverse || rule.counts else { return false }
    if isToldUntrue(anchor, rule, sentence, marks) { return true }
    guard rule.counts else { return false }
    let reach = sentence.isHan ? 30 : 14
    return marks.contains {
      $0.kind == .concept && Int($0.value) == ids.condition
        && $0.units.upperBound <= anchor.units.lowerBound
        && Int(anchor.units.lowerBound - $0.units.upperBound) <= reach
    }
  }

  /// Asked for, proposed or planned: `should add`, 要求列入.
  func isCalledFor(
    _ anchor: ReportMark, _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    marks.contains { mark in
      let concept = Int(mark.value)
      guard mark.kind == .concept, mark.units.upperBound <= anchor.units.lowerBound,
        concept == ids.calledFor || concept == ids.may || concept == ids.plan,
        isFree(between: mark, anchor, of: ids.contrasts, marks),
        concept != ids.calledFor || !isComplied(with: mark, sentence)
      else { return false }
      let distance = anchor.clause - mark.clause
      // `asked the department, in a letter, to add`
      return distance == 0
        || distance == 2 && Int(anchor.units.lowerBound - mark.units.upperBound) <= 10
    }
  }

  /// What somebody is asked to end is told with the request: `urged police to stop collecting`. What
  /// stands before it is told by itself: `police collect DNA, and groups have urged them to stop`.
  func isRecommended(
    _ anchor: ReportMark, _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard sentence.concepts.contains(ids.recommend) else { return false }
    let reach = sentence.isHan ? 60 : 30
    return marks.contains {
      $0.kind == .concept && Int($0.value) == ids.recommend
        && $0.units.lowerBound <= anchor.units.lowerBound
        && Int(anchor.units.lowerBound - $0.units.upperBound) <= reach
    }
  }

  /// 应议员要求……列入, `at the request of`: what was called for is done.
  private func isComplied(with mark: ReportMark, _ sentence: ReportSentence) -> Bool {
    let range = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
    let clause = text.clause(
      around: range, within: Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound))
    let before = text.bytes[clause.lowerBound..<range.lowerBound]
    guard sentence.isHan else {
      return RuleMatching.requested.contains { before.reversed().starts(with: $0.reversed()) }
    }
    return before.indices.contains { start in
      let rest = before[start...]
      return RuleMatching.complying.contains { rest.starts(with: $0) }
        && !RuleMatching.obliging.contains { rest.dropFirst(3).starts(with: $0) }
        && !RuleMatching.compounds.contains { before[..<start].suffix(3).elementsEqual($0) }
    }
  }

  private static func bytes(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private static let complying = bytes(["应", "應", "根据", "按照"])
  /// 应当, 应将 and the like oblige somebody.
  private static let obliging = bytes(["当", "该", "将", "把", "予", "被", "立", "对", "向", "當", "該", "將"])
  /// 供应, 响应 and the like are other words.
  private static let compounds = bytes(["供", "反", "响", "相", "适", "对", "效", "呼"])
  private static let requested = bytes(["at the ", "at their ", "at its ", "following a ", "upon "])

  /// Whether everybody is spoken of only to say that it is not everybody.
  func isNever(
    _ everyone: ReportMark, _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    concept(of: everyone) == ids.everyone
      && marks.contains {
        $0.kind == .concept && Int($0.value) == ids.never && $0.clause == everyone.clause
          && $0.units.upperBound <= everyone.units.lowerBound
          && reachesVerb($0, everyone, sentence, marks)
      }
  }

  /// `At no time did police in Hotan collect`, 从未向全体居民采集.
  private func reachesVerb(
    _ mark: ReportMark, _ anchor: ReportMark, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let gap = Int(anchor.units.lowerBound - mark.units.upperBound)
    let distance = anchor.clause - mark.clause
    guard gap <= (sentence.isHan ? 24 : 14), distance == 0 || distance == 2 && gap <= 10 else {
      return false
    }
    return isFree(between: mark, anchor, of: ids.breakers, marks)
  }

  /// All that follows, but for what a contrast parts from it. A concession ends with its clause:
  /// `although they deny it, police collect`.
  private func governs(
    _ mark: ReportMark, _ anchor: ReportMark, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard isFree(between: mark, anchor, of: ids.contrasts, marks) else { return false }
    let isConceded = marks.contains {
      $0.kind == .concept && Int($0.value) == ids.contrast && $0.clause == mark.clause
        && $0.units.upperBound <= mark.units.lowerBound
    }
    return !isConceded || mark.clause == anchor.clause
  }

  /// `Claims that police collect … are false`, 采集……的说法不属实.
  private func closes(
    _ mark: ReportMark, _ anchor: ReportMark, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard isFree(between: anchor, mark, of: ids.contrasts, marks) else { return false }
    if sentence.isHan {
      if mark.clause == anchor.clause { return true }
      return marks.contains {
        $0.kind == .concept && Int($0.value) == ids.claimThat
          && $0.units.lowerBound >= anchor.units.upperBound
          && $0.units.upperBound <= mark.units.lowerBound
          && mark.units.lowerBound - $0.units.upperBound <= 8
      }
    }
    guard isFree(between: anchor, mark, of: ids.speech, marks) else { return false }
    return marks.contains {
      $0.kind == .concept && Int($0.value) == ids.claimThat
        && $0.units.upperBound <= anchor.units.lowerBound
        && isFree(between: $0, anchor, of: ids.contrasts, marks)
    }
  }

  /// Whether none of some concepts stands between two marks.
  private func isFree(
    between left: ReportMark, _ right: ReportMark, of concepts: ConceptSet,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    !marks.contains {
      $0.kind == .concept && concepts.contains(Int($0.value))
        && $0.units.lowerBound >= left.units.upperBound
        && $0.units.upperBound <= right.units.lowerBound
    }
  }
}
