import Formats
import Taxonomy
import Testing

@testable import Names

@Suite(
  "Names are understood the same with tables that were kept as with tables that are read",
  .enabled(if: Bundled.hasPlaces))
struct CompiledLexiconTests {
  private static let kept: Result<NameKnowledge, any Error> = Result {
    let bytes = try #require(try Bundled.knowledge.get().compiledLexicon)
    return try NameKnowledge(
      taxonomy: try Taxonomy(folder: Bundled.data), folder: Bundled.data,
      compiled: MappedBytes(bytes))
  }

  private static let names = [
    "喀什地区公安局", "Kashgar Prefecture Public Security Bureau", "新疆丝路华大基因科技有限公司",
    "CETC 30th Research Institute", "中国电子科技集团公司第三十研究所", "Xinjiang University",
    "Институт генетики Академии наук", "شركة التكنولوجيا الحيوية", "한국과학기술연구원",
    "Universität für Bodenkultur Wien GmbH", "Ürümqi Bingtuan hospital No. 7", "Фонд Öxample",
    "מכון ויצמן למדע", "สถาบันวิจัย", "भारतीय विज्ञान संस्थान", "Wholly Unrelated Bakery",
    // Two syllables are a function behind the level of a place alone.
    "Kashi Diqu Gonganju", "Hetian Diqu Jianyu", "Hetian Jianyu", "Jianyu Trading",
  ]

  @Test func everyNameIsTakenApartAlike() throws {
    let (read, kept) = (try Bundled.knowledge.get(), try Self.kept.get())
    #expect(kept.compiledLexicon == nil)
    for name in Self.names {
      #expect(kept.parse(name) == read.parse(name), "\(name)")
      #expect(kept.places(in: name) == read.places(in: name), "\(name)")
    }
    let tree = try Taxonomy(folder: Bundled.data).places
    for node in tree.nodes {
      for name in node.english + node.chinese + node.other {
        #expect(kept.parse(name + " 公安局") == read.parse(name + " 公安局"), "\(name)")
        #expect(kept.places(in: name) == read.places(in: name), "\(name)")
      }
    }
  }

  /// A syllable written by its letters is the same text in other bytes.
  @Test func equalTextsOfOtherBytesAreOneWord() throws {
    let words = StoredWords(["연구원", "institut", "институт"])
    #expect(
      words.number(of: "\u{110B}\u{1167}\u{11AB}\u{1100}\u{116E}\u{110B}\u{116F}\u{11AB}") == 0)
    #expect(words.number(of: "연구원") == 0)
    #expect(words.number(of: "institut") == 1)
    #expect(words.number(of: "институт") == 2)
    #expect(words.number(of: "") == nil)
    #expect(words.number(of: "институты") == nil)
    #expect(StoredWords([]).number(of: "word") == nil)
  }

  @Test func theSameTablesGiveTheSameBytes() throws {
    let again = try NameKnowledge(
      taxonomy: try Taxonomy(folder: Bundled.data), folder: Bundled.data)
    #expect(try Bundled.knowledge.get().compiledLexicon == again.compiledLexicon)
  }

  @Test func whatIsCutOffIsReadFromTheTables() throws {
    let bytes = try #require(try Bundled.knowledge.get().compiledLexicon)
    let taxonomy = try Taxonomy(folder: Bundled.data)
    for count in [0, 7, 8, 4_096, bytes.count / 2, bytes.count - 8] {
      let cut = try NameKnowledge(
        taxonomy: taxonomy, folder: Bundled.data, compiled: MappedBytes(Array(bytes[..<count])))
      #expect(cut.compiledLexicon == bytes, "\(count) bytes")
    }
  }
}
