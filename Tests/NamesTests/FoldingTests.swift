import Names
import SeededNumbers
import Testing

@Suite("Folding brings texts to one form", .enabled(if: Bundled.hasPlaces))
struct FoldingTests {
  @Test(arguments: [
    ("喀什地區公安局", "喀什地区公安局", "traditional characters"),
    ("ＰＵＢＬＩＣ　Ｓｅｃｕｒｉｔｙ", "public security", "full width"),
    ("Ürümqi", "urumqi", "diacritics"),
    ("U\u{308}ru\u{308}mqi", "urumqi", "combining marks"),
    ("Pub\u{200B}lic Secu\u{AD}rity", "public security", "invisible characters"),
    ("\u{202E}PSB\u{202C}", "psb", "direction marks"),
    ("\u{420}\u{43E}lic\u{435} Bur\u{435}\u{430}u", "police bureau", "Cyrillic look-alikes"),
    ("P.S.B.", "psb", "dotted acronym"),
    ("People’s Hospital", "peoples hospital", "apostrophe"),
    ("Xi'an", "xian", "apostrophe inside a syllable"),
    ("Straße & Søn", "strasse and son", "letters that do not decompose"),
    ("第八师", "第8师", "ordinal in Han characters"),
    ("农十四师", "农14师", "number of a division"),
    ("8th Division", "8 division", "ordinal in Latin"),
    ("ﬁber", "fiber", "ligature"),
    ("ПОЛИЦИЯ", "полиция", "Cyrillic case"),
    ("", "", "nothing"),
    ("…!?", "", "signs only"),
  ])
  func folds(text: String, expected: String, reason: String) throws {
    let knowledge = try Bundled.knowledge.get()
    #expect(knowledge.fold(text) == expected, "\(reason)")
  }

  @Test func foldingTwiceChangesNothing() throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 20_261_122
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "公安", "第", "一", "三十", "师", "P.", "S.", "É", "é", "ß", " ", "-", "'", "’", "&", "8th", "1",
      "st", "a", "Ж", "а", "о", "西", "藏", "國", "ﬁ", "Ⅷ", "ｱ", "\u{200B}", "(", ")", ",", ".", "ئۇ",
      "한", "A", "0", "十", "团", "農",
    ]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        text += pieces[Int.random(in: pieces.indices, using: &generator)]
      }
      let once = knowledge.fold(text)
      #expect(knowledge.fold(once) == once, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: [
    ("西藏", "xizang"), ("喀什", "kashi"), ("重庆", "chongqing"), ("厦门", "xiamen"),
    ("长安", "changan"), ("曾", "zeng"), ("华大", "huada"), ("丝路", "silu"),
  ])
  func readsHanCharactersAsPeopleDo(text: String, expected: String) throws {
    // A person's name is read without looking for places in it.
    let comparison = try Bundled.knowledge.get().compare(
      Bundled.profile("王" + text, kind: .person),
      Bundled.profile("Wang " + expected, kind: .person))
    // 王曾 is the name of too many to be surely one person's, however well it is read.
    #expect(comparison.verdict >= .possible && comparison.strength >= .strong, "\(comparison)")
  }
}
