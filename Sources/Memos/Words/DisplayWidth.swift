import Formats

/// How many columns of a terminal a text takes: two for Han, kana, hangul and fullwidth forms,
/// none for combining marks (after Unicode Standard Annex 11, East Asian Width).
func displayWidth(_ text: String) -> Int {
  TextColumns.width(of: text)
}

/// The text filled with spaces up to `width` columns; longer text ends in `…` within it.
func padded(_ text: String, to width: Int) -> String {
  let own = displayWidth(text)
  if own <= width { return text + String(repeating: " ", count: width - own) }
  var output = ""
  var used = 0
  for character in text {
    let next = displayWidth(String(character))
    guard used + next <= width - 1 else { break }
    output.append(character)
    used += next
  }
  return output + "…" + String(repeating: " ", count: max(0, width - used - 1))
}

/// Lines of at most `width` columns, broken at spaces and between Han characters.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in breakable(text) {
    let size = displayWidth(word)
    if used + size > width, used > 0 {
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
      line = ""
      used = 0
    }
    if used == 0, word == " " { continue }
    var rest = word
    while displayWidth(rest) > width {
      var head = ""
      while let first = rest.first, displayWidth(head) + displayWidth(String(first)) <= width {
        head.append(first)
        rest.removeFirst()
      }
      guard !head.isEmpty else { break }
      lines.append(head)
    }
    line += rest
    used += displayWidth(rest)
  }
  while line.hasSuffix(" ") { line.removeLast() }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}

private func breakable(_ text: String) -> [String] {
  var parts: [String] = []
  var word = ""
  for character in text {
    let isWide = displayWidth(String(character)) == 2
    guard character == " " || isWide else {
      word.append(character)
      continue
    }
    if !word.isEmpty { parts.append(word) }
    word = ""
    parts.append(String(character))
  }
  if !word.isEmpty { parts.append(word) }
  return parts
}
