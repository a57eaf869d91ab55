import Formats
import HookSamples
import Ledger
import Policy
import Screening
import Synchronization
import Testing
import Trade

@testable import Hook

/// An order that comes again is recorded again and not worked out again, and only as long as that
/// it changes nothing.
struct RecurringOrderTests {
  @Test func eachTimeIsARecordOfItsOwn() throws {
    let space = try HookSpace()
    let basis = CountingBasis()
    let service = try space.service(on: basis)
    let order = Samples.order("hold-1")
    let answers = try (1...5).map { try service.screen(order, idempotency: "k\($0)") }
    #expect(basis.count == 2, "what came twice is known")
    #expect(Set(answers.map { $0.json["determinationId"]?.string }).count == 1)
    let leaves = answers.compactMap { $0.json["audit"]?["leafIndex"]?.integer }
    #expect(Set(leaves).count == 5)
    let ledger = try space.ledger()
    let contents = try leaves.map { try ledger.record(at: $0).content }
    #expect(Set(contents.compactMap { $0["request"]?["key"]?.string }).count == 5)
    #expect(Set(contents.map { $0["determination"]?.canonicalText }).count == 1)
    #expect(Set(contents.map { $0["order"]?.canonicalText }).count == 1)
    for name in ["asker", "dossierDigest", "retention", "mayBeRefused", "system", "reference"] {
      #expect(contents.allSatisfy { $0[name] != nil }, "\(name)")
    }
    #expect(try ledger.positions(of: .order(system: "erp", reference: "hold-1")) == leaves)
    #expect(try space.verification().problems == [])
  }

  /// One letter more is another order, and so is the same on another day.
  @Test func anotherOrderIsWorkedOut() throws {
    let basis = CountingBasis()
    let day = Mutex(HookSpace.now)
    let service = try HookSpace().service(on: basis) { (day.withLock { $0 }, 0) }
    for number in 1...3 {
      _ = try service.screen(Samples.order("hold-1"), idempotency: "\(number)")
    }
    #expect(basis.count == 2)
    _ = try service.screen(Samples.order("hold-11"), idempotency: "other")
    #expect(basis.count == 3)
    day.withLock { $0 += 86_400 }
    _ = try service.screen(Samples.order("hold-1"), idempotency: "next-day")
    #expect(basis.count == 4)
  }

  /// What policies say now is what is answered, from the first request after they were read.
  @Test func anotherBasisKnowsNothingOfTheLast() throws {
    let service = try HookSpace().service(on: CountingBasis())
    let order = Samples.order("hold-1")
    for number in 1...3 { _ = try service.screen(order, idempotency: "\(number)") }
    service.holder.replace(by: CountingBasis(FakeBasis(name: "two")))
    let answer = try service.screen(order, idempotency: "new")
    #expect(answer.json["policy"]?["name"]?.string == "two")
  }

  /// What no list answered for is asked each time.
  @Test func whatCouldNotBeDecidedIsNotKept() throws {
    let basis = CountingBasis()
    let service = try HookSpace().service(on: basis)
    for number in 1...4 {
      let answer = try service.screen(Samples.order("stale-1"), idempotency: "\(number)")
      #expect(answer.status == 503)
    }
    #expect(basis.count == 4)
  }

  /// An order that names a moment is a replay once the moment has passed, whatever it was before.
  @Test func whatBecomesAReplayIsHeld() throws {
    let basis = CountingBasis()
    let now = Mutex(HookSpace.now)
    let service = try HookSpace().service(on: basis) { (now.withLock { $0 }, 0) }
    let order =
      "{\"asOf\":\"2026-11-22T12:00:00Z\"," + Samples.order("allow-1").dropFirst(1)
    let first = try (1...3).map { try service.screen(order, idempotency: "a\($0)") }
    #expect(first.map(\.decision) == ["allow", "allow", "allow"])
    now.withLock { $0 += 7200 }
    let later = try (1...3).map { try service.screen(order, idempotency: "b\($0)") }
    #expect(later.map(\.decision) == ["hold", "hold", "hold"])
  }
}

/// A basis that tells how often it was asked.
private final class CountingBasis: ScreeningBasis {
  private let basis: FakeBasis
  private let asked = Mutex(0)

  init(_ basis: FakeBasis = FakeBasis()) { self.basis = basis }

  var count: Int { asked.withLock { $0 } }
  var countries: Set<String> { basis.countries }

  func screen(
    _ order: Order, notices: [Diagnostic], on day: CivilDate
  ) throws(Diagnostic) -> Determination {
    asked.withLock { $0 += 1 }
    return try basis.screen(order, notices: notices, on: day)
  }

  func standing(on day: CivilDate) throws(Diagnostic) -> DataStanding {
    try basis.standing(on: day)
  }

  func retention(of determination: Determination, _ order: Order) -> RetentionBasis {
    basis.retention(of: determination, order)
  }
}

extension HookSpace {
  fileprivate func service(
    on basis: CountingBasis,
    clock: @escaping @Sendable () -> (seconds: Int, nanoseconds: Int) = { (HookSpace.now, 0) }
  ) throws -> HookService {
    HookService(
      ledger: try ledger(), holder: BasisHolder(basis),
      keys: KeyRing([try #require(Self.system).key]), clock: clock)
  }
}
