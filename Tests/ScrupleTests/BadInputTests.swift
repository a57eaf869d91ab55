import Foundation
import Testing

/// Input that cannot be read gives status 4, a reason with its place, and a hold.
struct BadInputTests {
  /// An input, and words that must stand in the message about it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: Data
    let message: String

    init(_ name: String, _ text: String, _ message: String) {
      self.init(name, Data(text.utf8), message)
    }

    init(_ name: String, _ bytes: Data, _ message: String) {
      self.name = name
      self.bytes = bytes
      self.message = message
    }

    var testDescription: String { name }
  }

  static let faults = [
    Fault("not JSON", "hello\n", "TRD002"),
    Fault("empty", "", "TRD001"),
    Fault("blank", " \n\t\n", "TRD001"),
    Fault("cut off", String(Orders.sound.prefix(400)), "TRD002"),
    Fault("a lone number", "7", "expected an object, found a number"),
    Fault("an empty list", "[]", "the list holds no order"),
    Fault("two orders on one line", Orders.line() + Orders.line(), "TRD002"),
    Fault(
      "wrong types", #"{"schemaVersion": 1, "parties": {}, "lines": "x"}"#,
      "expected a string, found a number"),
    Fault(
      "unknown role", Orders.sound(#""endUser"],"#, becomes: #""endUsr"],"#),
      "did you mean `endUser`?"),
    Fault(
      "a day that does not exist", Orders.sound("2026-11-01", becomes: "2026-02-30"),
      "there is no day `2026-02-30`"),
    Fault(
      "an instant that does not exist",
      Orders.sound("2026-11-22T01:58:00Z", becomes: "2026-11-22T25:58:00Z"), "asOf"),
    Fault(
      "an exponent", Orders.sound(#""1200.00""#, becomes: #""1e999999""#), "order.value"),
    Fault(
      "a quantity too large",
      Orders.sound(
        #""quantity": "1""#, becomes: #""quantity": "9\#(String(repeating: "9", count: 99))""#),
      "lines[0].quantity"),
    Fault(
      "a revision too large",
      Orders.sound(#""revision": 1"#, becomes: #""revision": 99999999999999999999999"#),
      "order.revision"),
    Fault(
      "a quantity below zero", Orders.sound(#""quantity": "1""#, becomes: #""quantity": "-1""#),
      "lines[0].quantity"),
    Fault(
      "a country that does not exist", Orders.sound(#""de""#, becomes: #""zz""#), "zz"),
    Fault(
      "invalid UTF-8",
      Data(Orders.sound.utf8.map { $0 == UInt8(ascii: "M") ? 0xFF : $0 }), "not valid UTF-8"),
    Fault(
      "a raw NUL byte", Orders.sound("Musterstadt U", becomes: "Muster\u{0}stadt U"),
      "control character"),
    Fault("UTF-16", Data([0xFF, 0xFE]) + Data("{}".utf16.flatMap { [UInt8($0), 0] }), "UTF-8"),
    Fault(
      "one name twice",
      Orders.sound(#""stage": "order","#, becomes: #""stage": "order", "stage": "lead","#),
      "stands twice"),
    Fault(
      "60,000 nesting brackets",
      Orders.sound(#"["US", "DE"]"#, becomes: String(repeating: "[", count: 60_000)), "TRD004"),
  ]

  @Test(arguments: faults)
  func isHeldByScreen(_ fault: Fault) throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write(fault.bytes, to: "order.json")
    let run = try scruple(
      "screen", path, "--corpus", "demonstration", "--output", "json")
    expectHold(run, 4, saying: fault.message)
    #expect(run.errors.hasPrefix(path + ":"), "the message names file and place")
    let problems = run.json?["problems"] as? [[String: Any]] ?? []
    #expect(problems.contains { ($0["line"] as? Int ?? 0) > 0 })
  }

  @Test(arguments: faults)
  func isHeldByHook(_ fault: Fault) throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write(fault.bytes, to: "order.json")
    expectHold(
      try scruple("hook", "--corpus", "demonstration", input: .file(path)), 4,
      saying: fault.message)
  }

  @Test func tellsTheHoldAsTextToo() throws {
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", input: .text("hello"))
    expectHold(run, 4, saying: "standard input:1:1: error TRD002")
    #expect(run.output.hasPrefix("HOLD"))
  }

  @Test func aHundredMegabytesOfBracketsAreRefused() throws {
    let space = try Workspace()
    defer { space.remove() }
    let path = try space.write(Data(repeating: UInt8(ascii: "["), count: 100_000_000), to: "deep")
    expectHold(try scruple("screen", path, "--output", "json"), 4, saying: "TRD004")
    expectHold(try scruple("hook", input: .file(path)), 4, saying: "more than")
  }

  @Test(arguments: [
    ("\\u202Eladipsoh", "U+202E"), ("Mustеrstadt Hospital", "U+0435"),
    ("Muster\\u0000stadt", "U+0000"), ("Muster\\u200Bstadt", "U+200B"),
  ])
  func hiddenAndLookAlikeCharactersAreNoticedAndScreened(_ name: String, _ character: String) throws
  {
    let order = Orders.sound("Musterstadt University Hospital", becomes: name)
    let run = try scruple(
      "screen", "-", "--corpus", "demonstration", "--output", "json", input: .text(order))
    #expect(run.status == 1)
    #expect(run.errors.contains(character) && run.errors.contains("warning"))
    #expect(run.json?["decision"] as? String == "hold")
    #expect(run.json?["determinationId"] is String, "it was screened all the same")
    let hook = try scruple("hook", "--corpus", "demonstration", input: .text(order))
    #expect(hook.status == 1)
    #expect(hook.errors.contains(character))
  }

  @Test func aControlCharacterNeverReachesTheTerminal() throws {
    let order = Orders.sound("SO-2001", becomes: "SO\\u001B[2J1").replacing(
      "\"stage\"", with: "\"st\\u001Bage\"")
    let run = try scruple("screen", "-", "--corpus", "demonstration", input: .text(order))
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.errors.contains("\u{1B}"))
  }
}
