public import Evidence
import Formats
public import Names
import Taxonomy

/// Tenders without end, the same from the same seed: buyers of all counties and four functions,
/// twenty thousand suppliers, goods of laboratories and of everything else, over ten years.
public struct ManyTenders: Sendable {
  private let buyers: [String]
  private let suppliers: [String]
  private var state: UInt64
  private let catalogue: ProductCatalogue

  private static let goods: [(name: String, unit: String, packs: [Int], price: Int)] = [
    ("STR扩增试剂盒", "盒", [100, 200, 400], 9000), ("Y-STR扩增试剂盒", "盒", [50, 100], 8500),
    ("遗传分析仪 3500xL", "台", [], 1_600_000), ("高通量测序仪", "台", [], 2_900_000),
    ("血样采集卡", "包", [25, 100], 350), ("口腔拭子", "包", [50, 100], 120),
    ("采血针", "盒", [50, 100], 25), ("DNA提取试剂盒", "盒", [48, 96], 1400),
    ("毛细管阵列", "根", [], 22_000), ("虹膜采集仪", "台", [], 8000),
    ("指掌纹采集仪", "台", [], 12_000), ("人脸识别终端", "台", [], 9000),
    ("移动DNA实验室勘查车", "辆", [], 2_800_000), ("核酸检测试剂盒", "盒", [24, 48], 900),
    ("肿瘤基因检测试剂", "盒", [24], 4600), ("离心机", "台", [], 21_000),
    ("办公桌椅", "套", [], 800), ("空调", "台", [], 4000), ("复印纸", "箱", [], 120),
    ("食材配送服务", "项", [], 300_000),
  ]

  public init(_ knowledge: TenderKnowledge, _ catalogue: ProductCatalogue, seed: UInt64) {
    self.catalogue = catalogue
    state = seed
    let places = knowledge.taxonomy.places.nodes
      .filter { $0.code.hasPrefix("CN-") && $0.code.utf8.count == 9 }.compactMap(\.chinese.first)
    buyers = places.flatMap { place in
      ["公安局", "人民医院", "疾病预防控制中心", "卫生健康委员会"].map { place + $0 }
    }
    let syllables = Array("华中天宏瑞康泰诚信达创新科博远景明德恒丰源美佳百盛金玉云海江山河北南东西")
    var drawn: [String] = []
    var draw = SplitMix(seed: seed &+ 1)
    for _ in 0..<20_000 {
      let name = (0..<4).map { _ in String(syllables[draw.below(syllables.count)]) }.joined()
      let city = ["北京", "上海", "广州", "深圳", "成都", "武汉", "西安", "乌鲁木齐"][draw.below(8)]
      let kind = ["生物科技", "医疗器械", "科学仪器", "商贸"][draw.below(4)]
      drawn.append(city + name + kind + "有限公司")
    }
    suppliers = drawn
  }

  /// Notices with so many lines together.
  public func notices(lines: Int) -> [TenderNotice] {
    var draw = SplitMix(seed: state)
    var notices: [TenderNotice] = []
    var written = 0
    while written < lines {
      let isAward = draw.below(2) == 0
      let buyer = buyers[draw.below(buyers.count)]
      let first = ManyTenders.goods[draw.below(ManyTenders.goods.count)]
      var notice = TenderNotice(
        id: "B-\(notices.count)", stage: isAward ? .award : .tender,
        title: buyer + first.name + (isAward ? "采购中标公告" : "采购招标公告"),
        publisher: "generated", published: CivilDate(dayNumber: 16_800 + draw.below(3650)))
      notice.buyers = [TenderBody(names: [buyer], country: "CN")]
      notice.projectNumber = "CG\(notices.count)-\(draw.below(1_000_000))"
      if isAward {
        notice.suppliers = [
          TenderSupplier(
            body: TenderBody(names: [suppliers[draw.below(suppliers.count)]]), isAwarded: true)
        ]
      }
      for number in 0..<(1 + draw.below(4)) where written < lines {
        let good = number == 0 ? first : ManyTenders.goods[draw.below(ManyTenders.goods.count)]
        var item = TenderItem(
          description: good.name, quantity: Decimal(exactly: 1 + draw.below(400)),
          unit: good.unit, place: "line \(number + 1)")
        if !good.packs.isEmpty,
          let count = Decimal(exactly: good.packs[draw.below(good.packs.count)])
        {
          item.pack = PackSize(count: count, unit: "reaction")
        }
        if let price = Decimal(exactly: good.price) {
          item.unitPrice = TenderMoney(amount: price, currency: "CNY")
        }
        notice.items.append(item)
        written += 1
      }
      notices.append(notice)
    }
    return notices
  }

  /// Orders that serve some of the notices: half by their awardee, half by nobody who is known.
  public func queries(_ count: Int, of notices: [TenderNotice], _ names: NameKnowledge)
    -> [TenderQuery]
  {
    var draw = SplitMix(seed: state &+ 7)
    return (0..<count).compactMap { number in
      let notice = notices[draw.below(notices.count)]
      guard let item = notice.items.first, let day = notice.published else { return nil }
      let purchaser = notice.awardees.first ?? suppliers[draw.below(suppliers.count)]
      let words = item.description
      return TenderQuery(
        order: "Q-\(number)", date: day.adding(days: draw.below(90)),
        lines: [
          TenderQuery.Line(
            families: catalogue.reading(productClass: "", description: words, sku: nil).families,
            quantity: item.quantity ?? .zero, words: words, pack: item.pack)
        ],
        parties: [
          TenderQuery.Party(
            profile: names.profile(of: Identity(names: [purchaser], kind: .organisation)))
        ], namesEndUser: false)
    }
  }
}
