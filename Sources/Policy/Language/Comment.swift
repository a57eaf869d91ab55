import Formats

/// A comment of a policy text, from its `#` to the end of its line.
struct Comment: Sendable {
  let text: String
  let position: SourcePosition

  init(text: String, position: SourcePosition) {
    var scalars = text.unicodeScalars
    while let last = scalars.last, last == " " || last == "\t" || last == "\r" {
      scalars.removeLast()
    }
    self.text = String(scalars)
    self.position = position
  }
}
