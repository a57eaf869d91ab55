/// A set of concepts of `concepts.tsv`, by their numbers.
struct ConceptSet: Sendable, Hashable {
  private var bits: SIMD4<UInt64> = .zero

  static let capacity = 256

  static let empty = ConceptSet()

  @inline(__always) mutating func insert(_ concept: Int) {
    guard concept >= 0, concept < ConceptSet.capacity else { return }
    bits[concept >> 6] |= 1 << UInt64(concept & 63)
  }

  @inline(__always) func contains(_ concept: Int) -> Bool {
    concept >= 0 && bits[concept >> 6] & (1 << UInt64(concept & 63)) != 0
  }

  @inline(__always) func intersects(_ other: ConceptSet) -> Bool { (bits & other.bits) != .zero }

  @inline(__always) mutating func formUnion(_ other: ConceptSet) { bits |= other.bits }
}
