import Facts
import Formats
import Law
import Testing

/// What is not known, or named beside a group, is never answered with no.
@Suite struct WorksheetGapsTests {
  /// A country that the text names stays, whatever groups the exclusion speaks of.
  @Test(arguments: [
    ("3A090.b", "AE", Truth.isTrue), ("4A090.b", "AE", .isTrue), ("3A090.b", "CN", .isTrue),
    ("3A090.b", "HK", .isTrue), ("3A090.b", "SA", .isTrue),
    // In D:4 and in A:6, as the text excludes.
    ("3A090.b", "IL", .isFalse), ("3A090.b", "DE", .isFalse),
  ])
  func anExclusionTakesNothingOutThatIsNamed(code: String, country: String, expected: Truth) {
    let sheet = Bundle.worksheet(Bundle.item(code, to: country, families: []))
    #expect(
      sheet.answer("reasons.licence") == expected, "\(sheet.steps(in: .reasons).map(\.words))")
  }

  @Test func everyControlThatNamesACountryBesideGroupsReachesIt() throws {
    let list = try #require(Bundle.law.classifications.value)
    var count = 0
    for entry in list.entries.values {
      for control in entry.controls {
        guard case .places(let places, let except) = control.requirement, !except.isEmpty,
          places.contains("AE"), case .only(let paths) = control.part
        else { continue }
        for path in paths {
          count += 1
          let sheet = Bundle.worksheet(Bundle.item(entry.eccn + path, to: "AE", families: []))
          #expect(sheet.answer("reasons.licence") == .isTrue, "\(entry.eccn)\(path)")
        }
      }
    }
    #expect(count >= 17)
  }

  /// A paragraph that is not recorded is a slip of the pen or a gap of the table: unknown.
  @Test(arguments: [
    ("3A090.e", Truth.isUnknown), ("3A090.q.1", .isUnknown), ("3A981.b", .isUnknown),
    ("3A090.a", .isFalse), ("3A090.c", .isFalse), ("3A090", .isFalse), ("1A001.a", .isFalse),
    ("4A003.z.2.b", .isFalse), ("2B352.j", .isFalse),
  ])
  func aParagraphIsLookedUp(code: String, expected: Truth) {
    let sheet = Bundle.worksheet(Bundle.item(code, families: []))
    #expect(sheet.answer("classification.unknown-code") == expected)
  }

  @Test func aMistypedParagraphIsNoPermission() throws {
    let sheet = Bundle.worksheet(Bundle.item("3A090.e", families: []))
    #expect(sheet.answer("reasons.licence") == .isUnknown)
    #expect(try #require(sheet["reasons.RS"]).words.contains("no paragraph .e is recorded"))
    // What the whole entry requires stands all the same.
    #expect(
      Bundle.worksheet(Bundle.item("3A981.b", families: [])).answer("reasons.licence") == .isTrue)
  }

  @Test func anIncompleteSearchIsNoNo() {
    var item = Bundle.item()
    item.actors = .init(us: .isTrue, eu: .isTrue, uk: .isTrue)
    item.parties = [
      WorksheetParty(
        name: "Fictional institute", roles: ["purchaser"], isMilitary: .isFalse,
        isMilitaryIntelligence: .isFalse, isPolice: .isFalse)
    ]
    let steps = [
      "end-users.blocked", "end-users.military-intelligence", "other.ofac-owned",
      "other.eu-owned", "other.uk-owned", "end-users.entity-list", "other.ofac-listed",
    ]
    for step in steps {
      #expect(Bundle.worksheet(item, on: "2026-11-22").answer(step) == .isFalse, "\(step)")
    }
    item.partiesAreComplete = false
    for step in steps {
      #expect(Bundle.worksheet(item, on: "2026-11-22").answer(step) == .isUnknown, "\(step)")
    }
    // The rule was in force on that day, and on this one it was not.
    #expect(Bundle.worksheet(item, on: "2025-10-01").answer("end-users.affiliates") == .isUnknown)
    #expect(Bundle.worksheet(item, on: "2025-11-15").answer("end-users.affiliates") == .isFalse)
    item.destination = "RU"
    #expect(Bundle.worksheet(item).answer("end-users.military") == .isUnknown)
  }
}
