import Names
import Testing

@Suite("Identities are compared with reasons", .enabled(if: Bundled.hasPlaces))
struct ComparisonTests {
  @Test(arguments: [
    ("阿克苏地区公安局", "Aksu District Public Security Bureau"),
    ("阿克苏地区公安局", "Aksu Prefecture PSB"),
    ("Aksu District Public Security Bureau", "Aksu Prefecture PSB"),
    ("喀什地区公安局", "Kashgar Prefecture Public Security Bureau"),
    ("喀什地區公安局", "Kashi Prefecture Public Security Bureau"),
    (
      "新疆维吾尔自治区公安厅",
      "Xinjiang Uyghur Autonomous Region (XUAR) People's Government Public Security Bureau"
    ),
    ("新疆维吾尔自治区公安厅", "XINJIANG PUBLIC SECURITY BUREAU"),
    ("新疆维吾尔自治区公安厅", "PUBLIC SECURITY DEPARTMENT OF XUAR"),
    (
      "新疆生产建设兵团公安局",
      "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau"
    ),
    ("兵团公安局", "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau"),
    ("疏附县公安局", "Shufu County PSB, Kashgar"),
    ("乌鲁木齐市公安局", "Urumqi Municipal Public Security Bureau"),
    ("新疆丝路华大基因科技", "Xinjiang Silk Road Huada Gene Technology"),
    ("新疆丝路华大基因科技有限公司", "Xinjiang Silk Road Huada Gene Technology Co., Ltd."),
    ("北京六合华大基因科技", "Beijing Liuhe Huada Gene Technology"),
    ("新疆警察学院", "Xinjiang Police College"),
    ("OOO Oboronnye Initsiativy", "ООО Оборонные инициативы"),
    ("Siemens Aktiengesellschaft", "Siemens AG"),
  ])
  func theseMeet(left: String, right: String) throws {
    for comparison in try [Bundled.compare(left, right), Bundled.compare(right, left)] {
      #expect(comparison.verdict == .same, "\(comparison)")
      #expect(!comparison.reasons.isEmpty)
    }
  }

