/// Readings for the names of persons, which are spelled in more ways than other words.
extension Transliteration {
  /// Readings of characters as part of a person's name: Mandarin in pinyin first, then in Wade and
  /// Giles's system, Cantonese as spelled in Hong Kong, Korean.
  ///
  /// - Parameter isSurname: Whether the characters are a surname, so that spellings of families
  ///   overseas count.
  func personReadings(of characters: [UInt32], isSurname: Bool) -> [WordReading] {
    var result: [WordReading] = []
    func add(_ latin: String, _ script: Script) {
      let reading = WordReading(latin, script)
      if !latin.isEmpty, !result.contains(reading) { result.append(reading) }
    }
    for reading in readings(of: characters) { add(reading, .han) }
    let syllables = syllables(of: characters)
    add(syllables.map(WadeGiles.spelling).joined(), .han)
    if isSurname, characters.count == 1 {
      for spelling in tables.sino.spellings(ofSurname: characters[0]) { add(spelling, .latin) }
    }
    let cantonese = characters.map(tables.sino.cantonese)
    if !cantonese.contains("") { add(cantonese.joined(), .han) }
    for hangul in koreanForms(of: characters) {
      add(latin(hangul, script: .hangul), .hangul)
      if isSurname, hangul.unicodeScalars.count == 1, let scalar = hangul.unicodeScalars.first {
        for spelling in tables.sino.spellings(ofSurname: scalar.value) { add(spelling, .latin) }
      }
    }
    return result
  }

  /// The parts of a Korean name of two to four syllables in Hangul that begins with a surname:
  /// 박지성 is Park and Jiseong.
  ///
  /// - Returns: The readings of both parts, each main one first, or nil where it is no such name.
  func koreanName(_ word: String) -> (surname: [WordReading], given: [WordReading])? {
    let scalars = word.unicodeScalars.map(\.value)
    guard 2...4 ~= scalars.count else { return nil }
    let surname = tables.sino.spellings(ofSurname: scalars[0])
    guard !surname.isEmpty, scalars.allSatisfy({ 0xAC00...0xD7A3 ~= $0 }) else { return nil }
    var rest: [UInt8] = []
    HangulReading.append(Array(scalars[1...]), to: &rest)
    return (
      surname.map { WordReading($0, .latin) },
      [WordReading(String(decoding: rest, as: UTF8.self), .hangul)]
    )
  }

  /// The characters in Hangul; where the first has two readings, both.
  private func koreanForms(of characters: [UInt32]) -> [String] {
    var forms = [String.UnicodeScalarView()]
    for (index, character) in characters.enumerated() {
      let syllables = tables.sino.korean(of: character).compactMap(Unicode.Scalar.init)
      guard let main = syllables.first else { return [] }
      if index == 0, syllables.count > 1 { forms.append(forms[0]) }
      for form in forms.indices {
        forms[form].append(index == 0 && form == 1 ? syllables[1] : main)
      }
    }
    return forms.map { String($0) }
  }
}
