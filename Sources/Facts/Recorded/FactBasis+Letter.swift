extension FactBasis {
  /// The letter by which records name it.
  var letter: UInt8 {
    switch self {
    case .declared: UInt8(ascii: "d")
    case .inferred: UInt8(ascii: "i")
    case .verified: UInt8(ascii: "v")
    case .official: UInt8(ascii: "o")
    case .computed: UInt8(ascii: "c")
    }
  }

  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "d"): self = .declared
    case UInt8(ascii: "i"): self = .inferred
    case UInt8(ascii: "v"): self = .verified
    case UInt8(ascii: "o"): self = .official
    case UInt8(ascii: "c"): self = .computed
    default: return nil
    }
  }

  /// Stands where there is no value.
  static let unknownLetter = UInt8(ascii: "-")
}
