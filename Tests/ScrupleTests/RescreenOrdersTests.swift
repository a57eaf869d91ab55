import Foundation
import Testing

/// `scruple rescreen --since`: orders on record and instruments against newer lists.
struct RescreenOrdersTests {
  private struct Desk {
    let lists: ListSpace
    var store: String { lists.space.path("ledger.db") }

    init() throws {
      lists = try ListSpace()
      try lists.importing(of: "2026-11-15")
      let keys = try Program.run(
        ["log", "keys", "--store", store, "--name", "example.org/ledger"])
      #expect(keys.status == 0, "\(keys.errors)")
      try lists.space.write(
        """
        serial,product,holder,country,site,installed
        SQ24-1,ngs-sequencer,Added Forensic Works,CN,Shanghai,2024-03-01
        SQ24-2,ngs-sequencer,Musterlabor,DE,Berlin,2024-03-01

        """, to: "corpus/installed-base.csv")
      let run = try lists.screen(
        Orders.sound, asOf: "2026-11-22", "--store", store, "--output=json")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    /// A new list that names the purchaser of the order and the holder of an instrument.
    func listing() throws {
      var names = ListSpace.names
      names[1] = "Added Forensic Works"
      names[2] = "Musterstadt University Hospital"
      try lists.importing(names, of: "2026-11-21")
    }

    func rescreen(_ words: String...) throws -> Run {
      try Program.run(
        [
          "rescreen", "--since", "2026-11-16", "--corpus", lists.corpus, "--home", lists.home,
          "--as-of", "2026-11-22", "--output", "json",
        ] + words)
    }
  }

  @Test func anOrderAndAnInstrumentThatANewListNamesAreTold() throws {
    let desk = try Desk()
    defer { desk.lists.remove() }
    let before = try desk.rescreen("--store", desk.store)
    #expect(before.status == 0, "\(before.output)\(before.errors)")
    #expect(before.json?["orders"] as? Int == 1)
    #expect(before.json?["ordersChanged"] as? Int == 0)
    try desk.listing()
    let after = try desk.rescreen("--store", desk.store)
    #expect(after.status == 1, "\(after.output)\(after.errors)")
    let order = (after.json?["changedOrders"] as? [[String: Any]])?.first
    #expect(order?["order"] as? String == "erp:SO-2001")
    #expect(order?["before"] as? String == "release")
    #expect(order?["decision"] as? String != "allow")
    let instruments = after.json?["changedInstruments"] as? [[String: Any]] ?? []
    #expect(
      instruments.compactMap { ($0["party"] as? [String: Any])?["id"] as? String } == ["SQ24-1"])
    // What was told is on record, and told once.
    let again = try desk.rescreen("--store", desk.store)
    #expect(again.json?["ordersChanged"] as? Int == 0, "\(again.output)")
    let verify = try Program.run(["log", "verify", "--store", desk.store, "--open"])
    #expect(verify.status == 0, "\(verify.output)")
    let log = try Program.run(["log", "show", "--store", desk.store])
    #expect(log.output.contains("rescreening"), "\(log.output)")
  }

  @Test func instrumentsAreHeldAgainstTheListsWithoutAStore() throws {
    let desk = try Desk()
    defer { desk.lists.remove() }
    try desk.listing()
    let run = try desk.rescreen()
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(run.json?["instruments"] as? Int == 2)
    #expect(run.json?["instrumentsChanged"] as? Int == 1)
  }

  @Test(arguments: [
    (["rescreen", "--since", "yesterday"], "is not a day of the calendar"),
    (["rescreen", "orders.json", "--since", "2026-11-16"], "takes no file"),
    (["rescreen", "orders.json", "--store", "s.db"], "says nothing without `--since DATE`"),
  ])
  func aWrongCommandLineIsTold(_ words: [String], _ told: String) throws {
    let run = try Program.run(words)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains(told), "\(run.errors)")
  }
}
