internal import Names

/// Names of foreign places in Han characters that no table holds: 巴伐利亚, 加州, 柏林.
enum HanPlaceNames {
  /// The characters right before a word, where they are the name of such a place.
  ///
  /// A name is known by characters that stand for sounds, three at least, by the word of a level
  /// that China does not have, or because it is well known.
  static func unknownPlace(
    _ text: ReportText, before end: Int, from start: Int
  ) -> Range<Int>? {
    var scalars: [UInt32] = []
    var index = end
    while index - 3 >= start, scalars.count < longest, let scalar = han(text, at: index - 3) {
      scalars.append(scalar)
      index -= 3
    }
    guard scalars.count >= 2 else { return nil }
    let name = Array(scalars.reversed())
    func last(_ count: Int) -> Range<Int> { end - 3 * count..<end }
    if let city = cities.first(where: { name.suffix($0.count).elementsEqual($0) }) {
      return last(city.count)
    }
    // 加州, 俄勒冈州; not 自治州, 该州.
    if levels.contains(name[name.count - 1]) {
      let before = name[name.count - 2]
      let stem = name.dropLast().reversed().prefix { HanPlaceNames.sounds.contains($0) }.count
      return pointing.contains(before) ? nil : last(max(stem, 1) + 1)
    }
    // 北莱茵-威斯特法伦市 and 慕尼黑市 have their level behind.
    var sounds = name[...]
    if sounds.count > 3, citiesAndLands.contains(sounds[sounds.endIndex - 1]) {
      sounds = sounds.dropLast()
    }
    let run = sounds.reversed().prefix { HanPlaceNames.sounds.contains($0) }
    guard run.count >= 3 else { return nil }
    let words = Array(run.reversed())
    return peoples.contains { words.suffix($0.count).elementsEqual($0) }
      ? nil : last(run.count + name.count - sounds.count)
  }

  private static let longest = 10

  private static func han(_ text: ReportText, at index: Int) -> UInt32? {
    text.threeByteScalar(at: index).flatMap { HanFolding.isHan($0) ? $0 : nil }
  }

  private static func values(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Levels of lands that are divided otherwise than China.
  private static let levels = Set(values("州邦郡"))
  /// What stands before such a word without naming anything: 自治州, 该州, 各州.
  private static let pointing = Set(values("治该各全本我此某两这那一几多跨外邻他其"))
  private static let citiesAndLands = Set(values("市省国区"))
  /// Characters by which sounds of foreign names are written.
  private static let sounds = Set(
    values(
      "阿埃艾安昂奥巴白贝本比彼毕伯勃博布查茨达戴丹德登狄迪丁顿多厄恩尔法菲费芬佛弗伏福富盖甘冈戈格根古圭哈海汉豪赫黑亨侯胡华霍基吉"
        + "加迦贾杰捷金卡开凯坎康考科克肯库夸拉莱赖兰朗劳勒雷黎里理利莉林琳卢鲁路伦仑罗洛吕马玛迈麦曼梅门蒙孟米密敏明摩莫墨默姆穆"
        + "纳奈南内尼涅宁纽农努诺欧帕潘庞佩彭皮匹平珀普奇齐契乔切琴丘萨塞桑瑟森沙山尚绍圣施什史舒斯苏索塔泰坦汤特滕提廷通图托"
        + "伐慕堡汀瓦万旺威韦维魏温文翁沃乌西希锡夏香歇谢辛休雅亚延扬耶叶伊因英尤于约泽扎詹芝治兹佐茵蒂娅妮萝薇沃伍"))
  /// Peoples of China whose names are written so; their police are none of another land.
  private static let peoples = [
    "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "乌兹别克", "塔塔尔", "俄罗斯", "达斡尔", "鄂温克", "鄂伦春", "蒙古",
  ].map(values)
  /// Well-known cities and lands of two characters, and some that are not written by sounds.
  private static let cities = [
    "柏林", "汉堡", "纽约", "伦敦", "巴黎", "东京", "大阪", "京都", "首尔", "釜山", "曼谷", "河内", "悉尼", "罗马", "米兰",
    "波恩", "科隆", "里昂", "日内瓦", "华盛顿", "波士顿", "旧金山", "费城", "温哥华", "孟买", "新德里", "莫斯科", "圣彼得堡",
    "黑森", "萨克森", "魁北克", "安省", "北海道", "爱尔兰", "苏格兰", "威尔士", "英格兰", "欧盟", "维也纳", "布鲁塞尔",
  ].map(values)
}
