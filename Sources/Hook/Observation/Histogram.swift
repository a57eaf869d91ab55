/// Counts of durations up to bounds, as Prometheus reads them.
struct Histogram {
  static let bounds = [
    0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 10,
  ]
  private var counts = [Int](repeating: 0, count: Histogram.bounds.count)
  private(set) var count = 0
  private var sum = 0.0

  mutating func observe(_ seconds: Double) {
    for (place, bound) in Histogram.bounds.enumerated() where seconds <= bound {
      counts[place] += 1
    }
    count += 1
    sum += seconds
  }

  func lines(_ name: String, _ labels: String = "") -> String {
    let comma = labels.isEmpty ? "" : ","
    var text = ""
    for (bound, count) in zip(Histogram.bounds, counts) {
      text += "\(name)_bucket{\(labels)\(comma)le=\"\(bound)\"} \(count)\n"
    }
    text += "\(name)_bucket{\(labels)\(comma)le=\"+Inf\"} \(count)\n"
    let braces = labels.isEmpty ? "" : "{\(labels)}"
    return text + "\(name)_sum\(braces) \(sum)\n\(name)_count\(braces) \(count)\n"
  }
}
