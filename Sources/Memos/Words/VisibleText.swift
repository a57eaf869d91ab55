import Formats

/// Foreign text made harmless for a reader: what cannot be seen is shown by its code point.
///
/// A name may hold controls that reorder what is displayed, zero-width characters or terminal
/// escapes; each is printed as `⟦U+202E⟧`. Line breaks and tabs become spaces.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: TextColumns.isInvisible) else { return text }
  var output = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t": output += " "
    case _ where TextColumns.isInvisible(scalar): output += TextColumns.shownCode(of: scalar)
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output
}
