import CMicroHTTPD
import Formats
import Synchronization

extension HTTPServer {
  /// One step of a request: its head, a piece of its body, its end, or its answer. False closes
  /// the connection.
  func take(_ call: LibraryCall, _ exchange: Exchange) -> Bool {
    switch exchange.state.withLock({ $0.phase }) {
    case .head: takeHead(call, exchange)
    case .body: call.uploadCount == 0 ? takeEnd(call, exchange) : takeBody(call, exchange)
    case .answered: deliver(call, exchange)
    case .working, .queued: true
    case .ended: false
    }
  }

  /// The first call, in which everything that the library lets pass is looked at.
  private func takeHead(_ call: LibraryCall, _ exchange: Exchange) -> Bool {
    guard table.receives(call.handle, exchange) else { return false }
    let headers = call.headers
    let head = RequestHead(
      method: call.method, target: exchange.rawTarget, version: call.version, headers: headers,
      size: call.headSize)
    let lowered = headers.map { (name: $0.name.lowercased(), value: $0.value) }
    exchange.state.withLock { state in
      state.phase = .body
      state.method = call.method
      state.headers = lowered
    }
    // Where the body ends is not known, so nothing after this may be read as a request.
    if let fault = head.fault { return refuse(fault, call, exchange) }
    do throws(Problem) {
      let target = try HTTPServer.target(exchange.rawTarget)
      exchange.state.withLock { $0.target = target }
      guard !isStopping else {
        throw Problem(.stopping, "the server takes no more requests")
      }
      let admission = try service.admit(method: call.method, target: target, headers: lowered)
      exchange.state.withLock { $0.admission = admission }
      if let length = head.declaredLength, length > admission.bodyLimit {
        return refuse(HTTPServer.tooLarge(admission.bodyLimit), call, exchange)
      }
    } catch {
      if error.kind == .malformedRequest || (head.declaredLength ?? 0) > 1 << 20 {
        return refuse(error, call, exchange)
      }
      exchange.state.withLock { $0.refusal = error }
    }
    return true
  }

  private static func target(_ raw: String) throws(Problem) -> RequestTarget {
    do throws(RequestTarget.Fault) {
      return try RequestTarget(raw)
    } catch {
      let why =
        switch error {
        case .notAPath: "the target is no path"
        case .encoding: "the target holds a character or an encoding that is none"
        case .segment: "the path holds an empty or a dot segment"
        case .query: "a parameter stands twice"
        case .tooLong: "the target is longer than \(RequestTarget.longest) bytes"
        }
      throw Problem(.malformedRequest, why)
    }
  }

  private static func tooLarge(_ limit: Int) -> Problem {
    Problem(.tooLarge, "the body may have \(limit) bytes")
  }

  /// Answers at once and closes the connection: the rest of what it sends is not read.
  private func refuse(_ problem: Problem, _ call: LibraryCall, _ exchange: Exchange) -> Bool {
    var response = problem.response
    response.headers.append(("Connection", "close"))
    return queue(response, call, exchange)
  }

  private func takeBody(_ call: LibraryCall, _ exchange: Exchange) -> Bool {
    let tooMuch = exchange.state.withLock { state -> Problem? in
      let limit = state.admission.bodyLimit
      if state.refusal == nil, call.uploadCount > limit - state.body.count {
        state.refusal = HTTPServer.tooLarge(limit)
        state.body = []
      }
      guard state.refusal != nil else {
        state.body += call.upload
        return nil
      }
      // The library lets us answer only at the end of a body; what is far too long is cut off.
      state.discarded += call.uploadCount
      return state.discarded <= max(limit, HTTPServer.mostDiscarded) ? nil : state.refusal
    }
    guard let tooMuch else { return true }
    table.ends(call.handle, tooMuch)
    return false
  }

  /// Bytes that are read of a body which is refused, so that its sender comes to read why.
  private static let mostDiscarded = 64 << 20

  private func takeEnd(_ call: LibraryCall, _ exchange: Exchange) -> Bool {
    let isWhole = exchange.state.withLock { state -> Bool in
      guard case .body = state.phase else { return false }
      state.phase = .working
      state.request = HTTPServer.request(state)
      state.body = []
      return true
    }
    guard isWhole else { return false }
    let (refusal, lane, request) = exchange.state.withLock {
      ($0.refusal, $0.admission.lane, $0.request)
    }
    guard let request else {
      return refuse(Problem(.malformedRequest, "no target"), call, exchange)
    }
    if let refusal { return queue(refusal.response, call, exchange) }
    if lane == .immediate { return queue(service.answer(request), call, exchange) }
    // The order matters: a worker may have the answer before this function returns.
    let handle = call.handle
    call.suspend()
    table.works(handle, exchange)
    let isTaken = (lane == .health ? health : workers).submit { [service] in
      let response = service.answer(request)
      if exchange.resolve(response) { handle.resume() }
    }
    if !isTaken {
      let problem = Problem(.busy, "as many requests wait as may")
      if exchange.resolve(problem.response) { handle.resume() }
    }
    return true
  }

  private static func request(_ state: Exchange.State) -> HTTPRequest? {
    guard let target = state.target else { return nil }
    return HTTPRequest(
      method: state.method, target: target, headers: state.headers, body: state.body,
      arrival: state.arrival,
      deadline: Process.monotonicNanoseconds + Int(state.admission.secondsToAnswer * 1e9))
  }

  private func deliver(_ call: LibraryCall, _ exchange: Exchange) -> Bool {
    guard let response = exchange.state.withLock({ $0.response }) else { return false }
    return queue(response, call, exchange)
  }

  private func queue(
    _ response: HTTPResponse, _ call: LibraryCall, _ exchange: Exchange
  ) -> Bool {
    var response = response
    let trace = exchange.state.withLock { state in
      state.request?.trace ?? TraceContext(state.headers.first { $0.name == "traceparent" }?.value)
    }
    response.headers += [
      ("traceparent", trace.text), ("Cache-Control", "no-store"),
      ("X-Content-Type-Options", "nosniff"),
    ]
    if isStopping { response.headers.append(("Connection", "close")) }
    exchange.state.withLock { state in
      state.response = response
      state.phase = .queued
    }
    table.answers(call.handle)
    return call.queue(response)
  }

  /// The request is over, whether its answer was taken or not.
  func complete(_ exchange: Exchange, _ handle: ConnectionHandle, isCutOff: Bool) {
    if isCutOff {
      table.ends(handle, Problem(.malformedRequest, "the request ended before all of it had come"))
    }
    table.awaitsHead(handle)
    let (request, response, arrival) = exchange.state.withLock {
      ($0.request, $0.response, $0.arrival)
    }
    guard let response else { return }
    service.finished(
      request, response, nanoseconds: Process.monotonicNanoseconds - arrival)
  }
}
