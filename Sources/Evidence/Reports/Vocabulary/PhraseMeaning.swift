/// What a phrase of the vocabulary stands for, in the width of one integer.
struct PhraseMeaning: Sendable, Hashable {
  enum Kind: UInt32, Sendable {
    /// A number among the rows of concepts.
    case concept = 1
    /// Cancels or, for `with`, allows a row of concepts.
    case unless, with
    case place, function, product, programme, publisher, noun
    /// A maker of products of the catalogue.
    case company
  }

  private static let bits: UInt32 = 26

  /// Never zero.
  let code: UInt32

  init(_ kind: Kind, _ number: Int) {
    code = kind.rawValue << PhraseMeaning.bits | UInt32(truncatingIfNeeded: number)
  }

  init(code: UInt32) { self.code = code }

  @inline(__always) var kind: Kind? { Kind(rawValue: code >> PhraseMeaning.bits) }

  /// A row of concepts, a node of a tree or a place in a table of the vocabulary.
  @inline(__always) var number: Int { Int(code & (1 << PhraseMeaning.bits - 1)) }

  @inline(__always) func isOf(_ kind: Kind) -> Bool {
    code >> PhraseMeaning.bits == kind.rawValue
  }
}
