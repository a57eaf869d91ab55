import DatabaseServer
import Formats
import HookSamples
import Ledger
import SeededNumbers
import Synchronization
import Testing

@testable import Hook

/// Servers under load are killed at points that nobody chose: every decision that a client was told
/// is in the log, and the same request is told the same again.
struct CrashTests {
  @Test func noDecisionThatWasToldIsLost() throws {
    let space = try HookSpace()
    let access = try ServerProcess.prepare(space)
    let kills = Process.variable("SCRUPLE_KILLS").flatMap { Int($0) } ?? 12
    var generator = SeededGenerator(seed: 7)
    let told = ToldOrders(access)
    var kill = 0
    // On a busy machine most are killed before they answer; then there are more.
    while kill < kills || told.all.count <= kills && kill < 10 * kills {
      defer { kill += 1 }
      let number = kill
      let server = ServerProcess(space, name: "\(kill)")
      let milliseconds = Int.random(in: 150...450, using: &generator)
      let isKilled = Atomic(false)
      Threads.callers(5) { part in
        guard part > 0 else {
          server.run(milliseconds: milliseconds)
          isKilled.store(true, ordering: .relaxed)
          return
        }
        guard let port = server.port(unless: { isKilled.load(ordering: .relaxed) }) else { return }
        told.send("\(number)x\(part)", to: port)
      }
      #expect(try space.verification().problems == [], "kill \(kill), seed \(generator.seed)")
    }
    #expect(told.all.count > kills, "the server came to answer")
    // The store as it is found: a new process asks for the same and gets the same bytes.
    let service = HookService(
      ledger: try Ledger(store: SQLiteStore(space.path), keys: space.keys),
      holder: BasisHolder(FakeBasis(name: "two")), keys: KeyRing([access.key]))
    #expect(try told.differing(from: service) == 0, "of \(told.all.count), \(generator.seed)")
  }

  /// Two servers on one database get the same requests at the same moments; one of them is killed.
  @Test(.enabled(if: DatabaseServer.shared != nil, "PostgreSQL is not installed"))
  func oneOfTwoServersIsKilled() throws {
    let space = try HookSpace(.postgreSQL)
    let access = try ServerProcess.prepare(space)
    var generator = SeededGenerator(seed: 8)
    let told = ToldOrders(access)
    let pairs = Atomic(0)
    var kill = 0
    while kill < 4 || pairs.load(ordering: .relaxed) <= 4 && kill < 40 {
      defer { kill += 1 }
      let round = kill
      let first = ServerProcess(space, name: "a\(kill)")
      let second = ServerProcess(space, name: "b\(kill)")
      let milliseconds = Int.random(in: 800...1500, using: &generator)
      let isOver = Atomic(false)
      Threads.callers(5) { part in
        switch part {
        case 0: first.run(milliseconds: milliseconds)
        case 1:
          second.run(milliseconds: milliseconds + 700)
          isOver.store(true, ordering: .relaxed)
        default:
          let ports = [first, second].compactMap { server in
            server.port { isOver.load(ordering: .relaxed) }
          }
          guard ports.count == 2 else { return }
          if part < 4 { return told.send("\(round)x\(part)", to: ports[part - 2]) }
          var number = 0
          while true {
            let own = number
            let answered = Atomic(0)
            Threads.callers(2) { side in
              guard let connection = LoadConnection(port: ports[side]),
                told.send("\(round)xboth", own, over: connection)
              else { return }
              answered.add(1, ordering: .relaxed)
            }
            guard answered.load(ordering: .relaxed) > 0 else { return }
            if answered.load(ordering: .relaxed) == 2 { pairs.add(1, ordering: .relaxed) }
            number += 1
          }
        }
      }
      #expect(try space.verification().problems == [], "kill \(kill), seed \(generator.seed)")
    }
    #expect(pairs.load(ordering: .relaxed) > 4, "both servers came to answer the same request")
    #expect(Set(told.all.map(\.key)).count == Set(told.all.map(\.body)).count)
    let ledger = try space.ledger()
    for order in Set(told.all.map(\.order)) {
      let reference = try #require(JSONReader.read(Array(order.utf8))["order"]?["ref"]?.string)
      let positions = try ledger.positions(of: .order(system: "erp", reference: reference))
      let kinds = try positions.map { try ledger.record(at: $0).kind }
      let expected: [LedgerRecord.Kind] =
        reference.hasPrefix("allow") ? [.determination, .clearance] : [.determination]
      #expect(kinds == expected, "\(reference), seed \(generator.seed)")
    }
    let service = HookService(
      ledger: try Ledger(store: StoreAddress(space.address).open(), keys: space.keys),
      holder: BasisHolder(FakeBasis(name: "two")), keys: KeyRing([access.key]))
    #expect(try told.differing(from: service) == 0, "of \(told.all.count), \(generator.seed)")
  }
}
