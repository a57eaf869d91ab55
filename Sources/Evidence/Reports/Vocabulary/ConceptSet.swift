/// A set of concepts of `concepts.tsv`, by their numbers.
struct ConceptSet: Sendable, Hashable {
  private var bits: SIMD4<UInt64> = .zero

  static let capacity = 256

  static let empty = ConceptSet()

  init() {}

  init(_ concepts: [Int]) {
    for concept in concepts { insert(concept) }
  }

  @inline(__always) mutating func insert(_ concept: Int) {
    guard concept >= 0, concept < ConceptSet.capacity else { return }
    bits[concept >> 6] |= 1 << UInt64(concept & 63)
  }

  @inline(__always) func contains(_ concept: Int) -> Bool {
    concept >= 0 && bits[concept >> 6] & (1 << UInt64(concept & 63)) != 0
  }

  @inline(__always) func intersects(_ other: ConceptSet) -> Bool { (bits & other.bits) != .zero }

  @inline(__always) mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }

  var count: Int { (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } }

  /// Hands over the numbers of the concepts, ascending.
  @inline(__always) func forEach(_ body: (Int) -> Void) {
    for lane in 0..<4 {
      var rest = bits[lane]
      while rest != 0 {
        body(lane << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
