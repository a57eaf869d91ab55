/// How many columns of a terminal a text takes: two for Han, kana, hangul and fullwidth forms,
/// none for combining marks (after Unicode Standard Annex 11, East Asian Width).
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
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
