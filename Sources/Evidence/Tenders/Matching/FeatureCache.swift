import Formats
import Synchronization

/// Features by description, shared between threads and bounded.
final class FeatureCache: Sendable {
  private let shards: [Shard]

  private final class Shard: Sendable {
    let values = Mutex([String: TenderFeatures]())
  }

  private static let kept = 1 << 15

  init() { shards = (0..<16).map { _ in Shard() } }

  subscript(words: String) -> TenderFeatures? {
    get { shard(words).values.withLock { $0[words] } }
    set {
      shard(words).values.withLock { values in
        if values.count < FeatureCache.kept { values[words] = newValue }
      }
    }
  }

  private func shard(_ words: String) -> Shard {
    shards[Int(StableHash.of(words.utf8.prefix(64)) % UInt64(shards.count))]
  }
}
