import Formats
import Names
import SeededNumbers
import Testing

@Suite("A written address is taken apart", .enabled(if: Bundled.hasPlaces))
struct AddressParsingTests {
  private func parse(_ text: String, _ country: String? = nil) throws -> ParsedAddress {
    try Bundled.knowledge.get().address(text, country: country)
  }

  @Test(
    arguments: [
      "新疆维吾尔自治区乌鲁木齐市天山区解放北路123号5栋2单元301室 邮编830000",
      "新疆維吾爾自治區烏魯木齊市天山區解放北路１２３號５棟２單元３０１室，郵編：830000",
      "Room 301, Unit 2, Building 5, No. 123 Jiefang North Road, Tianshan District, Urumqi, "
        + "Xinjiang 830000, China",
      "Rm. 301, Unit 2, Bldg 5, 123 North Jiefang Rd., Tianshan Dist., Urumqi 830000, XUAR, PRC",
      "No.123, Jiefang Bei Lu, Tianshan District, Urumqi, Building 5, Unit 2, Room 301, 830000",
    ])
  func chineseAddressesMeetInBothScripts(text: String) throws {
    let address = try parse(text, "CN")
    #expect(address.country == "CN")
    #expect(address.places == ["CN-650102"], "\(address)")
    #expect(address.postcode == "830000", "\(address)")
    #expect(address.streets.first?.forms.contains("jiefang|bei|") ?? false, "\(address)")
    #expect(address.houseNumbers.map(\.text) == ["123"], "\(address)")
    #expect(address.buildingNumbers.map(\.text) == ["5"], "\(address)")
    #expect(address.entrance?.text == "2", "\(address)")
    #expect(address.rooms.map(\.text) == ["301"], "\(address)")
    #expect(address.remainder.isEmpty, "\(address)")
  }

  /// 市 belongs to the street where the district before it has its level already.
  @Test func aStreetMayBeginLikeTheLevelOfAPlace() throws {
    for text in [
      "浙江省杭州市萧山区市心北路199号",
      "No. 199 Shixin North Road, Xiaoshan District, Hangzhou, Zhejiang, China",
    ] {
      let address = try parse(text, "CN")
      #expect(address.places == ["CN-330109"], "\(address)")
      #expect(address.streets.first?.forms.contains("shixin|bei|") ?? false, "\(address)")
      #expect(address.houseNumbers.map(\.text) == ["199"], "\(address)")
    }
  }

  @Test func streetsNamedAfterPlacesAreStreets() throws {
    for text in [
      "上海市黄浦区南京西路1001号", "No. 1001 Nanjing West Road, Huangpu District, Shanghai",
    ] {
      let address = try parse(text)
      #expect(address.places == ["CN-310101"], "\(address)")
      #expect(address.streets.first?.forms.contains("nanjing|xi|") ?? false, "\(address)")
    }
  }

  @Test func lanesYardsAndFloorsOfChinaHaveTheirOwnNumbers() throws {
    let lane = try parse("上海市浦东新区样例路123弄5号6层601室")
    #expect(lane.lane?.text == "123" && lane.houseNumbers.map(\.text) == ["5"], "\(lane)")
    #expect(lane.floor?.text == "6" && lane.rooms.map(\.text) == ["601"], "\(lane)")
    let yard = try parse("北京市朝阳区样例街甲88号院三号楼十五层")
    #expect(yard.yard?.text == "88a" && yard.buildingNumbers.map(\.text) == ["3"], "\(yard)")
    #expect(yard.floor?.text == "15", "\(yard)")
    let english = try parse(
      "Floor 3, Building 2, Yard 5, Example East Road, Haidian District, Beijing")
    #expect(english.yard?.text == "5" && english.floor?.text == "3", "\(english)")
    #expect(english.streets.first?.forms == ["example|dong|"], "\(english)")
  }

  @Test func hongKongAddressesHaveFlatFloorBuildingAndStreet() throws {
    let address = try parse(
      "Flat/RM 2309, 23/F, Ho Sample Commercial Centre, 2-16 Fa Sample Street, Mong Kok, Kowloon, "
        + "Hong Kong")
    #expect(address.country == "HK")
    #expect(address.rooms.map(\.text) == ["2309"] && address.floor?.text == "23", "\(address)")
    #expect(address.buildings.map(\.written) == ["ho sample commercial centre"])
    #expect(address.houseNumbers.first?.range == 2...16)
    #expect(address.localities == ["mongkok", "kowloon"])
    #expect(address.remainder.isEmpty, "\(address)")
    let short = try parse("Unit D, 13F Sample House 45-51, Chatham Road South, N.T., Hong Kong")
    #expect(short.buildings.map(\.written) == ["sample house"], "\(short)")
    #expect(short.houseNumbers.map(\.text) == ["45-51"] && short.floor?.text == "13", "\(short)")
    let han = try parse("香港九龙旺角样例道610号样例商业中心13楼1318室")
    #expect(han.country == "HK" && han.floor?.text == "13", "\(han)")
    #expect(han.localities == ["kowloon", "mongkok"] && han.rooms.map(\.text) == ["1318"])
  }

