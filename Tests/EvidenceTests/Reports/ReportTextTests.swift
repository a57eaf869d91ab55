import Evidence
import Formats
import Foundation
import Testing

@Suite("A report becomes paragraphs with places, whatever its form")
struct ReportTextTests {
  private func paragraphs(_ text: String, name: String = "report.txt") throws -> [String] {
    let report = try Reading.report(text, name: name)
    return report.text.segments.filter { $0.kind == .paragraph }
      .map { report.text.string($0.range) }
  }

  @Test func softLineBreaksAreJoinedAndPlacesKept() throws {
    let report = try Reading.report(
      """
      Police in the county collect blood from all men, and the samples go to a labo-
      ratory of the province, where they are turned into profiles that stay in the
      database for good.

      The second paragraph ends here.
      """)
    let first = try #require(report.text.segments.first)
    #expect(first.lines == 1...3)
    #expect(report.text.place(of: first.range.upperBound - 3) == 3)
  }

  @Test func aSentenceThatACaptionInterruptsIsOne() throws {
    let read = try paragraphs(
      """
      Companies that sell such instruments to the police of a province carry a responsibility and

      A street in the town.

      © 2020 Somebody

      should immediately stop their sales.
      """)
    #expect(
      read.contains { $0.hasSuffix("responsibility and should immediately stop their sales.") })
  }

  @Test func bothHalvesOfALineOfARevisionAreRead() throws {
    #expect(
      try paragraphs("Officials took blood in March.Officials took blood in March.")
        == ["Officials took blood in March."])
    let report = try Reading.report(
      "Police took DNA from 300 residents of Gansu.Police took DNA from 500 residents of Gansu.")
    let numbers = report.findings.filter { $0.kind == .quantity }.map(\.code)
    #expect(numbers == ["300 people", "500 people"])
  }

  /// Paragraphs are looked up by how they begin; each is known again by all that it says.
  @Test func ofParagraphsThatBeginAlikeEachIsKnownAgain() throws {
    let start =
      "The department of the region wrote to all its offices in the spring and asked that "
    let ends = ["samples be sent.", "samples be kept.", "nothing be sent."]
    let all = (ends + ends + ["\"samples\" be sent."]).map { start + $0 }
    let report = try Reading.report(all.joined(separator: "\n\n"))
    let segments = report.text.segments
    #expect(
      segments.map(\.kind)
        == [.paragraph, .paragraph, .paragraph]
        + [.repetition, .repetition, .repetition, .repetition])
    #expect(segments.map(\.alsoAt) == [[7, 13], [9], [11], [], [], [], []])
  }

  @Test func furnitureIsNoText() throws {
    let read = try Reading.report(
      "Share on Facebook\nPrint\n\nPolice in Gansu collect DNA from all residents.\n\n"
        + "Related articles\nPolice in Hunan collect DNA from all residents")
    #expect(read.text.segments.count { $0.kind == .furniture } == 4)
    #expect(read.findings.contains { $0.code == "CN-62" })
    #expect(!read.findings.contains { $0.code == "CN-43" })
  }

  @Test func pagesAreReadByParagraphAndScriptsAreNot() throws {
    let report = try Reading.report(
      "<html><body><script>x('Police in Hunan collect DNA from all residents')</script>"
        + "<h1>Title of it</h1><p>Police in Gansu collect <b>DNA</b> from all residents.</p>",
      name: "page.html")
    let proposal = try #require(
      report.proposals.first { $0.kind == "compulsory-dna-collection" })
    #expect(proposal.locators == ["p2"])
    #expect(report.text.unit == .paragraph)
    #expect(!report.warnings.isEmpty)
    #expect(!report.findings.contains { $0.code == "CN-43" })
  }

  @Test(arguments: ["GB18030", "BIG5", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"])
  func everyUsualEncodingIsRead(_ encoding: String) throws {
    let text =
      encoding == "BIG5"
      ? "甘肅省警方強制採集全體居民的血樣，並錄入數據庫。居民無權拒絕。\n"
      : "甘肃省警方强制采集全体居民的血样，并录入数据库。居民无权拒绝。\n"
    let report = try Reading.report(try Self.bytes(of: text, in: encoding))
    #expect(
      report.proposals.contains { $0.kind == "compulsory-dna-collection" }, "\(report.encoding)")
    #expect(report.findings.contains { $0.code == "CN-62" })
    #expect(report.metadata.language == "zh")
  }

  @Test func numbersThatCannotBeAreToldAndNotClaimed() throws {
    let report = try Reading.report(
      "Police in Gansu hold 12.5 people in the DNA database. The DNA database has "
        + "99999999999999999999999999 entries. It covers 5000 percent of residents.")
    #expect(report.warnings.count == 3, "\(report.warnings.map(\.line))")
    #expect(!report.findings.contains { $0.kind == .quantity })
  }

  @Test func aReportBeyondTheLimitIsRefusedWhole() throws {
    var limits = ReportLimits()
    limits.bytes = 1000
    #expect(throws: Diagnostic.self) {
      try Reading.report(String(repeating: "word ", count: 300), limits: limits)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 5]) func garbageIsBounded(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var bytes: [UInt8] = []
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(UInt8(truncatingIfNeeded: state >> 33))
    }
    for name in ["g.txt", "g.md", "g.html"] {
      do {
        let report = try Reading.report(bytes, name: name)
        #expect(report.proposals.isEmpty, "seed \(seed)")
      } catch let fault as Diagnostic {
        #expect(fault.id == "EVD025", "seed \(seed): \(fault.line)")
      }
    }
  }

  /// Cutting or damaging a report anywhere never stops the reader.
  @Test func aDamagedReportIsRead() throws {
    let bytes = try Lines.bytes(Reading.fixtures + "/dev-detention.html")
    let chinese = try Lines.bytes(Reading.fixtures + "/dev-sansha.txt")
    for (source, name) in [(bytes, "a.html"), (chinese, "a.txt"), (chinese, "a.md")] {
      for cut in stride(from: 1, to: source.count, by: 61) {
        var damaged = Array(source[..<cut])
        damaged[cut / 2] = 0xFF
        let report: IngestedReport
        do {
          report = try Reading.report(damaged, name: name)
        } catch let fault as Diagnostic {
          // So little may be left that there is no text in it.
          #expect(fault.id == "EVD025" && cut < 1000, "cut at \(cut): \(fault.line)")
          continue
        }
        for proposal in report.proposals {
          #expect(report.text.resolves(proposal.locator), "cut at \(cut)")
        }
      }
    }
  }

  /// Steps that looked at a whole sentence or paragraph for each word would never end on these.
  @Test(arguments: [
    "police collect DNA from all residents of Gansu no 12 people, ", "a\n", "collects\nand ",
    "警方采集全体居民DNA，",
    "12 million ", "《", "((a(", "(c) \nand so ", "http://",
  ])
  func textWithoutEndIsRead(_ part: String) throws {
    let report = try Reading.report(String(repeating: part, count: 40_000))
    #expect(report.proposals.count <= ReportLimits().proposals)
  }

  @Test func noTextAtAllIsAFault() throws {
    #expect(throws: Diagnostic.self) { try Reading.report("") }
    #expect(throws: Diagnostic.self) { try Reading.report("\n \n") }
  }

  static func bytes(of text: String, in encoding: String) throws -> [UInt8] {
    let process = Foundation.Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", encoding]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return [UInt8](data)
  }
}
