/// Whether what was found makes a notice, and in which language.
extension NoticeFields {
  /// Labels by which a notice is known as one.
  private static let telling: Set<String> = [
    "buyer", "agency", "project-number", "project-name", "budget", "supplier", "award-amount",
    "process-number", "deadline", "ceiling",
  ]

  /// The labels by which a notice is known that were found.
  var tellingCodes: Set<String> {
    Set(values.map { $0.code == "name" && $0.section == "buyer" ? "buyer" : $0.code }).union(
      tables.flatMap { $0.columns.compactMap { $0?.code } }
    )
    .intersection(NoticeFields.telling)
  }

  /// Whether enough was found to take the text for a notice.
  var isNotice: Bool {
    let found = tellingCodes
    let hasStage =
      lines.contains { terms.stage(ofTitle: $0.text) != nil }
      || lines.prefix(3).contains { terms.stage(exactly: $0.text) != nil }
      || document.title.flatMap { terms.stage(ofTitle: $0) } != nil
    return found.count >= 2 || (hasStage && !found.isEmpty)
      || (hasStage && lines.contains { NoticeFields.hasHan($0.text) })
  }

  /// Whether the page is in Chinese, for labels may be in English too.
  var isChinese: Bool {
    document.title.map(NoticeFields.hasHan) == true
      || lines.contains { NoticeFields.hasHan($0.text) }
      || values.contains { NoticeFields.hasHan($0.text) }
      || tables.contains { $0.rows.contains { $0.cells.contains(where: NoticeFields.hasHan) } }
  }

  private static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: NoticeText.isHan)
  }
}
