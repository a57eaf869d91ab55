public import Digests

/// Proofs of RFC 9162 sections 2.1.3 and 2.1.4, made from the hashes of complete subtrees.
///
/// Complexity: O(log n) lookups of `node`.
public struct MerkleProver<Failure: Error> {
  /// The hash of the complete subtree of 2^level leaves that is the `index`th of its size.
  let node: (_ level: Int, _ index: Int) throws(Failure) -> SHA256

  public init(_ node: @escaping (_ level: Int, _ index: Int) throws(Failure) -> SHA256) {
    self.node = node
  }

  /// The siblings on the way from a leaf to the root of the first `size` leaves; nil where the leaf
  /// is not among them.
  public func inclusion(of leaf: Int, in size: Int) throws(Failure) -> [SHA256]? {
    guard leaf >= 0, leaf < size else { return nil }
    return try path(leaf, 0..<size)
  }

  /// What shows that the tree of `first` leaves is the beginning of that of `second`; nil unless
  /// `first` is at most `second`.
  public func consistency(from first: Int, to second: Int) throws(Failure) -> [SHA256]? {
    guard first >= 0, first <= second else { return nil }
    return first == 0 ? [] : try subproof(first, 0..<second, isWhole: true)
  }

  /// The root of the first `size` leaves.
  public func root(of size: Int) throws(Failure) -> SHA256 {
    size == 0 ? MerkleTree.emptyRoot : try hash(0..<size)
  }

  private func hash(_ leaves: Range<Int>) throws(Failure) -> SHA256 {
    let count = leaves.count
    if count & (count - 1) == 0 {
      let level = count.trailingZeroBitCount
      return try node(level, leaves.lowerBound >> level)
    }
    let middle = leaves.lowerBound + MerkleTree.split(count)
    let left = try hash(leaves.lowerBound..<middle)
    return MerkleTree.nodeHash(left, try hash(middle..<leaves.upperBound))
  }

  private func path(_ leaf: Int, _ leaves: Range<Int>) throws(Failure) -> [SHA256] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.lowerBound + MerkleTree.split(leaves.count)
    let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    return leaf < middle
      ? try path(leaf, left) + [try hash(right)] : try path(leaf, right) + [try hash(left)]
  }

  private func subproof(
    _ first: Int, _ leaves: Range<Int>, isWhole: Bool
  ) throws(Failure) -> [SHA256] {
    if first == leaves.count { return isWhole ? [] : [try hash(leaves)] }
    let split = MerkleTree.split(leaves.count)
    let middle = leaves.lowerBound + split
    let (left, right) = (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    return first <= split
      ? try subproof(first, left, isWhole: isWhole) + [try hash(right)]
      : try subproof(first - split, right, isWhole: false) + [try hash(left)]
  }
}

/// Checks proofs without the log: RFC 9162 sections 2.1.3.2 and 2.1.4.2.
public enum MerkleVerifier {
  public static func isIncluded(
    _ leaf: SHA256, at position: Int, in size: Int, root: SHA256, path: [SHA256]
  ) -> Bool {
    guard position >= 0, position < size else { return false }
    var (first, last) = (position, size - 1)
    var hash = leaf
    for sibling in path {
      guard last != 0 else { return false }
      if first & 1 == 1 || first == last {
        hash = MerkleTree.nodeHash(sibling, hash)
        while first & 1 == 0, first != 0 { (first, last) = (first >> 1, last >> 1) }
      } else {
        hash = MerkleTree.nodeHash(hash, sibling)
      }
      (first, last) = (first >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }

  public static func isConsistent(
    from first: Int, root firstRoot: SHA256, to second: Int, root secondRoot: SHA256,
    path: [SHA256]
  ) -> Bool {
    guard first >= 0, first <= second else { return false }
    if first == second { return path.isEmpty && firstRoot == secondRoot }
    if first == 0 { return path.isEmpty && firstRoot == MerkleTree.emptyRoot }
    // A complete tree is a node of the larger one, and the proof does not repeat it.
    var rest = (first & (first - 1) == 0 ? [firstRoot] : []) + path
    guard !path.isEmpty else { return false }
    let start = rest.removeFirst()
    var (left, last) = (first - 1, second - 1)
    while left & 1 == 1 { (left, last) = (left >> 1, last >> 1) }
    var (older, newer) = (start, start)
    for sibling in rest {
      guard last != 0 else { return false }
      if left & 1 == 1 || left == last {
        older = MerkleTree.nodeHash(sibling, older)
        newer = MerkleTree.nodeHash(sibling, newer)
        while left & 1 == 0, left != 0 { (left, last) = (left >> 1, last >> 1) }
      } else {
        newer = MerkleTree.nodeHash(newer, sibling)
      }
      (left, last) = (left >> 1, last >> 1)
    }
    return last == 0 && older == firstRoot && newer == secondRoot
  }
}
