/// Whether a sentence meets a rule, and by which of its words.
///
/// A class, because all proposals of a report hold it.
final class RuleMatching: Sendable {
  let text: ReportText
  let report: ScannedReport
  let ids: StanceConcepts

  init(text: ReportText, report: ScannedReport, ids: StanceConcepts) {
    self.text = text
    self.report = report
    self.ids = ids
  }

  struct Match {
    let anchor: ReportMark
    /// The group of the rule that the anchor meets.
    let group: Int
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

  /// How many sentences before and after a rule may look.
  private static let reach = 3

  /// The concepts of a sentence and of those around it.
  func around(_ number: Int) -> ConceptSet {
    var set = ConceptSet.empty
    let first = max(0, number - RuleMatching.reach)
    let last = min(report.sentences.count - 1, number + RuleMatching.reach)
    for index in first...last { set.formUnion(report.sentences[index].concepts) }
    return set
  }

  /// Nothing is claimed in a question or in fiction.
  func mayClaim(_ sentence: ReportSentence) -> Bool {
    !sentence.isQuestion && !sentence.concepts.contains(ids.fiction) && !asks(sentence)
  }

  /// 问：……, `Q: …`, 传言：……: what somebody asks or what is only rumoured, to be answered.
  private func asks(_ sentence: ReportSentence) -> Bool {
    let start = Int(sentence.range.lowerBound)
    let words = text.bytes[start..<min(Int(sentence.range.upperBound), start + 12)]
    guard let first = words.first, first == 0x51 || first >= 0xE4 else { return false }
    return RuleMatching.questions.contains { words.starts(with: $0) }
  }

  private static let questions = ["Q:", "问：", "問：", "传言：", "傳言："].map { Array($0.utf8) }

  /// Nil where the words stand too far from each other or are denied; that the sentence speaks of
  /// what the rule asks for is known already. `around` are the concepts of the sentences around.
  func match(
    _ rule: ClaimRule, in sentence: ReportSentence, around: ConceptSet
  ) -> Match? {
    guard let number = anchorGroup(rule, sentence.concepts) else { return nil }
    let marks = report.marks(of: sentence)
    let window = sentence.isHan ? rule.window * 2 : rule.window
    let near = rule.groups[number].near
    let isAnchor = rule.groups[number].isAnchor
    let isDoubted = sentence.concepts.intersects(ids.disowning)
    for place in marks.indices where near.contains(concept(of: marks[place])) {
      let anchor = marks[place]
      if isDoubted, isTakenBack(anchor, rule, number, sentence, marks) { continue }
      if rule.groups[number].isDenied,
        !isDoubted || !isDenied(anchor, rule, sentence, marks)
      {
        continue
      }
      let isUncertain = isAnchor && isUncertain(anchor, sentence, marks)
      // What only may come is no ground for anything.
      if isUncertain, rule.isAdverse { continue }
      if isComplete(rule, number, anchor, sentence, marks, window, around),
        !isInAddress(anchor)
      {
        return Match(anchor: anchor, group: number, isUncertain: isUncertain)
      }
    }
    return nil
  }

  /// `https://news.example/police-collect-dna`: an address says nothing.
  private func isInAddress(_ anchor: ReportMark) -> Bool {
    var start = Int(anchor.range.lowerBound)
    let limit = max(0, start - 300)
    while start > limit, text.bytes[start - 1] > 0x20, text.bytes[start - 1] < 0x80 { start -= 1 }
    guard Int(anchor.range.lowerBound) - start > 6 else { return false }
    return text.contains([0x3A, 0x2F, 0x2F], in: start..<Int(anchor.range.lowerBound))
  }

  /// Whether nothing is claimed by a word: it is disowned itself, or what it goes with.
  private func isTakenBack(
    _ anchor: ReportMark, _ rule: ClaimRule, _ group: Int, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    let isAnchor = rule.groups[group].isAnchor
    // Of a collection that there was not nothing else is said either.
    if rule.isAdverse,
      !isAnchor || rule.groups.contains(where: { $0.near.contains(ids.collect) }),
      collectsNothing(rule, group, sentence, marks)
    {
      return true
    }
    return isAnchor
      ? isDisowned(anchor, rule, group, sentence, marks)
      : isSupposed(anchor, rule, sentence, marks)
  }

