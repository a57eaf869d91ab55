import Digests
import Formats
import SeededNumbers
import Testing

@testable import Ledger

/// The tree of RFC 9162, held against the vectors of the certificate-transparency project and
/// against every tree and proof up to a few hundred leaves.
struct MerkleTests {
  /// A tree in memory: every complete subtree that was ever told.
  struct Tree {
    var frontier = MerkleFrontier()
    var nodes: [[SHA256]] = []
    var roots = [MerkleTree.emptyRoot]

    init(_ leaves: [[UInt8]]) {
      for leaf in leaves {
        for (level, hash) in frontier.append(MerkleTree.leafHash(leaf)).enumerated() {
          if nodes.count == level { nodes.append([]) }
          nodes[level].append(hash)
        }
        roots.append(frontier.root)
      }
    }

    var prover: MerkleProver<Never> {
      MerkleProver { [nodes] level, index throws(Never) in nodes[level][index] }
    }
  }

  static let known: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6F),
  ]

  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func rootsAreThoseOfCertificateTransparency() {
    let tree = Tree(Self.known)
    #expect(
      MerkleTree.emptyRoot.hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(tree.roots.dropFirst().map(\.hexadecimal) == Self.roots)
  }

  @Test(arguments: [
    (0, 1, []),
    (
      0, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
      1, 5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ])
  func knownInclusionProofs(_ leaf: Int, _ size: Int, _ path: [String]) {
    #expect(Tree(Self.known).prover.inclusion(of: leaf, in: size)?.map(\.hexadecimal) == path)
  }

  @Test(arguments: [
    (1, 1, []),
    (
      1, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      6, 8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (
      2, 5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ])
  func knownConsistencyProofs(_ first: Int, _ second: Int, _ path: [String]) {
    #expect(
      Tree(Self.known).prover.consistency(from: first, to: second)?.map(\.hexadecimal) == path)
  }

  static let count = 300
  static let tree = Tree((0..<count).map { Array("leaf \($0)".utf8) })

  @Test func everyLeafOfEveryTreeIsProvedAndNoOther() {
    var generator = SeededGenerator(seed: 9162)
    for size in 1...Self.count {
      let root = Self.tree.roots[size]
      for leaf in 0..<size {
        let hash = Self.tree.nodes[0][leaf]
        guard let path = Self.tree.prover.inclusion(of: leaf, in: size) else {
          Issue.record("no proof of \(leaf) in \(size)")
          continue
        }
        #expect(
          MerkleVerifier.isIncluded(hash, at: leaf, in: size, root: root, path: path),
          "\(leaf) in \(size)")
        guard leaf % 7 == size % 7 else { continue }
        let other = Self.tree.nodes[0][(leaf + 1) % Self.count]
        #expect(!MerkleVerifier.isIncluded(other, at: leaf, in: size, root: root, path: path))
        for changed in Self.changes(of: path, &generator) {
          #expect(
            !MerkleVerifier.isIncluded(hash, at: leaf, in: size, root: root, path: changed),
            "\(leaf) in \(size), seed \(generator.seed)")
        }
        if size > 1 {
          #expect(
            !MerkleVerifier.isIncluded(
              hash, at: (leaf + 1) % size, in: size, root: root, path: path))
        }
      }
    }
  }

  @Test func everyTreeIsTheBeginningOfEveryLaterOneAndOfNoOther() {
    var generator = SeededGenerator(seed: 6962)
    for second in 1...Self.count {
      for first in 1...second {
        let (older, newer) = (Self.tree.roots[first], Self.tree.roots[second])
        guard let path = Self.tree.prover.consistency(from: first, to: second) else {
          Issue.record("no proof from \(first) to \(second)")
          continue
        }
        #expect(
          MerkleVerifier.isConsistent(
            from: first, root: older, to: second, root: newer, path: path),
          "\(first) to \(second)")
        guard first % 11 == second % 11 else { continue }
        #expect(
          !MerkleVerifier.isConsistent(
            from: first, root: Self.tree.roots[first - 1], to: second, root: newer, path: path))
        for changed in Self.changes(of: path, &generator) {
          #expect(
            !MerkleVerifier.isConsistent(
              from: first, root: older, to: second, root: newer, path: changed),
            "\(first) to \(second), seed \(generator.seed)")
        }
      }
    }
  }

  /// A proof with one bit changed, one hash less, and one more.
  private static func changes(
    of path: [SHA256], _ generator: inout SeededGenerator
  ) -> [[SHA256]] {
    var changes = [path + [MerkleTree.emptyRoot]]
    guard !path.isEmpty else { return changes }
    changes.append(Array(path.dropLast()))
    let place = Int.random(in: 0..<path.count, using: &generator)
    var bytes = path[place].bytes
    bytes[Int.random(in: 0..<32, using: &generator)] ^=
      1 << UInt8.random(in: 0...7, using: &generator)
    var changed = path
    changed[place] = SHA256(bytes: bytes) ?? MerkleTree.emptyRoot
    return changes + [changed]
  }

  @Test func whatIsNotInTheTreeHasNoProof() {
    let prover = Self.tree.prover
    #expect(prover.inclusion(of: 5, in: 5) == nil)
    #expect(prover.inclusion(of: -1, in: 5) == nil)
    #expect(prover.consistency(from: 6, to: 5) == nil)
    #expect(
      !MerkleVerifier.isIncluded(
        Self.tree.nodes[0][0], at: 0, in: 0, root: MerkleTree.emptyRoot, path: []))
  }

  @Test func aRootIsMadeFromHashesOfSubtrees() {
    for size in 0...Self.count {
      #expect(Self.tree.prover.root(of: size) == Self.tree.roots[size])
    }
  }

  /// As `log prove --compact` writes it, without the record's own line.
  @Test func theProofOfOneOfAMillionIsBelowAThousandBytes() throws {
    let hash = SHA256(of: "a node")
    let header = #"{"kind":"event","payload":"sha256:00","version":1}"#
    let proof = InclusionProof(
      position: 999_999, leaf: header, path: [SHA256](repeating: hash, count: 20),
      checkpoint: Checkpoint(
        head: TreeHead(size: 1_048_576, root: hash),
        signature: [UInt8](repeating: 0, count: Ed25519.signatureSize)))
    #expect(proof.path.flatMap(\.bytes).count == 640)
    let leaf = JSON.string(header).text().utf8.count - 2
    #expect(proof.compact.text().utf8.count - leaf < 1000)
  }
}
