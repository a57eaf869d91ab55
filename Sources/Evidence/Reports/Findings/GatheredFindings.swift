internal import Synchronization

/// The findings of a report, gathered by whoever asks first: claims and contradictions of most
/// reports are read, and nobody looks at what else they speak of.
final class GatheredFindings: Sendable {
  private let collector: FindingCollector
  private let gathered = Mutex<[ReportFinding]?>(nil)

  init(_ collector: FindingCollector) { self.collector = collector }

  var findings: [ReportFinding] {
    gathered.withLock { known in
      if let known { return known }
      let found = collector.findings()
      known = found
      return found
    }
  }
}
