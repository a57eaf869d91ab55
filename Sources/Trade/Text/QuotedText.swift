/// An author's text as it may stand in a message: in backticks, short, and with every character
/// that could garble the message written as its code point.
func quoted(_ text: String, limit: Int = 60) -> String {
  var result = "`"
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == limit {
      result += "…"
      break
    }
    switch SuspiciousText.kind(of: scalar) {
    case nil where scalar != "`": result.unicodeScalars.append(scalar)
    default: result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    }
  }
  return result + "`"
}
