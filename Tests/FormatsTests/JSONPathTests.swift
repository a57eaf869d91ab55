import Formats
import Testing

@Suite("A path leads to one place of a JSON value or says why it is none")
struct JSONPathTests {
  private let document = """
    {"x": {"salesChannel": "direct", "a.b": 1, "q\\"t": [10, {"渠道": true}]}, "list": [[5]]}
    """

  private func value(at path: String) throws -> String? {
    let json = try JSONReader.read(Array(document.utf8))
    return try JSONPath(path).value(in: json)?.text()
  }

  @Test(arguments: [
    ("x.salesChannel", "\"direct\""), ("x[\"a.b\"]", "1"), ("[\"x\"].salesChannel", "\"direct\""),
    ("x[\"q\\\"t\"][0]", "10"), ("x[\"q\\\"t\"][1].渠道", "true"), ("list[0][0]", "5"),
  ])
  func whatStandsThereIsFound(path: String, text: String) throws {
    #expect(try value(at: path) == text)
  }

  @Test(arguments: ["x.saleschannel", "y", "list[1]", "list.a", "x[0]", "x.salesChannel.more"])
  func whatDoesNotStandThereIsNil(path: String) throws {
    #expect(try value(at: path) == nil)
  }

  @Test(arguments: [
    ("", 1), (".", 1), ("a.", 3), ("a..b", 3), ("a b", 2), ("a[", 3), ("a[x]", 3), ("a[01]", 5),
    ("a[0", 4), ("a[0]b", 5), ("a[\"b", 5), ("[0].a", 1), ("a]", 2), ("a\"b\"", 2), ("a\\.b", 2),
    ("a[1234567]", 9), ("a[\"b\\", 6), ("a[-1]", 3),
  ])
  func whatIsNoPathSaysWhere(path: String, character: Int) {
    do throws(Diagnostic) {
      _ = try JSONPath(path)
      Issue.record("`\(path)` was read")
    } catch {
      #expect(error.id == "FMT030")
      #expect(error.message.contains("at character \(character) "), "\(path): \(error.message)")
    }
  }

  /// Decimals are read digit by digit; the slow way by whole numbers says the same.
  @Test(arguments: [UInt64(20_261_122)])
  func decimalsAreWhatTheirDigitsSay(seed: UInt64) {
    var state = seed
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for number in 0..<3000 {
      let whole = String((0..<next(16)).map { _ in "0123456789"[digit: Int(next(10))] })
      let fraction = String((0..<next(9)).map { _ in "0123450000"[digit: Int(next(10))] })
      let text =
        (next(2) == 0 ? "-" : "") + whole + (next(3) == 0 ? "" : ".") + fraction
      #expect(
        Decimal(text)?.millionths == slowly(text), "seed \(seed), number \(number): \(text)")
    }
  }

  private func slowly(_ text: String) -> Int64? {
    let sign: Int64 = text.hasPrefix("-") ? -1 : 1
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }), let whole = parts.first.flatMap({ Int64($0) }),
      parts.count <= 2
    else { return nil }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    while fraction.count > 6, fraction.hasSuffix("0") { fraction.removeLast() }
    guard fraction.count <= 6 else { return nil }
    while fraction.count < 6 { fraction += "0" }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, let rest = Int64(fraction) else { return nil }
    let (sum, tooLarge) = scaled.addingReportingOverflow(rest)
    return tooLarge ? nil : sign * sum
  }
}

extension String {
  fileprivate subscript(digit index: Int) -> Character { Array(self)[index] }
}
