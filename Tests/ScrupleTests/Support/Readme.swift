import Foundation

/// The README, cut into its blocks of code.
struct Readme {
  struct Block {
    /// What stands after the three backticks: `json order.json`.
    let info: [String]
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  let text: String
  let blocks: [Block]

  init() throws {
    text = try String(contentsOfFile: Program.package + "/README.md", encoding: .utf8)
    var blocks: [Block] = []
    var open: (info: [String], lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(
            Block(info: block.info, text: block.lines.map { $0 + "\n" }.joined()))
          open = nil
        } else {
          open = (line.dropFirst(3).split(separator: " ").map(String.init), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    self.blocks = blocks
  }

  /// The block that holds a file of this name.
  func file(_ name: String) -> String? { blocks.first { $0.info.last == name }?.text }

  /// Files of the corpus that the README shows: a table, JSON or lines with a path.
  var corpus: [(path: String, text: String)] {
    blocks.filter { block in
      guard block.info.count == 2, !["parties.csv", "answers.csv"].contains(block.info[1])
      else { return false }
      return ["ndjson", "csv"].contains(block.info[0]) || block.info[1] == "company.json"
    }.map { ($0.info[1], $0.text) }
  }

  /// The commands of `text` blocks, each with the output that stands below it.
  var sessions: [(command: String, output: [Substring])] {
    var sessions: [(command: String, output: [Substring])] = []
    for block in blocks where block.info.first == "text" {
      for line in block.lines {
        if line.hasPrefix("$ scruple ") {
          sessions.append((String(line.dropFirst("$ scruple ".count)), []))
        } else if !sessions.isEmpty, block.text.hasPrefix("$") {
          sessions[sessions.count - 1].output.append(line)
        }
      }
    }
    return sessions
  }
}
