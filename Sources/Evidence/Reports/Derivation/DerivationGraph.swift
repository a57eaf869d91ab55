/// Which text rests on which: reports that were read, and sources that they name.
///
/// A text derives from another where it names its publisher as the source of what it says, or
/// where it shares sentences with an earlier text. The graph has no cycles: of two texts each of
/// which may derive from the other, the better supported direction stands.
public struct DerivationGraph: Sendable {
  public struct Edge: Sendable, Hashable {
    /// The report that derives, by its place in `reports`.
    public let from: Int
    /// A report, or a source that is only named.
    public let to: Node
    /// Attributions and shared sentences that show it.
    public let strength: Int
    public let evidence: [String]
    /// The code of the publisher that is named, where one is known.
    public var publisherCode: String?
    /// Whether what the report says about its matter rests on it mainly.
    public var isMain = false
  }

  public enum Node: Sendable, Hashable {
    case report(Int)
    /// A publisher whose own text is not among the reports.
    case named(String)
  }

  public let reports: [String]
  public private(set) var edges: [Edge] = []

  public init(_ read: [IngestedReport]) {
    reports = read.map(\.name)
    let shingles = read.map(\.shingles.ascending)
    for (number, report) in read.enumerated() {
      addAttributions(report, number, read)
      addSharedSentences(report, number, read, shingles)
    }
    chooseMain(read)
    breakCycles()
  }

  /// The report or named source at the end of the main derivations of a report.
  public func root(of report: Int) -> Node {
    var current = report
    var seen: Set<Int> = [report]
    while let edge = edges.first(where: { $0.from == current && $0.isMain }) {
      guard case .report(let next) = edge.to else { return edge.to }
      guard seen.insert(next).inserted else { break }
      current = next
    }
    return .report(current)
  }

  /// The independent roots of all reports.
  public var roots: [Node] {
    var roots: [Node] = []
    for report in reports.indices {
      let root = root(of: report)
      if !roots.contains(root) { roots.append(root) }
    }
    return roots
  }

  public func words(for node: Node) -> String {
    switch node {
    case .report(let number): reports[number]
    case .named(let name): name + " (only named)"
    }
  }

  private mutating func addAttributions(
    _ report: IngestedReport, _ number: Int, _ read: [IngestedReport]
  ) {
    for cited in report.attributions {
      guard let code = cited.attribution.publisher, code != report.metadata.publisherCode else {
        continue
      }
      let origin = read.indices.first {
        $0 != number && read[$0].metadata.publisherCode == code
          && !DerivationGraph.isEarlier(report, than: read[$0])
      }
      let places = cited.locators.prefix(5).joined(separator: ", ")
      edges.append(
        Edge(
          from: number, to: origin.map { .report($0) } ?? .named(cited.attribution.name),
          strength: cited.count,
          evidence: [
            "names \(cited.attribution.name) as its source at \(places)"
          ], publisherCode: code))
    }
  }

  private mutating func addSharedSentences(
    _ report: IngestedReport, _ number: Int, _ read: [IngestedReport], _ shingles: [Shingles]
  ) {
    for other in (number + 1)..<max(number + 1, read.count) {
      let pairs = shingles[number].shared(with: shingles[other])
      let own = Set(pairs.map(\.own))
      guard own.count >= 2 || pairs.count >= 2 else { continue }
      let (from, to) = direction(number, other, read)
      let places = pairs.prefix(4).map { pair in
        let first = DerivationGraph.locator(pair.own, report)
        let second = DerivationGraph.locator(pair.other, read[other])
        return from == number ? "\(first) as \(second)" : "\(second) as \(first)"
      }
      let evidence = "shares \(own.count) sentences: \(places.joined(separator: ", "))"
      if let known = edges.firstIndex(where: { $0.from == from && $0.to == .report(to) }) {
        edges[known] = Edge(
          from: from, to: .report(to), strength: edges[known].strength + own.count,
          evidence: edges[known].evidence + [evidence])
      } else {
        edges.append(
          Edge(from: from, to: .report(to), strength: own.count, evidence: [evidence]))
      }
    }
  }

  /// Who took from whom: who names the other, else who is later, else who has less to say.
  private func direction(
    _ left: Int, _ right: Int, _ read: [IngestedReport]
  ) -> (from: Int, to: Int) {
    func names(_ one: Int, _ other: Int) -> Bool {
      guard let code = read[other].metadata.publisherCode else { return false }
      return read[one].attributions.contains {
        $0.attribution.publisher == code && code != read[one].metadata.publisherCode
      }
    }
    if names(left, right) != names(right, left) {
      return names(left, right) ? (left, right) : (right, left)
    }
    if DerivationGraph.isEarlier(read[left], than: read[right]) { return (right, left) }
    if DerivationGraph.isEarlier(read[right], than: read[left]) { return (left, right) }
    return read[left].text.bytes.count < read[right].text.bytes.count
      ? (left, right) : (right, left)
  }

  private static func isEarlier(_ one: IngestedReport, than other: IngestedReport) -> Bool {
    guard let first = one.metadata.published, let second = other.metadata.published else {
      return false
    }
    let length = min(first.utf8.count, second.utf8.count)
    return first.prefix(length) < second.prefix(length)
  }

  private static func locator(_ sentence: Int32, _ report: IngestedReport) -> String {
    let range = report.shingles.sentences[Int(sentence)]
    return report.text.locator(Int(range.lowerBound)..<Int(range.upperBound))
  }

  /// The one source on which a report mainly rests: an investigator or a text in hand, named often
  /// or at the start, before others.
  private mutating func chooseMain(_ read: [IngestedReport]) {
    for number in reports.indices {
      let own = edges.indices.filter { edges[$0].from == number }
      let total = own.reduce(0) { $0 + edges[$1].strength }
      guard
        let best = own.max(by: { left, right in
          (edges[left].strength, isInHand(edges[left]) ? 1 : 0, right)
            < (edges[right].strength, isInHand(edges[right]) ? 1 : 0, left)
        }), edges[best].strength * 5 >= total * 2
      else { continue }
      // A report that says much and cites little stands on its own.
      let isOwnVoice =
        edges[best].strength * 12 < read[number].proposals.count && !isInHand(edges[best])
      if !isOwnVoice { edges[best].isMain = true }
    }
  }

  private func isInHand(_ edge: Edge) -> Bool {
    if case .report = edge.to { true } else { false }
  }

  private mutating func breakCycles() {
    while let weakest = cycle().min(by: { edges[$0].strength < edges[$1].strength }) {
      edges.remove(at: weakest)
    }
  }

  /// The edges between reports that lie on a cycle.
  private func cycle() -> [Int] {
    for start in edges.indices {
      guard case .report(let target) = edges[start].to else { continue }
      if reaches(target, edges[start].from) {
        return edges.indices.filter { index in
          guard case .report(let next) = edges[index].to else { return false }
          return reaches(next, edges[index].from)
        }
      }
    }
    return []
  }

  private func reaches(_ from: Int, _ target: Int) -> Bool {
    var open = [from]
    var seen: Set<Int> = []
    while let current = open.popLast() {
      if current == target { return true }
      guard seen.insert(current).inserted else { continue }
      for edge in edges where edge.from == current {
        if case .report(let next) = edge.to { open.append(next) }
      }
    }
    return false
  }
}
