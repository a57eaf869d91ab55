import Dossier
import Formats
import Policy
import Screening
import Taxonomy
import Testing
import Trade

/// Police bodies of every prefecture and county of the region, with names built from the place
/// tables: nobody typed these names, so none of them can have been provided for.
@Suite("Police of any place in Xinjiang is refused genetic analysis")
struct PoliceByPlaceTests {
  private static let day = CivilDate("2026-11-22") ?? CivilDate(dayNumber: 0)

  private static let places: [TreeNode] =
    (Bundle.knowledge?.taxonomy.places.nodes ?? []).filter { node in
      node.code.hasPrefix("CN-65") && node.code != "CN-65" && node.code != "CN-6590"
    }

  private static let screener: Screener? = {
    do {
      let knowledge = try #require(Bundle.knowledge)
      return try Screener(
        knowledge: knowledge, policies: try #require(Bundle.policies),
        corpus: try Corpus(folder: Bundle.root + "/Data/demonstration", knowledge: knowledge),
        asOf: day, bundledDigest: "")
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }()

  private func order(_ name: String) -> Order {
    Order(
      stage: .order, kind: .sale, reference: "P", system: "test", revision: 0,
      countryOfExport: "US", countryOfUltimateDestination: "CN", endUserKnown: .declared,
      parties: [
        Party(
          id: "p1", roles: [.purchaser, .ultimateConsignee, .endUser],
          entity: Entity(
            schema: .publicBody,
            properties: [.init("name", [name]), .init("country", ["CN"])]))
      ],
      lines: [
        OrderLine(
          number: "10", description: "STR amplification kit, 200 reactions",
          productClass: "forensic-str-kit", quantity: Decimal(millionths: 2_000_000), unit: "box",
          eccn: "EAR99", countryOfOrigin: "US")
      ], endUse: EndUse(declared: "Profiling in the laboratory of the bureau"))
  }

  @Test("In Chinese, with the level of the place")
  func isRefusedInChinese() throws {
    #expect(try milder(than: .refusePolicy) { ($0.chinese.first ?? $0.name) + "公安局" }.isEmpty)
  }

  /// A bare English name may be that of a place elsewhere: Yiwu is a city in Zhejiang too. The
  /// order is held then, and the place is asked for.
  @Test("In English, without the level of the place")
  func isNeverReleasedInEnglish() throws {
    #expect(try milder(than: .escalate) { $0.name + " Public Security Bureau" }.isEmpty)
  }

  /// The names with which an order of STR kits gets less than `least`, with what it gets.
  private func milder(than least: Outcome, name: (TreeNode) -> String) throws -> [String] {
    let screener = try #require(Self.screener)
    #expect(Self.places.count > 100)
    return Self.places.compactMap { place in
      let determination = screener.screen(order(name(place)))
      guard let outcome = determination.outcome, outcome >= least else {
        return "\(name(place)): \(determination.outcomeName)"
      }
      return nil
    }
  }
}
