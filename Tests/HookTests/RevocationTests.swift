import Digests
import Formats
import HookSamples
import Ledger
import Synchronization
import Testing

@testable import Hook

/// What is told of clearances that no longer hold, to gates and to whoever asks.
struct RevocationTests {
  /// Asks for a list that takes so many nanoseconds to make, and counts how often it is made.
  private final class Asker: Sendable {
    let kept = KeptRevocations()
    let time = Mutex(0)
    let made = Mutex(0)
    let cost: Int

    init(cost: Int) { self.cost = cost }

    func ask(size: Int, after seconds: Int = 0) throws -> String {
      time.withLock { $0 += seconds * 1_000_000_000 }
      let now = time.withLock { $0 }
      return try kept.token(
        size: size, now: now / 1_000_000_000, nanoseconds: { time.withLock { $0 } },
        make: {
          time.withLock { $0 += cost }
          return made.withLock {
            $0 += 1
            return "list \($0)"
          }
        })
    }
  }

  @Test func aListIsMadeAgainWhenTheLogHasGrownOrAMinuteHasPassed() throws {
    let asker = Asker(cost: 1_000_000)
    #expect(try asker.ask(size: 3) == "list 1")
    #expect(try asker.ask(size: 3, after: 59) == "list 1")
    #expect(try asker.ask(size: 3, after: 2) == "list 2")
    #expect(try asker.ask(size: 4) == "list 3")
  }

  @Test func aListThatIsDearIsHandedOutForAWhile() throws {
    let asker = Asker(cost: 2_000_000_000)
    #expect(try asker.ask(size: 3) == "list 1")
    #expect(try asker.ask(size: 4, after: 30) == "list 1")
    #expect(try asker.ask(size: 5, after: 11) == "list 2", "twenty times what it took")
    let slow = Asker(cost: 60_000_000_000)
    #expect(try slow.ask(size: 3) == "list 1")
    #expect(try slow.ask(size: 4, after: 1) == "list 2", "a minute at most")
  }

  @Test func whileOneIsMadeNobodyMakesAnother() throws {
    let kept = KeptRevocations()
    func make(_ words: String) throws -> String {
      try kept.token(size: 1, now: 0, nanoseconds: { 0 }, make: { words })
    }
    let first = try kept.token(size: 1, now: 0, nanoseconds: { 0 }) { () throws(Problem) in
      do throws(Problem) {
        return try kept.token(size: 1, now: 0, nanoseconds: { 0 }, make: { "second" })
      } catch {
        return error.kind == .busy ? "first" : "wrong"
      }
    }
    #expect(first == "first")
    let later = try kept.token(size: 2, now: 0, nanoseconds: { 0 }) { () throws(Problem) in
      try kept.token(size: 2, now: 0, nanoseconds: { 0 }, make: { "second" }) + " again"
    }
    #expect(later == "first again")
    // One that failed does not stand in the way.
    #expect(throws: Problem.self) {
      try kept.token(size: 3, now: 0, nanoseconds: { 0 }) { () throws(Problem) in
        throw Problem(.storeUnavailable, "x")
      }
    }
    #expect(try make("third") == "third")
  }

  @Test func aTokenThatIsNotInTheLogHoldsForNobody() throws {
    let space = try HookSpace()
    let service = try space.service()
    let order = Samples.order("allow-1")
    _ = try service.screen(order)
    let issued = try service.ask(
      "POST", "/v1/clearances", [("idempotency-key", "c1")], key: HookSpace.officer,
      body: #"{"order": \#(order)}"#)
    let token = try #require(issued.json["token"]?.string, "\(issued.text)")
    func reasons(_ token: String) throws -> String {
      let answer = try service.ask(
        "POST", "/v1/clearances/verify", body: #"{"token": "\#(token)", "order": \#(order)}"#)
      #expect(answer.status == 200, "\(answer.text)")
      return (answer.json["reasons"]?.strings ?? []).joined()
    }
    #expect(try reasons(token) == "")
    let claims = (issued.json["claims"]?.members ?? []).map {
      ($0.key, $0.key == "jti" ? .string("clr_0123") : $0.value)
    }
    let forged = try #require(
      JSONWebSignature.sign(.object(claims), kind: Clearance.kind, with: space.keys.clearances))
    #expect(try reasons(forged).contains("notRecorded"))
    _ = try service.screen(Samples.order("allow-1", quantity: "3"))
    #expect(try reasons(token).contains("orderChanged"))
  }
}
