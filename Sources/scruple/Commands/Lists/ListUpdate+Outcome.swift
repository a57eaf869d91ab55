import Formats
import Transfers
import WatchLists

extension ListUpdate.Outcome {
  var text: String {
    switch result {
    case .imported(let imported):
      return imported.text("from \(address)")
    case .unchanged(let version):
      let day = version.retrieved.map { " of \($0)" } ?? ""
      return "unchanged: \(version.feed)\(day), confirmed on \(today)\n"
    case .failed:
      let rest = remaining.map { "; the version of \($0) stays in force" } ?? ""
      return "not updated: \(feed ?? address.description)\(rest)\n"
    }
  }

  var json: JSON {
    switch result {
    case .imported(let imported):
      return .object(
        [("address", .string(address.description))]
          + (imported.json.members ?? []).map { ($0.key, $0.value) })
    case .unchanged(let version):
      return .object([
        ("address", .string(address.description)), ("result", .string("unchanged")),
        ("feed", .string(version.feed)), ("version", .string(version.stem)),
        ("retrieved", .optional(version.retrieved?.description)),
        ("confirmed", .string(today.description)),
        ("diagnostics", .array(diagnostics.map(\.json))),
      ])
    case .failed:
      return .object([
        ("address", .string(address.description)), ("result", .string("failed")),
        ("feed", .optional(feed)), ("inForce", .optional(remaining?.description)),
        ("diagnostics", .array(diagnostics.map(\.json))),
      ])
    }
  }
}
