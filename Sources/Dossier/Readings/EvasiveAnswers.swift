import Evidence
import Formats
import Trade

/// Tells answers that state no fact: blank, general, or the question again.
///
/// Phrases stand in `Data/evasive-answers.tsv`; general assurances and benign words of the lexicon
/// count too. What remains beside them must say something.
public struct EvasiveAnswers: Sendable {
  private let whole: Set<String>
  private let parts: [String]
  private let lexicon: Lexicon

  /// Letters that must remain beside general words; a character without blanks counts for three.
  static let enough = 24

  init(file: String, lexicon: Lexicon) throws(Diagnostic) {
    let table = try TextTable(
      try Lines.bytes(file), requiring: ["kind", "phrase", "extent"], file: file)
    self.lexicon = lexicon
    var whole: Set<String> = []
    var parts: [String] = []
    for row in table.rows {
      let phrase = EvasiveAnswers.letters(of: row["phrase"])
      whole.insert(phrase)
      if row["extent"] == "part", !phrase.isEmpty { parts.append(phrase) }
    }
    self.whole = whole
    // Longer phrases are taken away first, so that none leaves a part of another.
    self.parts = parts.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Why an answer to a question in some languages states no fact; nil where it states one.
  public func reason(_ answer: String?, to questions: [String]) -> String? {
    guard let answer, !SuspiciousText.isBlank(answer) else { return "it is blank" }
    var rest = EvasiveAnswers.letters(of: answer)
    if whole.contains(rest) || rest.isEmpty { return "it states no fact" }
    for question in questions {
      let asked = EvasiveAnswers.letters(of: question)
      if asked.contains(rest), EvasiveAnswers.weight(of: rest) >= 12 || asked == rest {
        return "it repeats the question"
      }
      if !asked.isEmpty, rest.contains(asked) {
        rest = EvasiveAnswers.removing(asked, from: rest)
        if EvasiveAnswers.weight(of: rest) < 12 { return "it repeats the question" }
      }
    }
    let vague: Set<String> = ["general-assurance", "general-benign"]
    let phrases =
      parts
      + lexicon.indications(in: answer).filter { vague.contains($0.indicator) }
      .map { EvasiveAnswers.letters(of: $0.phrase) }
    var isGeneral = false
    for phrase in phrases where !phrase.isEmpty && rest.contains(phrase) {
      isGeneral = true
      rest = EvasiveAnswers.removing(phrase, from: rest)
    }
    guard isGeneral, EvasiveAnswers.weight(of: rest) < EvasiveAnswers.enough else { return nil }
    return "it is a general assurance"
  }

  /// Lower case, letters and digits alone, words parted by one blank.
  static func letters(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.generalCategory == .format { continue }
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.append(scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private static func weight(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      scalar == " " ? sum : sum + (scalar.value >= 0x2E80 ? 3 : 1)
    }
  }

  private static func removing(_ part: String, from text: String) -> String {
    let (part, text) = (Array(part.unicodeScalars), Array(text.unicodeScalars))
    var result = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      if text[index...].starts(with: part) {
        index += part.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(result)
  }
}
