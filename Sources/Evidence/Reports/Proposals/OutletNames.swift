/// Tells publishers by their names, those too that no table knows: newspapers, agencies, institutes.
enum OutletNames {
  /// Whether a name in letters has a word of publishers: `Harbour Post`, `Lindholm Institute`.
  static func isOutlet(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ")
    return words.count > 1 && words.contains { wordsOfOutlets.contains(String($0)) }
  }

  /// Whether a Chinese name ends as those of publishers do.
  static func isHanOutlet(_ name: String) -> Bool { isHanOutlet(Array(name.utf8)[...]) }

  static func isHanOutlet(_ name: ArraySlice<UInt8>) -> Bool {
    let length = name.count { $0 & 0xC0 != 0x80 }
    if let ending = organisations.first(where: { ends(name, with: $0) }) {
      let rest = name.dropLast(ending.count)
      return length >= 5 && !generalOrganisations.contains { ends(rest, with: $0) }
    }
    return length >= 3 && hanEndings.contains { ends(name, with: $0) }
      && !noOutlets.contains { ends(name, with: $0) }
  }

  /// Whether such a name may end with a character.
  static func mayEnd(with scalar: UInt32) -> Bool { lastOfHan.contains(scalar) }

  private static func ends(_ name: ArraySlice<UInt8>, with words: [UInt8]) -> Bool {
    guard name.last == words.last, name.count >= words.count else { return false }
    return name.suffix(words.count).elementsEqual(words)
  }

  /// What two names of one publisher have in common: small letters without article.
  static func key(_ name: String) -> String {
    let slug = AcceptedReport.slug(name)
    return slug.hasPrefix("the-") ? String(slug.dropFirst(4)) : slug
  }

  /// Whether it is the name of somebody in particular, so that two who tell what it says tell one
  /// thing: every word begins with a capital, or it is that of a Chinese publisher.
  static func isProper(_ name: String) -> Bool {
    if isHanOutlet(name) { return true }
    let words = name.split(separator: " ").filter { !joints.contains(String($0)) }
    return words.count > 1
      && words.allSatisfy { word in
        word.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
          && word.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 >= 0x80 }
      }
  }

  private static let joints: Set<String> = ["of", "the", "for", "and", "on", "The"]

  private static let wordsOfOutlets: Set<String> = [
    "post", "times", "news", "bugle", "herald", "daily", "tribune", "gazette", "journal", "weekly",
    "press", "agency", "network", "chronicle", "standard", "guardian", "independent", "mail",
    "telegraph", "observer", "monitor", "radio", "television", "tv", "broadcasting", "review",
    "magazine", "mirror", "courier", "messenger", "reporter", "dispatch", "sentinel", "examiner",
    "globe", "inquirer", "echo", "bulletin", "wire", "newswire", "newspaper", "zeitung", "spiegel",
    "monde", "figaro", "institute", "watch", "foundation", "centre", "center", "project", "council",
    "initiative", "association", "lab", "university", "report", "digest", "express", "argus",
    "advertiser", "ledger", "registry", "register", "media", "today", "morning", "evening",
  ]
  private static let organisations = ["组织", "組織"].map { Array($0.utf8) }
  /// 人权组织 is the name of nobody.
  private static let generalOrganisations = [
    "人权", "人權", "国际", "國際", "恐怖", "民间", "民間", "非政府", "环保", "犯罪", "党", "黨", "基层", "该", "等",
    "社会", "极端", "有关", "宗教", "慈善",
  ].map { Array($0.utf8) }
  /// Words that end as names of publishers do.
  private static let noOutlets = ["举报", "舉報", "通报", "通報", "汇报", "情报", "预报", "海报", "简报", "电报"]
    .map { Array($0.utf8) }
  private static let hanEndings = [
    "报", "社", "网", "电视台", "电台", "周刊", "杂志", "研究所", "研究院", "智库", "研究中心", "观察",
    "基金会", "報", "網", "電視台", "電台", "週刊", "雜誌", "研究中心", "觀察",
  ].map { Array($0.utf8) }
  private static let lastOfHan = Set(
    (organisations + hanEndings).compactMap {
      String(decoding: $0, as: UTF8.self).unicodeScalars.last?.value
    }
  ).sorted()
}
