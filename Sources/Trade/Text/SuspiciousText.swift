/// Finds characters that make text read differently from what it is.
///
/// A reader sees `Aksu` where a machine sees a Cyrillic letter, or reads a name backwards after
/// an override: both defeat comparison with a list. Nothing is removed here; the finding is told.
/// After Unicode Technical Report 36 and Technical Standard 39.
public enum SuspiciousText {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Changes the direction in which text is shown.
    case directionControl
    /// Takes no space, or shows as blank without being a space.
    case invisible
    case control
    /// A letter of another script than the rest of its word, with the shape of a letter there.
    case lookAlike
    case privateUse
    /// Marks characters that an earlier conversion lost, or has no meaning in Unicode.
    case lost
  }

  /// One such character and its place.
  public struct Finding: Sendable, Hashable {
    public let kind: Kind
    public let scalar: Unicode.Scalar
    /// Place in the text, counted in Unicode scalars from zero.
    public let index: Int

    /// `U+202E RIGHT-TO-LEFT OVERRIDE`.
    public var name: String { SuspiciousText.name(of: scalar) }
  }

  /// All findings in order of place; linear in the length, and quick for plain ASCII.
  ///
  /// Line breaks and tabs are controls in a name but ordinary in an address or a description.
  public static func findings(in text: String, allowingLineBreaks: Bool = false) -> [Finding] {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return [] }
    var findings: [Finding] = []
    var word = MixedWord()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if let kind = kind(of: scalar) {
        let isBreak = scalar == "\n" || scalar == "\r" || scalar == "\t"
        if !(isBreak && allowingLineBreaks) {
          findings.append(Finding(kind: kind, scalar: scalar, index: index))
        }
        // An invisible character inside a word does not end it, or it would hide the mixture.
        if isBreak { findings += word.end() }
      } else if !word.take(scalar, at: index) {
        findings += word.end()
      }
    }
    findings += word.end()
    return findings.sorted { $0.index < $1.index }
  }

  /// Whether nothing of the text can be seen: it is empty, or all spaces and unseen characters.
  public static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if (0x21...0x7E).contains(scalar.value) { return false }
      switch kind(of: scalar) {
      case nil: return scalar.properties.isWhitespace
      case .directionControl, .invisible, .control: return true
      default: return false
      }
    }
  }

  /// The code point and its Unicode name or alias.
  public static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let point = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    if let name = scalar.properties.name {
      return "\(point) \(name)"
    }
    switch scalar.properties.generalCategory {
    case .control where Int(scalar.value) < controlNames.count:
      return point + " " + controlNames[Int(scalar.value)]
    case .control: return point + (scalar.value == 0x7F ? " DELETE" : " CONTROL CHARACTER")
    case .privateUse: return point + " PRIVATE USE CHARACTER"
    default: return point + " UNASSIGNED CHARACTER"
    }
  }

  /// What is wrong with the character whatever stands around it; nil for ordinary ones.
  static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    // Plain ASCII, Latin letters, ideographs and Hangul, for which no property need be looked up.
    case 0x20...0x7E, 0xC0...0x24F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return nil
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .directionControl
    // Fillers and blanks that are letters or symbols by category.
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2028, 0x2029, 0x2800, 0x3164, 0xFFA0:
      return .invisible
    // Variation selectors, which change the shape of the character before them at most.
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .invisible
    case 0xFFFC, 0xFFFD: return .lost
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control: return .control
    case .format: return .invisible
    case .privateUse: return .privateUse
    case .unassigned: return .lost
    default: return nil
    }
  }

  /// Unicode names no control character; these are the names of ISO 6429, as in `NameAliases.txt`.
  private static let controlNames = [
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY",
    "ACKNOWLEDGE", "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION",
    "FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE",
    "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR",
    "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL",
    "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE", "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE",
  ]
}
