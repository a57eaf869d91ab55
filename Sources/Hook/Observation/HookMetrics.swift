import Formats
import Screening
import Synchronization

/// What Prometheus reads at `/metrics`; no label names anybody.
final class HookMetrics: Sendable {
  private struct Exposed: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct State {
    var screenings: [String: Int] = [:]
    var seconds = Histogram()
    var requests: [Exposed: Histogram] = [:]
    var replays = 0
  }

  private let state = Mutex(State())
  private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"]

  /// One determination; the lane is that of its strongest finding.
  func decided(_ decision: Decision, lane: String, nanoseconds: Int) {
    state.withLock { state in
      state.screenings[
        "decision=\"\(decision.rawValue)\",lane=\"\(lane)\"", default: 0] += 1
      state.seconds.observe(Double(nanoseconds) / 1e9)
    }
  }

  func replayed() { state.withLock { $0.replays += 1 } }

  func finished(_ response: HTTPResponse, method: String, nanoseconds: Int) {
    let key = Exposed(
      method: HookMetrics.methods.contains(method) ? method : "other",
      route: response.note.route, status: response.status)
    state.withLock { $0.requests[key, default: Histogram()].observe(Double(nanoseconds) / 1e9) }
  }

  /// The exposition format of Prometheus, version 0.0.4.
  func text(
    standing: DataStanding?, treeSize: Int?, waiting: Int, now: Int, isReady: Bool
  ) -> String {
    let state = state.withLock { $0 }
    var text = ""
    func family(_ name: String, _ kind: String, _ help: String) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }
    family("scruple_screenings_total", "counter", "Determinations by decision and lane.")
    for (labels, count) in state.screenings.sorted(by: { $0.key < $1.key }) {
      text += "scruple_screenings_total{\(labels)} \(count)\n"
    }
    family("scruple_replayed_answers_total", "counter", "Answers given again for an old key.")
    text += "scruple_replayed_answers_total \(state.replays)\n"
    family("scruple_decision_seconds", "histogram", "From the request's head to its answer.")
    text += state.seconds.lines("scruple_decision_seconds")
    family("http_server_request_duration_seconds", "histogram", "Requests by route.")
    for (key, histogram) in state.requests.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      text += histogram.lines(
        "http_server_request_duration_seconds",
        "http_request_method=\"\(key.method)\",http_route=\"\(key.route)\","
          + "http_response_status_code=\"\(key.status)\"")
    }
    family("scruple_list_age_seconds", "gauge", "Age of each list by its day of retrieval.")
    for list in standing?.lists ?? [] {
      guard let day = list.retrieved else { continue }
      text += "scruple_list_age_seconds{list=\"\(list.id)\"} \(now - day.dayNumber * 86_400)\n"
    }
    family("scruple_list_entries", "gauge", "Entries of each list.")
    for list in standing?.lists ?? [] {
      text += "scruple_list_entries{list=\"\(list.id)\"} \(list.entries)\n"
    }
    if let treeSize {
      family("scruple_log_tree_size", "gauge", "Records of the log.")
      text += "scruple_log_tree_size \(treeSize)\n"
    }
    family("scruple_accepted_requests", "gauge", "Requests that are accepted and not answered.")
    text += "scruple_accepted_requests \(waiting)\n"
    family("scruple_ready", "gauge", "Whether orders can be decided.")
    text += "scruple_ready \(isReady ? 1 : 0)\n"
    family("process_resident_memory_bytes", "gauge", "Memory in use.")
    return text + "process_resident_memory_bytes \(Process.residentBytes)\n"
  }
}
