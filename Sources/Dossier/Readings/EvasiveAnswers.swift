import Evidence
import Formats
import Trade

/// Tells answers that state no fact: blank, general, or the question again.
///
/// Phrases stand in `Data/evasive-answers.tsv`; general assurances and benign words of the lexicon
/// count too. What remains beside them must say something.
public struct EvasiveAnswers: Sendable {
  private let whole: Set<Letters>
  private let parts: [Letters]
  /// General assurances and benign words of the lexicon, by their phrases there.
  private let vague: [String: Letters]
  private let lexicon: Lexicon

  typealias Letters = [Unicode.Scalar]

  private static let vagueIndicators: Set<String> = ["general-assurance", "general-benign"]

  /// Letters that must remain beside general words; a character without blanks counts for three.
  static let enough = 24

  init(file: String, lexicon: Lexicon) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["kind", "phrase", "extent"], file: file)
    self.lexicon = lexicon
    var whole: Set<Letters> = []
    var parts: [Letters] = []
    for row in table.rows {
      let phrase = EvasiveAnswers.scalars(of: row["phrase"])
      whole.insert(phrase)
      if row["extent"] == "part", !phrase.isEmpty { parts.append(phrase) }
    }
    self.whole = whole
    // Longer phrases are taken away first, so that none leaves a part of another.
    self.parts = parts.sorted { $0.count > $1.count }
    var vague: [String: Letters] = [:]
    for phrase in EvasiveAnswers.vagueIndicators.flatMap(lexicon.phrases) {
      vague[phrase] = EvasiveAnswers.scalars(of: phrase)
    }
    self.vague = vague
  }

  /// Why an answer to a question in some languages states no fact; nil where it states one.
  public func reason(_ answer: String?, to questions: [String]) -> String? {
    guard let answer, !SuspiciousText.isBlank(answer) else { return "it is blank" }
    var rest = EvasiveAnswers.scalars(of: answer)
    if whole.contains(rest) || rest.isEmpty { return "it states no fact" }
    for question in questions {
      let asked = EvasiveAnswers.scalars(of: question)
      if asked.has(rest), EvasiveAnswers.weight(of: rest) >= 12 || asked == rest {
        return "it repeats the question"
      }
      if !asked.isEmpty, rest.has(asked) {
        rest.remove(part: asked)
        if EvasiveAnswers.weight(of: rest) < 12 { return "it repeats the question" }
      }
    }
    let general = lexicon.indications(in: answer).filter {
      EvasiveAnswers.vagueIndicators.contains($0.indicator)
    }.compactMap { vague[$0.phrase] }
    var isGeneral = false
    for phrase in parts + general where !phrase.isEmpty && rest.has(phrase) {
      isGeneral = true
      rest.remove(part: phrase)
    }
    guard isGeneral, EvasiveAnswers.weight(of: rest) < EvasiveAnswers.enough else { return nil }
    return "it is a general assurance"
  }

  /// Lower case, letters and digits alone, words parted by one blank.
  static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(scalars(of: text)))
  }

  private static func scalars(of text: String) -> Letters {
    var result: Letters = []
    for scalar in text.lowercased().unicodeScalars {
      if isLetter(scalar) {
        result.append(scalar)
      } else if result.last.map({ $0 != " " }) ?? false,
        scalar.isASCII || scalar.properties.generalCategory != .format
      {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  /// Of a character in small.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    let properties = scalar.properties
    return properties.generalCategory != .format
      && (properties.isAlphabetic || properties.numericType != nil)
  }

  private static func weight(of letters: Letters) -> Int {
    letters.reduce(0) { sum, scalar in
      scalar == " " ? sum : sum + (scalar.value >= 0x2E80 ? 3 : 1)
    }
  }
}

extension [Unicode.Scalar] {
  /// Where a part first stands from an index on.
  fileprivate func first(_ part: Self, from start: Int) -> Int? {
    guard let head = part.first, start + part.count <= count else { return nil }
    return (start...count - part.count).first { index in
      self[index] == head && self[index..<index + part.count].elementsEqual(part)
    }
  }

  fileprivate func has(_ part: Self) -> Bool { part.isEmpty || first(part, from: 0) != nil }

  fileprivate mutating func remove(part: Self) {
    var result: Self = []
    var start = 0
    while let index = first(part, from: start) {
      result += self[start..<index]
      start = index + part.count
    }
    self = result + self[start...]
  }
}
