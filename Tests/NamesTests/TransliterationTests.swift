import SeededNumbers
import Testing

@testable import Names

@Suite("Words of other scripts are written in Latin letters")
struct TransliterationTests {
  @Test(arguments: [
    ("Щербаков", "shcherbakov", "Russian"),
    ("Уладзімір", "uladzimir", "Belarusian"),
    ("Първанов", "parvanov", "the vowel of Bulgarian"),
    ("Объедков", "obedkov", "the hard sign of Russian"),
    ("Ђоковић", "djokovic", "Serbian"),
    ("Қайрат", "qayrat", "Kazakh"),
    ("Энхбаяр", "enkhbayar", "Mongolian in Cyrillic"),
    ("محمد", "mhmd", "Arabic without vowels"),
    ("خامنه‌ای", "khamnhay", "Persian"),
    ("پاکستان", "pakstan", "Urdu"),
    ("ۋاڭ", "vang", "a letter that only Uyghur has"),
    ("قەشقەر", "qashqar", "vowels of Uyghur"),
    ("شىنجاڭ", "shinjang", "a vowel of Uyghur that is a consonant elsewhere"),
    ("ئۇيغۇر", "uyghur", "the bearer of vowels is not read"),
    ("شلومو", "shlwmw", "the same letter outside Uyghur"),
    ("יצחק", "ytschk", "Hebrew"),
    ("Παπανδρέου", "papandreou", "Greek"),
    ("Μπάμπης", "bampis", "Greek b"),
    ("Ευάγγελος", "evangelos", "Greek diphthong"),
    ("블라디미르", "beulladimireu", "Hangul"),
    ("김정은", "gimjeongeun", "Korean name"),
    ("ウラジーミル", "urajimiru", "kana"),
    ("ヴァレリー", "vareri", "foreign v"),
    ("フィッシャー", "fissha", "small kana"),
    ("ティッツィアーノ", "tittsiano", "doubled consonant"),
    ("マッチ", "matchi", "doubled ch"),
    ("キャロル", "kyaroru", "glide"),
    ("ウィリアム", "wiriamu", "w"),
    ("デュポン", "dyupon", "dyu"),
    ("さくら", "sakura", "hiragana"),
    ("ｶﾞﾝﾀﾞ", "ganda", "half width"),
    ("か\u{3099}", "ga", "decomposed"),
    ("पुतिन", "putin", "Devanagari"),
    ("नरेन्द्र", "narendra", "conjuncts"),
    ("राम", "ram", "the final vowel is silent"),
    ("পুতিন", "putin", "Bengali"),
    ("రామ", "rama", "Telugu keeps it"),
    ("ਸਿੰਘ", "singh", "Gurmukhi"),
    ("สมชาย", "somchai", "Thai"),
    ("ไทย", "thai", "Thai vowel before its consonant"),
    ("ทักษิณ", "thaksin", "Thai final"),
    ("ชินวัตร", "chinwat", "Thai silent final"),
    ("กรุงเทพ", "krungthep", "Thai cluster"),
    ("Վլադիմիր", "vladimir", "Armenian"),
    ("Պուտին", "putin", "Armenian u"),
    ("Ողջ", "voghj", "Armenian o at the beginning"),
    ("ვლადიმერ", "vladimer", "Georgian"),
    ("陈", "chen", "Han"),
    ("重庆", "chongqing", "a word with a reading of its own"),
  ])
  func reads(word: String, expected: String, reason: String) throws {
    let readings = try Letters.readings(word)
    #expect(readings.first?.text == expected, "\(reason)")
  }

  @Test(arguments: [
    ("الحسين", ["alhsyn", "hsyn"]),
    ("عبد", ["abd", "abdal"]),
    ("Григорій", ["grigoriy", "hryhoriy"]),
    ("Григорий", ["grigoriy"]),
  ])
  func givesOtherReadings(word: String, expected: [String]) throws {
    #expect(try Letters.readings(word).map(\.text) == expected)
  }

  @Test(arguments: ["བོད", "ភ្នំពេញ", "မြန်မာ", "አዲስ", "ᠮᠣᠩᠭᠣᠯ", "\u{13000}"])
  func hasNoReadingWithoutATable(word: String) throws {
    #expect(try Letters.readings(word).isEmpty || Letters.readings(word)[0].text.isEmpty)
  }

