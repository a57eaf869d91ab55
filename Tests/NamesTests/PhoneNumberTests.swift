import Names
import Testing

@Suite("Telephone numbers are compared as they are dialled", .enabled(if: Bundled.hasPlaces))
struct PhoneNumberTests {
  private func relation(
    _ left: (String, String?), _ right: (String, String?)
  ) throws -> PhoneNumber.Relation {
    let names = try Bundled.knowledge.get()
    let first = try #require(names.phone(left.0, country: left.1))
    let second = try #require(names.phone(right.0, country: right.1))
    #expect(first.relation(to: second) == second.relation(to: first))
    return first.relation(to: second)
  }

  /// Hong Kong's numbers have eight digits, so that nothing of an area could be left.
  @Test func aNumberWithItsCodeMayBeTheOneThatIsMarkedAsInternational() throws {
    #expect(try relation(("852 2345 6789", nil), ("+852 2345 6789", nil)) == .possible)
    #expect(try relation(("852 2345 6780", nil), ("+852 2345 6789", nil)) == .different)
    #expect(try relation(("998 71 123 45 67", nil), ("+998 71 123-45-67", nil)) == .possible)
    // Eight digits alone are many numbers.
    #expect(try relation(("2345 6789", nil), ("+852 2345 6789", nil)) == .different)
  }

  @Test func twoLinesOfOneSwitchboardAreNotOneTelephone() throws {
    let (first, second) = (("010-55550123 ext. 301", "CN"), ("010-55550123转302", "CN"))
    #expect(try relation(first, second) == .possible)
    #expect(try relation(first, ("+86 10 5555 0123 x301", nil)) == .same)
    #expect(try relation(first, ("010-55550123", "CN")) == .same)
    #expect(try relation(first, ("010-55550124 ext. 301", "CN")) == .different)
  }

  @Test func aTrunkPrefixBehindTheCodeIsDropped() throws {
    #expect(try relation(("+44 020 7946 0018", nil), ("+44 20 7946 0018", nil)) == .same)
    #expect(try relation(("+44 (0)20 7946 0018", nil), ("020 7946 0018", "GB")) == .same)
    #expect(try relation(("+86 010 5555 0123", nil), ("010-55550123", "CN")) == .same)
  }

  @Test func digitsOfOtherScriptsAreDigits() throws {
    #expect(try relation(("۰۲۱-۸۸۷۷۶۶۵۵", "IR"), ("+98 21 88776655", nil)) == .same)
    #expect(try relation(("０１０－５５５５０１２３", "CN"), ("010-55550123", "CN")) == .same)
  }

  @Test(
    arguments: [
      ("010-55550123/55550124", ["+861055550123", "+861055550124"]),
      ("010-55550123/24", ["+861055550123", "+861055550124"]),
      ("+86 10 5555 0123 / +86 21 5555 0199", ["+861055550123", "+862155550199"]),
      ("010-55550123 (sales) 021-55550199", ["+861055550123", "+862155550199"]),
      ("010-55550123 ext 12; 021-55550199", ["+861055550123", "+862155550199"]),
      ("010-55550123 ext 12 021-55550199", ["+861055550123", "+862155550199"]),
    ])
  func everyNumberOfATextIsRead(text: String, expected: [String]) throws {
    let profile = try Bundled.knowledge.get().contacts(phones: [text], country: "CN")
    #expect(profile.phones.map(\.international) == expected)
    #expect(profile.unread.isEmpty)
  }

  @Test func aStrokeAfterTheAreaPartsNothing() throws {
    let profile = try Bundled.knowledge.get().contacts(phones: ["030/5550123"], country: "DE")
    #expect(profile.phones.map(\.international) == ["+49305550123"])
  }

  @Test func whatCannotBeReadIsTold() throws {
    let names = try Bundled.knowledge.get()
    let profile = names.contacts(
      phones: ["+999 1234567", "ask", "-", "12"], emails: ["info at example.com", "a@example.com"])
    #expect(profile.phones.isEmpty)
    #expect(profile.unread == ["+999 1234567", "ask", "12", "info", "at", "example.com"])
    #expect(!names.contacts(phones: ["ask"]).isEmpty && names.contacts(phones: ["-"]).isEmpty)
  }
}
