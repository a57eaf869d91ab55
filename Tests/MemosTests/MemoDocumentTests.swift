import Formats
import Policy
import Screening
import Testing

@testable import Memos

@Suite struct Memo {
  static let samples = Samples.all + [Samples.crowded]

  @Test(arguments: samples) func everyFactualSentenceCitesWhatResolves(sample: Determination) {
    #expect(MemoDocument(sample).unresolvedCitations == [])
  }

  @Test(arguments: samples) func ourOwnWordsHoldNoVerdictOfClearance(sample: Determination) {
    #expect(MemoWording.violations(in: MemoDocument(sample)) == [])
  }

  @Test(arguments: samples) func allSectionsAndAnnexesStandAndSaySomething(sample: Determination) {
    let memo = MemoDocument(sample)
    let numbers = (1...10).map(String.init) + ["A", "B", "C", "D", "E", "F", "G"]
    #expect(memo.sections.map(\.number) == numbers)
    for section in memo.sections { #expect(!section.blocks.isEmpty, "\(section.number)") }
  }

  @Test(arguments: samples) func isTheSameEachTime(sample: Determination) {
    #expect(MemoDocument(sample).html == MemoDocument(sample).html)
    #expect(MemoDocument(sample).json.text() == MemoDocument(sample).json.text())
  }

  @Test func aCitationThatLeadsNowhereIsFound() {
    var sample = Samples.hold
    sample.evidence = []
    #expect(
      MemoDocument(sample).unresolvedCitations.contains { $0.contains("[ev:1] does not resolve") })
  }

  @Test func randomDeterminationsResolveAndUseNoVerdict() {
    for seed in UInt64(1)...12 {
      for sample in Records.determinations(seed: seed, orders: 12) {
        let memo = MemoDocument(sample)
        #expect(memo.unresolvedCitations == [], "seed \(seed)")
        #expect(MemoWording.violations(in: memo) == [], "seed \(seed)")
      }
    }
  }

  @Test func theSentenceSaysWhoRefusesAndOnWhat() {
    func sentence(_ sample: Determination) -> String {
      MemoSubject(sample).plain(MemoSubject(sample).sentenceOfDetermination)
    }
    #expect(sentence(Samples.release).hasPrefix("Release order SO-1003 within the coverage"))
    #expect(sentence(Samples.hold).hasPrefix("Hold order SO-1002 pending the answers in"))
    #expect(
      sentence(Samples.policyRefusal)
        == "Refuse order SO-1007 under company policy; no legal prohibition is asserted by this "
        + "refusal, and a licence requirement stands beside it.")
    #expect(
      sentence(Samples.prohibited)
        == "Refuse order SO-1008: it is prohibited unless authorised for the seller (EU person). "
        + "[ev:3] [Council Regulation 0000/0000 art. 2]")
    #expect(
      sentence(Samples.licence).hasPrefix("Do not proceed with order SO-1006 without a licence: "))
    #expect(sentence(Samples.licence).contains("presumption of denial"))
    #expect(
      sentence(Samples.failClosed)
        == "Hold order SO-1009: it could not be screened, because the required list US Entity List "
        + "did not answer (2 of 3 canaries found).")
  }

  @Test func counterEvidenceIsNeverLeftOut() {
    #expect(
      MemoDocument(Samples.release).markdown.contains("No counter-evidence, denial or benign"))
    #expect(MemoDocument(Samples.hold).markdown.contains("The awardee of the notice is another"))
  }

  @Test func whatWasNotSearchedIsSaid() {
    #expect(
      MemoDocument(Samples.failClosed).markdown
        .contains("No finding rests on a tender; tenders were not searched"))
  }

  @Test func aPossibleRefusalIsForLawyersOnly() {
    #expect(MemoDocument(Samples.hold).markdown.contains("A refusal is decided or possible"))
    #expect(!MemoDocument(Samples.release).markdown.contains("A refusal is decided or possible"))
  }

  @Test func pageOneHoldsAtMostThreeReasonsAndPointsToTheRest() throws {
    let first = try #require(MemoDocument(Samples.crowded).sections.first)
    let kinds = Set(FindingKind.allCases.map { MemoRun.strong($0.words.capitalisedFirst + ": ") })
    var reasons = 0
    for case .paragraph(let paragraph) in first.blocks
    where paragraph.statement.runs.contains(where: kinds.contains) { reasons += 1 }
    #expect(reasons == 3)
  }
}

@Suite struct Wording {
  @Test(arguments: [
    ("The order is clear.", 1), ("No party was cleared", 1), ("Clean, safe and compliant", 3),
    ("the compliance officer signs", 0), ("eligible for clearance", 0), ("a clean room bench", 0),
    ("non-compliant", 0), ("nuclear material", 0),
  ]) func verdictsAreFoundAndOtherWordsAreNot(text: String, expected: Int) {
    #expect(MemoWording.violations(in: text).count == expected)
  }
}
