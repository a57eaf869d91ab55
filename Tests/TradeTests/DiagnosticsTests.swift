import Formats
import Testing

@testable import Trade

/// What one diagnostic must say, at the mark where it must stand.
struct Expected: Sendable {
  let mark: Character
  let fault: Fault
  let severity: Diagnostic.Severity
  let path: String?
  let message: String
  let remedy: String

  init(
    _ mark: Character, _ fault: Fault, _ path: String?, _ message: String, _ remedy: String
  ) {
    self.init(mark, fault, .error, path, message, remedy)
  }

  init(
    _ mark: Character, _ fault: Fault, _ severity: Diagnostic.Severity, _ path: String?,
    _ message: String, _ remedy: String
  ) {
    self.mark = mark
    self.fault = fault
    self.severity = severity
    self.path = path
    self.message = message
    self.remedy = remedy
  }
}

/// One change to the sample order and everything that is said about it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let passage: String
  let replacement: String
  let expected: [Expected]

  init(_ passage: String, _ replacement: String, _ expected: Expected...) {
    self.passage = passage
    self.replacement = replacement
    self.expected = expected
  }

  var testDescription: String { replacement.debugDescription }
}

@Suite("Every fault is told with its place, its reason and a remedy")
struct DiagnosticsTests {
  @Test(
    "The sample order with one change",
    arguments: FaultCase.structure + FaultCase.numbers + FaultCase.dates + FaultCase.codes
      + FaultCase.parties + FaultCase.characters)
  func aChangedOrderSaysWhatIsWrong(_ change: FaultCase) {
    let marked = MarkedText(SampleOrder.replacing(change.passage, with: change.replacement))
    let decoded = SampleOrder.decode(marked.text, file: "order.json")
    #expect(decoded.count == 1)
    let diagnostics = decoded.flatMap(\.diagnostics)
    let lines = diagnostics.map(\.line)
    #expect(diagnostics.count == change.expected.count, "\(lines)")
    for (diagnostic, expected) in zip(diagnostics, change.expected) {
      #expect(diagnostic.id == expected.fault.rawValue, "\(lines)")
      #expect(diagnostic.severity == expected.severity)
      #expect(diagnostic.position == marked[expected.mark], "\(lines)")
      #expect(diagnostic.path == expected.path)
      #expect(diagnostic.message == expected.message)
      #expect(diagnostic.remedy == expected.remedy)
      #expect(diagnostic.file == "order.json")
    }
    let isRefused = change.expected.contains { $0.severity == .error }
    #expect((decoded.first?.order == nil) == isRefused)
  }

  @Test func everyFaultHasATest() {
    let cases =
      FaultCase.structure + FaultCase.numbers + FaultCase.dates + FaultCase.codes
      + FaultCase.parties + FaultCase.characters
    let seen = Set(cases.flatMap(\.expected).map(\.fault))
    // InputFormTests and FaultLimitTests look at those of the text as a whole.
    let ofTheWhole: Set<Fault> = [.empty, .notJSON, .notUTF8, .beyondLimits, .moreFaults]
    #expect(Set(Fault.allCases).subtracting(seen) == ofTheWhole)
    #expect(Set(Fault.allCases.map(\.rawValue)).count == Fault.allCases.count)
  }

  @Test func theSampleItselfDrawsNoDiagnostic() {
    let decoded = SampleOrder.decode(SampleOrder.text)
    #expect(decoded.flatMap(\.diagnostics).map(\.line) == [])
    #expect(decoded.first?.order != nil)
  }

  @Test func allFaultsAreToldAtOnceInTheirOrder() {
    let marked = MarkedText(
      """
      { "schemaVersion": ①"2.0", "stage": ②"ordr", "transactionKind": "sale",
        "order": ③{ "ref": ④"", "system": "s", "revision": ⑤-1,
          "countryOfUltimateDestination": ⑥"CHN", "requestedShipDate": ⑦"2026-02-30" },
        "endUserKnown": "unknown",
        "parties": ⑧[], ⑨"line": [] }
      """)
    let decoded = SampleOrder.decode(marked.text)
    let told = decoded.flatMap(\.diagnostics).map {
      "\($0.id) \($0.position.map(String.init) ?? "")"
    }
    let expected: [(String, SourcePosition?)] = [
      ("TRD010", SourcePosition(line: 1, column: 1)), ("TRD013", marked["①"]),
      ("TRD012", marked["②"]), ("TRD017", marked["④"]), ("TRD021", marked["⑤"]),
      ("TRD028", marked["⑥"]), ("TRD026", marked["⑦"]), ("TRD016", marked["⑧"]),
      ("TRD014", marked["⑨"]),
    ]
    #expect(told == expected.map { "\($0.0) \($0.1.map(String.init) ?? "")" })
  }

  @Test func aHostileTextCannotGarbleTheMessage() {
    let decoded = SampleOrder.decode(
      SampleOrder.replacing("\"stage\": \"order\"", with: "\"stage\": \"or\u{202E}\\u001B[2Jder`\"")
    )
    let message = decoded.first?.diagnostics.first?.message
    #expect(message == "unknown value `or\\u{202E}\\u{1B}[2Jder\\u{60}`")
  }
}

extension String {
  fileprivate init(_ position: SourcePosition) { self = position.description }
}
