import DatabaseServer
import Digests
import Formats
import HookSamples
import Ledger
import Synchronization
import TestFolders
import Testing

@testable import Hook

/// A store with keys, and a service over it, for one test.
final class HookSpace: Sendable {
  /// 2026-11-22T12:00:00Z, at which the clock of the service stands still.
  static let now = 1_795_348_800
  static let system = try? AccessKeySample(["screen:write", "order:read"])
  static let officer = try? AccessKeySample([
    "screen:write", "determination:read", "clearance:write", "log:read", "policy:activate",
  ])

  let path: String
  /// As it is written on a command line: the path, or where the server is.
  let address: String
  let keys: LedgerKeys
  let log = Mutex<[JSON]>([])

  init(_ store: HookStore = .sqlite, name: String = "example.org/ledger") throws {
    path = try Scratch.path("hook") + ".db"
    address =
      store == .sqlite ? path : try #require(DatabaseServer.shared).freshAddress()
    keys = try LedgerKeys(name: name)
    _ = try StoreAddress(address).open(creates: true)
  }

  func ledger() throws -> Ledger {
    try Ledger(store: StoreAddress(address).open(), keys: keys, clock: { HookSpace.now })
  }

  func service(
    _ basis: FakeBasis = FakeBasis(), settings: HookSettings = HookSettings()
  ) throws -> HookService {
    let ring = KeyRing([try #require(Self.system).key, try #require(Self.officer).key])
    return HookService(
      ledger: try ledger(), holder: BasisHolder(basis), keys: ring, settings: settings,
      clock: { (HookSpace.now, 118_000_000) },
      log: { [self] line in log.withLock { $0.append(line) } })
  }

  func verification() throws -> LogVerification {
    try LogVerification(
      of: StoreAddress(address).open(isReading: true), key: try keys.published.log,
      opening: keys)
  }
}

/// The databases under a service, as far as they are here.
enum HookStore: CaseIterable {
  case sqlite, postgreSQL

  static let installed = allCases.filter { $0 == .sqlite || DatabaseServer.shared != nil }
}

struct AccessKeySample: Sendable {
  let key: AccessKey
  let text: String

  init(_ scopes: [String], expires: Int? = nil) throws {
    let made = try #require(
      AccessKey.make(
        name: "a system", scopes: Set(scopes.compactMap(Scope.init)), now: HookSpace.now - 60,
        expires: expires))
    (key, text) = (made.key, made.text)
  }
}

extension AccessKeySample {
  init(_ made: (key: AccessKey, text: String)) throws { (key, text) = made }
}

extension HookService {
  /// What a request is answered, without a socket: admission and answer as the server asks them.
  func ask(
    _ method: String, _ path: String, _ headers: [(name: String, value: String)] = [],
    key: AccessKeySample? = HookSpace.system, body: String = ""
  ) throws -> HTTPResponse {
    var headers = headers
    if let key { headers.append(("authorization", "Bearer " + key.text)) }
    if !body.isEmpty, !headers.contains(where: { $0.name == "content-type" }) {
      headers.append(("content-type", "application/json"))
    }
    let target = try RequestTarget(path)
    do throws(Problem) {
      _ = try admit(method: method, target: target, headers: headers)
    } catch {
      return error.response
    }
    return answer(
      HTTPRequest(method: method, target: target, headers: headers, body: Array(body.utf8)))
  }

  func screen(
    _ order: String, idempotency: String? = nil, key: AccessKeySample? = HookSpace.system,
    headers: [(name: String, value: String)] = []
  ) throws -> HTTPResponse {
    let own = idempotency ?? "k\(UInt64.random(in: .min ... .max))"
    return try ask(
      "POST", "/v1/screenings", headers + [("idempotency-key", own)], key: key, body: order)
  }
}

extension HTTPResponse {
  var json: JSON { (try? JSONReader.read(body)) ?? .null }
  var text: String { String(decoding: body, as: UTF8.self) }
  var decision: String? { json["decision"]?.string }
}
