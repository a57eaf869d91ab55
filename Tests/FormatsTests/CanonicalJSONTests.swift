import SeededNumbers
import Testing

@testable import Formats

/// Canonical JSON and text of bytes, against the vectors of RFC 8785 and RFC 4648.
struct CanonicalJSONTests {
  /// RFC 8785 section 3.2.3: keys are sorted by their UTF-16 code units.
  @Test func keysAreInTheOrderOfTheirUTF16() {
    var generator = SeededGenerator(seed: 0x8785)
    let scalars: [Unicode.Scalar] = [
      "a", "b", "\u{7F}", "é", "\u{7FF}", "\u{800}", "中", "\u{D7FF}", "\u{E000}", "\u{FFFD}",
      "\u{10000}", "😀", "\u{10FFFF}",
    ]
    func key() -> String {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        text.append(scalars.randomElement(using: &generator) ?? "a")
      }
      return String(text)
    }
    for _ in 0..<20_000 {
      let (left, right) = (key(), key())
      #expect(
        JSON.precedes(left, right) == left.utf16.lexicographicallyPrecedes(right.utf16),
        "\(left.unicodeScalars) \(right.unicodeScalars), seed \(generator.seed)")
    }
  }

  /// RFC 8785 section 3.2.2.
  @Test func theExampleOfTheStandard() throws {
    let text = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let expected =
      #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
      + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
    #expect(try JSONReader.read(Array(text.utf8)).canonicalText == expected)
  }

  /// RFC 8785 appendix B.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0x4340_0000_0000_0000, "9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
      (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbers(_ bits: UInt64, _ text: String) {
    let number = Double(bitPattern: bits)
    #expect(JSON.canonicalNumber(number.description) == text)
    #expect(JSON.canonicalNumber(text) == text)
    if number != 0 { #expect(JSON.canonicalNumber("-" + text) == "-" + text) }
  }

  @Test(arguments: [
    ("-0", "0"), ("-0.0", "0"), ("1.0", "1"), ("100", "100"), ("1e2", "100"), ("0.10", "0.1"),
    ("-3.3333333333333333e-6", "-0.0000033333333333333333"), ("123456789012", "123456789012"),
  ])
  func literals(_ literal: String, _ text: String) {
    #expect(JSON.canonicalNumber(literal) == text)
  }

  @Test func sortedTextKeepsEveryDigit() throws {
    let json = try JSONReader.read(Array(#"{"b":9007199254740993,"a":1.50}"#.utf8))
    #expect(json.sortedText == #"{"a":1.50,"b":9007199254740993}"#)
    #expect(json.canonicalText == #"{"a":1.5,"b":9007199254740992}"#)
  }

  /// RFC 4648 section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(_ plain: String, _ text: String) {
    #expect(Base64.padded.text(of: Array(plain.utf8)) == text)
    #expect(Base64.padded.bytes(of: text) == Array(plain.utf8))
    let bare = text.replacing("=", with: "")
    #expect(Base64.forAddresses.text(of: Array(plain.utf8)) == bare)
    #expect(Base64.forAddresses.bytes(of: bare) == Array(plain.utf8))
  }

  @Test(arguments: ["Zg", "Zg=", "Zh==", "Z", "Zm9v=", "Zm 9v", "Zm9-", "=", "Zg==Zg=="])
  func otherSpellingsAreRefused(_ text: String) {
    #expect(Base64.padded.bytes(of: text) == nil)
  }

  @Test func hexadecimal() {
    #expect(Hexadecimal.bytes(of: "00ff10") == [0, 255, 16])
    #expect(Hexadecimal.text(of: [0, 255, 16]) == "00ff10")
    for text in ["0", "0g", "FF", "0x", " 00"] { #expect(Hexadecimal.bytes(of: text) == nil) }
  }
}
