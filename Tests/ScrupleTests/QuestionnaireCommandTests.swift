import Foundation
import Testing

/// `scruple questionnaire` as its users see it: forms in three languages, and answers read back.
struct QuestionnaireCommandTests {
  /// A distributor that names nobody who uses the goods.
  private static let order = #"""
    {"schemaVersion":"1.0","asOf":"2026-11-22T08:00:00Z","stage":"order","transactionKind":"sale","order":{"ref":"Q-1","system":"test","revision":0,"currency":"USD","countryOfExport":"US","countryOfUltimateDestination":"CN"},"endUserKnown":"unknown","parties":[{"id":"p1","role":["purchaser","reseller"],"entity":{"schema":"Company","properties":{"name":["Beispiel Instruments Co., Ltd."],"country":["CN"],"address":["浙江省杭州市示例路7号"]}},"declaredBy":"customer"}],"lines":[{"lineNo":"10","description":"Benchtop high-throughput sequencer","productClass":"ngs-sequencer","quantity":"1","unit":"piece","eccn":"EAR99","eccnBasis":"self-classified 2026-02-10","countryOfOrigin":"US"}]}
    """#

  private func ask(_ words: String..., order: String = order) throws -> Run {
    try Program.run(
      ["questionnaire", "-", "--corpus", "demonstration"] + words, input: .text(order))
  }

  private func items(_ run: Run) throws -> [[String: Any]] {
    try #require(run.json?["answers"] as? [[String: Any]], "\(run.output.prefix(400))")
  }

  @Test(arguments: [
    ("en", "Who will use the goods"), ("zh-Hans", "谁将使用这些产品?"),
    ("de", "Wer wird die Waren verwenden"),
  ])
  func eachLanguageHasItsWords(language: String, expected: String) throws {
    let run = try ask("--lang", language)
    #expect(run.status == 0, "\(run.errors)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(expected), "\(run.output)")
    #expect(words.contains("order.end-user-declared"))
    let page = try ask("--lang", language, "--output", "html")
    #expect(page.status == 0)
    #expect(page.output.contains("<html") && page.output.contains("order.end-user-declared"))
  }

  @Test func aLanguageThatThereIsNotIsNamed() throws {
    let run = try ask("--lang", "fr")
    #expect(run.status == 2)
    #expect(run.errors.contains("there is no form in `fr`") && run.errors.contains("zh-Hans"))
  }

  @Test func onlyWhatDecidesIsAskedAndAnOrderThatIsDecidedAsksNothing() throws {
    let asked = try items(try ask("--output", "json"))
    #expect(!asked.isEmpty)
    let screened = try Program.run(
      ["screen", "-", "--corpus", "demonstration", "--output", "json"], input: .text(Self.order))
    let open = try #require(screened.json?["questions"] as? [[String: Any]])
    #expect(asked.compactMap { $0["id"] as? String } == open.compactMap { $0["id"] as? String })
    let none = try items(try ask("--output", "json", order: Orders.sound))
    #expect(none.isEmpty)
  }

  /// The form is filled in and read back: what resolves, what stays open, and the order it makes.
  @Test func theFormIsReadBack() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try space.write(Self.order, to: "order.json")
    let answers = try space.write(
      """
      id,answer,by,at,verifiedBy,verifiedAt,documents
      order.end-user-declared,清湾市中心医院; 浙江省清湾市示例路88号; CN,c:wei,2026-11-20,,,
      order.end-use-stated,We expect our customers to follow the law.,c:wei,2026-11-20,,,
      """ + "\n", to: "answers.csv")
    let target = space.folder + "/answered.json"
    let run = try Program.run([
      "questionnaire", file, "--corpus", "demonstration", "--answers", answers, "--order-to",
      target, "--output", "json",
    ])
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("ANS008"), "\(run.errors)")
    let records = try #require(run.json?["answers"] as? [[String: Any]])
    #expect(records.count == 2)
    let again = try Program.run(
      ["screen", target, "--corpus", "demonstration", "--output", "json"])
    #expect(again.json?["determinationId"] as? String == run.json?["determinationId"] as? String)
    #expect(again.output.contains("清湾市中心医院"))
  }

  @Test(arguments: [
    ("id,answer,by,at\norder.nothing,yes,c:wei,2026-11-20\n", "ANS003"),
    ("id,answer,by,at\norder.end-use-stated,Tumours,,2026-11-20\n", "ANS004"),
    ("id,answer,by,at\norder.end-use-stated,Tumours,c:wei,2027-01-01\n", "ANS005"),
  ])
  func aFaultRefusesTheWholeFile(text: String, id: String) throws {
    let space = try Workspace()
    defer { space.remove() }
    let answers = try space.write(text, to: "answers.csv")
    let run = try ask("--answers", answers)
    #expect(run.status != 0 && run.status != 1)
    #expect(run.errors.contains(id), "\(run.errors)")
    #expect(run.errors.contains("the order stays as it was"))
    #expect(run.output.isEmpty)
  }
}
