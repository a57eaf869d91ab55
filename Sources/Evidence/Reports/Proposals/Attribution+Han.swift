/// Publishers in Chinese sentences, whom no capital shows: 据海港邮报报道, 林德研究所称.
extension AttributionReader {
  /// The publisher right after 据, 援引 and the like, or right before 报道, 称 and the like.
  func hanOutlet(beside say: ReportMark, in sentence: ReportSentence) -> String? {
    let bytes = text.bytes
    let whole = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    let behind = Int(say.range.upperBound)..<min(whole.upperBound, Int(say.range.upperBound) + 60)
    let ahead = max(whole.lowerBound, Int(say.range.lowerBound) - 48)..<Int(say.range.lowerBound)
    let after = String(decoding: bytes[behind], as: UTF8.self)
    if let name = outlet(atStartOf: after) { return name }
    return outlet(atEndOf: String(decoding: bytes[ahead], as: UTF8.self))
  }

  /// Where the name ends: what its publisher does.
  private static let deeds = [
    "报道", "報道", "消息", "称", "稱", "说", "說", "表示", "透露", "披露", "查阅", "调查", "获悉", "刊", "发表", "发布", "指",
    "的", "写道", "援引", "在", "最近", "上周", "日前",
  ]

  private func outlet(atStartOf text: String) -> String? {
    var name = ""
    var rest = Substring(text)
    while let first = rest.unicodeScalars.first, HanFolding.isHan(first.value) || isQuote(first) {
      if !name.isEmpty, AttributionReader.deeds.contains(where: rest.hasPrefix) { break }
      // 人权组织“高原观察”: the name is what stands in quotation marks.
      if "《“「".unicodeScalars.contains(first) { name = "" }
      if "》”」".unicodeScalars.contains(first), OutletNames.isHanOutlet(name) { return name }
      if !isQuote(first) { name.unicodeScalars.append(first) }
      rest.unicodeScalars.removeFirst()
      if name.unicodeScalars.count > 16 { return nil }
    }
    return OutletNames.isHanOutlet(name) ? name : nil
  }

  private func outlet(atEndOf text: String) -> String? {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      if isQuote(scalar) { continue }
      guard HanFolding.isHan(scalar.value), scalars.count < 16,
        !AttributionReader.before.contains(scalar)
      else { break }
      scalars.append(scalar)
    }
    var name = ""
    // 5月2日海港邮报称
    name.unicodeScalars.append(
      contentsOf: scalars.reversed().drop { "日月年".unicodeScalars.contains($0) })
    return OutletNames.isHanOutlet(name) ? name : nil
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "《》“”「」".unicodeScalars.contains(scalar)
  }

  /// What stands before a name and not in it.
  private static let before = Set("据由向对与而但的称说".unicodeScalars)
}
