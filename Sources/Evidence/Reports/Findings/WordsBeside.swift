/// Tells by the words beside a capitalised word whether it is used as the name of a place.
///
/// Counties have names of persons and words of other languages too: `Jianping` is one and a given
/// name.
struct WordsBeside {
  private let text: ReportText

  init(_ text: ReportText) { self.text = text }

  /// Whether a name that there is once is that of a county here: one of several words or of three
  /// characters is; of two characters, or of one word, what stands beside it must speak of a place.
  func mayBeCounty(_ mark: ReportMark) -> Bool {
    let start = Int(mark.range.lowerBound)
    guard text.bytes[start] >= 0xE4 else { return mark.units.count > 1 || arePlace(mark) }
    guard mark.range.count <= 6 else { return true }
    let rest = text.bytes[Int(mark.range.upperBound)...]
    if WordsBeside.hanFollowing.contains(where: { rest.starts(with: $0) }) { return true }
    // 市民和 holds no 民和.
    guard start >= 3, (0xE4...0xE9).contains(text.bytes[start - 3]) else { return true }
    let before = text.bytes[start - 3..<start]
    return WordsBeside.hanLeading.contains { before.elementsEqual($0) }
  }

  private func arePlace(_ mark: ReportMark) -> Bool {
    let range = Int(mark.range.lowerBound)..<Int(mark.range.upperBound)
    guard range.count >= 5 else { return false }
    if let after = word(after: range.upperBound) {
      if WordsBeside.following.contains(hash(after)) { return true }
      // `in Yecheng Biotech`
      if isCapital(after) { return false }
    }
    guard let before = word(before: range.lowerBound) else { return false }
    return WordsBeside.leading.contains(hash(before))
  }

  /// Whether it is part of another name, of a street, a house or a city elsewhere: `Tibet Road`,
  /// 西藏路, 新疆街道, `the Tibet Hotel`, 多伦多.
  func arePartOfAName(_ mark: ReportMark) -> Bool {
    let end = Int(mark.range.upperBound)
    guard end + 3 <= text.bytes.count else { return false }
    if text.bytes[Int(mark.range.lowerBound)] >= 0xE4 {
      let rest = text.bytes[end...]
      return WordsBeside.hanNameEnds.contains { rest.starts(with: $0) }
    }
    guard let after = word(after: end), isCapital(after) else { return false }
    return WordsBeside.nameEnds.contains(hash(after))
  }

  private func isCapital(_ word: Range<Int>) -> Bool {
    (0x41...0x5A).contains(text.bytes[word.lowerBound])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0xC3...0xCA).contains(byte)
  }

  private func word(before index: Int) -> Range<Int>? {
    guard index > 1, text.bytes[index - 1] == 0x20 else { return nil }
    var start = index - 1
    while start > 0, isLetter(text.bytes[start - 1]) { start -= 1 }
    return start < index - 1 ? start..<index - 1 : nil
  }

  private func word(after index: Int) -> Range<Int>? {
    guard index + 1 < text.bytes.count, text.bytes[index] == 0x20 else { return nil }
    var end = index + 1
    while end < text.bytes.count, isLetter(text.bytes[end]) { end += 1 }
    return end > index + 1 ? index + 1..<end : nil
  }

  private func hash(_ word: Range<Int>) -> UInt64 {
    WordTable.hash(text.bytes[word].lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
  }

  private static let leading = hashes([
    "in", "at", "of", "from", "near", "across", "throughout", "around", "outside", "to", "between",
    "and", "or", "inside", "visited", "including", "within", "for",
  ])
  private static let following = hashes([
    "county", "city", "prefecture", "district", "township", "banner", "police", "public",
    "authorities", "officials", "residents", "government", "hospital", "health", "municipal",
    "people", "schools", "villagers",
  ])

  private static let hanFollowing = [
    "县", "縣", "市", "区", "區", "旗", "镇", "鎮", "乡", "鄉", "州", "公安", "警", "派出所", "当局", "當局", "政府", "居民",
    "村民", "牧民", "卫", "衛", "医", "醫", "检", "法院", "地区", "全",
  ].map { Array($0.utf8) }
  private static let hanLeading = [
    "在", "到", "于", "於", "赴", "从", "從", "自", "往", "由", "是", "对", "對", "向", "至", "的", "日", "月", "年",
  ].map { Array($0.utf8) }
  private static let nameEnds = hashes([
    "road", "street", "avenue", "lane", "boulevard", "hotel", "restaurant", "square", "tower",
    "mansion", "plaza", "cafe",
  ])
  private static let hanNameEnds = [
    "路", "街", "大道", "大街", "中路", "东路", "西路", "南路", "北路", "大厦", "宾馆", "酒店", "饭店", "饭庄", "餐厅",
    "广场",
    // 吉隆坡 is no 吉隆, and 多伦多 no 多伦.
    "坡", "多",
  ].map { Array($0.utf8) }

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(words.map { WordTable.hash($0.utf8) })
  }
}
