/// Short forms made of first characters: 北京航空航天大学 is 北航, in letters `Beihang`.
struct ShortForm {
  private let transliteration: Transliteration

  init(_ tables: NameTables) { transliteration = tables.transliteration }

  /// Lets the fields of a name in Han characters meet a word that is its short form.
  func meet(
    _ left: ParsedName, _ right: ParsedName, _ alignment: inout MeaningAlignment
  ) -> Bool {
    guard !alignment.bodyPairs.isEmpty else { return false }
    if left.isHan {
      return meet(left, alignment.left, alignment.right) {
        alignment.meet($0, $1, doubt: "\($1[0].text) is the short form")
      }
    }
    return meet(right, alignment.right, alignment.left) {
      alignment.meet($1, $0, doubt: "\($1[0].text) is the short form")
    }
  }

  /// Lets a word in Han characters meet a place of the other name that it is read like: 暨南 is
  /// no place, `Jinan` may be one.
  func meetPlace(
    _ left: ParsedName, _ right: ParsedName, _ alignment: inout MeaningAlignment
  ) -> Bool {
    let isLeft = left.isHan
    let name = isLeft ? left : right
    let other = isLeft ? right : left
    let own = (isLeft ? alignment.left : alignment.right).own
    guard name.mentions.allSatisfy({ $0.code == "CN" }), other.mentions.count == 1,
      let place = other.mentions.first, own.count == 1,
      own[0].text == place.text.lowercased().filter(\.isLetter)
    else { return false }
    let doubt = "\(place.text) may be no place but \(own[0].shown)"
    alignment.meet(isLeft ? own : [], isLeft ? [] : own, doubt: doubt)
    return true
  }

  private func meet(
    _ name: ParsedName, _ han: MeaningAlignment.Side, _ other: MeaningAlignment.Side,
    _ record: ([NameToken], [NameToken]) -> Void
  ) -> Bool {
    guard let place = name.mentions.first(where: { $0.code != "CN" })?.text.unicodeScalars.first,
      let field = name.tokens.first?.shown.unicodeScalars, other.own.count == 1,
      !han.fields.isEmpty, other.fields.isEmpty, Script.of(place.value) == .han
    else { return false }
    for length in 1...min(2, max(1, field.count)) {
      let short = [place.value] + field.prefix(length).map(\.value)
      if transliteration.readings(of: short).contains(other.own[0].text) {
        record(han.fields, other.own)
        return true
      }
    }
    return false
  }
}
