import Names
import Testing

/// What a name should be taken for; functions in any order.
struct Expected: Sendable, CustomTestStringConvertible {
  let name: String
  let place: String?
  let functions: [String]
  var testDescription: String { name }

  init(_ name: String, _ place: String?, _ functions: String...) {
    self.name = name
    self.place = place
    self.functions = functions
  }
}

@Suite("Names of bodies are taken apart", .enabled(if: Bundled.hasPlaces))
struct ParsingTests {
  private func check(_ expected: Expected) throws {
    let parsed = try Bundled.knowledge.get().parse(expected.name)
    #expect(parsed.places.first == expected.place, "\(parsed.explanation)")
    #expect(
      Set(parsed.functions.map(\.code)) == Set(expected.functions), "\(parsed.explanation)")
    #expect(parsed.isResolved == (!expected.functions.isEmpty || parsed.legalForm != nil))
  }

  @Test(arguments: [
    Expected("阿克苏地区公安局", "CN-6529", "police"),
    Expected("喀什地区公安局", "CN-6531", "police"),
    Expected("喀什市公安局", "CN-653101", "police"),
    Expected("疏附县公安局", "CN-653121", "police"),
    Expected("疏附县人民政府公安局", "CN-653121", "police"),
    Expected("和田地区公安局刑侦支队", "CN-6532", "police"),
    Expected("乌鲁木齐市公安局天山区分局", "CN-650102", "police"),
    Expected("烏魯木齊市公安局", "CN-6501", "police"),
    Expected("新疆维吾尔自治区公安厅", "CN-65", "police"),
    Expected("自治区公安厅", nil, "police"),
    Expected("巴州公安局", "CN-6528", "police"),
    Expected("克州公安局", "CN-6530", "police"),
    Expected("伊犁哈萨克自治州公安局", "CN-6540", "police"),
    Expected("吐鲁番地区公安局", "CN-6504", "police"),
    Expected("石河子市公安局", "CN-659001", "police"),
    Expected("西藏自治区公安厅", "CN-54", "police"),
    Expected("新疆生产建设兵团公安局", "CN-65", "xpcc", "police"),
    Expected("新疆生产建设兵团第八师医院", "CN-65", "xpcc", "hospital"),
    Expected("公安部", nil, "police"),
    Expected("公安部物证鉴定中心", nil, "police", "police-forensic"),
    Expected("喀什地区公安局物证鉴定中心", "CN-6531", "police", "police-forensic"),
    Expected("新疆警察学院", "CN-65", "police-academy"),
    Expected("中国人民公安大学", "CN", "police-academy"),
    Expected("乌鲁木齐市公安医院", "CN-6501", "police-hospital"),
    Expected("疏勒县看守所", "CN-653122", "detention"),
    Expected("莎车县职业技能教育培训中心", "CN-653125", "detention"),
    Expected("武警新疆总队", "CN-65", "paramilitary"),
    Expected("新疆维吾尔自治区国家安全厅", "CN-65", "state-security"),
    Expected("喀什地区出入境边防检查站", "CN-6531", "border-police"),
    Expected("和田市公安局出入境管理大队", "CN-653201", "police"),
    Expected("自治区人口服务管理和实名制工作领导小组办公室", nil, "population-control"),
    Expected("阿克苏地区维稳办", "CN-6529", "population-control"),
    Expected("喀什地区中级人民法院", "CN-6531", "court"),
    Expected("和田地区人民检察院", "CN-6532", "prosecution"),
    Expected("喀什地区疾病预防控制中心", "CN-6531", "disease-control"),
    Expected("疏附县卫生健康委员会", "CN-653121", "health-authority"),
    Expected("墨玉县卫生和计划生育委员会", "CN-653222", "health-authority"),
    Expected("喀什地区第一人民医院", "CN-6531", "hospital"),
    Expected("和田县人民医院", "CN-653221", "hospital"),
    Expected("乌鲁木齐血液中心", "CN-6501", "blood-service"),
    Expected("新疆大学", "CN-65", "university"),
    Expected("新疆医科大学第一附属医院", "CN-65", "university", "hospital"),
    Expected("石河子大学", "CN-659001", "university"),
    Expected("疏附县人民政府", "CN-653121", "local-government"),
    Expected("喀什市某某街道办事处", "CN-653101", "grassroots-organisation"),
    Expected("陆军军医大学", nil, "military", "military-medical"),
    Expected("新疆某某司法鉴定中心", "CN-65", "forensic-service"),
    Expected("乌鲁木齐海关", "CN-6501", "customs"),
    Expected("喀什银行", "CN-6531", "bank"),
  ])
  func chinese(expected: Expected) throws { try check(expected) }

  @Test(arguments: [
    Expected("Aksu District Public Security Bureau", "CN-6529", "police"),
    Expected("Aqsu District Public Security Bureau", "CN-6529", "police"),
    Expected("Aksu Prefecture PSB", "CN-6529", "police"),
    Expected("Aksu City P.S.B.", "CN-652901", "police"),
    Expected("Shufu County PSB, Kashgar", "CN-653121", "police"),
    Expected("Kashi Prefecture Public Security Bureau", "CN-6531", "police"),
    Expected("Kashgar City Public Security Bureau", "CN-653101", "police"),
    Expected("Public Security Bureau of Kashgar Prefecture", "CN-6531", "police"),
    Expected("Prefecture of Kashgar Public Security Bureau", "CN-6531", "police"),
    Expected("PUBLIC SECURITY DEPARTMENT OF XUAR", "CN-65", "police"),
    Expected("Altay Municipality Public Security Bureau", "CN-654301", "police"),
    Expected("Turpan Prefecture Public Security Bureau", "CN-6504", "police"),
    Expected("Kizilsu Autonomous Prefecture Public Security Bureau", "CN-6530", "police"),
    Expected(
      "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau", "CN-65", "xpcc",
      "police"),
    Expected("Bingtuan", "CN-65", "xpcc"),
    Expected("Ministry of Public Security of the People's Republic of China", "CN", "police"),
    Expected("Xinjiang Police College", "CN-65", "police-academy"),
    Expected("Urumqi Public Security Hospital", "CN-6501", "police-hospital"),
    Expected(
      "Xinjiang Population Services and Management Committee", "CN-65", "population-control"),
    Expected(
      "Office of Population Service and Management and Real Name Registration Work Leadership "
        + "Committee", nil, "population-control"),
    Expected("Kashgar Prefecture Health Commission", "CN-6531", "health-authority"),
    Expected(
      "Kashgar Prefecture Center for Disease Control and Prevention", "CN-6531",
      "disease-control"),
    Expected("Hotan County People's Hospital", "CN-653221", "hospital"),
    Expected("Urumqi Blood Center", "CN-6501", "blood-service"),
    Expected("Ministry of Home Affairs", nil, "interior-ministry"),
    Expected("Nicaraguan National Police (NNP)", "NI", "police"),
    Expected(
      "Department of Internal Affairs of the Gomel Region Executive Committee", nil,
      "interior-ministry", "local-government"),
    Expected("Ministry of the Interior", nil, "interior-ministry"),
    Expected("Los Angeles County Sheriff's Department", nil, "police"),
    Expected("Texas State Police", nil, "police"),
    Expected("Federal Security Service (FSB)", nil, "state-security"),
    Expected("Bundeskriminalamt", nil, "police"),
    Expected("Landeskriminalamt Berlin", nil, "police"),
    Expected("Polizeipräsidium München", nil, "police"),
    Expected("Universitätsklinikum Ulm", nil, "hospital"),
    Expected("Gendarmerie nationale", nil, "police"),
    Expected("Ministère de l'Intérieur", nil, "interior-ministry"),
    Expected("Policía Nacional", nil, "police"),
    Expected("Guardia Civil", nil, "police"),
    Expected("Arma dei Carabinieri", nil, "police"),
    Expected("Министерство внутренних дел Российской Федерации", "RU", "interior-ministry"),
    Expected("УМВД России", "RU", "police"),
    Expected("ФСБ России", "RU", "state-security"),
    Expected("وزارة الداخلية", nil, "interior-ministry"),
    Expected("شرطة دبي", nil, "police"),
    Expected("Example Freight Forwarding GmbH", nil, "logistics"),
    Expected("Beispiel Handels GmbH", nil, "reseller"),
  ])
  func otherLanguages(expected: Expected) throws { try check(expected) }

  @Test(arguments: [
    Expected("动物疫病预防控制中心", nil, "animal-health"),
    Expected("喀什地区动物疾病预防控制中心", "CN-6531", "animal-health"),
    Expected("Animal Disease Control Center", nil, "animal-health"),
    Expected("第一师范学校", nil, "university"),
    Expected("湖南省立第一师范", "CN-43", "university"),
    Expected("公安县人民政府", "CN-421022", "local-government"),
    Expected("公安县人民医院", "CN-421022", "hospital"),
    Expected("Pearl Harbour Courtyard", nil),
    Expected("Task Force Consulting", nil),
    Expected("Gene Bank Services", nil),
    Expected("The Royal Court Hotel", nil),
    Expected("Salvation Army Thrift", nil),
    Expected("Customs Brokers Association", nil, "logistics"),
  ])
  func wordsThatMislead(expected: Expected) throws { try check(expected) }

  @Test(arguments: ["Policemen's Benevolent Fund", "法医学系", "公安出版", "第八师"])
  func ambiguousWordsSaySo(name: String) throws {
    let parsed = try Bundled.knowledge.get().parse(name)
    #expect(parsed.functions.contains { $0.isAmbiguous }, "\(parsed.explanation)")
  }

  @Test func aBranchAndAStationKeepTheirLevel() throws {
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.parse("天山区公安分局").functions.map(\.rank) == ["branch"])
    #expect(knowledge.parse("某某路派出所").functions.map(\.rank) == ["station"])
    #expect(knowledge.parse("公安部").functions.map(\.rank) == ["ministry"])
  }

  @Test func legalFormsAreRecognised() throws {
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.parse("某某科技有限公司").legalForm == "limited")
    #expect(knowledge.parse("Example Biotech Co., Ltd.").legalForm == "limited")
    #expect(knowledge.parse("Beispiel GmbH").legalForm == "llc")
    #expect(knowledge.parse("ООО Пример").legalForm == "llc")
    #expect(knowledge.parse("Example").legalForm == nil)
  }

  @Test func placesInTextAreFoundWithTheirCodes() throws {
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.places(in: "[650100] 采购公告").map(\.code) == ["CN-6501"])
    #expect(
      knowledge.places(in: "No. 5 Example Road, Shufu County, Kashgar, Xinjiang, China")
        .map(\.code) == ["CN-653121", "CN-6531", "CN-65", "CN"])
    #expect(
      knowledge.places(in: "新疆维吾尔自治区喀什地区疏附县某某路5号").map(\.code)
        == ["CN-653121", "CN-6531", "CN-65"])
    #expect(knowledge.places(in: "nowhere at all").isEmpty)
  }
}
