import Formats
import Names
import SeededNumbers
import Taxonomy
import Testing

@Suite("What holds for all names", .enabled(if: Bundled.hasPlaces))
struct PropertyTests {
  private static let prefectures = [
    "乌鲁木齐市", "克拉玛依市", "吐鲁番市", "哈密市", "昌吉回族自治州", "博尔塔拉蒙古自治州", "巴音郭楞蒙古自治州",
    "阿克苏地区", "克孜勒苏柯尔克孜自治州", "喀什地区", "和田地区", "伊犁哈萨克自治州", "塔城地区", "阿勒泰地区",
  ]
  private static let bodies = [
    "公安局", "卫生健康委员会", "人民医院", "疾病预防控制中心", "中级人民法院", "人民检察院", "看守所", "人民政府",
    "公安局刑侦支队",
  ]
  private static let others = [
    "Example Biotech Co., Ltd.", "Beispiel Analytik GmbH", "某某基因科技有限公司", "ООО Пример Системы",
    "Northern Example University", "Example Freight Forwarding Ltd", "شركة المثال",
  ]

  @Test func theSameBodyOfAnotherPrefectureIsAnother() throws {
    for body in Self.bodies {
      for (index, first) in Self.prefectures.enumerated() {
        for second in Self.prefectures[(index + 1)...] {
          let comparison = try Bundled.compare(first + body, second + body)
          #expect(comparison.verdict == .different, "\(first) \(second) \(body): \(comparison)")
        }
      }
    }
  }

  @Test func everyNameIsItself() throws {
    let places = Self.prefectures.flatMap { place in Self.bodies.map { place + $0 } }
    for name in places + Self.others {
      let comparison = try Bundled.compare(name, name)
      #expect(comparison.verdict == .same, "\(name): \(comparison)")
    }
  }

  @Test func theVerdictDoesNotDependOnWhoAsks() throws {
    let seed: UInt64 = 653_121
    var generator = SeededGenerator(seed: seed)
    let words = [
      "Kashgar", "Prefecture", "City", "公安局", "喀什", "PSB", "Example", "Gene", "Technology",
      "基因", "科技", "Ltd", "第一", "Hospital", "2", "Xinjiang", "新疆", "Huada", "华大", "Police",
      "BGI", "Group", "兵团", "University", "Exampel",
    ]
    func name() -> String {
      (0..<Int.random(in: 1...5, using: &generator))
        .map { _ in words[Int.random(in: words.indices, using: &generator)] }
        .joined(separator: " ")
    }
    for _ in 0..<2000 {
      let (left, right) = (name(), name())
      let forth = try Bundled.compare(left, right)
      let back = try Bundled.compare(right, left)
      #expect(forth.verdict == back.verdict, "seed \(seed): \(left) | \(right)")
      #expect(forth.strength == back.strength, "seed \(seed): \(left) | \(right)")
    }
  }

  @Test func arbitraryTextNeverStopsTheParser() throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 77
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        let value = UInt32.random(in: 0...0x2FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let parsed = knowledge.parse(String(text))
      #expect(parsed.original == String(text))
      _ = knowledge.places(in: String(text))
    }
  }
}

@Suite("Tables that are wrong are named")
struct TableTests {
  @Test func aMissingFolderIsADiagnostic() throws {
    let empty = Taxonomy(
      places: try CodeTree(name: "places", nodes: []), populations: [:],
      functions: try CodeTree(name: "functions", nodes: []),
      products: try CodeTree(name: "products", nodes: []), productAliases: [])
    let failure = #expect(throws: Diagnostic.self) {
      _ = try NameKnowledge(taxonomy: empty, folder: Bundled.root + "/no-such-folder")
    }
    #expect(failure?.id == "NAM001")
  }

  @Test func aFunctionThatTheTreeLacksIsADiagnostic() throws {
    let empty = Taxonomy(
      places: try CodeTree(name: "places", nodes: []), populations: [:],
      functions: try CodeTree(
        name: "functions",
        nodes: [TreeNode(code: "police", parent: nil, kind: "function", english: ["Police"])]),
      products: try CodeTree(name: "products", nodes: []), productAliases: [])
    let failure = #expect(throws: Diagnostic.self) {
      _ = try NameKnowledge(taxonomy: empty, folder: Bundled.data)
    }
    #expect(failure?.id == "NAM004")
    #expect(failure?.position != nil)
  }
}
