import Formats
import SeededNumbers
import Testing

@testable import Names

@Suite("Two persons' names are one or not, whoever asks", .enabled(if: Bundled.hasPlaces))
struct PersonMeasureTests {
  private static func verdict(_ left: String, _ right: String) throws -> NameVerdict {
    let knowledge = try Bundled.knowledge.get()
    let both = [left, right].map { PersonName($0, knowledge: knowledge) }
    let forms = both.map { PersonForm($0, knowledge.tables.persons) }
    var measure = PersonMeasure()
    return PersonComparison(
      left: both[0], leftForm: forms[0], right: both[1], rightForm: forms[1], explains: true
    ).verdict(&measure)
  }

  /// Nobody is alerted to who shares only this much.
  @Test(arguments: [
    ("Nadir Sami Okafor", "O. Sami", "one word, and an initial of another"),
    ("유리 유나 박", "PARK, Yu Na", "a syllable said twice counts twice"),
    ("جاد آل معيض", "SAID, Majd", "short words that sound a little alike"),
    ("Paula Marques Lima", "PAULA, Lena", "one word among several"),
  ])
  func whoSharesLittleIsSomebodyElse(left: String, right: String, reason: String) throws {
    let verdict = try Self.verdict(left, right)
    #expect(verdict.verdict == .different, "\(reason): \(verdict)")
  }

  @Test(arguments: [
    ("SAYYED TALIBUDDINE AGHA", "TALIBUDDINE AGHA, SAYYED", "a title behind a comma"),
    ("Sauren Tkabila", "Saurent Kabila", "a blank that moved by a letter"),
    ("Llya Brkvna", "Liliya Barkovna", "vowels left out"),
    ("جلال الدين رحماني", "JALALUDDIN RAHMANI", "a given name of two halves"),
    ("نجيب الله كريمي", "KARIMI, Najibullah", "another one, in another order"),
    ("김수일", "KIM Su Il", "a syllable that is an article elsewhere"),
    ("박재경", "PAK Jae-gyong", "two syllables written as one word"),
    ("전철영", "JON Chol Young", "a family name that is written in another way"),
    ("Nadir Sami Okafor", "OKAFOR, Nadir S.", "an initial beside two words"),
  ])
  func whatIsWrittenOtherwiseIsFound(left: String, right: String, reason: String) throws {
    let verdict = try Self.verdict(left, right)
    #expect(verdict.verdict != .different, "\(reason): \(verdict)")
  }

  /// `Abdul` is half of one given name, so that less has met than where two names have.
  @Test func halfANameIsLessThanTwo() throws {
    let half = try Self.verdict("Abdul Rahim Sato", "RAHIM, Abdul")
    let whole = try Self.verdict("Kazim Rahim Sato", "RAHIM, Kazim")
    #expect(half.score < whole.score)
  }

  @Test func generatedNamesCompareAlikeBothWays() throws {
    let words = [
      "Ivan", "Иван", "Petrov", "Петрович", "abd", "abdullah", "عبد", "الله", "محمد", "Mohammed",
      "Kim", "김", "수일", "Su", "Il", "Il", "J", "J", "陈", "全国", "Chen", "Quanguo", "Quan", "Guo",
      "al", "bin", "Hasan", "Hassan", "Husain", "حسن", "Frncsco", "Francisco", "O", "Maria",
      "Marija",
      "Anna", "Ana", "Hanna", "Li", "Lee", "Yi", "Jalal", "uddin", "Jalaluddin", "Smith", "スミス",
    ]
    let seed: UInt64 = 20_261_122
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1500 {
      func name() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          words.randomElement(using: &random) ?? ""
        }.joined(separator: " ")
      }
      let (left, right) = (name(), name())
      let (one, other) = (try Self.verdict(left, right), try Self.verdict(right, left))
      #expect(
        one.score == other.score && one.verdict == other.verdict,
        "\(left) / \(right): \(one.score) / \(other.score), seed \(seed)")
    }
  }

  @Test(.enabled(if: NamePairs.isThere)) func labelledNamesCompareAlikeBothWays() throws {
    let knowledge = try Bundled.knowledge.get()
    let text = String(decoding: try FileReader.bytes(of: NamePairs.file), as: UTF8.self)
    for (number, line) in text.split(separator: "\n").enumerated() where number % 5 == 0 {
      let entry = try JSONReader.read(Array(line.utf8))
      guard let left = entry["a"]?["name"]?.string, let right = entry["b"]?["name"]?.string else {
        continue
      }
      let kind: Identity.Kind = entry["schema"]?.string == "Person" ? .person : .organisation
      let profiles = [left, right].map {
        knowledge.profile(of: Identity(names: [$0], kind: kind))
      }
      let (one, other) = (
        knowledge.compare(profiles[0], profiles[1]), knowledge.compare(profiles[1], profiles[0])
      )
      #expect(
        one.verdict == other.verdict && one.score == other.score,
        "\(left) / \(right): \(one.score) / \(other.score)")
    }
  }
}
