import Names
import Testing

/// Bodies that neither pinyin nor meaning alone leads to, and words that lead to too many.
@Suite("Bodies meet their names in other writing", .enabled(if: Bundled.hasPlaces))
struct NamesInOtherWritingTests {
  private func verdict(
    _ left: String, _ right: String, countries: [String] = []
  ) throws -> IdentityComparison {
    try Bundled.knowledge.get().compare(
      Bundled.profile(left, countries: countries), Bundled.profile(right, countries: countries))
  }

  private func index(_ names: [String]) throws -> IdentityIndex {
    IdentityIndex(
      names.map { Identity(names: [$0], kind: .organisation) },
      knowledge: try Bundled.knowledge.get())
  }

  // MARK: names of their own in letters

  private static let companies = [
    ("杭州海康威视数字技术股份有限公司", "Hangzhou Hikvision Digital Technology Co., Ltd."),
    ("旷视科技", "Megvii Technology"), ("北京旷视科技有限公司", "MEGVII TECHNOLOGY LIMITED"),
    ("科大讯飞股份有限公司", "IFLYTEK"), ("深圳市大疆创新科技有限公司", "DJI Innovations"),
    ("海康威视", "Hikvision"), ("厦门市美亚柏科信息股份有限公司", "Xiamen Meiya Pico Information Co. Ltd."),
    ("Хуавей Технолоджис", "Huawei Technologies Co., Ltd."),
  ]

  @Test(arguments: companies)
  func companiesMeetTheirNamesInLetters(left: String, right: String) throws {
    let comparison = try verdict(left, right)
    #expect(comparison.verdict >= .possible, "\(comparison)")
    let found = try index(["Wholly Unrelated Bakery Ltd", right, "Zhejiang Example Co., Ltd."])
      .matches(for: Bundled.profile(left))
    #expect(found.map(\.index) == [1], "\(found)")
  }

  @Test(arguments: [
    ("旷视科技", "Hikvision"), ("杭州海康威视数字技术股份有限公司", "IFLYTEK"), ("旷视科技", "SenseTime Technology"),
  ])
  func companiesAreNotEachOther(left: String, right: String) throws {
    let comparison = try verdict(left, right)
    #expect(comparison.verdict == .different, "\(comparison)")
  }

