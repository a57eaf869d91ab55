import Formats
import Synchronization

/// What was worked out of texts that come again and again, shared between threads and bounded.
final class TextMemo<Value: Sendable>: Sendable {
  private let shards: [Shard]

  private final class Shard: Sendable {
    let values = Mutex([String: Value]())
  }

  private static var kept: Int { 1 << 15 }

  init() { shards = (0..<16).map { _ in Shard() } }

  subscript(text: String) -> Value? {
    get { shard(text).values.withLock { $0[text] } }
    set {
      shard(text).values.withLock { values in
        if values.count < Self.kept { values[text] = newValue }
      }
    }
  }

  private func shard(_ text: String) -> Shard {
    shards[Int(StableHash.of(text.utf8.prefix(64)) % UInt64(shards.count))]
  }
}
