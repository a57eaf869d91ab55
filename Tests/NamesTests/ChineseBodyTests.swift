import Names
import Testing

@Suite("Chinese bodies meet their English names", .enabled(if: Bundled.hasPlaces))
struct ChineseBodyTests {
  private func verdicts(
    _ left: String, _ right: String
  ) throws -> [IdentityComparison] {
    try [Bundled.compare(left, right), Bundled.compare(right, left)]
  }

  @Test(arguments: [
    ("中国电子科技集团公司第三十研究所", "CETC 30th Research Institute"),
    (
      "中国电子科技集团公司第三十研究所",
      "The 30th Institute of China Electronics Technology Group Corporation"
    ),
    (
      "CETC 30th Research Institute",
      "The 30th Institute of China Electronics Technology Group Corporation"
    ),
    ("中電科三十八所", "China Electronics Technology Group Corporation No. 38 Research Institute"),
    ("航天科技集团五院", "CASC Fifth Academy"),
    ("中国兵器工业集团第二〇八研究所", "NORINCO Group No. 208 Research Institute"),
  ])
  func numberedInstitutesOfGroupsAreTheSame(left: String, right: String) throws {
    for comparison in try verdicts(left, right) {
      #expect(comparison.verdict == .same, "\(comparison)")
    }
  }

  @Test(arguments: [
    ("中国电子科技集团公司第三十研究所", "CETC No. 38 Research Institute"),
    ("CETC 30th Research Institute", "CETC Thirty-eighth Research Institute"),
    ("中国船舶重工集团公司第七一二研究所", "CSIC 710th Research Institute"),
    ("中国船舶工业集团公司", "China Shipbuilding Industry Corporation"),
    ("中国航天科技集团第八研究院", "CASIC 8th Academy"),
  ])
  func anotherNumberOrGroupIsAnotherBody(left: String, right: String) throws {
    for comparison in try verdicts(left, right) {
      #expect(comparison.verdict == .different, "\(comparison)")
    }
  }

  @Test(arguments: [
    ("中国科学院声学研究所", "CAS Institute of Acoustics"),
    ("中国科学院沈阳自动化研究所", "Shenyang Institute of Automation, Chinese Academy of Sciences"),
    ("哈尔滨師範大學", "Harbin Normal University"),
    ("海军工程大学", "Naval University of Engineering"),
    ("华北电力大学", "North China Electric Power University"),
    ("南京大学", "Nanking University"),
    ("桂林电子科技大学", "Guilin University of Electronic Technology"),
    ("上海微电子装备有限公司", "Shanghai Micro Electronics Equipment Co., Ltd."),
    ("国家超级计算天津中心", "National Supercomputing Center in Tianjin"),
  ])
  func fieldsMeetByMeaning(left: String, right: String) throws {
    for comparison in try verdicts(left, right) {
      #expect(comparison.verdict == .same, "\(comparison)")
    }
  }

  @Test(arguments: [
    ("中国科学院声学研究所", "Institute of Optics, Chinese Academy of Sciences", "another field"),
    ("中国科学院", "Institute of Physics, Chinese Academy of Sciences", "a unit of it"),
    ("中国科学院物理研究所", "Chinese Academy of Sciences", "its parent"),
    ("空军工程大学", "Naval University of Engineering", "another service"),
    ("国家超级计算天津中心", "National Supercomputing Center in Jinan", "another place"),
    ("浙江工业大学", "Zhejiang University", "a field left out of the name of a school"),
    ("江苏科技大学", "Nanjing University of Science and Technology", "a school of a city"),
    ("东华理工大学", "Donghua University", "a field left out of the name of a school"),
    ("陆军研究院", "Army Service Academy", "a field left out beside a service only"),
    ("电子科技大学", "University of Science and Technology of China", "another field"),
    ("上海海鸢科技有限公司", "Shanghai Huiyuan Technology Co., Ltd.", "another syllable"),
    ("Shanghai Haiyuan Technology", "Shanghai Huiyuan Technology", "another syllable"),
    ("莫斯科航空学院", "Kazan Aviation Institute", "another city"),
  ])
  func whatContradictsIsDifferent(left: String, right: String, reason: String) throws {
    for comparison in try verdicts(left, right) {
      #expect(comparison.verdict == .different, "\(reason): \(comparison)")
    }
  }

  @Test(arguments: [
    ("兰州理工大学", "Lanzhou University of Technology", "one of several renderings"),
    ("北京邮电大学", "Beiyou University", "a short form"),
    ("中国科学院物理研究所", "Institute of Physics", "the parent is left out"),
    ("军事科学院军事医学研究院", "AMMS", "the parent of a known body is left out"),
    ("深圳华芯电子有限公司", "Shenzhen Huaxing Electronics", "n and ng"),
    ("暨南大学", "Jinan University", "read like a place"),
    ("解放军陆军防化学院", "Institute of Chemical Defense", "the service is left out"),
  ])
  func whatIsOmittedOrOpenMayBeTheSame(left: String, right: String, reason: String) throws {
    for comparison in try verdicts(left, right) {
      #expect(comparison.verdict == .possible, "\(reason): \(comparison)")
    }
  }

  @Test(arguments: [
    (
      "Example University of Posts and Telecommunications (EUPT)",
      "Example University of Posts and Telecommunications"
    ),
    ("长庚精密仪器有限公司（长庚精密）", "长庚精密仪器有限公司"),
    ("Example Institute of Acoustics (formerly Sample Works)", "Example Institute of Acoustics"),
  ])
  func asidesAddNothing(left: String, right: String) throws {
    #expect(try Bundled.compare(left, right).strength == .exact)
  }

  @Test func aFormerNameIsANameToo() throws {
    let comparison = try Bundled.compare(
      "Example Institute of Acoustics (formerly Sample Precision Instruments)",
      "Sample Precision Instruments")
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  @Test func anAcronymAloneMayBeTheNameInTheSameCountry() throws {
    let knowledge = try Bundled.knowledge.get()
    let full = try Bundled.profile(
      "Northern University of Applied Photonics", countries: ["CN"])
    let short = try Bundled.profile("NUAP", countries: ["CN"])
    let abroad = try Bundled.profile("NUAP", countries: ["BR"])
    #expect(knowledge.compare(short, full).verdict == .possible)
    #expect(knowledge.compare(full, short).verdict == .possible)
    #expect(knowledge.compare(abroad, full).verdict == .different)
  }

  @Test func reasonsShowWhatMetAndWhatDidNot() throws {
    let comparison = try Bundled.compare("中国科学院声学研究所", "CAS Institute of Optics")
    #expect(
      comparison.reasons.contains { $0.contains("cas / 中国科学院") }
        && comparison.reasons.contains { $0 == "words contradict: optics / 声学" },
      "\(comparison.reasons)")
  }

  @Test func citiesAbroadArePlacesOfTheirCountryInText() throws {
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.places(in: "莫斯科某街5号").map(\.code) == ["RU"])
    #expect(knowledge.places(in: "Office 5, Dubai").map(\.code) == ["AE"])
    #expect(knowledge.parse("Moscow Bakery").places.isEmpty)
  }
}
