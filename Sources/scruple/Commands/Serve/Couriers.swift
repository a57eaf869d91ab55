import Formats
import Hook
import Ledger

/// The threads that tell other systems of changes, one for each endpoint.
enum Couriers {
  static func start(
    _ partners: Partners, _ arguments: Arguments, _ ledger: Ledger, _ log: LogWriter
  ) throws(CommandFailure) {
    guard !partners.endpoints.isEmpty else { return }
    let shelf = DeliveryFiles(store: try prefix(arguments))
    for endpoint in partners.endpoints {
      let courier = WebhookCourier(
        endpoint, ledger: ledger, shelf: shelf,
        reachesPrivateAddresses: arguments.has("reach-private"), log: { log.write($0) })
      Threads.start {
        while true {
          var waits = true
          do throws(Diagnostic) {
            waits = try !courier.step(now: Process.now.seconds)
          } catch {
            log.note("webhookFailed", [error.line])
          }
          if waits { Threads.pause(milliseconds: 500) }
        }
      }
    }
  }

  /// Where the place of each endpoint in the log is kept.
  private static func prefix(_ arguments: Arguments) throws(CommandFailure) -> String {
    if let named = arguments.option("state") { return named }
    let store = try StoreOptions(arguments).store
    guard case .file(let path) = store else {
      throw CommandFailure(
        .usage, "scruple: name a path with --state where the progress of webhooks is kept")
    }
    return path
  }

  static func partners(_ arguments: Arguments) throws(CommandFailure) -> Partners {
    guard let path = arguments.option("partners") else { return Partners() }
    do throws(Diagnostic) {
      return try Partners(file: path)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
  }
}