  @Test(
    arguments: [
      ("Beispielstr. 5, 40212 Düsseldorf, Germany", "DE", "5", "40212"),
      ("5 Beispielweg, D-40212 Musterstadt, Germany", "DE", "5", "40212"),
      ("221B Sample Street, London NW1 6XE, United Kingdom", "GB", "221b", "nw16xe"),
      ("ul. Primernaya, 24, Moscow, 119071, Russia", "RU", "24", "119071"),
      ("24 Primernaya ul., Moscow 119071, Russia", "RU", "24", "119071"),
      ("ул. Примерная, д. 24, Москва, 119071, Россия", "RU", "24", "119071"),
      ("No: 52 Ornek Sk., Merkez Mah., Sisli, Istanbul, 34381, Turkey", "TR", "52", "34381"),
      ("12 rue de l'Exemple, 75001 Paris, France", "FR", "12", "75001"),
    ])
  func westernFormsInEitherOrder(
    text: String, country: String, number: String, postcode: String
  ) throws {
    let address = try parse(text, country)
    #expect(address.country == country)
    #expect(address.houseNumbers.map(\.text) == [number], "\(address)")
    #expect(address.postcode == postcode, "\(address)")
    #expect(address.streets.count == 1, "\(address)")
  }

  @Test func boxesCareOfAndZonesAreTold() throws {
    #expect(try parse("P.O. Box 28515, Dubai, U.A.E").poBox?.text == "28515")
    #expect(try parse("Postfach 12 34, Musterstadt").poBox != nil)
    let care = try parse("c/o Sample Agents Ltd, Suite 12, 9 Example Road, Nicosia, Cyprus")
    #expect(care.careOf == "sample agents ltd", "\(care)")
    #expect(care.rooms.map(\.text) == ["12"])
    let zone = try parse("Building 7, Sample Industrial Park, Kunming, Yunnan, China")
    #expect(zone.zones.map(\.written) == ["sample industrial park"], "\(zone)")
    #expect(try parse("云南省昆明市样例工业园7号楼").zones.map(\.written) == ["样例工业园"])
  }

  @Test func whatIsNotUnderstoodStays() throws {
    let address = try parse("behind the old mill, third door, Exampletown")
    #expect(!address.isSpecific || !address.remainder.isEmpty, "\(address)")
    #expect(address.country == nil && address.postcode == nil)
    #expect(address.remainder.joined(separator: " ").contains("exampletown"), "\(address)")
    #expect(try parse("").remainder.isEmpty)
    let given = try Bundled.knowledge.get().address(
      street: "5 Example Road", city: "Springfield", postcode: "99-99-x", country: "US")
    #expect(given.houseNumbers.map(\.text) == ["5"] && given.country == "US", "\(given)")
  }
}

