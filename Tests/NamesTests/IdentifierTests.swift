import Testing

@testable import Names

@Suite("Numbers are told by their check digits")
struct IdentifierTests {
  /// The identifier of nobody that begins so: its two check digits, found by trying all.
  private func legalEntityIdentifier(_ start: String) throws -> String {
    let fitting = (0..<100).map { start + ($0 < 10 ? "0\($0)" : "\($0)") }.filter {
      IdentifierKind(of: $0) == .legalEntityIdentifier
    }
    // Two digits that differ by 97 leave the same rest.
    #expect((1...2).contains(fitting.count), "\(start): \(fitting)")
    return try #require(fitting.last)
  }

  @Test(arguments: ["EXAMPLE00000000001", "5493000NOBODY00A1Z", "000000000000000000"])
  func checkDigitsOfLegalEntityIdentifiers(start: String) throws {
    let whole = Array(try legalEntityIdentifier(start))
    for place in whole.indices.dropLast(2) {
      var slip = whole
      let others: (Character, Character) = slip[place].isNumber ? ("7", "8") : ("K", "Q")
      slip[place] = slip[place] == others.0 ? others.1 : others.0
      #expect(IdentifierKind(of: String(slip)) == .other, "\(String(slip))")
    }
  }

  /// Of every first seventeen characters exactly one last character makes a code.
  @Test func oneCheckCharacterFits() {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for start in ["91650100MA7EKTMR0", "12650000457601234", "11100000000123456"] {
      let fitting = alphabet.filter {
        IdentifierKind(of: start + String($0)) == .unifiedSocialCreditCode
      }
      #expect(fitting.count == 1, "\(start): \(fitting)")
    }
  }

  /// One character mistaken for another never passes.
  @Test func aSlipIsNoticed() throws {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let start = "91650100MA7EKTMR0"
    let last = try #require(
      alphabet.first { IdentifierKind(of: start + String($0)) == .unifiedSocialCreditCode })
    let code = Array(start + String(last))
    for place in code.indices {
      for other in alphabet where other != code[place] {
        var slip = code
        slip[place] = other
        #expect(IdentifierKind(of: String(slip)) != .unifiedSocialCreditCode, "\(String(slip))")
      }
    }
  }

  @Test func theRungIsNamed() throws {
    let knowledge = try Bundled.knowledge.get()
    let number = try legalEntityIdentifier("EXAMPLE00000000001")
    let comparison = knowledge.compare(
      knowledge.profile(
        of: Identity(names: ["Example One"], kind: .organisation, identifiers: [number])),
      knowledge.profile(
        of: Identity(names: ["Another Two"], kind: .organisation, identifiers: [number])))
    #expect(comparison.verdict == .same)
    #expect(comparison.reasons.first == "legal entity identifier agrees: \(number)")
  }
}

@Suite("Dates of birth confirm or contradict", .enabled(if: Bundled.hasPlaces))
struct BirthTests {
  private func compare(_ left: [String], _ right: [String]) throws -> IdentityComparison {
    let knowledge = try Bundled.knowledge.get()
    func profile(_ births: [String]) -> IdentityProfile {
      knowledge.profile(
        of: Identity(names: ["Anselm Quint Vermeer"], kind: .person, births: births))
    }
    return knowledge.compare(profile(left), profile(right))
  }

  @Test(arguments: [
    (["1970-05-31"], ["1970-05-31"], "date of birth agrees: 1970-05-31"),
    (["1970-05-31"], ["1970"], "year of birth agrees: 1970"),
    (["1970"], ["circa 1971", "1970"], "year of birth agrees: 1970"),
  ])
  func agreementIsSaid(left: [String], right: [String], reason: String) throws {
    let comparison = try compare(left, right)
    #expect(comparison.verdict == .same)
    #expect(comparison.reasons.contains(reason), "\(comparison.reasons)")
  }

  @Test(arguments: [
    ("1970", "1960 to 1965"), ("1962", "1960; 1965"), ("1966", "circa 1961"),
  ])
  func whatLiesOutsideContradicts(left: String, right: String) throws {
    let comparison = try compare([left], [right])
    #expect(comparison.reasons.contains { $0.hasPrefix("date of birth contradicts") })
  }

  @Test func contradictionWeakens() throws {
    let comparison = try compare(["1970-05-31"], ["1948"])
    #expect(comparison.verdict == .possible)
    #expect(comparison.strength == .weak)
    #expect(comparison.reasons.contains("date of birth contradicts: 1970-05-31 / 1948"))
  }

  /// A span holds the years within it, and a year that a list is not sure of those beside it.
  @Test func whatIsLeftOutOrLeftOpenSaysNothing() throws {
    for (left, right) in [
      ([], ["1970"]), (["1970"], []), (["1970"], ["1971-01-02"]), (["1962"], ["1960 to 1965"]),
      (["1962-03-01"], ["between 1960 and 1965"]), (["1962"], ["1960-1965"]),
      (["1962"], ["circa 1959"]), (["1961 - 1963"], ["1965/1967", "1962 to 1964"]),
    ] {
      #expect(try compare(left, right).verdict == .same)
      #expect(try compare(left, right).reasons.allSatisfy { !$0.contains("birth") })
    }
  }
}
