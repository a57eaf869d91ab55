import Evidence
import Formats
import Testing

/// Notices of the European Union and of the United States as pages in words; all bodies are made up.
@Suite("Pages of notices in the forms of the European Union and of the United States")
struct UnionPageTests {
  @Test func aPageInGermanOfTheFormSince2023() throws {
    let notice = try Tenders.notice(
      """
      DEU-Musterstadt: Beschaffung von Reagenzien
      Veröffentlicht :
      13.05.2026
      Auftrags- oder Konzessionsbekanntmachung Standardregelung
      1. Beschaffer
      1.1 Beschaffer
      Offizielle Bezeichnung : Landeskriminalamt Musterland
      Rechtsform des Erwerbers : Regionale Gebietskörperschaft
      2.1 Verfahren
      Titel : Reagenzien für die DNA-Analytik
      Beschreibung : Lieferung von Reagenzien an das Kriminaltechnische Institut.
      Kennung des Verfahrens : 00000000-1111-4222-8333-444444444444
      Interne Kennung : LKA-2026-11
      Verfahrensart : Offenes Verfahren
      5.1 Los: LOT-0001
      Titel: STR-Kits
      Interne Kennung: 1
      Menge: 120
      Einheit: Packungen
      5.1 Los: LOT-0002
      Titel: Kapillaren
      Menge: 6
      Frist für den Eingang der Angebote: 17/06/2026 10:00:00 (UTC+2)
      8. Organisationen
      8.1 ORG-0002
      Offizielle Bezeichnung: Vergabekammer Musterland
      """)
    #expect(notice.stage == .tender)
    #expect(notice.title == "Reagenzien für die DNA-Analytik")
    #expect(notice.buyers.map(\.name) == ["Landeskriminalamt Musterland"])
    #expect(notice.projectNumber == "LKA-2026-11")
    #expect(notice.processNumbers == ["00000000-1111-4222-8333-444444444444"])
    #expect(notice.published?.description == "2026-05-13")
    #expect(notice.deadline?.description == "2026-06-17")
    #expect(notice.items.map(\.description) == ["STR-Kits", "Kapillaren"])
    #expect(notice.items.map { $0.quantity?.description } == ["120", "6"])
    #expect(notice.items.map(\.lot) == ["LOT-0001", "LOT-0002"])
  }

  @Test func aPageInFrenchAndADateInWords() throws {
    let notice = try Tenders.notice(
      """
      Avis de marché ou de concession – régime ordinaire
      1.1 Acheteur
      Nom officiel : Laboratoire de police de Villexemple
      2.1 Procédure
      Titre : Acquisition de réactifs pour le séquençage
      Identifiant interne : C26007
      Date limite de réception des offres : 18 septembre 2026 à 16h00
      """)
    #expect(notice.stage == .tender)
    #expect(notice.buyer == ["Laboratoire de police de Villexemple"])
    #expect(notice.title == "Acquisition de réactifs pour le séquençage")
    #expect(notice.projectNumber == "C26007")
    #expect(notice.deadline?.description == "2026-09-18")
  }

  @Test func theFormBeforeNamesTheAuthorityBelowItsHeading() throws {
    let notice = try Tenders.notice(
      """
      Contract notice
      Section I: Contracting authority
      I.1)Name, addresses and contact point(s)
      Secretary of State for Samples
      2 Example Street
      General address of the contracting authority: http://samples.example
      I.4)Contract award on behalf of other contracting authorities
      II.1.1)Title attributed to the contract by the contracting authority:
      National framework for DNA sampling kits.
      """)
    #expect(notice.stage == .tender)
    #expect(notice.buyer == ["Secretary of State for Samples"])
    #expect(notice.title == "National framework for DNA sampling kits.")
  }

  @Test func aListOfLabelsAndValuesWithDashes() throws {
    let notice = try Tenders.notice(
      """
      SOLICITATION NOTICE
      - Notice Date
      - 8/17/2026
      - Solicitation Number
      - G26PS00892
      - Contracting Office
      - Sample Survey, Example City
      - Description
      - The office intends to buy genetic analysis services.
      """)
    #expect(notice.published?.description == "2026-08-17")
    #expect(notice.projectNumber == "G26PS00892")
    #expect(notice.items.isEmpty)
  }

  /// What a line asks for stands on the next; it is not the day of publication.
  @Test func aDateBelowAQuestionIsItsAnswer() throws {
    let notice = try Tenders.notice(
      """
      DNA-Analysen
      Frist:
      14. August 2026 10:00
      Vergabestelle:
      Landeskriminalamt Musterland
      Vergabenummer:
      2026-11V-3
      """)
    #expect(notice.deadline?.description == "2026-08-14")
    #expect(notice.published == nil)
  }

  /// The steps of a procurement, each with its day: none of them is said to be the publication.
  @Test func severalDaysAreNoPublication() throws {
    let notice = try Tenders.notice(
      """
      Award
      SAMPLELAND FORENSIC SCIENCE
      Award
      20 Jul 2026 at 14:37
      Tender
      30 Aug 2025 at 07:57
      Notice Title
      DNA Extraction and Profiling Kits
      """)
    #expect(notice.stage == .award)
    #expect(notice.published == nil)
  }

  /// The number of a section on a line of its own, a number with blanks, and an id that is none.
  @Test func numbersOfSectionsAreNoBodies() throws {
    let notice = try Tenders.notice(
      """
      1. Beschaffer
      1.1.
      Beschaffer
      Offizielle Bezeichnung: Universitätsklinikum Musterstadt
      2.1.
      Verfahren
      Titel: Kauf eines Sequenziergeräts
      Interne Kennung: 27-26 SF SH
      5.1.
      Los: LOT-0001
      Titel: Kauf eines Sequenziergeräts
      Interne Kennung: Kauf eines Sequenziergeräts
      """)
    #expect(notice.buyer == ["Universitätsklinikum Musterstadt"])
    #expect(notice.projectNumber == "27-26 SF SH")
    #expect(notice.processNumbers == [])
    #expect(notice.items.map(\.lot) == ["LOT-0001"])
  }

  @Test func aTenderNoticeOfAUniversity() throws {
    let notice = try Tenders.notice(
      """
      SAMPLELAND VETERINARY UNIVERSITY
      Open Competitive Bid (OCB) for procurement of equipment
      Tender Notice No.: 01/CVS/2026
      Release Date: October 28, 2026
      Last date and time for receipt of bids: 14th November, 2026; till 5:00 pm
      """)
    #expect(notice.buyer == ["SAMPLELAND VETERINARY UNIVERSITY"])
    #expect(notice.projectNumber == "01/CVS/2026")
    #expect(notice.published?.description == "2026-10-28")
    #expect(notice.deadline?.description == "2026-11-14")
  }
}
