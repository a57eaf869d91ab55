/// What a number that identifies a body or a person is, as far as its form tells.
public enum IdentifierKind: Sendable, Hashable {
  /// Unified social credit code of a body in China (GB 32100-2015).
  case unifiedSocialCreditCode
  /// Legal entity identifier (ISO 17442).
  case legalEntityIdentifier
  /// A number of another register, or one whose check digits are wrong.
  case other

  /// The kind of a number in capitals without blanks and signs, check digits included.
  init(of number: String) {
    let characters = Array(number.utf8)
    if Self.isSocialCreditCode(characters) {
      self = .unifiedSocialCreditCode
    } else if Self.isLegalEntityIdentifier(characters) {
      self = .legalEntityIdentifier
    } else {
      self = .other
    }
  }

  /// The rung of the ladder in words.
  var name: String {
    switch self {
    case .unifiedSocialCreditCode: "unified social credit code"
    case .legalEntityIdentifier: "legal entity identifier"
    case .other: "identifier"
    }
  }

  /// Eighteen of the digits and letters without I, O, S, V and Z; the last makes the sum of all,
  /// weighted by powers of three, a multiple of 31.
  private static func isSocialCreditCode(_ characters: [UInt8]) -> Bool {
    guard characters.count == 18 else { return false }
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    var (sum, weight) = (0, 1)
    for character in characters.dropLast() {
      guard let value = alphabet.firstIndex(of: character) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    guard let check = alphabet.firstIndex(of: characters[17]) else { return false }
    // Six digits of an administrative division follow the kind of body.
    let division = characters[2..<8].allSatisfy { 0x30...0x39 ~= $0 }
    return division && (31 - sum % 31) % 31 == check
  }

  /// Twenty letters and digits that leave 1 when divided by 97, letters read as 10 to 35
  /// (ISO 7064, MOD 97-10).
  private static func isLegalEntityIdentifier(_ characters: [UInt8]) -> Bool {
    guard characters.count == 20, characters.suffix(2).allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return false
    }
    var rest = 0
    for character in characters {
      switch character {
      case 0x30...0x39: rest = (rest * 10 + Int(character) - 0x30) % 97
      case 0x41...0x5A: rest = (rest * 100 + Int(character) - 0x41 + 10) % 97
      default: return false
      }
    }
    return rest == 1
  }
}
