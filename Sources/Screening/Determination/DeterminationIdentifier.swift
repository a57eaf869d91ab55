import Digests
import Policy

/// How a determination is cited: `det_` and 26 letters and digits of a digest.
enum DeterminationIdentifier {
  /// Crockford's letters and digits, without those that are read for others.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

  static func text(of inputs: String) -> String {
    var text = String.UnicodeScalarView()
    var bits = 0
    var value = 0
    for byte in SHA256(of: inputs).bytes {
      value = value << 8 | Int(byte)
      bits += 8
      while bits >= 5, text.count < 26 {
        text.append(alphabet[(value >> (bits - 5)) & 31])
        bits -= 5
      }
      value &= (1 << bits) - 1
    }
    return "det_" + String(text)
  }
}

extension Determination {
  /// Makes it the answer about another moment than now, which allows nothing. It is then another
  /// determination than the one that was made of the same order for now, with an id of its own.
  public mutating func becomeReplay() {
    id = DeterminationIdentifier.text(of: "replay\n" + id)
    if decision == .allow { outcome = .hold }
  }
}