  private func anchorGroup(_ rule: ClaimRule, _ concepts: ConceptSet) -> Int? {
    var first: Int?
    for index in rule.groups.indices where concepts.intersects(rule.groups[index].near) {
      if rule.groups[index].isAnchor { return index }
      if first == nil { first = index }
    }
    return first
  }

  /// Whether the sentence speaks of collecting, and each time denies it.
  private func collectsNothing(
    _ rule: ClaimRule, _ group: Int, _ sentence: ReportSentence, _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard sentence.concepts.contains(ids.collect) else { return false }
    return marks.allSatisfy {
      $0.kind != .concept || Int($0.value) != ids.collect
        || isDisowned($0, rule, group, sentence, marks)
    }
  }

  /// Whether every other group has a mark within the window, or stands around.
  private func isComplete(
    _ rule: ClaimRule, _ anchorGroup: Int, _ anchor: ReportMark, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>, _ window: Int, _ around: ConceptSet
  ) -> Bool {
    let isDoubted = sentence.isHan && rule.isAdverse && sentence.concepts.contains(ids.never)
    for index in rule.groups.indices where index != anchorGroup {
      if around.intersects(rule.groups[index].around) { continue }
      let near = rule.groups[index].near
      let isNear = marks.contains { mark in
        near.contains(concept(of: mark)) && !isSame(mark, anchor)
          && distance(mark, anchor) <= window
          // 并非对全体居民采集，仅对嫌疑人采集: of all it is said to be not so.
          && !(isDoubted && isNever(mark, sentence, marks))
      }
      if !isNear { return false }
    }
    return true
  }

  /// The anchor, and the nearest mark of every other group within the window.
  func marks(_ rule: ClaimRule, _ match: Match, in sentence: ReportSentence) -> [ReportMark] {
    let window = sentence.isHan ? rule.window * 2 : rule.window
    var found = [match.anchor]
    for (index, group) in rule.groups.enumerated() where index != match.group {
      var best: ReportMark?
      for mark in report.marks(of: sentence) where group.near.contains(concept(of: mark)) {
        let gap = distance(mark, match.anchor)
        if gap <= window, !isSame(mark, match.anchor),
          best.map({ gap < distance($0, match.anchor) }) ?? true
        {
          best = mark
        }
      }
      if let best { found.append(best) }
    }
    return found
  }

  /// One word must not stand for two things.
  private func isSame(_ mark: ReportMark, _ anchor: ReportMark) -> Bool {
    mark.value == anchor.value && mark.units.overlaps(anchor.units)
  }

  private func distance(_ left: ReportMark, _ right: ReportMark) -> Int {
    if left.units.overlaps(right.units) { return 0 }
    return left.units.lowerBound < right.units.lowerBound
      ? Int(right.units.lowerBound - left.units.upperBound)
      : Int(left.units.lowerBound - right.units.upperBound)
  }

  /// Negated, denied, asked, supposed or told as fiction: nothing is claimed.
  private func isDisowned(
    _ anchor: ReportMark, _ rule: ClaimRule, _ group: Int, _ sentence: ReportSentence,
    _ marks: ArraySlice<ReportMark>
  ) -> Bool {
    guard sentence.concepts.intersects(ids.disowning) else { return false }
    if isDenied(anchor, rule, sentence, marks) { return true }
    if rule.isAdverse, isRecommended(anchor, sentence, marks) { return true }
    if rule.groups[group].mustBeDone, isCalledFor(anchor, sentence, marks) { return true }
    let start = anchor.units.lowerBound
    for mark in marks where mark.kind == .concept && mark.units.upperBound <= start {
      let concept = Int(mark.value)
      let gap = Int(start - mark.units.upperBound)
      if concept == ids.condition, !rule.groups[group].mayBeConditional {
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
    guard sentence.concepts.intersects(ids.doubting) else { return false }
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
