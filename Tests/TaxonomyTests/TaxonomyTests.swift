import Formats
import Taxonomy
import Testing

@Suite("Trees answer whether one code lies within another")
struct TaxonomyTests {
  static let taxonomy: Taxonomy? = {
    var folder = #filePath
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if FileReader.exists(folder + "/Package.swift") { break }
    }
    return try? Taxonomy(folder: folder + "/Data")
  }()

  private var taxonomy: Taxonomy {
    get throws { try #require(TaxonomyTests.taxonomy) }
  }

  @Test func containmentIsThreeValued() throws {
    let places = try taxonomy.places
    #expect(places.containment(of: "CN-653121", in: "CN-65") == .inside)
    #expect(places.containment(of: "CN-44", in: "CN-65") == .outside)
    // Known to the country only: it may or may not be in the region.
    #expect(places.containment(of: "CN", in: "CN-65") == .undetermined)
    #expect(places.containment(of: "no-such-code", in: "CN-65") == .outside)
  }

  @Test func everyCountryOfISO3166IsThere() throws {
    let places = try taxonomy.places
    #expect(places.nodes.count { $0.code.utf8.count == 2 } == 249)
    #expect(places.isWithin("HK", "CN"))
    #expect(places["TW"]?.parent == nil)
  }

  @Test(arguments: [
    ("CN-6531", "喀什地区", "Kashgar"), ("CN-6529", "阿克苏地区", "Aksu"),
    ("CN-6532", "和田地区", "Hotan"), ("CN-653125", "莎车县", "Yarkand"),
    ("CN-653121", "疏附县", "Shufu"), ("CN-5401", "拉萨市", "Lhasa"),
    ("CN-659006", "铁门关市", "Tiemenguan"), ("CN-652722", "精河县", "Jinghe"),
  ])
  func placesHaveTheirOfficialCodesAndNames(code: String, chinese: String, english: String) throws {
    let node = try #require(try taxonomy.places[code])
    #expect(node.chinese.contains(chinese))
    #expect(node.english.contains(english))
  }

  @Test func oldSpellingsAreKept() throws {
    let places = try taxonomy.places
    for (code, spelling) in [
      ("CN-6531", "Kashi"), ("CN-6532", "Hetian"), ("CN-653125", "Shache"), ("CN-6504", "Turfan"),
      ("CN-6505", "Kumul"),
    ] {
      #expect(places[code]?.english.contains(spelling) == true, "\(code) \(spelling)")
    }
  }

  @Test func xinjiangAndTibetReachDownToTheCounty() throws {
    let places = try taxonomy.places
    func counties(_ region: String) -> Int {
      places.nodes.count { $0.code.utf8.count == 9 && places.isWithin($0.code, region) }
    }
    #expect(counties("CN-65") >= 107)
    #expect(counties("CN-54") == 74)
    #expect(places.nodes.count { $0.parent == "CN-6590" } >= 12)
  }

  @Test func everyPopulationSaysWhereItIsFrom() throws {
    for (code, population) in try taxonomy.populations {
      #expect(population.residents > 0, "\(code)")
      #expect(!population.note.isEmpty, "\(code)")
    }
  }

  @Test func policingNodesAreAdverse() throws {
    let functions = try taxonomy.functions
    for node in functions.nodes where functions.isWithin(node.code, "policing") {
      #expect(node.polarity == .adverse, "\(node.code)")
    }
    let products = try taxonomy.products
    for node in products.nodes where products.isWithin(node.code, "genetic-analysis") {
      #expect(node.polarity == .adverse, "\(node.code)")
    }
  }

  @Test func aTreeWithAFaultIsRefused() {
    func node(_ code: String, _ parent: String?) -> TreeNode {
      TreeNode(code: code, parent: parent, kind: "k", english: [code])
    }
    func id(_ nodes: [TreeNode]) -> String? {
      do throws(Diagnostic) {
        _ = try CodeTree(name: "t", nodes: nodes)
        return nil
      } catch {
        return error.id
      }
    }
    #expect(id([node("a", nil), node("a", nil)]) == "TAX001")
    #expect(id([node("a", "b")]) == "TAX002")
    #expect(id([node("a", "b"), node("b", "a")]) == "TAX003")
    #expect(id([node("a", nil), node("b", "a")]) == nil)
  }

  @Test func containmentIsTransitive() throws {
    let places = try taxonomy.places
    for node in places.nodes.prefix(600) {
      let lineage = places.lineage(of: node.code)
      for upper in lineage {
        #expect(places.isWithin(node.code, upper.code))
        for top in places.lineage(of: upper.code) {
          #expect(places.isWithin(node.code, top.code))
        }
      }
    }
  }
}
