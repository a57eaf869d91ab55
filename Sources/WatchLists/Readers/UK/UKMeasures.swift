import Formats

/// What the measures of a UK designation mean in law, read from the words of the list.
///
/// The measures are those that the Regulations under the Sanctions and Anti-Money Laundering Act
/// 2018 impose, which the list joins by `|`.
enum UKMeasures {
  /// An asset freeze blocks. What bars only journeys or offices of people bars no sale; any other
  /// measure bars the dealings that it names. Without a word the entry has the effect of its list,
  /// which is an asset freeze.
  static func effect(of measures: [String], on list: ListCode) -> ListEffect {
    guard !measures.isEmpty else { return list.effect }
    let words = measures.map { $0.lowercased() }
    if words.contains(where: { $0.contains("asset freeze") }) { return .blocking }
    let isPersonal = { (word: String) in
      word.contains("travel ban") || word.contains("director disqualification")
    }
    return words.allSatisfy(isPersonal) ? .redFlag : .sectoral
  }

  /// The measures of a designation of the UK Sanctions List: its words, and what its indicators,
  /// such as `AssetFreeze`, say beyond them.
  static func measures(of designation: XMLElement) -> [String] {
    var measures = measures(in: designation.value("SanctionsImposed"))
    let known = Set(measures.map { $0.lowercased() })
    for indicator in designation.child("SanctionsImposedIndicators")?.children ?? []
    where indicator.text.trimmedOfSpace.lowercased() == "true" {
      let words = words(ofName: indicator.name)
      if !known.contains(words) { measures.append(words) }
    }
    return measures
  }

  /// `AssetFreeze` as `asset freeze`.
  private static func words(ofName name: String) -> String {
    var words = ""
    for character in name {
      if character.isUppercase, !words.isEmpty { words += " " }
      words += character.lowercased()
    }
    return words
  }

  static func measures(in text: String?) -> [String] {
    (text ?? "").split { $0 == "|" || $0 == ";" }.map { String($0).singleSpaced }
      .filter { !$0.isEmpty }
  }
}
