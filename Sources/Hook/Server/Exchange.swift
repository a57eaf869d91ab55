import CMicroHTTPD
import Formats
import Synchronization

/// One request and its answer, between the threads of the library and those that work.
final class Exchange: Sendable {
  enum Phase {
    /// The head is not looked at yet.
    case head
    case body
    /// A worker has it, and the connection is suspended.
    case working
    case answered
    /// The library has the answer.
    case queued
    /// Its sender was too slow and was told so; what still comes is not read.
    case ended
  }

  struct State {
    var phase = Phase.head
    var method = ""
    var headers: [(name: String, value: String)] = []
    var target: RequestTarget?
    var admission = Admission(bodyLimit: 0, lane: .work, secondsToAnswer: 4)
    var body: [UInt8] = []
    var discarded = 0
    var arrival = Process.monotonicNanoseconds
    /// Set where the answer is known before the body has come.
    var refusal: Problem?
    var request: HTTPRequest?
    var response: HTTPResponse?
    /// Somebody tries to take it to be answered later.
    var isPostponed = false
  }

  /// As sent: the library would decode it loosely.
  let rawTarget: String
  let state = Mutex(State())

  init(target: String) { rawTarget = target }

  /// Takes the first answer; a later one is let go: true for the first.
  func resolve(_ response: HTTPResponse) -> Bool {
    state.withLock { state in
      guard case .working = state.phase else { return false }
      state.response = response
      state.phase = .answered
      return true
    }
  }

  /// Ends a request whose body has not come; false where it has.
  func end() -> Bool {
    state.withLock { state in
      guard case .body = state.phase else { return false }
      state.phase = .ended
      return true
    }
  }

  /// Nanoseconds that are left for taking a request on record whose answer does not come: a
  /// quarter of its time, half a second at most.
  private static let mostToPostpone = 500_000_000.0

  /// Whether so little time is left that it should be answered later; true once.
  func comesNear(_ now: Int) -> Bool {
    state.withLock { state in
      guard case .working = state.phase, let request = state.request, !state.isPostponed else {
        return false
      }
      let margin = min(Exchange.mostToPostpone, state.admission.secondsToAnswer * 1e9 / 4)
      guard request.deadline - Int(margin) < now else { return false }
      state.isPostponed = true
      return true
    }
  }

  var request: HTTPRequest? { state.withLock { $0.request } }

  /// Whether the work took longer than it may.
  func isLate(_ now: Int) -> Bool {
    state.withLock { state in
      guard case .working = state.phase, let request = state.request else { return false }
      return request.deadline < now
    }
  }
}

/// The library's handle of a connection, which other threads may name but not use, except to
/// resume it.
struct ConnectionHandle: Hashable, Sendable {
  private let bits: UInt

  init(_ pointer: OpaquePointer) { bits = UInt(bitPattern: pointer) }

  /// SAFETY: called once for each suspension, after which the library may free the connection.
  func resume() {
    guard let pointer = unsafe OpaquePointer(bitPattern: bits) else { return }
    unsafe MHD_resume_connection(pointer)
  }
}
