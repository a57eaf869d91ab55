import Formats
import Ledger
import Memos

/// `scruple log show`: the records, or the content of one.
enum LogShowCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
    let options = try StoreOptions(arguments)
    let isJSON = try ListsCommand.isJSON(arguments)
    let last = try StoreOptions.number(arguments, "last", in: 1...1_000_000) ?? 20
    let ledger = try options.ledger()
    if let word = arguments.positional.first {
      guard arguments.positional.count == 1, let position = Int(word), position >= 0 else {
        throw CommandFailure(.usage, "scruple: `\(word)` is no number of a record")
      }
      let record = try CommandFailure.of { () throws(LedgerFailure) in
        try ledger.record(at: position)
      }
      Output.write(record.json.text(indented: true) + "\n")
      return .allow
    }
    let positions = try positions(arguments, ledger).suffix(last)
    for position in positions {
      let header = try CommandFailure.of { () throws(LedgerFailure) in
        try ledger.openHeader(at: position)
      }
      Output.write(isJSON ? header.text() + "\n" : line(position, header))
    }
    return .allow
  }

  private static func positions(
    _ arguments: Arguments, _ ledger: Ledger
  ) throws(CommandFailure) -> [Int] {
    let order = try StoreOptions.order(arguments)
    return try CommandFailure.of { () throws(LedgerFailure) in
      if let party = arguments.option("party") { return try ledger.positions(naming: party) }
      if let order {
        return try ledger.positions(
          of: .order(system: order.system, reference: order.reference))
      }
      return Array(0..<(try ledger.size))
    }
  }

  private static func line(_ position: Int, _ header: JSON) -> String {
    let kind = header["kind"]?.string ?? "?"
    let words = [
      String(position), header["time"]?.string ?? "?", kind,
      header["determination"]?.string ?? header["revokes"]?.string ?? "",
    ]
    return visible(words.filter { !$0.isEmpty }.joined(separator: "  ")) + "\n"
  }
}

extension OpenedRecord {
  fileprivate var json: JSON {
    .object([
      ("position", .integer(position)), ("kind", .string(kind.rawValue)), ("time", .string(time)),
      ("header", header), ("content", content),
    ])
  }
}
