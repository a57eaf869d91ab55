import Formats
import Testing

@testable import Names

@Suite("Names are searched where they lie", .enabled(if: Bundled.hasPlaces))
struct StoredNamesTests {
  private static let names = [
    "喀什地区公安局", "Kashgar Prefecture Public Security Bureau", "CETC 30th Research Institute",
    "中国电子科技集团公司第三十研究所", "ООО «Пример Системс»", "Example Biotech Co., Ltd. (EBC)",
    "شركة المثال للتجارة", "Xinjiang Production and Construction Corps Eighth Division Hospital",
  ]

  /// What is stored and read again is compared as what was taken apart.
  @Test func aStoredBodyIsComparedAsTheOriginal() throws {
    let knowledge = try Bundled.knowledge.get()
    for first in Self.names {
      let original = knowledge.parse(first)
      var bytes: [UInt8] = [7]
      ParsedNameCoder.append(original, to: &bytes)
      let stored = ParsedNameCoder.name(bytes.span.extracting(droppingFirst: 1))
      for second in Self.names {
        let other = knowledge.parse(second)
        let (kept, fresh) = (
          knowledge.bodyVerdict(stored, other, explains: false),
          knowledge.bodyVerdict(original, other, explains: false)
        )
        #expect(kept.verdict == fresh.verdict, "\(first) / \(second)")
        #expect(kept.score == fresh.score, "\(first) / \(second)")
      }
    }
  }

  /// The layout does not depend on chance, and another one is refused.
  @Test func bytesAreTheSameAndCheckedForTheirLayout() throws {
    let knowledge = try Bundled.knowledge.get()
    let identities = Self.names.map { Identity(names: [$0]) }
    let bytes = IdentityIndex.compile(identities, knowledge: knowledge)
    #expect(bytes == IdentityIndex.compile(identities, knowledge: knowledge))
    #expect(CompiledNames(MappedBytes(bytes)) != nil)
    for cut in [0, 1, 47, bytes.count / 2, bytes.count - 1] {
      #expect(CompiledNames(MappedBytes(Array(bytes[..<cut]))) == nil, "cut at \(cut)")
    }
    for place in [0, 8, 12, 16, 48, 56, 70] {
      var other = bytes
      other[place] ^= 0x5A
      #expect(CompiledNames(MappedBytes(other)) == nil, "changed at \(place)")
    }
  }

  /// Whom a comparison accepts, the search offers.
  @Test(arguments: [
    ("Vladimir Putin", "Владимир Владимирович ПУТИН"), ("Chen Quanguo", "陈全国"),
    ("Mohammed Haqqani", "محمد حقاني"), ("Frncsco Arllno", "ARELLANO, Francisco"),
    ("AlisherUsmanov", "Alisher Usmanov"), ("J. Weatherby", "WEATHERBY, Jonathan"),
  ])
  func aPersonIsFoundAmongOthers(query: String, entry: String) throws {
    let knowledge = try Bundled.knowledge.get()
    let others = ["Maria Schmidt", "Ivan Petrov", "李明", "Jean Dupont", "Ahmed Khan", entry]
    let index = IdentityIndex(
      others.map { Identity(names: [$0], kind: .person) }, knowledge: knowledge)
    let found = index.matches(
      for: knowledge.profile(of: Identity(names: [query], kind: .person)))
    #expect(found.first?.index == others.count - 1, "\(found)")
  }
}
