import Formats
import HookSamples
import Synchronization

@testable import Hook

/// Orders that were sent, and what was answered to them.
final class ToldOrders: Sendable {
  struct Told: Sendable {
    let key: String
    let order: String
    let body: [UInt8]
  }

  private let access: AccessKeySample
  private let told = Mutex<[Told]>([])

  init(_ access: AccessKeySample) { self.access = access }

  var all: [Told] { told.withLock { $0 } }

  /// Sends an order whose decision follows from its number; false where no answer came.
  func send(_ name: String, _ number: Int, over connection: LoadConnection) -> Bool {
    let reference = "\(["allow", "hold", "block", "conditions"][number % 4])-\(name)x\(number)"
    let order = Samples.order(reference)
    let key = "k\(name)-\(number)"
    let request =
      "POST /v1/screenings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(access.text)\r\n"
      + "Content-Type: application/json\r\nIdempotency-Key: \(key)\r\n"
      + "Content-Length: \(order.utf8.count)\r\n\r\n" + order
    guard let answer = connection.exchange(Array(request.utf8)) else { return false }
    if answer.status == 200 {
      told.withLock { $0.append(Told(key: key, order: order, body: Array(answer.body))) }
    }
    return true
  }

  /// Sends orders one after the other until the server is gone.
  func send(_ name: String, to port: Int) {
    guard let connection = LoadConnection(port: port) else { return }
    var number = 0
    while send(name, number, over: connection) { number += 1 }
  }

  /// Answers that a service gives otherwise than they were given, or as if to a new request.
  func differing(from service: HookService) throws -> Int {
    try all.count { told in
      let again = try service.screen(told.order, idempotency: told.key, key: access)
      return again.body != told.body || again.header("Idempotency-Replayed") != "true"
    }
  }
}
