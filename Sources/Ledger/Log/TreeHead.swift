public import Digests

/// How many records a log holds and the root of their tree: what a signature vouches for.
public struct TreeHead: Sendable, Hashable {
  public let size: Int
  public let root: SHA256

  public init(size: Int, root: SHA256) {
    self.size = size
    self.root = root
  }
}
