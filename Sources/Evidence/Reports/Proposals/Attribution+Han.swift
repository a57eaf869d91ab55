/// Publishers in Chinese sentences, whom no capital shows: 据海港邮报报道, 林德研究所称.
extension AttributionReader {
  /// The publisher right after 据, 援引 and the like, or right before 报道, 称 and the like.
  func hanOutlet(beside say: ReportMark, in sentence: ReportSentence) -> String? {
    let bytes = text.bytes
    let whole = Int(sentence.range.lowerBound)..<Int(sentence.range.upperBound)
    let behind = Int(say.range.upperBound)..<min(whole.upperBound, Int(say.range.upperBound) + 60)
    let ahead = max(whole.lowerBound, Int(say.range.lowerBound) - 48)..<Int(say.range.lowerBound)
    if let name = outlet(atStart: behind) { return name }
    guard mayEndOutlet(ahead) else { return nil }
    return outlet(atEndOf: String(decoding: bytes[ahead], as: UTF8.self))
  }

  /// Where the name ends: what its publisher does.
  private static let deeds = [
    "报道", "報道", "消息", "称", "稱", "说", "說", "表示", "透露", "披露", "查阅", "调查", "获悉", "刊", "发表", "发布", "指",
    "的", "写道", "援引", "在", "最近", "上周", "日前", "週", "周二", "周三", "昨", "今",
  ].map { Array($0.utf8) }

  private func outlet(atStart range: Range<Int>) -> String? {
    let bytes = text.bytes
    var name: [UInt8] = []
    var index = range.lowerBound
    while index + 3 <= range.upperBound, bytes[index] >= 0xE2, bytes[index] <= 0xE9,
      let scalar = text.threeByteScalar(at: index)
    {
      switch scalar {
      // 人权组织“高原观察”: the name is what stands in quotation marks, 《 “ 「.
      case 0x300A, 0x201C, 0x300C: name.removeAll()
      case 0x300B, 0x201D, 0x300D:
        if OutletNames.isHanOutlet(name[...]) { return String(decoding: name, as: UTF8.self) }
      default:
        guard HanFolding.isHan(scalar), name.isEmpty || !beginsDeed(at: index, to: range.upperBound)
        else { return outlet(name) }
        name += bytes[index..<(index + 3)]
        if name.count > 48 { return nil }
      }
      index += 3
    }
    return outlet(name)
  }

  private func outlet(_ name: [UInt8]) -> String? {
    guard name.count >= 9, OutletNames.isHanOutlet(name[...]) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether the last character, quotation marks aside, is one with which publishers' names end;
  /// before most verbs stands another.
  private func mayEndOutlet(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end - 3 >= range.lowerBound, let scalar = text.threeByteScalar(at: end - 3) {
      if !AttributionReader.quotes.contains(scalar) { return OutletNames.mayEnd(with: scalar) }
      end -= 3
    }
    return false
  }

  private func beginsDeed(at index: Int, to end: Int) -> Bool {
    AttributionReader.deeds.contains { deed in
      index + deed.count <= end && text.bytes[index] == deed[0] && text.bytes[index + 1] == deed[1]
        && text.bytes[index..<(index + deed.count)].elementsEqual(deed)
    }
  }

  private func outlet(atEndOf text: String) -> String? {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.reversed() {
      if AttributionReader.quotes.contains(scalar.value) { continue }
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

  private static let quotes = "《》“”「」".unicodeScalars.map(\.value)

  /// What stands before a name and not in it.
  private static let before = Set("据由向对与而但的称说".unicodeScalars)
}
