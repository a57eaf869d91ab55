/// The head of a page of ccgp.gov.cn that was copied without the lines of its table, so that labels
/// and values run together: `采购单位某某医院行政区域某某县公告时间2026年8月5日`.
enum RunTogetherHead {
  /// The labels in the order of the form; the buyer stands in it twice.
  private static let labels = [
    "采购项目名称", "品目", "采购单位", "行政区域", "公告时间", "首次公告日期", "更正日期", "获取招标文件时间",
    "招标文件售价", "获取招标文件的地点", "获取采购文件时间", "采购文件售价", "获取采购文件的地点",
    "响应文件递交地点", "响应文件开启时间", "响应文件开启地点", "开标时间", "开标地点", "本项目招标公告日期",
    "中标日期", "成交日期", "评审专家名单", "总中标金额", "总成交金额", "预算金额", "联系人及联系方式：",
    "项目联系人", "项目联系电话", "采购单位", "采购单位地址", "采购单位联系方式", "代理机构名称",
    "代理机构地址", "代理机构联系方式", "附件：",
  ]

  /// A line for each label with its value, and what stands before them; nil for other text.
  static func lines(of text: String) -> [String]? {
    guard isHead(text) else { return nil }
    var found: [(label: String, range: Range<String.Index>)] = []
    var next = 0
    var start = text.startIndex
    while next < labels.count {
      var best: (index: Int, range: Range<String.Index>)?
      for index in next..<labels.count {
        guard let range = text[start...].firstRange(of: labels[index]) else { continue }
        guard let old = best else {
          best = (index, range)
          continue
        }
        let isLonger =
          range.lowerBound == old.range.lowerBound
          && range.upperBound > old.range.upperBound
        if range.lowerBound < old.range.lowerBound || isLonger { best = (index, range) }
      }
      guard let best else { break }
      found.append((labels[best.index], best.range))
      next = best.index + 1
      start = best.range.upperBound
    }
    guard let first = found.first else { return nil }
    var lines = lead(text[..<first.range.lowerBound])
    for (index, part) in found.enumerated() {
      let end = index + 1 < found.count ? found[index + 1].range.lowerBound : text.endIndex
      let value = NoticeText.trimmed(text[part.range.upperBound..<end].drop { $0 == "：" })
      let label = part.label.hasSuffix("：") ? part.label : part.label + "："
      if !value.isEmpty { lines.append(label + value) }
    }
    return lines
  }

  /// No sentence names region and time of a notice one behind the other without a colon.
  private static func isHead(_ text: String) -> Bool {
    guard text.utf8.count <= 1 << 15 else { return false }
    if text.contains("公告信息：采购项目名称") { return true }
    guard let region = text.firstRange(of: "行政区域"),
      let time = text[region.upperBound...].firstRange(of: "公告时间")
    else { return false }
    return ![region, time].contains { range in
      text[range.upperBound...].first.map { "：:|\t ".contains($0) } ?? true
    }
  }

  /// Title and time stand before the head on one line.
  private static func lead(_ text: Substring) -> [String] {
    var words = NoticeText.trimmed(text)
    for end in ["公告信息：", "公告概要："] where words.hasSuffix(end) {
      words = NoticeText.trimmed(words.dropLast(end.count))
    }
    guard let year = words.firstIndex(of: "年"),
      let start = words.index(year, offsetBy: -4, limitedBy: words.startIndex),
      words[start..<year].allSatisfy(\.isNumber), start > words.startIndex
    else { return words.isEmpty ? [] : [words] }
    return [NoticeText.trimmed(words[..<start]), NoticeText.trimmed(words[start...])]
  }
}