@Suite("Two addresses are held against each other", .enabled(if: Bundled.hasPlaces))
struct AddressComparisonTests {
  @Test(
    arguments: [
      ("北京市海淀区中关村大街1号", "No. 1 Zhongguancun Street, Haidian District, Beijing", "same"),
      (
        "新疆乌鲁木齐市天山区解放北路123号5栋2单元301室",
        "Rm 301, Unit 2, Bldg. 5, 123 Jiefang North Rd, Tianshan Dist., Urumqi", "same"
      ),
      (
        "新疆乌鲁木齐市天山区解放北路123号", "Rm 301, No. 123 Jiefang North Road, Urumqi, China",
        "sameBuilding"
      ),
      (
        "Room 301, 123 Jiefang North Road, Urumqi", "Room 302, 123 Jiefang North Road, Urumqi",
        "sameBuilding"
      ),
      ("123 Jiefang North Road, Urumqi", "125 Jiefang North Road, Urumqi", "contradicted"),
      ("123 Jiefang North Road, Urumqi", "123 Jiefang South Road, Urumqi", "contradicted"),
      ("123 Jiefang North Road, Urumqi", "123 Jiefang North Road, Kashgar", "contradicted"),
      ("123 Jiefang North Road, Urumqi", "Jiefang North Road, Urumqi", "sameStreet"),
      ("123 Jiefang North Road, Urumqi", "123 Jiefang Road, Urumqi", "possible"),
      ("5 Primernaya Street, Perm, Russia", "5 Primernaya Street, Tula, Russia", "possible"),
      ("5 Primernaya Street, Perm, Russia", "ул. Примерная, 5, Perm, Россия", "same"),
      ("5 Example Road, Vienna, Austria", "5 Example Road, Vienna, Latvia", "contradicted"),
      ("P.O. Box 123, Dubai, U.A.E", "PO Box 123, Dubai, United Arab Emirates", "same"),
      ("P.O. Box 123, Dubai, U.A.E", "PO Box 124, Dubai, United Arab Emirates", "contradicted"),
      (
        "Office 4, 16/F Sample Commercial Centre, 2-16 Fa Yuen Street, Hong Kong",
        "Office 4, 16th Floor, Sample Comm. Center, 2-16 Fayuen St, Mong Kok, Kowloon, HK", "same"
      ),
      (
        "Building 5, Sample Ind. Zone, Kunming, China", "云南省昆明市Sample工业区5号楼", "same"
      ),
      (
        "Building 5, No. 9 Keji Second Road, Xi'an, China", "西安市科技二路9号6号楼", "sameStreet"
      ),
      ("Moscow, Russia", "Moscow, Russia", "unknown"), ("", "", "unknown"),
    ])
  func theVerdictSaysHowFarTheyAgree(left: String, right: String, expected: String) throws {
    let names = try Bundled.knowledge.get()
    let (first, second) = (names.address(left), names.address(right))
    let comparison = names.compare(first, second)
    #expect("\(comparison.verdict)" == expected, "\(comparison)\n\(first)\n\(second)")
    #expect(names.compare(second, first).verdict == comparison.verdict)
    #expect(comparison.verdict == .unknown || !comparison.reasons.isEmpty)
    if comparison.verdict >= .sameBuilding {
      let shared = Set(AddressKeys.keys(of: first)).intersection(AddressKeys.keys(of: second))
      #expect(!shared.isEmpty, "an index would miss them")
    }
  }

  @Test func reasonsNameThePartsInWords() throws {
    let names = try Bundled.knowledge.get()
    let comparison = names.compare(
      names.address("Room 301, 123 Jiefang North Road, Urumqi"),
      names.address("Room 302, 123 Jiefang North Road, Urumqi"))
    #expect(comparison.reasons.contains("number agrees: 123"), "\(comparison.reasons)")
    #expect(comparison.reasons.contains("room contradicts: 301 / 302"), "\(comparison.reasons)")
    #expect(comparison.contradicted == [.room] && comparison.isAnotherUnit)
  }
}

@Suite("What holds for all addresses", .enabled(if: Bundled.hasPlaces))
struct AddressPropertyTests {
  private static let seed: UInt64 = 830_000

