public import Digests

/// The hashes of RFC 9162 section 2.1: leaves and nodes are told apart by their first byte, so that
/// neither can be passed off as the other.
public enum MerkleTree {
  public static func leafHash(_ leaf: [UInt8]) -> SHA256 { SHA256(of: [0] + leaf) }

  public static func nodeHash(_ left: SHA256, _ right: SHA256) -> SHA256 {
    SHA256(of: [1] + left.bytes + right.bytes)
  }

  /// The root of a tree without leaves.
  public static let emptyRoot = SHA256(of: [])

  /// The largest power of two below `count`, which is at least 2: where RFC 9162 splits a tree.
  static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

/// The complete subtrees of a growing tree, from the largest on: all that appending needs.
public struct MerkleFrontier: Sendable, Hashable {
  public private(set) var count = 0
  private var peaks: [SHA256] = []

  public init() {}

  /// The frontier of `count` leaves from its subtrees, the largest first; nil where their number
  /// is not that of the bits of `count`.
  init?(count: Int, peaks: [SHA256]) {
    guard count >= 0, peaks.count == count.nonzeroBitCount else { return nil }
    self.count = count
    self.peaks = peaks
  }

  /// Adds a leaf and returns the hashes of all complete subtrees that end with it, the leaf first.
  /// O(log n), two on average.
  @discardableResult
  public mutating func append(_ leaf: SHA256) -> [SHA256] {
    var hashes = [leaf]
    var node = leaf
    for _ in 0..<count.trailingOnes {
      node = MerkleTree.nodeHash(peaks.removeLast(), node)
      hashes.append(node)
    }
    peaks.append(node)
    count += 1
    return hashes
  }

  /// The root of the tree.
  public var root: SHA256 {
    guard var root = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
    return root
  }
}

extension Int {
  /// How many levels of complete subtrees end at the leaf of this number, besides the leaf.
  var trailingOnes: Int { (~self).trailingZeroBitCount }
}
