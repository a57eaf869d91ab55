import Foundation
import Testing

/// The quarterly report on determinations that `screen` printed.
struct ReportTests {
  private func records(_ space: Workspace) throws -> String {
    let batch = [
      Orders.line("A-1"), Orders.police.split(separator: "\n").joined(separator: " "),
      Orders.line("A-3"),
    ].joined(separator: "\n")
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson", input: .text(batch))
    #expect(run.lines.count == 3)
    return try space.write(run.output, to: "determinations.ndjson")
  }

  @Test func countsWhatWasScreened() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try records(space)
    let html = try scruple("report", "quarterly", "--quarter", "2026-Q4", file)
    #expect(html.status == 0, "\(html.errors)")
    #expect(html.output.hasPrefix("<!DOCTYPE html>") || html.output.hasPrefix("<!doctype html>"))
    #expect(html.output.contains("<svg"))
    #expect(!html.output.contains("http-equiv=\"refresh\"") && !html.output.contains("<script"))
    let json = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "--output", "json", file)
    #expect(json.status == 0)
    #expect(json.json != nil)
    let written = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "--to", space.path("report.html"), file)
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(space.text("report.html") == html.output)
    #expect(
      try scruple(
        "report", "quarterly", "--quarter", "2026-Q4", "-", input: .file(file)
      ).output == html.output)
  }

  @Test func everyNumberTellsItsOrders() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try records(space)
    let json = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "--output", "json", file)
    let ids = json.output.matches(of: /"(Q4-[0-9.]+)"/).map { String($0.output.1) }
    #expect(!ids.isEmpty)
    let first = try scruple(
      "report", "explain", try #require(ids.first), file, "--quarter", "2026-Q4")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("A-1"))
    let unknown = try scruple("report", "explain", "Q4-99.9", file, "--quarter", "2026-Q4")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("no number `Q4-99.9`"))
  }

  @Test func linesThatCannotBeReadAreToldAndCounted() throws {
    let space = try Workspace()
    defer { space.remove() }
    let file = try records(space)
    let text = try #require(space.text("determinations.ndjson"))
    try space.write(text + "{broken\n{}\n", to: "determinations.ndjson")
    let run = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "--output", "json", file)
    #expect(run.status == 4)
    #expect(run.errors.contains("line 4:") && run.errors.contains("line 5:"))
    #expect(run.json != nil)
  }

  @Test func aHoldWithoutADeterminationIsNoRecordAndIsSaid() throws {
    let space = try Workspace()
    defer { space.remove() }
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson",
      input: .text("{broken\n" + Orders.line("A-2") + "\n"))
    let file = try space.write(run.output, to: "records.ndjson")
    let report = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "--output", "json", file)
    #expect(report.status == 4)
    #expect(report.errors.contains("line 1:"))
  }

  @Test func filesThatCannotBeReadOrWrittenAreTold() throws {
    let missing = try scruple("report", "quarterly", "--quarter", "2026-Q4", "/nonexistent")
    #expect(missing.status == 4)
    #expect(missing.errors.contains("cannot read `/nonexistent`"))
    let folder = try scruple("report", "quarterly", "--quarter", "2026-Q4", "/tmp")
    #expect(folder.status == 74)
    let unwritable = try scruple(
      "report", "quarterly", "--quarter", "2026-Q4", "-", "--to", "/nonexistent/report.html")
    #expect(unwritable.status == 74)
    #expect(unwritable.errors.contains("cannot write `/nonexistent/report.html`"))
  }
}
