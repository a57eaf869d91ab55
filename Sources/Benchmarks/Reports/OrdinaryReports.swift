public import Evidence

/// Makes reports of which most paragraphs claim nothing, as most of what is published does.
///
/// Sentences are put together of parts of ordinary news, in English and Chinese; every so many
/// paragraphs one of a report stands between them.
public struct OrdinaryReports: Sendable {
  private let models: [String]
  private let seed: UInt64
  /// One paragraph in so many is of a report.
  private let share: Int

  public init(_ models: [IngestedReport], share: Int, seed: UInt64) {
    self.models = models.flatMap { model in
      model.text.segments.map { model.text.string($0.range) }
    }
    self.share = max(1, share)
    self.seed = seed
  }

  /// Texts of this many bytes together, and a little more.
  public func texts(bytes: Int) -> [[UInt8]] {
    var draw = SplitMix(seed: seed)
    var texts: [[UInt8]] = []
    var written = 0
    while written < bytes {
      var paragraphs: [String] = []
      for _ in 0..<(40 + draw.below(40)) {
        if !models.isEmpty, draw.below(share) == 0 {
          paragraphs.append(models[draw.below(models.count)])
        } else {
          paragraphs.append(OrdinaryReports.paragraph(&draw))
        }
      }
      texts.append(Array(paragraphs.joined(separator: "\n\n").utf8))
      written += texts[texts.count - 1].count
    }
    return texts
  }

  private static func paragraph(_ draw: inout SplitMix) -> String {
    let isChinese = draw.below(4) == 0
    let parts = isChinese ? chinese : english
    var sentences: [String] = []
    for _ in 0..<(3 + draw.below(4)) {
      let words = parts.map { $0[draw.below($0.count)] }
      sentences.append(
        isChinese ? words.joined() + "。" : words.joined(separator: " ") + ".")
    }
    return sentences.joined(separator: isChinese ? "" : " ")
  }

  private static let english = [
    [
      "The harbour committee", "A retired teacher from the valley", "The football club",
      "Several market traders", "The museum's new director", "A spokeswoman for the bakery",
      "Farmers along the upper river", "The brass band", "Two students of architecture",
      "The council of the old town", "Visitors to the botanical garden", "The railway operator",
      "An amateur astronomer", "The orchestra's conductor", "Volunteers at the animal shelter",
      "The weather service", "A group of climbers", "The owner of the paper mill",
    ],
    [
      "announced on Tuesday that", "told a packed hall that", "wrote in a letter that",
      "had long hoped that", "said over coffee that", "reminded everyone that",
      "learned last winter that", "was pleased to hear that", "explained at some length that",
    ],
    [
      "the bridge would be painted green", "the harvest had been better than expected",
      "the concert could move indoors", "the ferry would run until late in the evening",
      "the new library needs a wider staircase", "fresh snow had closed the northern pass",
      "the recipe calls for twice as much butter", "the team lacked patience near the goal",
      "the exhibition opens with a room of maps", "the orchard would be replanted with pears",
      "tickets for the final match were sold within an hour", "the clock tower runs a minute slow",
      "the playground deserves shade and a fountain", "the archive holds letters of three poets",
    ],
    [
      "although the budget was tight", "while the rain kept falling on the tents",
      "because nobody had objected at the meeting", "in spite of the narrow streets",
      "after a summer of unusually warm weather", "as the older residents remember well",
      "before the first boats return from sea", "with help from neighbours and friends",
      "even if the road stays closed for another week", "which surprised most of the audience",
    ],
  ]

  private static let chinese = [
    ["市图书馆", "老城区的茶馆", "当地足球队", "港口管理方", "一位退休教师", "果园的主人", "铁路公司", "植物园", "交响乐团", "气象台"],
    ["上周宣布，", "在信中写道，", "向来访者介绍说，", "早就希望，", "在会上提到，", "高兴地得知，"],
    [
      "新的阅览室将在秋天开放", "今年的收成比往年好", "音乐会可以改到室内举行", "渡轮将一直开到深夜", "北边的山路因大雪封闭", "展览从一间地图室开始",
      "决赛的门票一小时内售完", "钟楼的时间慢了一分钟", "梨树将重新栽种",
    ],
    ["，虽然经费有限", "，因为没有人反对", "，老人们都记得很清楚", "，邻居们也来帮忙", "，尽管街道很窄", "，这让大多数观众感到意外"],
  ]
}
