public import Evidence

/// Makes many reports out of a few, so that reading can be timed.
///
/// Each holds every paragraph of the models once, in an order of its own: a reader that notices
/// what is repeated gains nothing from it.
public struct ManyReports: Sendable {
  private let paragraphs: [String]
  private let seed: UInt64

  public init(_ models: [IngestedReport], seed: UInt64) {
    var seen: Set<String> = []
    paragraphs = models.flatMap { model in model.text.segments.map { model.text.string($0.range) } }
      .filter { seen.insert($0).inserted }
    self.seed = seed
  }

  /// Texts of this many bytes together, and a little more; none without a model.
  public func texts(bytes: Int) -> [[UInt8]] {
    var draw = SplitMix(seed: seed)
    var texts: [[UInt8]] = []
    var written = 0
    while written < bytes, !paragraphs.isEmpty {
      var order = paragraphs
      for last in order.indices.reversed() { order.swapAt(last, draw.below(last + 1)) }
      texts.append(Array(order.joined(separator: "\n\n").utf8))
      written += texts[texts.count - 1].count
    }
    return texts
  }
}
