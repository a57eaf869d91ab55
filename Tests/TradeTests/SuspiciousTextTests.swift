import Testing

@testable import Trade

@Suite("Text that reads differently from what it is")
struct SuspiciousTextTests {
  @Test(arguments: [
    ("Bank\u{200F}", "directionControl U+200F RIGHT-TO-LEFT MARK 4"),
    ("\u{2066}x", "directionControl U+2066 LEFT-TO-RIGHT ISOLATE 0"),
    ("soft\u{AD}ware", "invisible U+00AD SOFT HYPHEN 4"),
    ("a\u{FEFF}b", "invisible U+FEFF ZERO WIDTH NO-BREAK SPACE 1"),
    ("회\u{3164}사", "invisible U+3164 HANGUL FILLER 1"),
    ("a\u{E0041}", "invisible U+E0041 TAG LATIN CAPITAL LETTER A 1"),
    ("葛\u{E0100}", "invisible U+E0100 VARIATION SELECTOR-17 1"),
    ("a\u{85}", "control U+0085 CONTROL CHARACTER 1"),
    ("a\u{1B}", "control U+001B ESCAPE 1"),
    ("a\u{7F}", "control U+007F DELETE 1"),
    ("警\u{F8FF}", "privateUse U+F8FF PRIVATE USE CHARACTER 1"),
    ("a\u{FFFF}", "lost U+FFFF UNASSIGNED CHARACTER 1"),
    ("Αksu", "lookAlike U+0391 GREEK CAPITAL LETTER ALPHA 0"),
    ("Aksu Βureau", "lookAlike U+0392 GREEK CAPITAL LETTER BETA 5"),
    ("Police\u{200B}Вureau", "invisible U+200B ZERO WIDTH SPACE 6"),
    ("Cбербанк", "lookAlike U+0043 LATIN CAPITAL LETTER C 0"),
    ("GA24-О0831x", "lookAlike U+041E CYRILLIC CAPITAL LETTER O 5"),
    ("Lab\u{0585}ratory", "lookAlike U+0585 ARMENIAN SMALL LETTER OH 3"),
  ])
  func aSuspiciousCharacterIsNamed(text: String, finding: String) throws {
    let first = try #require(SuspiciousText.findings(in: text).first)
    #expect("\(first.kind) \(first.name) \(first.index)" == finding)
  }

  @Test(
    "Ordinary text of many scripts",
    arguments: [
      "Example Forwarding (HK) Ltd", "示例生物科技有限公司", "新疆维吾尔自治区　喀什地区公安局", "ئۈرۈمچى شەھەرلىك",
      "བོད་ལྗོངས།", "Größe Ürümqi", "Пример Ltd", "ООО Example", "TNFα", "μL", "β-Galactosidase",
      "ΔΨm assay", "Ωmega", "株式会社サンプル", "주식회사 예시", "e\u{301}cole", "10 µm", "№ 5", "",
    ])
  func ordinaryTextHasNoFinding(text: String) {
    #expect(SuspiciousText.findings(in: text) == [])
  }

  @Test func lineBreaksAreOrdinaryWhereTheyAreAllowed() {
    let address = "示例路1号\r\n广州市\tCN"
    #expect(SuspiciousText.findings(in: address, allowingLineBreaks: true) == [])
    #expect(SuspiciousText.findings(in: address).map(\.kind) == [.control, .control, .control])
  }

  @Test func anInvisibleCharacterDoesNotHideAMixture() {
    let kinds = SuspiciousText.findings(in: "p\u{200B}о\u{200B}lice").map(\.kind)
    #expect(kinds == [.invisible, .lookAlike, .invisible])
  }

  @Test func blankIsWhatCannotBeSeen() {
    #expect(["", " ", "\u{3000}\u{200B}", "\u{2800}\u{3164}"].allSatisfy(SuspiciousText.isBlank))
    #expect(![".", "名", "\u{E000}"].contains(where: SuspiciousText.isBlank))
  }
}
