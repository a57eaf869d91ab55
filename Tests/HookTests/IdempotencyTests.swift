import Formats
import HookSamples
import Ledger
import Synchronization
import Testing

@testable import Hook

struct IdempotencyTests {
  @Test(arguments: ["allow-1", "hold-1", "block-1", "conditions-1"])
  func theSameRequestGetsTheSameBytesAlsoAfterARestart(_ reference: String) throws {
    let space = try HookSpace()
    let order = Samples.order(reference)
    let first = try space.service().screen(order, idempotency: "k1")
    let size = try space.ledger().size
    let restarted = try space.service(FakeBasis(name: "two"))
    let again = try restarted.screen(order, idempotency: "k1")
    #expect(again.body == first.body)
    #expect(again.header("Idempotency-Replayed") == "true")
    #expect(try space.ledger().size == size, "nothing is recorded twice")
    // Without the key it is another request.
    #expect(try restarted.screen(order).body != first.body)
  }

  @Test func theSameKeyWithAnotherBodyIsRefused() throws {
    let service = try HookSpace().service()
    #expect(try service.screen(Samples.order("hold-1"), idempotency: "k1").status == 200)
    let other = try service.screen(Samples.order("hold-2"), idempotency: "k1")
    #expect(other.status == 422)
    #expect(other.decision == "hold")
    // The keys of another client are its own.
    let officer = try service.screen(
      Samples.order("hold-2"), idempotency: "k1", key: HookSpace.officer)
    #expect(officer.status == 200)
  }

  @Test func aRequestWithoutAKeyIsRefused() throws {
    let service = try HookSpace().service()
    let response = try service.ask("POST", "/v1/screenings", body: Samples.order("allow-1"))
    #expect(response.status == 400)
    #expect(response.json["type"]?.string == "/problems/missing-idempotency-key")
    #expect(try service.ledger.size == 0)
  }

  @Test(arguments: ["", " ", "a b", String(repeating: "x", count: 256), "ü"])
  func aKeyThatIsNoneIsRefused(_ key: String) throws {
    let response = try HookSpace().service().screen(Samples.order("hold-1"), idempotency: key)
    #expect(response.status == 400)
  }

  @Test func whatCouldNotBeDecidedMayBeDecidedLater() throws {
    let space = try HookSpace()
    let order = Samples.order("stale-1")
    #expect(try space.service().screen(order, idempotency: "k1").status == 503)
    let positions = try space.ledger().positions(of: .order(system: "erp", reference: "stale-1"))
    #expect(try space.service().screen(order, idempotency: "k1").status == 503)
    let later = try space.ledger().positions(of: .order(system: "erp", reference: "stale-1"))
    #expect(later.count == positions.count + 1)
  }