  @Test func anyScalarsAreReadWithoutFailing() throws {
    let transliteration = try Letters.transliteration()
    let seed: UInt64 = 4
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      var word = String.UnicodeScalarView()
      let start = UInt32.random(in: 0x80...0xFFF0, using: &generator)
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        let scalar = start &+ UInt32.random(in: 0...60, using: &generator)
        if let scalar = Unicode.Scalar(scalar) { word.append(scalar) }
      }
      for script in Script.allCases {
        let latin = transliteration.latin(String(word), script: script)
        #expect(latin.utf8.count <= 8 * String(word).utf8.count, "seed \(seed): \(word)")
      }
    }
  }

  @Test(arguments: [
    ("陈", true, ["chen", "chan", "tan"]),
    ("张", true, ["zhang", "chang", "cheung", "jang"]),
    ("黄", true, ["huang", "wong", "hwang"]),
    ("曾", true, ["ceng", "tsang", "tseng"]),
    ("金", true, ["jin", "kim", "kam"]),
    ("李", true, ["li", "lee", "yi", "rhee"]),
    ("正恩", false, ["zhengen", "jeongeun"]),
    ("学良", false, ["xueliang", "hsuehliang"]),
    ("英九", false, ["yingjiu", "yingchiu"]),
  ])
  func readsNamesOfPersonsAsTheirFamiliesDo(
    characters: String, isSurname: Bool, expected: [String]
  ) throws {
    let readings = try Letters.transliteration().personReadings(
      of: characters.unicodeScalars.map(\.value), isSurname: isSurname
    ).map(\.text)
    #expect(readings.first == expected.first)
    #expect(Set(expected).isSubset(of: readings), "\(readings)")
  }

  @Test func partsAKoreanName() throws {
    let transliteration = try Letters.transliteration()
    let name = try #require(transliteration.koreanName("박지성"))
    #expect(name.surname.map(\.text) == ["park", "pak", "bak"])
    #expect(name.given.map(\.text) == ["jiseong"])
    #expect(transliteration.koreanName("블라디미르") == nil)
    #expect(transliteration.koreanName("트럼프") == nil)
    #expect(transliteration.koreanName("박") == nil)
    #expect(transliteration.koreanName("朴智星") == nil)
  }

  @Test(arguments: [
    ("zhong", "chung"), ("xiao", "hsiao"), ("cai", "tsai"), ("guo", "kuo"), ("qing", "ching"),
    ("ri", "jih"), ("zi", "tzu"), ("shi", "shih"), ("yan", "yen"), ("xiong", "hsiung"),
    ("duo", "to"), ("he", "ho"), ("bei", "pei"), ("", ""),
  ])
  func spellsAfterWadeAndGiles(pinyin: String, expected: String) {
    #expect(WadeGiles.spelling(of: pinyin) == expected)
  }
}

@Suite("Folding keeps marks that make another letter")
struct FoldingOfLettersTests {
  @Test(arguments: [
    ("ガ", "ガ"), ("ぱ", "ぱ"), ("ヴ", "ヴ"), ("ﾊﾟ", "パ"), ("カ\u{3099}", "ガ"), ("น้ำ", "น้ำ"),
    ("й", "й"), ("ї", "ї"),
  ])
  func keeps(text: String, expected: String) throws {
    #expect(try Letters.folding().fold(text) == expected)
  }

  /// A Latin I in the middle of Cyrillic is seen in official lists.
  @Test func mostLettersOfAWordDecideItsAlphabet() throws {
    #expect(try Letters.folding().fold("В\u{49}КТАР Лукашэнка") == "віктар лукашэнка")
    #expect(try Letters.folding().fold("\u{420}olic\u{435}") == "police")
  }

  @Test func aWordOfIndiaIsNotCutAtItsSigns() throws {
    #expect(try Letters.units("नरेन्द्र मोदी").map(\.text) == ["नरेन्द्र", "मोदी"])
    #expect(try Letters.units("ประยุทธ์ จันทร์โอชา").count == 2)
  }
}
