import Foundation
import Testing

/// What the program prints of an order that something holds though its determination allows it.
struct HeldOrderCommandTests {
  private static let today = "2026-11-22"

  private static func desk() throws -> (lists: ListSpace, store: String) {
    let lists = try ListSpace()
    try lists.importing(of: today)
    let store = lists.space.path("ledger.db")
    let keys = try Program.run(["log", "keys", "--store", store, "--name", "example.org/ledger"])
    #expect(keys.status == 0, "\(keys.errors)")
    return (lists, store)
  }

  @Test(arguments: ["json", "text"])
  func anOrderThatAnInvestigationTouchesIsPrintedAsAHold(_ form: String) throws {
    let (lists, store) = try Self.desk()
    defer { lists.remove() }
    func screen() throws -> Run {
      try lists.screen(Orders.sound, asOf: Self.today, "--store", store, "--output=" + form)
    }
    #expect(try screen().status == 0)
    let opened = try Program.run([
      "case", "investigate", "--store", store, "--reason", "seen elsewhere", "--order",
      "erp:SO-2001", "--by", "u:hotline", "--home", lists.home,
    ])
    #expect(opened.status == 0, "\(opened.errors)")
    let held = try screen()
    #expect(held.status == 1, "\(held.output)\(held.errors)")
    #expect(held.output.contains("held for review by Trade Compliance"), "\(held.output)")
    #expect(!held.output.contains("RELEASE") && !held.output.contains("inv_"), "\(held.output)")
    if form == "json" { #expect(held.json?["decision"] as? String == "hold") }
    // The record is what the policies said.
    let record = try Program.run(["log", "show", "--store", store])
    #expect(
      record.output.components(separatedBy: "determination  release").count == 3,
      "\(record.output)")
  }

  /// The keys beside the store are looked at without being asked for.
  @Test func aKeyThatWasOverwrittenIsToldWithoutOpeningContents() throws {
    let (lists, store) = try Self.desk()
    defer { lists.remove() }
    #expect(try lists.screen(Orders.sound, asOf: Self.today, "--store", store).status == 0)
    let sound = try Program.run(["log", "verify", "--store", store])
    #expect(sound.status == 0 && !sound.errors.contains("secret keys"), "\(sound.errors)")
    let published = try Program.run(
      ["log", "verify", "--store", store, "--key", store + ".pub", "--keys", store + ".none"])
    #expect(published.status != 0, "keys that are named must be there")
  }
}