  @Test func aSecondRequestWaitsForTheFirst() throws {
    let space = try HookSpace()
    let service = try space.service()
    let statuses = Mutex<[Int]>([])
    Threads.perform(2) { _ in
      let response = try? service.screen(Samples.order("slow-400"), idempotency: "k1")
      statuses.withLock { $0.append(response?.status ?? 0) }
    }
    // On one core the second may come when the first is answered.
    let found = statuses.withLock { $0.sorted() }
    #expect(found == [200, 409] || found == [200, 200])
    #expect(
      try space.ledger().positions(of: .order(system: "erp", reference: "slow-400")).count == 2)
  }

  /// Two instances on one store know nothing of what the other answers at this moment.
  @Test(arguments: HookStore.installed)
  func twoInstancesRecordARequestOnce(_ store: HookStore) throws {
    let space = try HookSpace(store)
    let services = [try space.service(), try space.service(FakeBasis(name: "two"))]
    for number in 0..<10 {
      let order = Samples.order("slow-\(20 + number)")
      let answers = Mutex<[HTTPResponse]>([])
      Threads.callers(4) { caller in
        guard let answer = try? services[caller % 2].screen(order, idempotency: "k\(number)")
        else { return }
        answers.withLock { $0.append(answer) }
      }
      let told = answers.withLock { $0 }.filter { $0.status != 409 }
      #expect(told.count >= 2 && Set(told.map(\.body)).count == 1)
      #expect(told.count { $0.header("Idempotency-Replayed") == nil } == 1)
      let subject = LedgerSubject.order(system: "erp", reference: "slow-\(20 + number)")
      // A determination and the clearance that policies give on it.
      #expect(try space.ledger().positions(of: subject).count == 2, "\(number)")
    }
    #expect(try space.verification().problems == [])
  }

  @Test(arguments: HookStore.installed)
  func twoInstancesIssueAndRevokeAClearanceOnce(_ store: HookStore) throws {
    let space = try HookSpace(store)
    let services = [try space.service(), try space.service()]
    func both(_ path: String, _ key: String, _ body: String) throws -> HTTPResponse {
      let answers = Mutex<[HTTPResponse]>([])
      Threads.callers(2) { caller in
        let answer = try? services[caller].ask(
          "POST", path, [("idempotency-key", key)], key: HookSpace.officer, body: body)
        if let answer { answers.withLock { $0.append(answer) } }
      }
      let told = answers.withLock { $0 }
      #expect(told.map(\.status) == [200, 200], "\(told.map(\.text))")
      #expect(Set(told.map(\.body)).count == 1)
      return try #require(told.first)
    }
    for number in 0..<5 {
      let order = Samples.order("allow-\(number)")
      _ = try services[0].screen(order)
      let issued = try both("/v1/clearances", "c\(number)", "{\"order\":\(order)}")
      let id = try #require(issued.json["claims"]?["jti"]?.string)
      _ = try both("/v1/clearances/\(id)/revocation", "r\(number)", "{\"reason\":\"wrong\"}")
      #expect(try space.ledger().positions(of: .clearance(id)).count == 2)
      #expect(
        try space.ledger().positions(of: .order(system: "erp", reference: "allow-\(number)"))
          .count == 4, "a determination, the clearance on it, another, and its revocation")
    }
  }

  @Test func aClearanceIsIssuedAndRevokedOnce() throws {
    let space = try HookSpace()
    let service = try space.service()
    _ = try service.screen(Samples.order("conditions-1"))
    let body =
      "{\"order\":\(Samples.order("conditions-1")),\"confirmations\":{\"C-1\":\"u:lim\"}}"
    func issue(_ body: String, _ key: String) throws -> HTTPResponse {
      try service.ask(
        "POST", "/v1/clearances", [("idempotency-key", key)], key: HookSpace.officer, body: body)
    }
    let bare = try issue("{\"order\":\(Samples.order("conditions-1"))}", "c0")
    #expect(bare.status == 409)
    #expect(bare.json["type"]?.string == "/problems/not-cleared")
    let first = try issue(body, "c1")
    #expect(first.status == 200, "\(first.text)")
    #expect(try issue(body, "c1").body == first.body)
    #expect(try issue(body.replacing("lim", with: "lin"), "c1").status == 422)
    let id = try #require(first.json["claims"]?["jti"]?.string)
    let revocation = { (key: String) in
      try service.ask(
        "POST", "/v1/clearances/\(id)/revocation", [("idempotency-key", key)],
        key: HookSpace.officer, body: "{\"reason\":\"wrong site\"}")
    }
    let revoked = try revocation("r1")
    #expect(revoked.status == 200, "\(revoked.text)")
    #expect(try revocation("r1").body == revoked.body)
    let token = try #require(first.json["token"]?.string)
    let verified = try service.ask(
      "POST", "/v1/clearances/verify",
      body: "{\"token\":\"\(token)\",\"order\":\(Samples.order("conditions-1"))}")
    #expect(verified.decision == "hold")
    #expect(try space.verification().problems == [])
  }
}
