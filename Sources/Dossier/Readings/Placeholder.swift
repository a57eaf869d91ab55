import Evidence

/// What people write where a name belongs and nobody is named.
enum Placeholder {
  /// Whole names, by their letters in small. In a sentence these words would mean something else,
  /// so that the lexicon of phrases does not hold them.
  private static let words: Set<String> = [
    "na", "nil", "none", "notapplicable", "notavailable", "notknown", "notstated", "various",
    "ditto", "sameasabove", "asabove", "seeabove", "anonymous", "xxx", "ka", "keine", "keiner",
    "keineangabe", "entfällt", "diverse", "sieheoben", "wieoben", "无", "無", "不适用", "不適用", "同上",
    "见上", "見上", "暂无", "暫無",
  ]

  /// Whether a name says that nobody is named: it has neither letter nor digit, it is such a word, or a phrase
  /// such as "to be advised" makes up most of it.
  static func isOne(_ name: String, _ knowledge: Knowledge) -> Bool {
    let letters = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    if letters.isEmpty || words.contains(letters) { return true }
    let length = name.unicodeScalars.count
    return knowledge.lexicon.indications(in: name).contains { indication in
      indication.indicator == "end-user-to-be-advised"
        && indication.phrase.unicodeScalars.count * 2 >= length
    }
  }
}
