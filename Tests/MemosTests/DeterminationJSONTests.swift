import Formats
import Memos
import Policy
import Testing

@testable import Screening

@Suite struct DeterminationJSON {
  @Test(arguments: Samples.all) func holdsEveryRequiredMember(determination: Determination) throws {
    let json = determination.json
    // The `required` members of screening-response.schema.json and the words of its enums.
    for key in [
      "schemaVersion", "decision", "determination", "determinationId", "orderRef",
      "orderRevision", "orderDigest", "asOf", "policy", "lanes", "findings", "coverage",
      "questions",
    ] { #expect(json[key] != nil, "\(key)") }
    for lane in ["legal", "redFlag", "rights", "data"] {
      #expect(json["lanes"]?[lane]?["state"]?.string != nil)
    }
    for finding in try #require(json["findings"]?.array) {
      for key in ["id", "ruleId", "lane", "kind", "effect", "reason", "evidence"] {
        #expect(finding[key] != nil, "\(key)")
      }
    }
    #expect(json["coverage"]?["complete"]?.boolean == determination.coverage.isComplete)
    #expect(json["coverage"]?["lists"]?.array?.first?["canaries"]?.string?.contains("/") == true)
    #expect(json["clearance"]?.isNull == true)
    #expect(json["ruleTrace"] == nil)
    #expect(determination.json(includingTrace: true)["ruleTrace"]?.array != nil)
  }

  @Test(arguments: Samples.all) func isReadBackFromItsOwnText(determination: Determination) throws {
    let text = determination.json.text()
    let json = try JSONReader.read(Array(text.utf8))
    #expect(json.text() == text)
    let record = try RecordedDetermination(json)
    #expect(record.outcome == determination.outcome)
    #expect(record.reference == determination.order.reference)
    #expect(record.findings.count == determination.findings.count)
    #expect(
      record.value?.description == determination.order.value.flatMap(Decimal.init)?.description)
  }

  @Test func aNoteHasNoEffectAndCounterfactualsSpeakToMachines() {
    var determination = Samples.hold
    determination.findings[0].effect = nil
    let json = determination.json
    #expect(json["findings"]?.array?[0]["effect"]?.string == "note")
    #expect(json["counterfactuals"]?.array?[1]["outcome"]?.string == "block")
    #expect(json["counterfactuals"]?.array?[1]["determination"]?.string == "refusePolicy")
  }

  @Test func anEnvelopeIsTolerated() throws {
    let inner = Samples.licence.json
    let envelope = JSON.object([("evaluatedAt", .string("now")), ("record", inner)])
    #expect(try RecordedDetermination(envelope).id == Samples.licence.id)
  }

  @Test func anAllowThatDoesNotFollowIsRefused() throws {
    let text = Samples.hold.json.text()
    let altered = replacing("\"decision\":\"hold\"", with: "\"decision\":\"allow\"", in: text)
    let json = try JSONReader.read(Array(altered.utf8))
    let fault = #expect(throws: Diagnostic.self) { try RecordedDetermination(json) }
    #expect(fault?.id == "REC004")
  }

  @Test func anAllowWithoutCoverageIsRefused() throws {
    var determination = Samples.release
    determination.coverage.lists = Samples.failClosed.coverage.lists
    let fault = #expect(throws: Diagnostic.self) {
      try RecordedDetermination(determination.json)
    }
    #expect(fault?.id == "REC005")
  }

  @Test func aMissingMemberIsNamedWithItsPath() {
    let fault = #expect(throws: Diagnostic.self) {
      try RecordedDetermination(.object([("determinationId", .string("x"))]))
    }
    #expect(fault?.path == "order")
  }
}

/// The text with the first occurrence replaced.
func replacing(_ part: String, with other: String, in text: String) -> String {
  guard let range = text.firstRange(of: part) else { return text }
  return text.replacingCharacters(in: range, with: other)
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String
  {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
