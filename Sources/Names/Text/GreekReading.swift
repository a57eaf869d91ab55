/// Greek by ELOT 743, marks dropped: ου is `ou`, μπ `b` or `mp`, ευ `ev` or `ef`.
enum GreekReading {
  static func append(_ scalars: [UInt32], _ letters: LetterTable, to bytes: inout [UInt8]) {
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : 0
      let after = index + 2 < scalars.count ? scalars[index + 2] : 0
      if let pair = pair(scalars[index], next, after, isFirst: index == 0) {
        bytes.append(contentsOf: pair.utf8)
        index += 2
      } else {
        letters.append(scalars[index], to: &bytes)
        index += 1
      }
    }
  }

  private static func pair(_ first: UInt32, _ second: UInt32, _ third: UInt32, isFirst: Bool)
    -> String?
  {
    guard let first = Unicode.Scalar(first), let second = Unicode.Scalar(second) else { return nil }
    switch (first, second) {
    case ("ο", "υ"): return "ou"
    case ("μ", "π"): return isFirst ? "b" : "mp"
    case ("ν", "τ"): return isFirst ? "d" : "nt"
    case ("γ", "κ"): return isFirst ? "g" : "gk"
    case ("γ", "γ"): return "ng"
    case ("γ", "χ"): return "nch"
    case ("γ", "ξ"): return "nx"
    case ("α", "υ"): return isVoiceless(third) ? "af" : "av"
    case ("ε", "υ"): return isVoiceless(third) ? "ef" : "ev"
    case ("η", "υ"): return isVoiceless(third) ? "if" : "iv"
    default: return nil
    }
  }

  private static func isVoiceless(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return true }
    return switch scalar {
    case "θ", "κ", "ξ", "π", "σ", "ς", "τ", "φ", "χ", "ψ", "\0": true
    default: false
    }
  }
}
