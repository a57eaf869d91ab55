internal import Formats

/// Matters of which not all statements were compared, with the reason.
struct ContradictionGaps {
  enum Reason {
    case tooManyFound, tooManyPairs
  }

  private var matters: [(name: String, reason: Reason)] = []

  mutating func note(_ matter: String, _ reason: Reason) {
    if matters.last?.name == matter { return }
    guard !matters.contains(where: { $0.name == matter }) else { return }
    matters.append((matter, reason))
  }

  var notices: [Diagnostic] {
    let found = names(.tooManyFound)
    let pairs = names(.tooManyPairs)
    var notices: [Diagnostic] = []
    if !found.isEmpty {
      notices.append(
        notice(
          "\(ContradictionFinder.most) contradictions are told; not compared any further: "
            + told(found)))
    }
    if !pairs.isEmpty {
      notices.append(
        notice(
          "there are too many statements to compare each with each: "
            + "\(ContradictionFinder.mostLooks) pairs were compared, and no more, of: "
            + told(pairs)))
    }
    return notices
  }

  private func names(_ reason: Reason) -> [String] {
    matters.filter { $0.reason == reason }.map(\.name)
  }

  /// Matters that are told by name.
  private static let told = 20

  private func told(_ names: [String]) -> String {
    names.prefix(ContradictionGaps.told).joined(separator: ", ")
      + (names.count > ContradictionGaps.told
        ? " and \(names.count - ContradictionGaps.told) more" : "")
  }

  private func notice(_ message: String) -> Diagnostic {
    Diagnostic(
      "EVD177", message, severity: .warning,
      remedy: "read fewer reports at a time; what is not told says nothing")
  }
}