  @Test func anAcronymOfAnotherCountryMeetsNothingBesideOtherWords() throws {
    let firm = try Bundled.profile("BGI Group Oy", countries: ["FI"])
    let other = try Bundled.profile("BGI Americas Corporation", countries: ["US"])
    let group = try Bundled.profile("BGI Group", countries: ["CN"])
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.compare(firm, other).verdict == .different)
    // Equal but for the legal form: a person has to look, and no more than that.
    #expect(knowledge.compare(firm, group).verdict == .possible)
  }

  @Test func theVeryWordsOfAListedNameMeetInItsCountryOnly() throws {
    let name = "Academy of Military Medical Sciences"
    let listed = try Bundled.profile(name, countries: ["CN"])
    let same = try Bundled.profile(name, countries: ["CN"])
    let other = try Bundled.profile(name, countries: ["BR"])
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.compare(same, listed).verdict == .same)
    #expect(knowledge.compare(other, listed).verdict != .same)
    let bureau = try Bundled.profile("Public Security Bureau", countries: ["CN"])
    #expect(knowledge.compare(bureau, bureau).verdict != .same)
  }

  @Test func aNameOfNoRegionMeetsNoBodyBesideNamesThatSayWhich() throws {
    let regional = try Bundled.profile(
      "XINJIANG PUBLIC SECURITY BUREAU", "PUBLIC SECURITY DEPARTMENT OF THE AUTONOMOUS REGION",
      countries: ["CN"])
    let county = try Bundled.profile("疏附县公安局", countries: ["CN"])
    #expect(try Bundled.knowledge.get().compare(county, regional).verdict == .different)
  }

  @Test(arguments: [
    ("乌鲁木齐市公安局", "喀什地区公安局"),
    ("Urumqi Municipal Public Security Bureau", "Kashgar Prefecture Public Security Bureau"),
    ("疏附县公安局", "Kashgar Prefecture Public Security Bureau"),
    ("喀什地区公安局", "XINJIANG PUBLIC SECURITY BUREAU"),
    ("喀什市公安局", "Kashgar Prefecture Public Security Bureau"),
    ("新疆生产建设兵团公安局", "XINJIANG PUBLIC SECURITY BUREAU"),
    ("喀什地区公安局", "喀什地区人民医院"),
    ("喀什地区疾病预防控制中心", "喀什地区动物疫病预防控制中心"),
    ("新疆警察学院", "新疆维吾尔自治区公安厅"),
    ("喀什地区第一人民医院", "喀什地区第二人民医院"),
    ("公安部", "喀什地区公安局"),
    ("乌鲁木齐市公安局天山区分局", "乌鲁木齐市公安局"),
    ("Suzhou Example Technology", "Shenzhen Example Technology"),
    ("Government of Estonia", "Government of Ethiopia"),
    ("第八师医院", "第七师医院"),
    // A ministry's institute is no bureau of a city.
    ("公安部物证鉴定中心", "Qumul Municipality Public Security"),
  ])
  func theseNeverMeet(left: String, right: String) throws {
    for comparison in try [Bundled.compare(left, right), Bundled.compare(right, left)] {
      #expect(comparison.verdict == .different, "\(comparison)")
    }
  }

  @Test(arguments: [
    ("Kashgar PSB", "喀什地区公安局", "a bare name may be the prefecture or its city"),
    ("喀什地区公安局刑侦支队", "喀什地区公安局", "a unit of the bureau"),
    ("喀什地区公安局物证鉴定中心", "喀什地区公安局", "a laboratory of the bureau"),
    ("Public Security Bureau", "喀什地区公安局", "a bureau of no stated place"),
    ("第八师石河子市公安局", "Shihezi Municipality Public Security Bureau", "a division beside its city"),
    ("BGI", "BGI", "an acronym alone"),
    ("Technology Group", "Technology Group", "general words alone"),
    ("高石科技有限公司", "高市科技有限公司", "characters that read alike"),
  ])
  func theseStayOpen(left: String, right: String, reason: String) throws {
    for comparison in try [Bundled.compare(left, right), Bundled.compare(right, left)] {
      #expect(comparison.verdict == .possible, "\(reason): \(comparison)")
    }
  }

  @Test func aCountryThatContradictsIsNeverTheSame() throws {
    let knowledge = try Bundled.knowledge.get()
    let finnish = try Bundled.profile("BGI Group Oy", countries: ["FI"])
    let chinese = try Bundled.profile("BGI Group", countries: ["CN"])
    let comparison = knowledge.compare(finnish, chinese)
    #expect(comparison.verdict == .possible)
    #expect(comparison.reasons.contains("country contradicts: FI / CN"))
    let listed = try Bundled.profile("BGI Group", countries: ["CN"])
    #expect(knowledge.compare(chinese, listed).verdict == .same)
    let hongKong = try Bundled.profile("BGI Group", countries: ["HK"])
    #expect(knowledge.compare(hongKong, listed).verdict == .same)
  }

  @Test func anIdentifierDecides() throws {
    let knowledge = try Bundled.knowledge.get()
    let left = knowledge.profile(
      of: Identity(names: ["One"], kind: .organisation, identifiers: ["9144-0300 123"]))
    let right = knowledge.profile(
      of: Identity(names: ["Another"], kind: .organisation, identifiers: ["91440300123"]))
    let comparison = knowledge.compare(left, right)
    #expect(comparison.verdict == .same)
    #expect(comparison.rung == .identifier)
    #expect(comparison.strength == .exact)
  }

  @Test func reasonsNameThePlaceInBothForms() throws {
    let comparison = try Bundled.compare("喀什地区公安局", "Kashgar Prefecture Public Security Bureau")
    #expect(comparison.rung == .conceptual)
    #expect(
      comparison.reasons.contains { $0.hasPrefix("place agrees: Kashgar (喀什地区, CN-6531)") },
      "\(comparison.reasons)")
  }

  @Test(arguments: [
    ("HUO, Liujun", "Liujun Huo"), ("陈全国", "CHEN, Quanguo"), ("陳全國", "Chen Quan Guo"),
    ("Sergey Lavrov", "Сергей Лавров"), ("WANG Junzheng", "王君正"),
    ("Dr. Rami Makhlouf", "MAKHLOUF, Rami"), ("AlisherUsmanov", "Alisher Usmanov"),
  ])
  func personsMeetInAnyOrderAndScript(left: String, right: String) throws {
    let comparison = try Bundled.knowledge.get().compare(
      Bundled.profile(left, kind: .person), Bundled.profile(right, kind: .person))
    #expect(comparison.verdict == .same, "\(comparison)")
  }

  @Test(arguments: [
    ("A. Khamenei", "Ali Khamenei"), ("Sergey Lavrov", "Sergey Viktorovich LAVROV"),
    ("Emanuel Macron", "Emmanuel Macron"),
  ])
  func personsMayBeOne(left: String, right: String) throws {
    let comparison = try Bundled.knowledge.get().compare(
      Bundled.profile(left, kind: .person), Bundled.profile(right, kind: .person))
    #expect(comparison.verdict == .possible, "\(comparison)")
  }

  @Test(arguments: [
    ("Hafez Makhlouf", "Rami Makhlouf"), ("A. Nazarbayev", "Nursultan Nazarbayev"),
    ("陈全国", "陈明国"), ("Smith", "John Smith"),
    // Characters tell apart what reads alike.
    ("高石早苗", "高市早苗"),
  ])
  func personsDiffer(left: String, right: String) throws {
    let comparison = try Bundled.knowledge.get().compare(
      Bundled.profile(left, kind: .person), Bundled.profile(right, kind: .person))
    #expect(comparison.verdict == .different, "\(comparison)")
  }
}
