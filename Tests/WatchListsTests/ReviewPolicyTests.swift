import Testing

@testable import WatchLists

@Suite("Review policies are read from their text, never better than it says")
struct ReviewPolicyTests {
  // The text of the Xinjiang public security bodies (EAR part 744 supplement 4).
  static let xinjiang = """
    Case-by-case review for ECCNs 1A004.c, 1A004.d, 1A995, 1A999.a, 1D003, 2A983, 2D983, and \
    2E983, and for EAR99 items described in the Note to ECCN 1A995; casa-by-case review for items \
    necessary to detect, identify and treat infectious disease; and presumption of denial for all \
    other items subject to the EAR.
    """

  @Test func carveOutsAreTold() {
    let policy = ReviewPolicy(text: ReviewPolicyTests.xinjiang)
    #expect(policy.kind == .mixed)
    #expect(policy.general == .presumptionOfDenial)
    #expect(policy.carveOuts.map(\.standard) == [.caseByCase, .caseByCase, .caseByCase])
    #expect(policy.carvesOut(.infectiousDisease))
    #expect(policy.carvesOut(.ear99InNote(eccn: "1A995")))
    #expect(policy.carvesOut(eccn: "1A999.a"))
    #expect(policy.carvesOut(eccn: "1A004.c.1"))
    #expect(!policy.carvesOut(eccn: "1A004.a"))
    #expect(!policy.carvesOut(eccn: "3A999"))
  }

  @Test(
    arguments: [
      ("Presumption of denial", ReviewPolicy.Kind.presumptionOfDenial),
      ("Presumption for denial.", .presumptionOfDenial), ("Policy of Denial", .policyOfDenial),
      ("Policy of denial. See §§ 746.8(b) and 744.21(e).", .policyOfDenial),
      ("Policy of denial See §§ 746.8(b) and 744.21(e).", .policyOfDenial),
      ("Policy of denial for all items subject to the EAR. See § 746.8(b)", .policyOfDenial),
      ("Case-by-case basis", .caseByCase), ("Case-by-case review.", .caseByCase),
      ("See § 744.2(d) of the EAR", .seeText),
      ("For all items subject to the EAR. (See § 744.11 of the EAR)", .seeText),
      ("Policy of denial Case-by-case basis for U.S. Government supported space programs.", .mixed),
      ("Presumption of approval for EAR99 items", .mixed), ("", .seeText),
    ])
  func kindsAreTold(text: String, kind: ReviewPolicy.Kind) {
    #expect(ReviewPolicy(text: text).kind == kind)
  }

  @Test func exceptionsKeepTheGeneralStandard() {
    let russia = ReviewPolicy(
      text: "Policy of denial for all items subject to the EAR apart from food and medicine "
        + "designated as EAR99 and for items for U.S. Government supported use in the "
        + "International Space Station (ISS), which will be reviewed on a case-by-case basis. "
        + "See §§ 746.8(b) and 744.21(e).")
    #expect(russia.general == .policyOfDenial)
    #expect(russia.carveOuts.map(\.scope) == [.foodAndMedicine, .space])
    let fabs = ReviewPolicy(
      text: "Presumption of denial except case-by-case for items not described in ECCN "
        + "3B001.a.4, .c, .d, f.1.b.2, .k to .p; 3B002.c, 3B993, or 3B994")
    #expect(fabs.general == .presumptionOfDenial)
    // Items that are not described there: reading the codes as the scope would invert it.
    #expect(!fabs.carvesOut(eccn: "3B001.a.4"))
  }

  @Test func aScopedStandardAloneSaysNothingOfTheRest() {
    let policy = ReviewPolicy(
      text: "Case-by-Case review for licenses for the safety of civil aviation of aircraft.")
    #expect(policy.general == .seeText)
    #expect(policy.carveOuts.count == 1)
  }
}
