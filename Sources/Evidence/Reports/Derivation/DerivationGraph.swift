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
    /// Whether they share sentences, and not only a name.
    var isShared = false
  }

  public enum Node: Sendable, Hashable {
    case report(Int)
    /// A publisher whose own text is not among the reports.
    case named(String)
  }

  /// Those that were read, and after them the known ones.
  public let reports: [String]
  public private(set) var edges: [Edge] = []
  /// How many of the reports were read now.
  private let newCount: Int
  /// The main edge of each report that has one.
  private var mainEdges: [Int: Int] = [:]

  /// `known` are sources that were accepted before; of them is told only what rests on them.
  public init(_ new: [IngestedReport], beside known: KnownReports = KnownReports()) {
    let read = new + known.reports
    reports = read.map(\.name)
    newCount = new.count
    // One report alone shares nothing.
    let shingles = read.count > 1 ? read.map(\.shingles.ascending) : []
    let names = CitedNames(read)
    var shares = SentenceShares(read)
    for (number, report) in new.enumerated() { addAttributions(report, number, read, names) }
    var places: [EdgeEnds: Int] = [:]
    for (index, edge) in edges.enumerated() where places[EdgeEnds(edge)] == nil {
      places[EdgeEnds(edge)] = index
    }
    for (number, report) in new.enumerated() {
      addSharedSentences(
        number, read, shingles, names, &shares, &places,
        except: known.restingOn(report, from: newCount))
    }
    chooseMain(read)
    breakCycles()
    for (index, edge) in edges.enumerated() where edge.isMain && mainEdges[edge.from] == nil {
      mainEdges[edge.from] = index
    }
  }

  /// The report or named source at the end of the main derivations of a report.
  public func root(of report: Int) -> Node {
    var current = report
    var seen: Set<Int> = [report]
    while let main = mainEdges[current] {
      guard case .report(let next) = edges[main].to else { return edges[main].to }
      guard seen.insert(next).inserted else { break }
      current = next
    }
    return .report(current)
  }

  /// The independent roots of all reports.
  public var roots: [Node] {
    var seen: Set<Node> = []
    return (0..<newCount).map { root(of: $0) }.filter { seen.insert($0).inserted }
  }

  public func words(for node: Node) -> String {
    switch node {
    case .report(let number): reports[number]
    case .named(let name): name + " (only named)"
    }
  }

  private mutating func addAttributions(
    _ report: IngestedReport, _ number: Int, _ read: [IngestedReport], _ names: CitedNames
  ) {
    for (cited, name) in zip(report.attributions, names.cited[number]) {
      guard name.isOfSomebody, !names.publishes(name, number) else { continue }
      let origin = names.reports(by: name).first {
        $0 != number && !DerivationGraph.isEarlier(report, than: read[$0])
      }
      // Of a person only what another text has from the same one is known to be no voice of its own.
      guard
        origin != nil || cited.attribution.kind == .publisher
          || names.isCited(name, besides: number)
      else { continue }
      let places = cited.locators.prefix(5).joined(separator: ", ")
      edges.append(
        Edge(
          from: number, to: origin.map { .report($0) } ?? .named(cited.attribution.name),
          strength: cited.count,
          evidence: [
            "names \(cited.attribution.name) as its source at \(places)"
          ], publisherCode: name.code))
    }
  }

  private mutating func addSharedSentences(
    _ number: Int, _ read: [IngestedReport], _ shingles: [Shingles], _ names: CitedNames,
    _ shares: inout SentenceShares, _ places: inout [EdgeEnds: Int], except derived: Set<Int>
  ) {
    let report = read[number]
    for other in (number + 1)..<max(number + 1, read.count) where !derived.contains(other) {
      let pairs = shingles[number].shared(with: shingles[other])
      let own = Set(pairs.map(\.own))
      guard !pairs.isEmpty else { continue }
      let (from, to) = direction(number, other, read, names)
      // One sentence is a quotation, unless it is much of what the text claims.
      guard
        own.count >= 2 || pairs.count >= 2
          || shares.carry(pairs.map { from == number ? $0.own : $0.other }, from)
      else { continue }
      let told = pairs.prefix(4).map { pair in
        let first = DerivationGraph.locator(pair.own, report)
        let second = DerivationGraph.locator(pair.other, read[other])
        return from == number ? "\(first) as \(second)" : "\(second) as \(first)"
      }
      let evidence =
        "shares \(own.count) sentence\(own.count == 1 ? "" : "s"): \(told.joined(separator: ", "))"
      let ends = EdgeEnds(from: from, to: .report(to))
      if let known = places[ends] {
        edges[known] = Edge(
          from: from, to: .report(to), strength: edges[known].strength + own.count,
          evidence: edges[known].evidence + [evidence], isShared: true)
      } else {
        places[ends] = edges.count
        edges.append(
          Edge(
            from: from, to: .report(to), strength: own.count, evidence: [evidence],
            isShared: true))
      }
    }
  }

  /// Who took from whom: who names the other, else who is later, else who has less to say.
  private func direction(
    _ left: Int, _ right: Int, _ read: [IngestedReport], _ cited: CitedNames
  ) -> (from: Int, to: Int) {
    // What was accepted before keeps the origins that it has.
    if right >= newCount { return (left, right) }
    let cites = cited.report(left, citesPublisherOf: right)
    if cites != cited.report(right, citesPublisherOf: left) {
      return cites ? (left, right) : (right, left)
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
    let byReport = Dictionary(grouping: edges.indices) { edges[$0].from }
    for number in reports.indices {
      let own = byReport[number] ?? []
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
    guard case .report(let number) = edge.to else { return false }
    return number < newCount || edge.isShared
  }

  private mutating func breakCycles() {
    let removed = EdgeCycles(edges).removed
    guard !removed.isEmpty else { return }
    edges = edges.indices.filter { !removed.contains($0) }.map { edges[$0] }
  }

  /// By what an edge between two texts is found again.
  private struct EdgeEnds: Hashable {
    let from: Int
    let to: Node

    init(from: Int, to: Node) {
      self.from = from
      self.to = to
    }

    init(_ edge: Edge) { self.init(from: edge.from, to: edge.to) }
  }
}
