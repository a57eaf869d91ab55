import Formats

/// Finds things with quantities in a sentence: 采购遗传分析仪2台、STR扩增试剂盒200盒（200人份/盒）.
struct WordedItems {
  let terms: TenderTerms
  /// Whether only a number counts behind which nothing but brackets or a price follows.
  var isStrict = false

  private static let leads = [
    "采购内容为", "采购内容", "拟采购", "本项目采购", "本次采购", "采购", "购置", "购买", "主要采购",
    "包括", "包含", "为", "本项目", "新增", "配备", "共", "约", "及", "和", "以及", "等", "具体为", "一批",
  ]
  /// What is counted in notices and not bought.
  private static let papers = [
    "文件", "标书", "正本", "副本", "证书", "复印件", "公告", "材料", "人员", "专家", "日历", "工作日",
    "份数", "供应商", "投标", "期", "年", "合同", "次会议",
  ]

  func items(in text: String) -> [TenderItem] { read(text).items }

  /// The items, and the parts that count something which could not be read as one.
  func read(_ text: String) -> (items: [TenderItem], unread: [String]) {
    var found: [TenderItem] = []
    var unread: [String] = []
    for clause in segments(of: text, at: "；;。\n") {
      if let item = clauseItem(clause) {
        found.append(item)
        continue
      }
      read(parts: clause, &found, &unread)
    }
    return (found, unread)
  }

  private func clauseItem(_ clause: String) -> TenderItem? {
    ClauseItem(terms: terms).item(
      in: segments(of: WordedItems.withoutNumbering(clause)),
      counted: { part in
        let scalars = part.unicodeScalars.map { NoticeText.narrowed($0) }
        return counts(in: scalars).lazy.compactMap { item(scalars, $0) }.first
      },
      named: { part in
        let scalars = part.unicodeScalars.map { NoticeText.narrowed($0) }
        let name = name(scalars[...])
        let isThing =
          (2...60).contains(name.unicodeScalars.count)
          && name.unicodeScalars.contains { NoticeText.isHan($0) || NoticeText.isLatinLetter($0) }
          && !["采购", "需要", "如下", "项目"].contains { name.hasSuffix($0) }
          && !WordedItems.papers.contains { name.hasSuffix($0) }
        return isThing ? name : nil
      })
  }

  private func read(
    parts clause: String, _ found: inout [TenderItem], _ unread: inout [String]
  ) {
    for part in segments(of: clause) {
      let scalars = part.unicodeScalars.map { NoticeText.narrowed($0) }
      let counts = counts(in: scalars)
      if let item = counts.lazy.compactMap({ item(scalars, $0) }).first {
        found.append(item)
      } else if counts.contains(where: { $0.value == nil }) {
        unread.append(part)
      }
    }
  }

  /// A number with the unit behind it.
  private struct Count {
    let range: Range<Int>
    let unit: Range<Int>
    /// Nil for a number that is none of things.
    let value: Decimal?
  }

  private func item(_ scalars: [Unicode.Scalar], _ count: Count) -> TenderItem? {
    guard let value = count.value else { return nil }
    if isStrict, !endsThings(scalars, at: count.unit.upperBound) { return nil }
    var name = name(scalars[..<count.range.lowerBound])
    // 对已有的2台测序仪: what is counted stands behind.
    if name.isEmpty || name.hasSuffix("的") || name.hasSuffix("已有")
      || ["配套", "随机", "另附", "赠送", "附送"].contains(name)
    {
      name = self.name(
        scalars[count.unit.upperBound...].prefix {
          !NoticeText.isDigit($0) && $0 != "及" && $0 != "和"
        })
      if let verb = name.firstRange(of: "提供") { name = String(name[..<verb.lowerBound]) }
    }
    guard name.unicodeScalars.count >= 2, name.unicodeScalars.count <= 60,
      name.unicodeScalars.contains(where: {
        NoticeText.isHan($0) || NoticeText.isLatinLetter($0)
      }),
      !WordedItems.papers.contains(where: { name.hasSuffix($0) })
    else { return nil }
    var item = TenderItem(
      description: name, quantity: value,
      unit: String(String.UnicodeScalarView(scalars[count.unit])))
    // 20000人份 are so many in all, and no pack.
    if item.unit != "人份" { item.pack = PackReader(terms: terms).pack(in: scalars) }
    let rest = NoticeText.trimmed(
      String(String.UnicodeScalarView(scalars[count.unit.upperBound...])))
    if rest.hasPrefix("单价"),
      case .money(let price) = AmountReader(terms: terms).read(rest, currency: "CNY")
    {
      item.unitPrice = price
    }
    return item
  }

