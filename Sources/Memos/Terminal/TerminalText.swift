/// Lines for a terminal of a fixed width, without colour; what is invisible is shown by its code,
/// so no name can move the cursor.
struct TerminalText {
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int = 100) { self.width = width }

  /// One paragraph, wrapped; later lines are indented under the first.
  mutating func add(_ text: String, first: String = "", rest: String? = nil) {
    let hanging = rest ?? String(repeating: " ", count: displayWidth(first))
    let room = max(20, width - max(displayWidth(first), displayWidth(hanging)))
    for (index, line) in wrapped(visible(text), width: room).enumerated() {
      lines.append(visible(index == 0 ? first : hanging) + line)
    }
  }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  /// A heading on a line of its own, after a blank line.
  mutating func heading(_ text: String) {
    blank()
    lines.append(text)
  }

  /// Columns padded by display width; the last takes what is left of the line.
  mutating func table(_ header: [String], _ rows: [[String]], widths: [Int]) {
    for row in [header] + rows {
      var line = ""
      for (index, cell) in row.enumerated() {
        let left = width - displayWidth(line)
        let room = index < widths.count ? widths[index] : left
        line += padded(visible(cell), to: min(room, max(left, 1)))
        if index < row.count - 1 { line += "  " }
      }
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
    }
  }

  var text: String {
    var output = lines
    while output.last?.isEmpty == true { output.removeLast() }
    return output.joined(separator: "\n") + "\n"
  }
}
