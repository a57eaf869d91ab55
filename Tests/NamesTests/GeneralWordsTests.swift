import Testing

@testable import Names

@Suite("What general words of bodies say", .enabled(if: Bundled.hasPlaces))
struct GeneralWordsTests {
  @Test(arguments: [
    ("Tianlan Technologies Co., Ltd.", "Tianlan Technologies Service Co., Ltd.", "service"),
    ("Marlowe Instruments Inc.", "Marlowe Instruments Technology Inc.", "technology"),
    ("Orvantis Biotech GmbH", "Orvantis Biotech Solutions GmbH", "solutions"),
    ("天澜技术有限公司", "Tianlan Technology Service Co., Ltd.", "service"),
  ])
  func aGeneralWordOnOneSideLeavesItPossible(left: String, right: String, word: String) throws {
    let comparison = try Bundled.compare(left, right)
    #expect(comparison.verdict == .possible, "\(comparison)")
    #expect(comparison.reasons.contains { $0.contains(word) }, "\(comparison.reasons)")
  }

  /// Company, group, holding and international say nothing about which company it is.
  @Test(arguments: [
    ("Tianlan Biotech Co., Ltd.", "Tianlan Biotech Group Co., Ltd."),
    ("Marlowe Instruments Inc.", "Marlowe Instruments International Inc."),
  ])
  func aFormalWordDoesNot(left: String, right: String) throws {
    #expect(try Bundled.compare(left, right).verdict == .same)
  }

  /// Each name says something that the other does not.
  @Test(arguments: [
    ("Orvantis Personal Finance", "Orvantis Securities Services"),
    ("Teal Construction Trust Corporation", "Teal Construction Bank Corporation"),
    ("QRX Systems, Inc.", "QRX Industries, Inc."),
    ("Al-Sabil in Iraq", "Al-Sabil in the Peninsula"),
    ("Marlowe Business Solutions, Inc.", "Marlowe Business Enterprises, L.P."),
  ])
  func whatBothSayDifferentlyIsAnother(left: String, right: String) throws {
    let comparison = try Bundled.compare(left, right)
    #expect(comparison.verdict == .different, "\(comparison)")
  }

  @Test(arguments: [
    ("1st International Bank", "First International Bank", "a number in words"),
    ("Bank of Chima Limited", "Bank of China Limited", "a slip in the name of a country"),
    ("Orvantsi Biotech GmbH", "Orvantis Biotech GmbH", "a slip"),
  ])
  func aSlipIsPossible(left: String, right: String, reason: String) throws {
    let comparison = try Bundled.compare(left, right)
    #expect(comparison.verdict != .different, "\(reason): \(comparison)")
  }

  /// However long the rest is, a short word with other letters is another word.
  @Test func aSlipIsMeasuredAgainstTheWordsThatDiffer() throws {
    let comparison = try Bundled.compare(
      "Societatea cu Răspundere Limitată CON VELMOR", "Societatea cu Răspundere Limitată PRO VELMOR"
    )
    #expect(!comparison.reasons.contains { $0.contains("letters differ") }, "\(comparison)")
  }

  /// In names of bodies in China another letter is another syllable.
  @Test func anotherSyllableIsNoSlip() throws {
    let comparison = try Bundled.compare("Chengdu Huaxin Co., Ltd.", "Chengdu Huaxun Co., Ltd.")
    #expect(comparison.verdict == .different, "\(comparison)")
  }
}