  @Test func pinyinOfACompanyStillLeadsToIt() throws {
    let comparison = try verdict("旷视科技有限公司", "Kuangshi Technology Co., Ltd.")
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  // MARK: schools

  @Test(arguments: [
    ("北京工业大学", "Beijing Institute of Technology"),
    ("Beijing University of Technology", "Beijing Institute of Technology"),
    ("云南工业大学", "Yunnan Institute of Technology"),
    ("Exampleville Technical University", "Exampleville Technical Institute"),
    ("哈尔滨理工大学", "Harbin Institute of Technology"),
  ])
  func anotherKindOfSchoolIsNeverSurelyTheSame(left: String, right: String) throws {
    for comparison in [try verdict(left, right), try verdict(right, left)] {
      #expect(comparison.verdict != .same, "\(comparison)")
    }
  }

  @Test(arguments: ["Harbin Engineering Univ.", "Harbin Enginering University"])
  func aUniversityIsRecognisedInOtherSpelling(name: String) throws {
    let comparison = try verdict(name, "Harbin Engineering University")
    #expect(comparison.verdict >= .possible, "\(comparison)")
  }

  @Test(arguments: [
    ("北京理工大学", "Beijing Institute of Technology"), ("北京航空航天大学", "Beihang University"),
    ("哈尔滨工业大学", "Harbin Institute of Technology"), ("哈尔滨工程大学", "Harbin Engineering University"),
    ("西北工业大学", "Northwestern Polytechnical University"),
    ("南京航空航天大学", "Nanjing University of Aeronautics and Astronautics"),
    ("南京理工大学", "Nanjing University of Science and Technology"),
    ("西安电子科技大学", "Xidian University"), ("国防科技大学", "National University of Defense Technology"),
  ])
  func universitiesAreSurelyThemselves(left: String, right: String) throws {
    let comparison = try verdict(left, right)
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  // MARK: services

  @Test(arguments: [
    ("ФСБ России", "FOREIGN INTELLIGENCE SERVICE OF THE RUSSIAN FEDERATION"),
    ("СВР России", "Federal Security Service (FSB)"), ("Служба внешней разведки", "FSB"),
  ])
  func servicesOfOneStateAreNotEachOther(left: String, right: String) throws {
    let comparison = try verdict(left, right, countries: ["RU"])
    #expect(comparison.verdict == .different, "\(comparison)")
  }

  @Test(arguments: [
    ("ФСБ России", "Federal Security Service (FSB)"),
    ("Федеральная служба безопасности", "FEDERAL SECURITY SERVICE"),
    ("СВР России", "Foreign Intelligence Service (SVR)"),
  ])
  func servicesMeetThemselves(left: String, right: String) throws {
    let comparison = try verdict(left, right, countries: ["RU"])
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  @Test func aFunctionAloneIsNeverCertain() throws {
    let comparison = try verdict(
      "Exampleland Secret Service", "Exampleland Intelligence Service", countries: ["GB"])
    #expect(comparison.verdict != .same, "\(comparison)")
  }

  // MARK: pinyin

  @Test(arguments: [
    "Kashi Diqu Gonganju", "Kashi Diqu Gong An Ju", "Kashi Diqu Gong'an Ju", "KASHI DIQU GONGAN JU",
  ])
  func policeInPinyinIsPolice(name: String) throws {
    for other in ["Kashgar Prefecture Public Security Bureau", "喀什地区公安局"] {
      let comparison = try verdict(name, other)
      #expect(comparison.verdict == .same, "\(comparison)")
    }
    let found = try index([
      "Urumqi Municipal Public Security Bureau", "Kashgar Prefecture Public Security Bureau",
    ]).matches(for: Bundled.profile(name))
    #expect(found.map(\.index) == [1], "\(found)")
  }

  @Test(arguments: [
    ("Gonganbu", "Ministry of Public Security"), ("Gonganju", "公安局"),
    ("Hetian Diqu Jianyu", "Hotan Prefecture Prison"),
    ("Aksu Shi Gonganju", "Aksu City Public Security Bureau"),
    ("Xinjiang Weiwuer Zizhiqu Gonganting", "新疆维吾尔自治区公安厅"),
    ("Zhongguo Dianzi Keji Jituan Gongsi Di 30 Yanjiusuo", "中国电子科技集团公司第三十研究所"),
    (
      "Zhongguo Kexueyuan Zidonghua Yanjiusuo",
      "Institute of Automation, Chinese Academy of Sciences"
    ),
  ])
  func wordsOfPinyinMeanWhatTheyMean(left: String, right: String) throws {
    let comparison = try verdict(left, right, countries: ["CN"])
    #expect(comparison.verdict >= .possible, "\(comparison)")
  }

  @Test(arguments: [
    ("Jianyu", "Prison"), ("Jianyu Trading Co., Ltd.", "Hotan Prefecture Prison"),
    ("Beijing Shi Hua Co., Ltd.", "Beijing Municipal Public Security Bureau"),
    ("Kashi Diqu Gonganju", "Hotan Prefecture Public Security Bureau"),
  ])
  func twoSyllablesRaiseNoAlert(left: String, right: String) throws {
    let comparison = try verdict(left, right)
    #expect(comparison.verdict == .different, "\(comparison)")
  }

  // MARK: other languages

  @Test(arguments: [
    ("قەشقەر ۋىلايەتلىك جامائەت خەۋپسىزلىكى ئىدارىسى", "Kashgar Prefecture Public Security Bureau"),
    (
      "Управление общественной безопасности города Урумчи",
      "Urumqi Municipal Public Security Bureau"
    ),
    ("Бюро общественной безопасности города Урумчи", "乌鲁木齐市公安局"),
    ("Министерство общественной безопасности КНР", "Ministry of Public Security of China"),
    ("Büro für öffentliche Sicherheit Ürümqi", "Urumqi Public Security Bureau"),
    ("Bureau de la sécurité publique d'Ürümqi", "Urumqi Public Security Bureau"),
    ("Bureau de la sécurité publique de la préfecture de Kachgar", "喀什地区公安局"),
    ("Синьцзянский производственно-строительный корпус", "新疆生产建设兵团"),
    ("Produktions- und Aufbaukorps Xinjiang", "XPCC"),
    ("Corps de production et de construction du Xinjiang", "XPCC"),
    ("حزب الله", "HIZBALLAH"),
    ("مركز الدراسات والبحوث العلمية", "SCIENTIFIC STUDIES AND RESEARCH CENTER"),
  ])
  func bodiesMeetInFurtherLanguages(left: String, right: String) throws {
    for comparison in [try verdict(left, right), try verdict(right, left)] {
      #expect(comparison.verdict >= .possible, "\(comparison)")
    }
  }

  @Test func theLevelOfOnePlaceIsNotTakenForTheNext() throws {
    let comparison = try verdict(
      "Aksu Prefecture Wensu County Public Security Bureau", "阿克苏地区温宿县公安局")
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  @Test(arguments: ["上海市公安局", "广东省公安厅", "Shanghai Public Security Bureau"])
  func aWordOfPoliceInACompanyIsNoPolice(name: String) throws {
    for other in ["Europol Holding, Ltd.", "Example Police Equipment Co., Ltd.", "PSB LIZING OOO"] {
      let comparison = try verdict(name, other)
      #expect(comparison.verdict == .different, "\(comparison)")
    }
  }
}
