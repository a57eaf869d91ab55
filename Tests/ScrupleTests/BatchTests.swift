import Foundation
import Testing

/// Many orders in one file: each is answered, and the worst status is returned.
struct BatchTests {
  static let batch = [Orders.line("A-1"), "{broken", Orders.line("A-3"), ""].joined(separator: "\n")

  @Test func aBadLineHoldsItselfAndNothingElse() throws {
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson", input: .text(Self.batch))
    #expect(run.status == 4)
    #expect(run.lines.map { $0["decision"] as? String } == ["allow", "hold", "allow"])
    #expect(run.lines[1]["line"] as? Int == 2)
    #expect(run.errors.contains("standard input:2:"))
  }

  @Test func aListOfOrdersIsAnsweredByAList() throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write("[\(Orders.line("A-1")), \(Orders.line("A-2"))]", to: "list.json")
    let run = try scruple("screen", path, "--corpus", "demonstration", "--output", "json")
    #expect(run.status == 0)
    #expect(run.array?.count == 2)
    let one = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "json",
      input: .text(Self.batch))
    #expect(one.array?.count == 3)
  }

  @Test func textAnswersEveryOrderInTurn() throws {
    let run = try scruple("screen", "-", "--corpus", "demonstration", input: .text(Self.batch))
    #expect(run.status == 4)
    let places = ["order A-1", "order on line 2", "order A-3"].map { run.output.firstRange(of: $0) }
    #expect(places.allSatisfy { $0 != nil })
    #expect(run.output.contains("decision allow"))
  }

  @Test func theWorstStatusCounts() throws {
    let police = Orders.police.split(separator: "\n").joined(separator: " ")
    let held = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson",
      input: .text(Orders.line() + "\n" + police + "\n"))
    #expect(held.status == 1)
    #expect(held.lines.count == 2)
    // A stale list is worse than a hold, an order that cannot be read worse than both.
    let stale = try scruple(
      "screen", "-", "--corpus", "demonstration", "--as-of", "2027-06-01", "--output", "ndjson",
      input: .text(police + "\n"))
    #expect(stale.status == 3)
    let worst = try scruple(
      "screen", "-", "--corpus", "demonstration", "--as-of", "2027-06-01", "--output", "ndjson",
      input: .text(police + "\n{\n"))
    #expect(worst.status == 4)
  }

  @Test func aMemoThatCannotBeWrittenHoldsItsOrderAndTheOthersGoOn() throws {
    let space = try Workspace()
    defer { space.remove() }
    // The second order's memo would replace a folder.
    try space.makeFolder("memo-A-3.html")
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "ndjson", "--memo",
      space.path("memo.html"),
      input: .text([Orders.line("A-3"), Orders.line("A-4")].joined(separator: "\n")))
    #expect(run.status == 74)
    #expect(run.lines.map { $0["decision"] as? String } == ["hold", "allow"])
    #expect(run.lines[0]["orderRef"] as? String == "A-3")
    #expect(space.names() == ["memo-A-3.html", "memo-A-4.html"], "no partial file is left")
  }

  @Test func theHookTakesExactlyOneOrder() throws {
    expectHold(
      try scruple(
        "hook", "--corpus", "demonstration", input: .text(Orders.line() + "\n" + Orders.line())),
      4, saying: "exactly one order")
  }
}
