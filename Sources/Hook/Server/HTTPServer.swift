import CMicroHTTPD
import Formats
import Glibc
import Synchronization

/// Why a server was not started.
public struct ServerFailure: Error, Sendable {
  public let message: String
}

/// An HTTP/1.1 server on libmicrohttpd. The library reads and writes; everything that decides is
/// the service's.
///
/// @unchecked: the daemon's pointer is set once in `init` and the library's functions that take it
/// may be called from any thread.
@safe public final class HTTPServer: @unchecked Sendable {
  let service: any HTTPService
  let limits: ServerLimits
  let table: ConnectionTable
  let workers: WorkerPool
  /// Few, since one that waits does so for a moment only.
  let health: WorkerPool
  /// Threads of their own: those that work are the ones that take long.
  private let postponing: WorkerPool
  private let daemon: OpaquePointer
  private let phase = Mutex(Phase.open)

  enum Phase { case open, stopping, stopped }

  public let port: Int

  /// Listens when it returns. `certificate` and `privateKey` are PEM texts.
  public init(
    _ address: ListenAddress, limits: ServerLimits = ServerLimits(), certificate: String? = nil,
    privateKey: String? = nil, service: any HTTPService
  ) throws(ServerFailure) {
    self.service = service
    self.limits = limits
    table = ConnectionTable(limits, isEncrypted: certificate != nil)
    workers = WorkerPool(count: limits.workers, capacity: limits.waiting)
    postponing = WorkerPool(count: 4, capacity: limits.waiting)
    health = WorkerPool(count: 4, capacity: limits.waiting)
    let box = ServerBox()
    guard
      let daemon = unsafe HTTPServer.start(address, limits, certificate, privateKey, box)
    else {
      for pool in [workers, postponing, health] { pool.stop() }
      let why = unsafe String(cString: strerror(errno))
      throw ServerFailure(message: "cannot listen on \(address.text): \(why)")
    }
    unsafe self.daemon = daemon
    port = Int(unsafe scruple_mhd_port(daemon))
    box.open(self)
    Threads.start { [self] in watch() }
  }

  private static func start(
    _ address: ListenAddress, _ limits: ServerLimits, _ certificate: String?,
    _ privateKey: String?, _ box: ServerBox
  ) -> OpaquePointer? {
    // SAFETY: the box lives as long as the process; texts and address are copied or read before
    // the call returns, but for the certificate, of which the library keeps no pointer after it.
    let context = unsafe Unmanaged.passRetained(box).toOpaque()
    func started(
      _ certificate: UnsafePointer<CChar>?, _ privateKey: UnsafePointer<CChar>?
    ) -> OpaquePointer? {
      unsafe address.withPointer { pointer in
        var settings = unsafe scruple_mhd_settings(
          address: pointer, threads: UInt32(limits.ioThreads),
          connections: UInt32(limits.connections),
          seconds_idle: UInt32(limits.secondsToHead.rounded(.up)) * 2,
          connection_memory: 32 << 10, certificate: certificate, private_key: privateKey,
          handler: handleRequest, completed: completeRequest, connection: noteConnection,
          target: takeTarget, unescape: leaveEscaped, context: context)
        return unsafe scruple_mhd_start(&settings)
      }
    }
    guard let certificate, let privateKey else { return unsafe started(nil, nil) }
    return unsafe certificate.withCString { first in
      unsafe privateKey.withCString { second in unsafe started(first, second) }
    }
  }

  var isStopping: Bool { phase.withLock { $0 != .open } }

  /// Takes no more connections, finishes every request in flight, and ends.
  public func stop() {
    let isFirst = phase.withLock { phase in
      defer { if phase == .open { phase = .stopping } }
      return phase == .open
    }
    guard isFirst else { return }
    let socket = unsafe MHD_quiesce_daemon(daemon)
    if socket >= 0 { _ = close(socket) }
    wait(seconds: limits.secondsToStop)
    // What is still worked on is answered now; its sender asks again with the same key.
    for (handle, exchange) in table.working {
      let problem = Problem(.stopping, "the server stops before a determination was reached")
      if exchange.resolve(problem.response) { handle.resume() }
    }
    wait(seconds: 2)
    phase.withLock { $0 = .stopped }
    unsafe MHD_stop_daemon(daemon)
    for pool in [workers, postponing, health] { pool.stop() }
  }

  private func wait(seconds: Double) {
    let end = Process.monotonicNanoseconds + Int(seconds * 1e9)
    while table.busy > 0, Process.monotonicNanoseconds < end { usleep(5000) }
  }

  /// Has a request taken on record to be answered later, unless its answer comes meanwhile.
  private func postpone(_ exchange: Exchange, _ handle: ConnectionHandle) {
    _ = postponing.submit { [service] in
      guard let request = exchange.request, let response = service.postpone(request) else {
        return
      }
      if exchange.resolve(response) { handle.resume() }
    }
  }

  /// Ends what takes too long, until the server has stopped.
  private func watch() {
    while phase.withLock({ $0 != .stopped }) {
      let sweep = table.sweep()
      for (handle, exchange) in sweep.near { postpone(exchange, handle) }
      for (handle, exchange) in sweep.late {
        let problem = Problem(.deadline, "no determination was reached within the time allowed")
        if exchange.resolve(problem.response) { handle.resume() }
      }
      usleep(50_000)
    }
  }
}

/// What the library's callbacks get: the server, once there is one.
final class ServerBox: Sendable {
  private let server = Mutex<HTTPServer?>(nil)

  func open(_ server: HTTPServer) { self.server.withLock { $0 = server } }
  /// Nil for the moment between the library's start and the end of `init`.
  var opened: HTTPServer? { server.withLock { $0 } }
}