  @Test func arbitraryBytesNeverStopTheParser() throws {
    let names = try Bundled.knowledge.get()
    var generator = SeededGenerator(seed: Self.seed)
    let words = [
      "号", "路", "栋", "Room", "No.", "#", "/", "-", ",", "12", "3-1", "Street", "大厦", "F", "邮编", "区",
      "Box", "St.", "Floor", "and", "of", "北", "Hong Kong", "1/F", "甲", "三", "'", "&",
    ]
    for _ in 0..<1500 {
      var bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        UInt8.random(in: .min ... .max, using: &generator)
      }
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        bytes += Array(words[Int.random(in: words.indices, using: &generator)].utf8)
        if Bool.random(using: &generator) { bytes.append(0x20) }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let address = names.address(text)
      #expect(address.original == text, "seed \(Self.seed)")
      _ = AddressKeys.keys(of: address)
      _ = names.phone(text, country: "CN")
      _ = names.email(text)
      _ = names.site(text)
    }
    let long = names.address(String(repeating: "路5号 Road 7, ", count: 40_000))
    #expect(!long.remainder.isEmpty)
  }

  @Test func theVerdictDoesNotDependOnWhoAsksAndNumbersNeverStrengthen() throws {
    let names = try Bundled.knowledge.get()
    var generator = SeededGenerator(seed: Self.seed)
    func pick(_ texts: [String]) -> String {
      texts[Int.random(in: texts.indices, using: &generator)]
    }
    func parts() -> (number: String, rest: [String]) {
      (
        pick(["5", "7", "2-16", "8", "12A"]),
        [
          pick(["Sample Road", "Jiefang North Road", "Sampel Road", "Jiefangbei Rd"]),
          pick(["", "Sample Tower", "Example Building"]), pick(["", "Room 5", "Room 6", "Flat A"]),
          pick(["", "3/F", "Floor 4"]), pick(["Urumqi", "Kashgar", "Beijing", "Exampletown", ""]),
        ]
      )
    }
    func written(_ number: String, _ rest: [String]) -> ParsedAddress {
      names.address(
        ([number + " " + rest[0]] + rest[1...]).filter { !$0.isEmpty }.joined(separator: ", "))
    }
    for _ in 0..<1500 {
      let (left, right) = (parts(), parts())
      let bare = written("", right.rest)
      let forth = names.compare(written(left.number, left.rest), written(right.number, right.rest))
      let back = names.compare(written(right.number, right.rest), written(left.number, left.rest))
      #expect(forth.verdict == back.verdict, "seed \(Self.seed): \(left) | \(right)")
      let without = names.compare(written(left.number, left.rest), bare)
      let contradicting = names.compare(
        written(left.number, left.rest), written("99", right.rest))
      #expect(contradicting.verdict <= without.verdict, "seed \(Self.seed): \(left) | \(right)")
      let own = names.compare(written(left.number, left.rest), written(left.number, left.rest))
      #expect(own.verdict >= .possible, "seed \(Self.seed): \(left)")
    }
  }
}

@Suite("Phones and mail have one form", .enabled(if: Bundled.hasPlaces))
struct ContactFormTests {
  @Test(
    arguments: [
      ("0991-555 0123", "CN", "+869915550123"), ("+86 (0)991 5550123", nil, "+869915550123"),
      ("0086-991-5550123 ext. 12", nil, "+869915550123"), ("86-991-5550123", "CN", "+869915550123"),
      ("（0991）5550123转8", "CN", "+869915550123"), ("138 0000 0000", "CN", "+8613800000000"),
      ("8 (495) 555-01-23", "RU", "+74955550123"), ("+7 495 5550123", nil, "+74955550123"),
      ("2555 0123", "HK", "+85225550123"), ("1-202-555-0123", "US", "+12025550123"),
      ("Tel: 030 5550 1234", "DE", "+493055501234"), ("010-55550123", nil, nil), ("12", "CN", nil),
    ] as [(String, String?, String?)])
  func numbersAreBroughtToOneForm(text: String, country: String?, expected: String?) throws {
    #expect(try Bundled.knowledge.get().phone(text, country: country)?.international == expected)
  }

  @Test func ofAnUnknownCountryAreaAndNumberMustAgree() throws {
    let names = try Bundled.knowledge.get()
    let known = try #require(names.phone("+86 10 5555 0123"))
    #expect(try known.relation(to: #require(names.phone("010-55550123"))) == .possible)
    #expect(try known.relation(to: #require(names.phone("021-55550123"))) == .different)
    #expect(try known.relation(to: #require(names.phone("55550123"))) == .different)
    #expect(try known.relation(to: #require(names.phone("010 55550123", country: "CN"))) == .same)
  }

  @Test func mailOfPublicProvidersLinksNobody() throws {
    let names = try Bundled.knowledge.get()
    #expect(names.email("Sales <INFO@Example.COM.CN>")?.mailbox == "info@example.com.cn")
    #expect(names.email("a@b@c") == nil && names.email("a@b") == nil && names.email("") == nil)
    #expect(names.site("https://www.shop.example.com.cn/en?x=1")?.domain == "example.com.cn")
    func kinds(_ left: String, _ right: String) -> [ContactLink.Kind] {
      names.links(between: names.contacts(emails: [left]), and: names.contacts(emails: [right]))
        .map(\.kind)
    }
    #expect(kinds("a@example.com", "b@mail.example.com") == [.domain])
    #expect(kinds("a@163.com", "b@163.com") == [])
    #expect(kinds("a@163.com", "A@163.com") == [.email])
    let left = names.contacts(
      addresses: ["Room 3, 5 Example Road, Urumqi"], phones: ["0991-5550123"], country: "CN")
    let right = names.contacts(
      addresses: ["乌鲁木齐市Example路5号3室"], phones: ["+86 991 555 0123"], country: "CN")
    #expect(names.links(between: left, and: right).map(\.kind) == [.address, .phone])
  }
}
