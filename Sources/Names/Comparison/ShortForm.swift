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

  /// The short forms that a name in Han characters may have in letters.
  func forms(of name: ParsedName) -> [String] {
    guard name.isHan else { return [] }
    return Self.shortNames(name).flatMap { transliteration.readings(of: $0) }
  }

  /// The first characters of the place and of the field.
  private static func shortNames(_ name: ParsedName) -> [[UInt32]] {
    guard let place = name.mentions.first(where: { $0.code != "CN" })?.text.unicodeScalars.first,
      let field = name.tokens.first?.shown.unicodeScalars, Script.of(place.value) == .han
    else { return [] }
    return (1...min(2, max(1, field.count))).map { [place.value] + field.prefix($0).map(\.value) }
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
    guard other.own.count == 1, !han.fields.isEmpty, other.fields.isEmpty,
      Self.shortNames(name).contains(where: {
        transliteration.readings(of: $0).contains(other.own[0].text)
      })
    else { return false }
    record(han.fields, other.own)
    return true
  }
}
