import Foundation
import Glibc
import Testing

/// A corpus that cannot be read, or says what nobody would read, is an error and holds.
struct CorpusFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let message: String

    init(_ file: String, _ text: String, _ message: String) {
      self.file = file
      self.text = text
      self.message = message
    }

    var testDescription: String { "\(file): \(message)" }
  }

  private static let person =
    #""verifiedBy":"A. Reviewer","verifiedOn":"2026-01-05","evidence":"file 7""#
  private static let company = #"{"id":"a","schema":"Company","properties":{"name":["A"]}}"#

  static let faults = [
    Fault("company.json", "[]", "CRP001"),
    Fault("company.json", #"{"usPerson": "yes"}"#, "`usPerson` is a string"),
    Fault("company.json", #"{"us_person": true}"#, "did you mean `usPerson`?"),
    Fault("company.json", #"{"name": 5}"#, "`name` is a number"),
    Fault("company.json", #"{"usPerson":"#, "company.json:"),
    Fault("corpus.json", #"{"demonstration": "x"}"#, "listsRetrieved"),
    Fault("claims/mine.ndjson", "{broken", "claims/mine.ndjson:1:2"),
    Fault("claims/mine.ndjson", #"{"kind":"no-such-kind"}"#, "there is no kind of claim"),
    Fault(
      "claims/mine.ndjson", #"{"kind":"compulsory-dna-collection","untill":"2020-01-01"}"#,
      "did you mean `until`?"),
    Fault(
      "sources/mine.ndjson",
      #"{"id":"s","publisher":"P","title":"T","published":"2020","derivesFrom":["nobody"]}"#,
      "`nobody`, from which this one derives"),
    Fault(
      "sources/mine.ndjson",
      #"{"id":"s","publisher":"P","title":"T","published":"2020","official":"yes"}"#,
      "`official` is a string"),
    Fault("sources/mine.ndjson", "\n\n[1,\n", "sources/mine.ndjson:3:"),
    Fault("tenders/t.ndjson", #"{"id":"t","stage":"won"}"#, "there is no stage `won`"),
    Fault(
      "tenders/t.ndjson",
      #"{"id":"t","stage":"award","title":"x","publisher":"y","published":"2026-10-01","buyr":{}}"#,
      "did you mean `buyer`?"),
    Fault(
      "tenders/t.ndjson",
      #"{"id":"t","stage":"award","title":"x","publisher":"y","published":"2026-10-01","buyer":{"name":["B"]},"items":[{"description":"kit","quantity":"many"}]}"#,
      "items[0].quantity"),
    Fault("tenders", "a file", "`tenders` is a file where a folder is expected"),
    Fault("ownership/o.ndjson", company + "\n" + company, "stands twice"),
    Fault(
      "ownership/o.ndjson",
      company + "\n"
        + #"{"id":"s","schema":"Ownership","properties":{"owner":["a"],"asset":["z"]}}"#,
      "no entity of the folder"),
    Fault(
      "ownership/o.ndjson",
      company + "\n"
        + #"{"id":"s","schema":"Ownership","properties":{"owner":["a"],"asset":["a"],"percentage":["160"]}}"#,
      "`160` is not a percentage"),
    Fault(
      "ownership/o.ndjson",
      company + "\n"
        + #"{"id":"s","schema":"Ownership","properties":{"owner":["a"],"asset":["a"],"endDate":["2026-02-30"]}}"#,
      "`2026-02-30` is not a day"),
    Fault("installed-base.csv", "serial,holder\nS1,A\n", "the column `product` is missing"),
    Fault("installed-base.csv", "serial,product,holdr\n", "the column `holder` is missing"),
    Fault(
      "installed-base.csv", "serial,product,holder,instaled\nS1,x,A,\n", "did you mean `installed`?"
    ),
    Fault(
      "installed-base.csv", "serial,product,holder,installed\nS1,x,A,2026-02-30\n",
      "installed-base.csv:2:1"),
    Fault("installed-base.csv", "serial,product,holder\nS1,x,A\nS1,x,B\n", "stands twice"),
    Fault("installed-base.csv", "serial,product,holder\nS1,x,\n", "no serial or no holder"),
    Fault(
      "installed-base.csv", "serial,product,holder,status\nS1,x,A,retierd\n",
      "did you mean `retired`?"),
    Fault("orders/old.ndjson", Orders.line() + "\n{}\n", "orders/old.ndjson:2:1"),
    Fault(
      "register/facts.ndjson",
      #"{"party":["X"],"fact":"verified-identity","value":"yes",\#(person),"expire":"2026-02-01"}"#,
      "did you mean `expires`?"),
    Fault(
      "register/facts.ndjson",
      #"{"party":["X"],"fact":"verified-identitty","value":"yes",\#(person)}"#,
      "did you mean `verified-identity`?"),
    Fault(
      "register/facts.ndjson",
      #"{"party":["X"],"fact":"verified-identity","value":"maybe",\#(person)}"#,
      "neither yes nor no"),
    Fault(
      "register/facts.ndjson", #"{"party":["X"],"fact":"function","value":"hospitall",\#(person)}"#,
      "there is no functions `hospitall`"),
    Fault(
      "register/facts.ndjson",
      #"{"party":["X"],"order":7,"fact":"verified-identity","value":"yes",\#(person)}"#,
      "`order` is a number"),
    Fault(
      "register/facts.ndjson", #"{"fact":"verified-identity","value":"yes",\#(person)}"#,
      "neither which party nor which order"),
    Fault(
      "register/facts.ndjson",
      #"{"party":["X"],"fact":"verified-identity","value":"yes","verifiedOn":"2026-01-05","evidence":"e"}"#,
      "`verifiedBy` is missing"),
    Fault(
      "register/confirmations.ndjson", #"{"key":"k","inForce":"yes"}"#, "is not true or false"),
    Fault(
      "register/investigations.ndjson",
      #"{"id":"I-1","openedOn":"2026-01-05","place":"CN-99","summary":"s"}"#,
      "there is no place `CN-99`"),
    Fault(
      "register/investigations.ndjson",
      #"{"id":"I-1","openedOn":"2026-01-05","products":["ngs-sequencer"],"summary":"s"}"#,
      "nobody in its scope"),
    Fault(
      "register/residents.ndjson", #"{"place":"CN-65","residents":"many","source":"s"}"#,
      "number of residents"),
  ]

  @Test(arguments: faults)
  func holds(_ fault: Fault) throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write(fault.text, to: "corpus/" + fault.file)
    let run = try scruple(
      "screen", "-", "--corpus", corpus, "--output", "json", input: .text(Orders.sound))
    expectHold(run, 4, saying: fault.message)
    #expect(run.errors.contains("corpus/" + fault.file), "\(run.errors)")
  }

  @Test func aMissingCorpusHolds() throws {
    expectHold(
      try scruple("screen", "-", "--corpus", "/nonexistent", input: .text(Orders.sound)), 4,
      saying: "there is no corpus folder")
    expectHold(
      try scruple(
        "hook", input: .text(Orders.sound), environment: ["SCRUPLE_CORPUS": "/nonexistent"]), 4,
      saying: "there is no corpus folder")
  }

  /// A pipe would be waited for without end; a link that leads back would be followed without end.
  @Test func whatIsNoFileIsRefused() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    #expect(unsafe mkfifo(corpus + "/tenders.ndjson", 0o600) == 0)
    expectHold(
      try scruple("screen", "-", "--corpus", corpus, input: .text(Orders.sound)), 74,
      saying: "neither a file nor a folder")
    try FileManager.default.removeItem(atPath: corpus + "/tenders.ndjson")
    try FileManager.default.createSymbolicLink(
      atPath: corpus + "/loop", withDestinationPath: ".")
    expectHold(
      try scruple("screen", "-", "--corpus", corpus, input: .text(Orders.sound)), 74,
      saying: "nest deeper")
  }

  /// Files that nobody reads are told in every determination, so that nobody thinks they count.
  @Test(arguments: [
    "tenders/notice.html", "ownership/chart.pdf", "orders/old.csv", "instaled-base.csv",
    "licences/licences.ndjson", "register/agency-letters.ndjson", "claims/2026/deep.ndjson",
  ])
  func whatIsNotReadIsSaid(_ file: String) throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write("x", to: "corpus/" + file)
    let run = try scruple("screen", "-", "--corpus", corpus, input: .text(Orders.sound))
    #expect(run.status == 0)
    #expect(run.output.contains("not searched: \(file)"), "\(run.output)")
  }

  @Test func aSuppressionWithAFaultIsNotAppliedAndSaidSo() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write("{broken\n", to: "corpus/register/suppressions.ndjson")
    let run = try scruple("screen", "-", "--corpus", corpus, input: .text(Orders.sound))
    #expect(run.status == 0)
    #expect(run.output.contains("SUP001"))
  }

  /// An investigation holds sales whatever the script or the case of the name on the order.
  @Test func anInvestigationFindsItsPartyUnderAnotherSpelling() throws {
    let space = try Workspace()
    defer { space.remove() }
    let corpus = try space.corpus()
    try space.write(
      #"{"id":"INV-1","openedOn":"2026-11-01","parties":["MUSTERSTADT UNIVERSITY HOSPITAL"],"summary":"alleged misuse"}"#,
      to: "corpus/register/investigations.ndjson")
    let order = Orders.sound("oncology-panel", becomes: "ngs-sequencer")
    let run = try scruple("screen", "-", "--corpus", corpus, input: .text(order))
    #expect(run.status == 1)
    #expect(run.output.contains("INV-1"))
  }
}
