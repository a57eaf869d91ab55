/// Foreign text made harmless for a reader: what cannot be seen is shown by its code point.
///
/// A name may hold controls that reorder what is displayed, zero-width characters or terminal
/// escapes; each is printed as `⟦U+202E⟧`. Line breaks and tabs become spaces.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isInvisible) else { return text }
  var output = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t": output += " "
    case _ where isInvisible(scalar):
      let digits = String(scalar.value, radix: 16, uppercase: true)
      output += "⟦U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟧"
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}

/// Controls, format characters (Unicode general categories Cc, Cf, Zl, Zp) and fillers.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F: return false
  case 0x3164, 0xFFA0, 0x115F, 0x1160, 0x2800: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return true
  default: return false
  }
}