  private func endsThings(_ scalars: [Unicode.Scalar], at end: Int) -> Bool {
    let rest = NoticeText.trimmed(String(String.UnicodeScalarView(scalars[end...])))
    return rest.isEmpty || rest.hasPrefix("(") || rest.hasPrefix("（") || rest.hasPrefix("单价")
      || rest.hasPrefix("总价") || rest.hasPrefix("@")
  }

  /// Numbers of things, in digits (`1,200盒`, `20万张`) and in words (`五千套`). Numbers within names,
  /// such as 3500xL, are followed by no unit.
  private func counts(in scalars: [Unicode.Scalar]) -> [Count] {
    var found = NumberScan.numbers(in: scalars).compactMap { number -> Count? in
      var end = number.range.upperBound
      var value = number.value
      if end < scalars.count, scalars[end] == "万" || scalars[end] == "萬" {
        end += 1
        value = value.flatMap { $0.multiplied(by: Decimal(millionths: 10_000_000_000)) }
      }
      let isBelowZero =
        number.isNegative || isMinus(scalars, before: number.range.lowerBound)
      if isBelowZero || value.map({ $0 <= .zero || !$0.isInteger }) == true { value = nil }
      return unit(scalars, at: end).map {
        Count(range: number.range, unit: end..<$0, value: value)
      }
    }
    var index = 0
    while index < scalars.count {
      guard HanNumber.isPart(scalars[index]), !isOrdinalOrDigits(scalars, before: index),
        let number = HanNumber.prefix(of: scalars[index...])
      else {
        index += 1
        continue
      }
      let end = index + number.length
      // 三台县 is a place: in words a number counts only where the part ends with its unit.
      if index >= 2, number.value > .zero, number.value.isInteger,
        let unit = unit(scalars, at: end), unit == scalars.count || scalars[unit] == "("
      {
        found.append(Count(range: index..<end, unit: end..<unit, value: number.value))
      }
      index = end
    }
    return found.isEmpty ? reactions(in: scalars) : found
  }

  /// 核酸提取试剂 20000人份: so many in all, where nothing else is counted; 每盒200人份 and what stands in
  /// brackets tell of each.
  private func reactions(in scalars: [Unicode.Scalar]) -> [Count] {
    NumberScan.numbers(in: scalars).compactMap { number in
      var end = number.range.upperBound
      var value = number.value
      if end < scalars.count, scalars[end] == "万" || scalars[end] == "萬" {
        end += 1
        value = value.flatMap { $0.multiplied(by: Decimal(millionths: 10_000_000_000)) }
      }
      let before = scalars[..<number.range.lowerBound]
      let name = name(before)
      guard scalars[end...].elementsEqual("人份".unicodeScalars), !before.contains("("),
        !before.contains("（"), !before.contains("每"), !["规格", "包装", "装量"].contains(name),
        let value, value > .zero, value.isInteger, !number.isNegative
      else { return nil }
      return Count(range: number.range, unit: end..<scalars.count, value: value)
    }
  }

  /// A hyphen between a thing and its number, STR试剂盒-5盒, may be a sign; 3500-2台 is a model.
  private func isMinus(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    guard index > 0, scalars[index - 1] == "-" || scalars[index - 1] == "−" else { return false }
    return index == 1 || NoticeText.isHan(scalars[index - 2])
  }

  private func isOrdinalOrDigits(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
    guard index > 0 else { return false }
    return scalars[index - 1] == "第" || NoticeText.isDigit(scalars[index - 1])
  }

  /// Where a unit of things ends that begins here; nil for other units and for a pack such as 人份/盒.
  private func unit(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
    guard let unit = terms.unit(in: scalars, at: index),
      ["device", "box", "piece", "bag", "bottle"].contains(unit.code),
      !(unit.end < scalars.count && scalars[unit.end] == "/")
    else { return nil }
    return unit.end
  }

  /// Parts between commas and stops, but not within brackets.
  private func segments(of text: String, at signs: String = "，,；;。、\n") -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if "（(".contains(character) { depth += 1 }
      if "）)".contains(character) { depth = max(0, depth - 1) }
      let isWithinNumber =
        ",，".contains(character) && index > 0 && characters[index - 1].isNumber
        && characters[(index + 1)...].prefix { $0.isNumber }.count == 3
      if depth == 0, !isWithinNumber, signs.contains(character) {
        parts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (parts + [current]).filter { !$0.isEmpty && $0.unicodeScalars.count <= 400 }
  }

  private static func withoutNumbering(_ text: String) -> String {
    String(String.UnicodeScalarView(NoticeText.withoutNumbering(Array(text.unicodeScalars)[...])))
  }

  private func name(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var name = NoticeText.trimmed(String(String.UnicodeScalarView(scalars)))
    name = NoticeText.trimmed(WordedItems.withoutNumbering(name))
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
