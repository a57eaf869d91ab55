public import Formats

/// How far an endpoint has been told, and what is to be sent to it again.
///
/// The log itself is the queue, so nothing is lost between a record and its message; this only
/// remembers the place in it.
public struct DeliveryState: Sendable, Hashable {
  struct Pending: Sendable, Hashable {
    let position: Int
    /// Which of the events of its record; most have one.
    var part = 0
    var attempts: Int
    /// Seconds since 1970.
    var due: Int
  }

  /// The first record that was not looked at.
  var next: Int
  var pending: [Pending] = []
  /// Set once the endpoint answered that it is gone for good.
  var isDisabled = false

  init(next: Int) { self.next = next }

  public var json: JSON {
    .object([
      ("version", .integer(1)), ("next", .integer(next)), ("disabled", .boolean(isDisabled)),
      (
        "pending",
        .array(
          pending.map {
            .object([
              ("position", .integer($0.position)), ("part", .integer($0.part)),
              ("attempts", .integer($0.attempts)), ("due", .integer($0.due)),
            ])
          })
      ),
    ])
  }

  public init?(_ json: JSON) {
    guard json["version"]?.integer == 1, let next = json["next"]?.integer, next >= 0,
      let isDisabled = json["disabled"]?.boolean, let entries = json["pending"]?.array
    else { return nil }
    self.next = next
    self.isDisabled = isDisabled
    for entry in entries {
      guard let position = entry["position"]?.integer, let attempts = entry["attempts"]?.integer,
        let due = entry["due"]?.integer
      else { return nil }
      pending.append(
        Pending(
          position: position, part: entry["part"]?.integer ?? 0, attempts: attempts, due: due))
    }
  }
}

/// Where delivery states are kept. Each store of records may have its own way.
public protocol DeliveryShelf: Sendable {
  /// Nil where the endpoint was never told anything. Throws where the state cannot be read.
  func state(of endpoint: String) throws(Diagnostic) -> DeliveryState?
  /// Durable when it returns.
  func keep(_ state: DeliveryState, of endpoint: String) throws(Diagnostic)
}

/// States as files beside an SQLite store.
public struct DeliveryFiles: DeliveryShelf {
  private let prefix: String

  public init(store: String) { prefix = store + ".webhook-" }

  public func state(of endpoint: String) throws(Diagnostic) -> DeliveryState? {
    let path = prefix + endpoint
    guard FileReader.exists(path) else { return nil }
    guard let bytes = try? FileReader.bytes(of: path, limit: 1 << 28),
      let state = (try? JSONReader.read(bytes)).flatMap({ DeliveryState($0) })
    else {
      throw Diagnostic(
        "HOK026", "the state of an endpoint cannot be read",
        remedy: "remove it to begin with what is recorded from now on", file: path)
    }
    return state
  }

  public func keep(_ state: DeliveryState, of endpoint: String) throws(Diagnostic) {
    do throws(FileReader.Failure) {
      try FileWriter.write(state.json.text() + "\n", to: prefix + endpoint)
    } catch {
      throw Diagnostic("HOK027", error.message, file: prefix + endpoint)
    }
  }
}
