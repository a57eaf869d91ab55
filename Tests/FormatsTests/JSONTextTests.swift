import SeededNumbers
import Testing

@testable import Formats

/// What is written as JSON, held against RFC 8259 section 7 sign by sign.
struct JSONTextTests {
  /// The plainest way to escape a text.
  private func escaped(_ text: String) -> String {
    let named: [Unicode.Scalar: String] = [
      "\"": #"\""#, "\\": #"\\"#, "\u{8}": #"\b"#, "\u{C}": #"\f"#, "\n": #"\n"#, "\r": #"\r"#,
      "\t": #"\t"#,
    ]
    var result = "\""
    for scalar in text.unicodeScalars {
      if let name = named[scalar] {
        result += name
      } else if scalar.value < 0x20 {
        let digits = String(scalar.value, radix: 16)
        result += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A sign that must be escaped is seen wherever it stands among others, in texts of any length.
  @Test func everySignAtEveryPlace() {
    let signs = (0...0xFF).compactMap { Unicode.Scalar($0) } + ["中", "😀", "\u{7FF}"]
    for sign in signs {
      for length in 0...20 {
        for place in 0...length {
          var text = String(repeating: "!", count: place)
          text.unicodeScalars.append(sign)
          text += String(repeating: "#", count: length - place)
          let written = JSON.string(text).text()
          guard written != escaped(text) else { continue }
          Issue.record("\(sign.value) at \(place) of \(length): \(written)")
          return
        }
      }
    }
  }

  /// What is written is read as the same, in every form, whatever room it needs.
  @Test func whatIsWrittenIsReadAgain() throws {
    var generator = SeededGenerator(seed: 0x8259)
    let pieces = ["a", "\"", "\\", "\n", "\u{1F}", " ", "é", "中", "😀", "]", "}", ",", ":"]
    func text() -> String {
      let count = Int.random(in: 0...40, using: &generator)
      return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    func value(_ depth: Int) -> JSON {
      let count = Int.random(in: 0...5, using: &generator)
      switch Int.random(in: 0...(depth > 4 ? 3 : 5), using: &generator) {
      case 0: return .null
      case 1: return .boolean(Bool.random(using: &generator))
      case 2: return .integer(Int.random(in: -1_000_000...1_000_000, using: &generator))
      case 3: return .string(text())
      case 4: return .array((0..<count).map { _ in value(depth + 1) })
      default: return .object((0..<count).map { ("\($0)" + text(), value(depth + 1)) })
      }
    }
    for _ in 0..<400 {
      let json = JSON.array([value(0), value(0), value(0)])
      let compact = json.text()
      let seed = generator.seed
      #expect(try JSONReader.read(Array(compact.utf8)).text() == compact, "seed \(seed)")
      #expect(try JSONReader.read(json.utf8Text(indented: true)).text() == compact, "seed \(seed)")
      #expect(json.utf8Text() == Array(compact.utf8), "seed \(seed)")
      let sorted = json.sortedText
      #expect(try JSONReader.read(Array(sorted.utf8)).sortedText == sorted, "seed \(seed)")
    }
  }

  @Test func linesAreIndentedByTwoSpaces() {
    let json = JSON.object([
      ("a", .array([])), ("b", .array([.integer(1), .object([])])), ("c", .object([("d", .null)])),
    ])
    #expect(
      json.text(indented: true)
        == "{\n  \"a\": [],\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": {\n    \"d\": null\n  }\n}")
  }
}
