import Digests
import Dossier
import Formats
import Memos
import WatchLists

/// `scruple suppressions list`: what is suppressed, what no longer is, and what soon will not be.
enum SuppressionsCommand {
  static func run(_ words: [String]) -> ExitCode {
    do throws(CommandFailure) {
      switch words.first {
      case "list": return try list(Array(words.dropFirst()))
      case "--help", "-h", "help":
        Output.write(HelpText.suppressions)
        return .allow
      default: throw CommandFailure(.usage, "scruple: `suppressions` knows list")
      }
    } catch {
      Output.tell(error.lines)
      return error.code
    }
  }

  private static func list(_ words: [String]) throws(CommandFailure) -> ExitCode {
    let arguments = try Arguments(words, options: Session.options, flags: ["help"])
    if arguments.has("help") {
      Output.write(HelpText.suppressions)
      return .allow
    }
    guard arguments.positional.isEmpty else {
      throw CommandFailure(.usage, "scruple: suppressions list takes no file")
    }
    let isJSON = try ListsCommand.isJSON(arguments)
    let session = try Session(arguments)
    let day = session.asOf ?? session.today
    let snapshot = try session.snapshot(asOf: day)
    let register = session.corpus.suppressions
    let all = SuppressionStatus.of(register, in: snapshot)
    let faults = snapshot.faults + register.diagnostics
    Output.tell(faults.map(\.line))
    Output.write(
      isJSON
        ? JSON.object([
          ("asOf", .string(day.description)), ("suppressions", .array(all.map(\.json))),
          ("rejected", .array(register.diagnostics.map(\.json))),
          ("listFaults", .array(snapshot.faults.map(\.json))),
        ]).text(indented: true) + "\n"
        : text(of: all, rejected: register.diagnostics.count, asOf: day))
    if !register.diagnostics.isEmpty { return .invalidInput }
    // Of an entry that is not at hand nobody knows whether it changed.
    let isSearched = snapshot.faults.isEmpty && !snapshot.sources.isEmpty
    return isSearched || all.isEmpty ? .allow : .coverage
  }

  private static func text(
    of all: [SuppressionStatus], rejected: Int, asOf day: CivilDate
  ) -> String {
    var text = "Suppressions as of \(day)\n"
    if all.isEmpty { text += "  none\n" }
    for status in all {
      let suppression = status.suppression
      text += "\(visible(suppression.id))  \(status.words)\n"
      text += "  party  \(visible(suppression.party.words))\n"
      let name = status.entry.map { "\($0.name) · \($0.list.name) · " } ?? ""
      text += "  entry  \(visible(name + suppression.entry))\n"
      if !suppression.roles.isEmpty {
        text += "  roles  \(visible(suppression.roles.joined(separator: ", ")))\n"
      }
      if !suppression.products.isEmpty {
        text += "  goods  \(visible(suppression.products.joined(separator: ", ")))\n"
      }
      text +=
        "  reason \(visible(suppression.reason)) "
        + visible(
          "(\(suppression.maker.map { "by \($0), " } ?? "")approved by \(suppression.approvedBy) "
            + "on \(suppression.approvedOn))") + "\n"
    }
    let soon = all.count { $0.state == .endsSoon }
    text +=
      "\(all.count { $0.holds }) in force, \(soon) of them within "
      + "\(SuppressionStatus.soonDays) days of their end; \(all.count { !$0.holds }) not in force; "
      + "\(rejected) not applied for a fault\n"
    return text
  }
}

extension SuppressionStatus {
  fileprivate var words: String {
    switch state {
    case .inForce: "in force until \(suppression.expires)"
    case .endsSoon: "ENDS SOON, on \(suppression.expires), in \(daysLeft) days"
    case .notYetApproved: "not yet approved, only on \(suppression.approvedOn)"
    case .expired: "EXPIRED on \(suppression.expires)"
    case .entryChanged: "LAPSED: the list entry changed"
    case .entryNotFound: "LAPSED: no list has the entry"
    }
  }

  fileprivate var json: JSON {
    .object([
      ("id", .string(suppression.id)), ("state", .string(state.rawValue)),
      ("holds", .boolean(holds)), ("party", .string(suppression.party.words)),
      ("entry", .string(suppression.entry)), ("list", .optional(entry?.list.id)),
      ("name", .optional(entry?.name)), ("entryDigest", .string(suppression.entryDigest)),
      ("presentDigest", .optional(entry?.digest.description)),
      ("roles", .strings(suppression.roles)), ("products", .strings(suppression.products)),
      ("reason", .string(suppression.reason)), ("maker", .optional(suppression.maker)),
      ("approvedBy", .string(suppression.approvedBy)),
      ("approvedOn", .string(suppression.approvedOn.description)),
      ("expires", .string(suppression.expires.description)), ("daysLeft", .integer(daysLeft)),
    ])
  }
}

extension Suppression.Party {
  fileprivate var words: String {
    switch self {
    case .fingerprint(let digits): "fingerprint \(digits)"
    case .names(let names, let country): names.joined(separator: ", ") + " (\(country))"
    }
  }
}
