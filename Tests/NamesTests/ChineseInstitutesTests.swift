import Formats
import Foundation
import Names
import Testing

/// Labelled pairs beside the package, where they are; see the README of that folder.
private enum LabelledPairs {
  static let path =
    (ProcessInfo.processInfo.environment["SCRUPLE_SHARED"] ?? Bundled.root + "/../shared")
    + "/matching/pairs.ndjson"
}

@Suite(
  "Chinese institutes against their English names",
  .enabled(if: Bundled.hasPlaces && FileReader.exists(LabelledPairs.path)))
struct ChineseInstitutesTests {
  /// Reached when this was written: recall 0.992, precision 1.
  @Test func theLevelsReachedAreKept() throws {
    let knowledge = try Bundled.knowledge.get()
    var found = 0
    var missed = 0
    var wrong = 0
    for line in try FileReader.bytes(of: LabelledPairs.path).split(separator: 10) {
      let pair = try JSONReader.read(Array(line))
      guard pair["group"]?.string == "Chinese institutes, Han to English",
        let left = pair["a"]?["name"]?.string, let right = pair["b"]?["name"]?.string
      else { continue }
      let comparison = try knowledge.compare(Bundled.profile(left), Bundled.profile(right))
      let isFound = comparison.verdict != .different
      if pair["match"]?.boolean == true {
        if isFound { found += 1 } else { missed += 1 }
      } else if isFound {
        wrong += 1
      }
    }
    #expect(Double(found) / Double(found + missed) > 0.9)
    #expect(Double(found) / Double(found + wrong) > 0.97)
  }
}
