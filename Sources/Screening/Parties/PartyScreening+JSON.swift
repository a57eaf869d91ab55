import Digests
public import Formats
import Names
import WatchLists

extension PartyScreening {
  /// The answer as data. It has no member that would let a machine release anything.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("schemaVersion", .string("1.0")), ("party", party.json),
      ("line", line.map(JSON.integer) ?? .null), ("asOf", .string(asOf.description)),
      ("result", .string(result.rawValue)), ("summary", .string(sentence)),
      ("fingerprint", .string(PartyFingerprint(party.identity).hexadecimal)),
    ]
    if let demonstration { members.append(("demonstration", .string(demonstration))) }
    let bodies = PartyScreening.bodies(search.matches)
    let numbered = Array(zip(search.matches, bodies))
    members += [
      ("matches", .array(numbered.filter { $0.0.isInForce }.map { $0.0.json(body: $0.1) })),
      ("past", .array(numbered.filter { !$0.0.isInForce }.map { $0.0.json(body: $0.1) })),
      ("contacts", .array(search.findings.map(\.json))),
      ("truncated", .boolean(search.isTruncated)),
      (
        "suppressed",
        .array(search.suppressed.map { PartyScreening.json($0.match, $0.suppression) })
      ),
      (
        "lapsedSuppressions",
        .array(
          search.lapsed.map { lapsed in
            .object([
              ("id", .string(lapsed.suppression.id)), ("entry", .string(lapsed.match.entry.id)),
              ("list", .string(lapsed.match.entry.list.id)),
              ("why", .string(lapsed.lapse.message)),
            ])
          })
      ),
      ("ownership", ownership.json), ("coverage", coverage.json),
      ("notices", .array(notices.map(\.json))),
    ]
    return .object(members)
  }

  /// For each match the number of its body, from one: several lists may list one body.
  static func bodies(_ matches: [ListMatch]) -> [Int] {
    var bodies = Array(repeating: 0, count: matches.count)
    for (number, group) in BodyGroups.of(matches).enumerated() {
      for index in group { bodies[index] = number + 1 }
    }
    return bodies
  }

  private static func json(_ match: ListMatch, _ suppression: Suppression) -> JSON {
    .object([
      ("match", match.json(body: nil)),
      (
        "suppression",
        .object([
          ("id", .string(suppression.id)), ("reason", .string(suppression.reason)),
          ("maker", .optional(suppression.maker)),
          ("approvedBy", .string(suppression.approvedBy)),
          ("approvedOn", .string(suppression.approvedOn.description)),
          ("expires", .string(suppression.expires.description)),
        ])
      ),
    ])
  }
}

extension ContactFinding {
  /// The finding as data, with the first of the entries that share it.
  var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("certain", .boolean(isCertain)),
      ("inForce", .boolean(isInForce)), ("anotherUnit", .boolean(isAnotherUnit)),
      ("sharing", .integer(sharing)), ("reasons", .strings(reasons)),
      (
        "compared",
        .object([("party", .string(queryText)), ("entry", .string(entryText))])
      ),
      ("list", .object([("id", .string(entry.list.id)), ("name", .string(entry.list.name))])),
      ("entry", entry.json),
    ])
  }
}

extension ListMatch {
  /// The match as data, with the entry as its list has it and the digest for a suppression.
  func json(body: Int?) -> JSON {
    var members: [(String, JSON)] = [
      ("list", .object([("id", .string(entry.list.id)), ("name", .string(entry.list.name))])),
      ("strength", .string(certainty.rawValue)), ("inForce", .boolean(isInForce)),
      ("reasons", .strings(reasons)),
      (
        "compared",
        .object([("party", .string(queryName)), ("entry", .string(entryName))])
      ),
      ("means", .string(entry.effect.words)),
      ("entryDigest", .string(entry.digest.description)), ("entry", entry.json),
    ]
    if let body { members.insert(("body", .integer(body)), at: 1) }
    return .object(members)
  }
}
