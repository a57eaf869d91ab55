/// Parts a line such as `采购人：云岭县公安局  地址：示例路1号` into labels and values.
struct LabelSplitter {
  let terms: TenderTerms

  struct Pair {
    let label: TenderTerms.Label
    let value: String
  }

  /// Labels longer than this stand in no form.
  private static let longest = 72

  /// The labels of a line with their values, and the text before the first.
  func split(_ line: String) -> (lead: String, pairs: [Pair]) {
    let scalars = Array(line.unicodeScalars)
    var found: [(start: Int, colon: Int, label: TenderTerms.Label)] = []
    var valueStart = 0
    for (index, scalar) in scalars.enumerated()
    where scalar == ":" || scalar == "：" || scalar == "︰" || scalar == "∶" {
      guard !isClock(scalars, index), let (start, label) = label(scalars, valueStart, index),
        !isRemark(scalars, start, index)
      else { continue }
      found.append((start, index, label))
      valueStart = index + 1
    }
    guard let first = found.first else { return (line, pairsWithoutColons(line)) }
    var pairs: [Pair] = []
    for (number, part) in found.enumerated() {
      let end = number + 1 < found.count ? found[number + 1].start : scalars.count
      pairs.append(
        Pair(label: part.label, value: LabelSplitter.value(scalars[(part.colon + 1)..<end])))
    }
    return (NoticeText.trimmed(String(String.UnicodeScalarView(scalars[..<first.start]))), pairs)
  }

  /// `供应商名称 某公司；供应商地址 某路1号；中标金额 100元`: parts of which two begin with a label; and
  /// `采购编号 XJ-2026-77`: one label before a number or a day.
  private func pairsWithoutColons(_ line: String) -> [Pair] {
    let parts = line.split(whereSeparator: { $0 == "；" || $0 == ";" })
    let pairs = parts.compactMap { part -> Pair? in
      // `1：` counts the suppliers.
      let words = NoticeText.trimmed(part).drop { $0.isNumber || $0 == "：" || $0 == ":" }
      guard let (label, blank) = leading(words) else { return nil }
      let value = LabelSplitter.value(Array(words[blank...].unicodeScalars)[...])
      return value.isEmpty ? nil : Pair(label: label, value: value)
    }
    if parts.count == 1, let only = pairs.first {
      return LabelSplitter.figures.contains(only.label.code)
        && only.value.unicodeScalars.first.map { isFigure($0) } == true
        && only.value.unicodeScalars.contains {
          NoticeText.isDigit(NoticeText.narrowed($0)) || HanNumber.isPart($0)
        }
        ? pairs : []
    }
    return pairs.count >= 2 ? pairs : []
  }

  /// Labels whose values begin with a sign of a number.
  private static let figures: Set<String> = [
    "project-number", "process-number", "award-amount", "budget", "ceiling", "published",
    "awarded-on", "deadline",
  ]

  /// The label of up to four words with which words begin, and where it ends: `Tender No. PFSA-26`.
  private func leading(
    _ words: Substring
  ) -> (label: TenderTerms.Label, end: Substring.Index)? {
    var best: (label: TenderTerms.Label, end: Substring.Index)?
    var count = 0
    for index in words.indices where words[index].isWhitespace && count < 4 {
      count += 1
      let lead = words[..<index]
      guard count == 1 || lead.allSatisfy({ $0.isASCII }) else { break }
      if let label = terms.label(String(lead)) { best = (label, index) }
    }
    return best
  }

  private func isFigure(_ scalar: Unicode.Scalar) -> Bool {
    let narrow = NoticeText.narrowed(scalar)
    return NoticeText.isDigit(narrow) || NoticeText.isLatinLetter(narrow)
      || HanNumber.isPart(narrow) || "¥[(".unicodeScalars.contains(narrow)
  }

  /// `09:30` and `https://` are no labels.
  private func isClock(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == ":" || scalars[index] == "：", index + 1 < scalars.count, index > 0
    else { return false }
    if scalars[index + 1] == "/" { return true }
    return NoticeText.isDigit(scalars[index - 1]) && NoticeText.isDigit(scalars[index + 1])
  }

  /// 收费金额（单位：元）：345552: what stands in brackets tells of the label before them.
  private func isRemark(_ scalars: [Unicode.Scalar], _ start: Int, _ colon: Int) -> Bool {
    guard start > 0, scalars[start - 1] == "（" || scalars[start - 1] == "(" else { return false }
    let rest = scalars[(colon + 1)...].prefix(6)
    guard let close = rest.firstIndex(where: { $0 == "）" || $0 == ")" }), close + 1 < scalars.count
    else { return false }
    return scalars[close + 1] == "：" || scalars[close + 1] == ":"
  }

  /// The longest label that ends before the colon and begins where a label may.
  private func label(
    _ scalars: [Unicode.Scalar], _ from: Int, _ colon: Int
  ) -> (start: Int, label: TenderTerms.Label)? {
    let earliest = max(from, colon - LabelSplitter.longest)
    var best: (start: Int, label: TenderTerms.Label)?
    var start = colon - 1
    while start >= earliest {
      if start == from || isBoundary(scalars[start - 1]),
        let label = terms.label(String(String.UnicodeScalarView(scalars[start..<colon])))
      {
        best = (start, label)
      }
      start -= 1
    }
    return best
  }

  private func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "；;。，,、|｜（(【)）.．:：".unicodeScalars.contains(scalar)
  }

  private static func value(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = NoticeText.withoutStops(String(String.UnicodeScalarView(scalars)))
    // `2.` of the next label is no part of this value.
    let scalars = Array(text.unicodeScalars)
    if scalars.count > 3, scalars.last == ".", NoticeText.isDigit(scalars[scalars.count - 2]),
      scalars[scalars.count - 3].properties.isWhitespace
    {
      text = NoticeText.trimmed(String(String.UnicodeScalarView(scalars.dropLast(2))))
    }
    return text
  }
}
