import Formats

/// Finds things with quantities in a sentence: 采购遗传分析仪2台、STR扩增试剂盒200盒（200人份/盒）.
struct WordedItems {
  let terms: TenderTerms

  private static let leads = [
    "采购内容为", "采购内容", "拟采购", "本项目采购", "本次采购", "采购", "购置", "购买", "主要采购",
    "包括", "包含", "为", "本项目", "新增", "配备", "共", "约", "及", "和", "以及", "等", "具体为", "一批",
  ]
  /// What is counted in notices and not bought.
  private static let papers = [
    "文件", "标书", "正本", "副本", "证书", "复印件", "公告", "材料", "人员", "专家", "日历", "工作日",
    "份数", "供应商", "投标", "期", "年", "合同", "次会议",
  ]

  func items(in text: String) -> [TenderItem] {
    var found: [TenderItem] = []
    for part in segments(of: text) {
      let scalars = part.unicodeScalars.map { NoticeText.narrowed($0) }
      // Numbers within names, such as 3500xL, are followed by no unit.
      for number in NumberScan.numbers(in: scalars) {
        guard let value = number.value, value > .zero, value.isInteger, !number.isNegative,
          let unit = terms.unit(in: scalars, at: number.range.upperBound),
          ["device", "box", "piece", "bag", "bottle"].contains(unit.code),
          !(unit.end < scalars.count && scalars[unit.end] == "/")
        else { continue }
        var name = name(scalars[..<number.range.lowerBound])
        if name.isEmpty { name = self.name(scalars[unit.end...]) }
        guard name.unicodeScalars.count >= 2, name.unicodeScalars.count <= 60,
          name.unicodeScalars.contains(where: {
            NoticeText.isHan($0) || NoticeText.isLatinLetter($0)
          }),
          !WordedItems.papers.contains(where: { name.hasSuffix($0) })
        else { continue }
        var item = TenderItem(
          description: name, quantity: value,
          unit: String(String.UnicodeScalarView(scalars[number.range.upperBound..<unit.end])))
        item.pack = PackReader(terms: terms).pack(in: scalars)
        found.append(item)
        break
      }
    }
    return found
  }

  /// Parts between commas and stops, but not within brackets.
  private func segments(of text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth = max(0, depth - 1) }
      if depth == 0, "，,；;。、\n".contains(character) {
        parts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (parts + [current]).filter { !$0.isEmpty && $0.unicodeScalars.count <= 200 }
  }

  private func name(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var name = NoticeText.trimmed(String(String.UnicodeScalarView(scalars)))
    name = String(
      String.UnicodeScalarView(NoticeText.withoutNumbering(Array(name.unicodeScalars)[...])))
    var isChanged = true
    while isChanged {
      isChanged = false
      for lead in WordedItems.leads where name.hasPrefix(lead) && name != lead {
        name = NoticeText.trimmed(name.dropFirst(lead.count))
        isChanged = true
      }
      for tail in ["数量", "共", "约", ":", "x", "×", "*", "(", "各"]
      where name.hasSuffix(tail) && name.count > tail.count + 1 {
        name = NoticeText.trimmed(name.dropLast(tail.count))
        isChanged = true
      }
    }
    if name.hasPrefix(")") { name.removeFirst() }
    return name
  }
}
