import Formats
import SeededNumbers
import Testing

@testable import WatchLists

@Suite("A share is read as registers write it")
struct OwnershipShareTests {
  @Test(arguments: [
    ("51", "51...51"), ("51%", "51...51"), ("51 %", "51...51"), ("33,3", "33.3...33.3"),
    ("33.333333333", "33.333333...33.333334"), ("0", "0...0"), ("100.00", "100...100"),
    ("51-75", "51...75"), ("51% - 75%", "51...75"), ("51–75 %", "51...75"), ("51 to 75", "51...75"),
    ("between 25 and 50 percent", "25...50"), (">50", "50.000001...100"),
    (">50%", "50.000001...100"), (">=50", "50...100"), ("≥ 50", "50...100"),
    ("more than 50%", "50.000001...100"), ("at least 50", "50...100"), ("<25", "0...24.999999"),
    ("≤25", "0...25"), ("up to 25 %", "0...25"), ("not more than 25%", "0...25"),
    ("more than 25% but not more than 50%", "25.000001...50"), (">25-50", "25.000001...50"),
    ("50%+1", "50.000001...100"), ("50% + 1 share", "50.000001...100"),
    ("25%+1", "25.000001...50"), ("75+", "75...100"), ("75 or more", "75...100"),
    ("exactly 50", "50...50"), ("over 90 per cent", "90.000001...100"),
  ])
  func inNumbers(text: String, expected: String) {
    guard case .range(let range) = ShareReading(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect("\(range.low)...\(range.high)" == expected)
  }

  @Test(arguments: ["101", "160", "75-51", ">100", "60-120", "<0"])
  func impossibleOnesAreTold(text: String) { #expect(ShareReading(text) == .impossible) }

  @Test(arguments: [
    "", "majority", "n/a", "-5", "50%%%x", "1.2.3", "1,000,000", "~50", "50 50", "- 50", "50-",
    "fifty", "١٠", "50+2", "1e2", "<50-60",
  ])
  func wordsAreNoNumber(text: String) { #expect(ShareReading(text) == .unreadable) }

  @Test(arguments: [
    ("60", "60 percent"), ("25-50", "25 to 50 percent"), (">50", "more than 50 percent"),
    (">=50", "at least 50 percent"), ("<25", "less than 25 percent"), ("≤25", "at most 25 percent"),
    ("0-100", "an unknown share"), (">25-50", "more than 25 to 50 percent"),
  ])
  func saysItInWords(text: String, words: String) {
    guard case .range(let range) = ShareReading(text) else {
      Issue.record("\(text) was not read")
      return
    }
    #expect(range.words == words)
  }

  @Test func neverTrapsOnAnything() {
    var random = SeededGenerator(seed: 20_261_122)
    let pieces = [
      "50", "%", "-", ">", "<", "=", "+", "1", ".", ",", " ", "more than", "to", "(", "é", "\u{0}",
      "99999999999999999999", "share", "–", "≥",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...7, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      if case .range(let range) = ShareReading(text) {
        read += 1
        #expect(range.low <= range.high && range.low >= .zero, "seed 20261122: \(text)")
      }
    }
    #expect(read > 500)
  }

  @Test func datesInPartMeanTheWholeOfIt() throws {
    let year = try #require(WrittenDate("2024"))
    #expect("\(year.earliest) \(year.latest)" == "2024-01-01 2024-12-31")
    let month = try #require(WrittenDate("2024-02"))
    #expect("\(month.latest)" == "2024-02-29")
    #expect(WrittenDate("2024-03-31T10:00:00Z")?.earliest == CivilDate("2024-03-31"))
    #expect(WrittenDate("2026-02-30") == nil && WrittenDate("24") == nil)
    #expect(WrittenDate("March 2024") == nil && WrittenDate("2024-13") == nil)
  }
}
