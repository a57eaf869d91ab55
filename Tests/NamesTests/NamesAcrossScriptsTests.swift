import Formats
import Testing

@testable import Names

@Suite("Bodies whose name is another in another script", .enabled(if: Bundled.hasPlaces))
struct NamesAcrossScriptsTests {
  @Test(arguments: [
    ("赛默飞世尔科技（中国）有限公司", "Thermo Fisher Scientific (China) Co., Ltd.", "own name"),
    ("因美纳（中国）科学器材有限公司", "Illumina (China) Scientific Equipment Co., Ltd.", "by sound"),
    ("安捷伦科技有限公司", "Agilent Technologies Co., Ltd.", "a name chosen for its sound"),
    ("凯杰生物技术有限公司", "QIAGEN Biotechnology Co., Ltd.", "a name chosen for its sound"),
    ("西门子医疗系统有限公司", "Siemens Healthcare Systems Ltd.", "a name chosen for its sound"),
    ("阿尔科斯供应链管理有限公司", "Arcos Supply Chain Management Co. Ltd.", "in no table"),
    ("조선남강무역회사", "Korea Namgang Trading Corporation", "without blanks"),
    ("شرکت بهارستان کیش", "Baharestan Kish Company", "a short word without vowels"),
    ("شىنجاڭ ئۇنىۋېرسىتېتى", "Xinjiang University", "Uyghur"),
    ("ООО «Велмикс»", "Velmix LLC", "one letter for two"),
    ("Публичное Акционерное Общество «Звезда» (ПАО «Звезда»)", "PJSC Zvezda", "a word of meaning"),
    ("Общество «Развитие Ветров Волги» (АО «РВВ»)", "Society Razvitie Vetrov Volgi", "an acronym"),
  ])
  func isFound(left: String, right: String, reason: String) throws {
    let comparison = try Bundled.compare(left, right)
    #expect(comparison.verdict != .different, "\(reason): \(comparison)")
  }

  @Test(arguments: [
    ("因美纳（中国）科学器材有限公司", "QIAGEN (China) Scientific Equipment Co., Ltd."),
    ("安捷伦科技有限公司", "Siemens Technologies Co., Ltd."),
    ("조선남강무역회사", "Korea Paekho Trading Corporation"),
    ("شىنجاڭ ئۇنىۋېرسىتېتى", "Peking University"),
  ])
  func anotherIsNot(left: String, right: String) throws {
    let comparison = try Bundled.compare(left, right)
    #expect(comparison.verdict == .different, "\(comparison)")
  }

  /// A company abroad stays a word of its own where letters meet letters.
  @Test func aCompanyAbroadIsAWordInLetters() throws {
    let name = try Bundled.knowledge.get().parse("Agilent Technologies Inc.")
    #expect(name.distinctive == ["agilent"])
  }

  @Test(arguments: [
    ("شىركىتى", "company"), ("ئۇنىۋېرسىتېتى", "university"), ("دوختۇرخانىسى", "hospital"),
    ("مىنىستىرلىقى", "ministry-body"), ("ئىنستىتۇتى", "research-body"), ("ساقچى", "police"),
    ("دانشگاه", "university"), ("وزارت", "ministry-body"), ("بیمارستان", "hospital"),
    ("جامعة", "university"), ("مستشفى", "hospital"), ("وزارة", "ministry-body"),
    ("대학교", "university"), ("병원", "hospital"), ("회사", "company"), ("경찰", "police"),
  ])
  func aKindOfBodyIsKnown(word: String, concept: String) throws {
    let knowledge = try Bundled.knowledge.get()
    var units = knowledge.tables.folding.units(of: word)
    knowledge.tables.symbols.assign(to: &units)
    let found = knowledge.tables.meanings.matches(in: units, at: 0).flatMap(\.entries).map {
      knowledge.tables.meanings.concepts[Int($0.concept)]
    }
    #expect(found.contains(concept), "\(found)")
  }

  @Test(arguments: [
    ("조선남강무역회사", ["조선", "남강", "무역회사"]), ("평양병원", ["평양", "병원"]),
    ("무역회사", ["무역회사"]), ("남강", ["남강"]),
  ])
  func wordsOfHangulAreCut(name: String, parts: [String]) throws {
    let tables = try Bundled.knowledge.get().tables
    let units = tables.folding.units(of: name)
    let cut = HangulCompounds.cut(units, symbols: tables.symbols)
    #expect(cut.map(\.text) == parts)
    #expect(cut.last?.end == units.last?.end)
  }

  /// Longer words would never be found, since no longer part of a name is looked up.
  @Test func noWordOfTheTablesIsLongerThanWhatIsLookedUp() throws {
    let folder = Bundled.data + "/names/"
    var longest = 0
    for name in FileReader.names(in: folder) {
      let bytes = try FileReader.bytes(of: folder + name)
      for word in String(decoding: bytes, as: UTF8.self).unicodeScalars.split(whereSeparator: {
        !("\u{AC00}"..."\u{D7A3}").contains($0)
      }) {
        longest = max(longest, word.count)
      }
    }
    #expect(longest > 0)
    #expect(longest <= HangulCompounds.mostSyllables)
  }
}
