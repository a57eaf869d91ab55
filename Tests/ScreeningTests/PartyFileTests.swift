import Formats
import Testing

@testable import Screening

@Suite("A file of parties is read whole, and what cannot be read stands in its place")
struct PartyFileTests {
  private func read(_ text: String) -> PartyFile {
    PartyFile(Array(text.utf8), file: "parties", countries: ["CN", "DE", "HK"])
  }

  private func parties(_ file: PartyFile) -> [ScreenedParty] {
    file.rows.compactMap { if case .party(let party) = $0.content { party } else { nil } }
  }

  private func problems(_ file: PartyFile) -> [String] {
    file.rows.flatMap { row -> [String] in
      guard case .unreadable(let problems) = row.content else { return [] }
      return problems.map(\.line)
    }
  }

  @Test func phonesAndMailAreReadAndChecked() {
    let table = read("id,name,phones,email\nC-1,Musterlabor,+49 30 555|030-556,a@example.de\n")
    #expect(parties(table).first?.phones == ["+49 30 555", "030-556"])
    #expect(parties(table).first?.emails == ["a@example.de"])
    #expect(table.notices.isEmpty)
    let lines = read(
      #"{"name":"Musterlabor","phone":["+49 30 555","030-556"],"emails":"a@example.de"}"#)
    #expect(parties(lines).first?.phones == parties(table).first?.phones)
    let wrong = read("name,phones,emails\nMusterlabor,none,example.de\n")
    #expect(parties(wrong).isEmpty)
    #expect(problems(wrong).first?.contains("`none` is no telephone number") == true)
    #expect(problems(wrong).first?.contains("`example.de` is no e-mail address") == true)
  }

  @Test func linesAndTablesSayTheSame() {
    let lines = read(
      """
      {"id":"C-1","name":"Musterlabor GmbH","kind":"organisation","country":"de"}

      {"id":"C-2","names":["示例贸易","Example Trading"],"countries":["CN","HK"],\
      "identifiers":["91110000X"],"addresses":["1 Example Road"],"note":"free"}
      """)
    let table = read(
      """
      \u{FEFF}id,names,kind,countries,identifiers,addresses\r
      C-1,Musterlabor GmbH,Company,DE,,\r
      \r
      C-2,示例贸易|Example Trading,,CN|HK,91110000X,1 Example Road\r\n
      """)
    #expect(parties(lines).map(\.id) == ["C-1", "C-2"])
    #expect(parties(lines) == parties(table))
    #expect(parties(lines)[0].countries == ["DE"])
    #expect(parties(lines)[1].names == ["示例贸易", "Example Trading"])
    #expect(lines.rows.map(\.line) == [1, 3] && table.rows.map(\.line) == [2, 4])
    #expect(lines.notices.isEmpty && table.notices.isEmpty && table.faults.isEmpty)
  }

  @Test(
    arguments: [
      ("{\"name\":\"A\"", "is not JSON"), ("7", "is"), ("{\"name\":7}", "not a text"),
      ("{\"names\":[\"A\",3]}", "not a text"), ("{\"id\":\"x\"}", "neither a name"),
      ("{\"name\":\"  \"}", "neither a name"), ("{\"name\":\"A\",\"country\":\"XX\"}", "`XX`"),
      ("{\"name\":\"A\",\"country\":\"Germany\"}", "no code"),
      ("{\"name\":\"A\",\"kind\":\"persn\"}", "did you mean `person`"),
      ("{\"name\":\"A\",\"id\":[\"1\",\"2\"]}", "several"),
    ])
  func aBadLineIsToldWithItsPlaceAndTheOthersAreRead(line: String, says: String) {
    let file = read("{\"name\":\"First\"}\n\(line)\n{\"name\":\"Last\"}")
    #expect(parties(file).map(\.names) == [["First"], ["Last"]])
    #expect(file.unreadable == 1)
    #expect(problems(file).count == 1)
    #expect(problems(file).first?.hasPrefix("parties:2:") == true, "\(problems(file))")
    #expect(problems(file).first?.contains(says) == true, "\(problems(file))")
    #expect(file.rows.map(\.line) == [1, 2, 3])
  }

  @Test func aRecordOfTheWrongLengthIsCountedInItsPlace() {
    let file = read("name,country\nA,DE\nB\nC,CN,x\nD,CN\n")
    #expect(parties(file).map(\.label) == ["A", "D"])
    #expect(file.rows.map(\.line) == [2, 3, 4, 5])
    #expect(file.unreadable == 2 && file.faults.isEmpty)
  }

  @Test func aTableThatBreaksOffSaysThatTheRestIsMissing() {
    let file = read("name,country\nA,DE\n\"B,DE\nC,DE\n")
    #expect(parties(file).map(\.label) == ["A"])
    #expect(file.faults.count == 1)
    #expect(file.faults.first?.position?.line == 3)
  }

  @Test(arguments: ["", " \n", "name;country\nA;DE\n", "company,city\nA,B\n", "[{\"name\":\"A\"}]"])
  func whatHoldsNoPartiesIsAFault(text: String) {
    let file = read(text)
    #expect(file.rows.isEmpty && file.faults.count == 1, "\(file.faults)")
  }

  @Test func bytesThatAreNoTextAreAFault() {
    let table = PartyFile([0x6E, 0x61, 0xFF, 0x0A], file: "p", countries: [])
    #expect(!table.faults.isEmpty && table.rows.isEmpty)
    let line = PartyFile(Array("{\"name\":\"".utf8) + [0xFF, 0x22, 0x7D], file: "p", countries: [])
    #expect(line.unreadable == 1)
  }

  @Test func whatNobodyReadsIsSaidOnce() {
    let file = read("{\"name\":\"A\",\"identifer\":\"1\"}\n{\"name\":\"B\",\"identifer\":\"2\"}")
    #expect(file.notices.map(\.id) == ["PTY003"])
    #expect(file.notices.first?.remedy?.contains("identifiers") == true)
    let twice = read("{\"id\":\"1\",\"name\":\"A\"}\n{\"id\":\"1\",\"name\":\"B\"}")
    #expect(twice.notices.map(\.id) == ["PTY004"])
    #expect(parties(twice).count == 2)
  }

  @Test func aRowOfTenMegabytesIsRefused() {
    let file = read("{\"name\":\"\(String(repeating: "a", count: 10 << 20))\"}\n{\"name\":\"B\"}")
    #expect(file.unreadable == 1 && parties(file).map(\.label) == ["B"])
  }

  @Test func aBareAddressIsItsOwnName() {
    let file = read("{\"kind\":\"address\",\"name\":\"1 Example Road\"}")
    #expect(parties(file).first?.addresses == ["1 Example Road"])
    let other = read("{\"kind\":\"address\",\"address\":\"1 Example Road\"}")
    #expect(parties(other).first?.names == ["1 Example Road"])
    #expect(parties(file) == parties(other))
  }
}
