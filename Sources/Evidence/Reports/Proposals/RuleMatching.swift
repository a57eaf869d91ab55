/// Whether a sentence meets a rule, and by which of its words.
struct RuleMatching {
  let report: ScannedReport
  let ids: StanceConcepts

  struct Match {
    let anchor: ReportMark
    let marks: [ReportMark]
    var isUncertain = false
  }

  /// Concept of a mark; what is recognised by form has one too.
  @inline(__always) func concept(of mark: ReportMark) -> Int {
    switch mark.kind {
    case .concept: Int(mark.value)
    case .age: ids.forms.age
    case .quantity: ids.forms.number
    case .date: ids.forms.date
    case .place: ids.forms.place
    case .product: ids.forms.product
    case .programme: ids.forms.programme
    case .company: ids.forms.company
    case .document: ids.forms.document
    case .function, .publisher: -1
    }
  }

  /// `around` are the concepts of the sentences before and after.
  func match(
    _ rule: ClaimRule, in sentence: ReportSentence, around: ConceptSet
  ) -> Match? {
    guard !sentence.concepts.intersects(rule.unless), !sentence.isQuestion,
      !sentence.concepts.contains(ids.fiction)
    else { return nil }
    for group in rule.groups {
      guard sentence.concepts.intersects(group.near) || around.intersects(group.around) else {
        return nil
      }
    }
    let anchorGroup =
      rule.groups.firstIndex { $0.isAnchor && sentence.concepts.intersects($0.near) }
      ?? rule.groups.firstIndex { sentence.concepts.intersects($0.near) }
    guard let anchorGroup else { return nil }
    let marks = report.marks(of: sentence)
    let window = sentence.isHan ? rule.window * 2 : rule.window
    for anchor in marks where rule.groups[anchorGroup].near.contains(concept(of: anchor)) {
      let group = rule.groups[anchorGroup]
      // Of a collection that there was not nothing else is said either.
      if rule.isAdverse, !group.isAnchor || asksForCollection(rule),
        collectsNothing(rule, group, sentence, marks)
      {
        continue
      }
      if group.isAnchor, isDisowned(anchor, rule, group, sentence, marks) { continue }
      if group.isDenied, !isDenied(anchor, rule, sentence, marks) { continue }
      if !group.isAnchor, isSupposed(anchor, rule, sentence, marks) { continue }
      let isUncertain = group.isAnchor && isUncertain(anchor, sentence, marks)
      // What only may come is no ground for anything.
      if isUncertain, rule.isAdverse { continue }
      if let found = complete(rule, anchorGroup, anchor, marks, window, around) {
        return Match(anchor: anchor, marks: found, isUncertain: isUncertain)
      }
    }
    return nil
  }

  private func asksForCollection(_ rule: ClaimRule) -> Bool {
    rule.groups.contains { $0.near.contains(ids.collect) }
  }

  /// Whether the sentence speaks of collecting, and each time denies it.
  private func collectsNothing(
    _ rule: ClaimRule, _ group: ClaimRule.Group, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let collecting = marks.filter { $0.kind == .concept && Int($0.value) == ids.collect }
    return !collecting.isEmpty
      && collecting.allSatisfy { isDisowned($0, rule, group, sentence, marks) }
  }

  /// The nearest mark of every other group, all within the window.
  private func complete(
    _ rule: ClaimRule, _ anchorGroup: Int, _ anchor: ReportMark,
    _ marks: ArraySlice<ReportMark>, _ window: Int, _ around: ConceptSet
  ) -> [ReportMark]? {
    var found = [anchor]
    for (index, group) in rule.groups.enumerated() where index != anchorGroup {
      var best: ReportMark?
      for mark in marks where group.near.contains(concept(of: mark)) {
        // One word must not stand for two things.
        if mark.units.overlaps(anchor.units), mark.value == anchor.value { continue }
        if distance(mark, anchor) <= window,
          best.map({ distance(mark, anchor) < distance($0, anchor) }) ?? true
        {
          best = mark
        }
      }
      if let best {
        found.append(best)
      } else if !around.intersects(group.around) {
        return nil
      }
    }
    return found
  }

  private func distance(_ left: ReportMark, _ right: ReportMark) -> Int {
    if left.units.overlaps(right.units) { return 0 }
    return left.units.lowerBound < right.units.lowerBound
      ? Int(right.units.lowerBound - left.units.upperBound)
      : Int(left.units.lowerBound - right.units.upperBound)
  }

  /// Negated, denied, asked, supposed or told as fiction: nothing is claimed.
  private func isDisowned(
    _ anchor: ReportMark, _ rule: ClaimRule, _ group: ClaimRule.Group,
    _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    if isDenied(anchor, rule, sentence, marks) { return true }
    if group.mustBeDone, isCalledFor(anchor, sentence, marks) { return true }
    let start = anchor.units.lowerBound
    for mark in marks where mark.kind == .concept && mark.units.upperBound <= start {
      let concept = Int(mark.value)
      let gap = Int(start - mark.units.upperBound)
      if concept == ids.condition, !group.mayBeConditional {
        if gap <= (sentence.isHan ? 30 : 14) { return true }
      } else if concept == ids.ended, gap <= 6 {
        return true
      }
    }
    // `stopped collecting`: the word that ends a practice holds the anchor itself.
    return marks.contains {
      $0.kind == .concept && Int($0.value) == ids.ended && $0.units.overlaps(anchor.units)
    }
  }

  /// Possible or planned only.
  private func isUncertain(
    _ anchor: ReportMark, _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let start = anchor.units.lowerBound
    return marks.contains { mark in
      guard mark.kind == .concept, mark.units.upperBound <= start,
        Int(mark.value) == ids.may || Int(mark.value) == ids.plan
          || Int(mark.value) == ids.unclear
      else { return false }
      return Int(start - mark.units.upperBound) <= (sentence.isHan ? 4 : 3)
    }
  }
}
