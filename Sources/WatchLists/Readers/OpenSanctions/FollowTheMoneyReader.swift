import Formats

/// Reads FollowTheMoney entities, one JSON object a line, as OpenSanctions publishes them.
///
/// Schemata: https://followthemoney.tech/explorer/. A line holds `id`, `schema`, `properties` with
/// arrays of texts, and often `datasets`, `target` and `last_seen`. Relations such as Ownership are
/// context: `OwnershipGraph` reads them elsewhere. Addresses and sanctions that stand on lines of
/// their own are joined to their entity.
enum FollowTheMoneyReader {
  /// Returns the newest day on which OpenSanctions saw an entity in its source, where lines say so.
  static func read(
    _ file: ListFile, list: ListCode?, into collector: inout EntryCollector
  ) throws(ListFailure) -> CivilDate? {
    var newest: CivilDate?
    var joins = FollowTheMoneyJoins()
    var found: [(entity: FollowTheMoneyEntity, line: Int)] = []
    var context: [String: Int] = [:]
    var lines = ListLines(file.bytes)
    while let line = lines.next() {
      let path = "line \(line.number)"
      do throws(JSONFailure) {
        let record = try JSONReader.read(line.bytes)
        var problems: [String] = []
        guard let entity = FollowTheMoneyEntity(record, &problems), problems.isEmpty else {
          collector.refuse(
            problems.joined(separator: "; "), path: path, line: line.number)
          continue
        }
        if let seen = entity.lastSeen, seen > newest ?? seen.adding(days: -1) { newest = seen }
        switch entity.role {
        case .party:
          found.append((entity, line.number))
          joins.take(nestedIn: entity)
        case .context:
          context[entity.schema, default: 0] += 1
          joins.take(entity)
        case .unknown:
          collector.refuse(
            "the schema `\(entity.schema.prefix(64))` is not known and it has no name",
            path: path, line: line.number)
        }
      } catch {
        guard !line.isLast else {
          throw ListFailure([
            Diagnostic(
              "LST006", "the last line is cut off: \(error.message)",
              remedy: "fetch the file again; nothing of it was imported", file: file.name,
              position: SourcePosition(line: line.number, column: error.position.column))
          ])
        }
        collector.refuse(
          "it is not JSON: \(error.message)", path: path, line: line.number,
          column: error.position.column)
      }
    }
    for (entity, line) in found {
      for code in list.map({ [$0] }) ?? DatasetLists.lists(of: entity.datasets) {
        collector.add(
          entity.entry(on: code, joins, isMeantFor: list), path: "line \(line)", line: line)
      }
    }
    if !context.isEmpty {
      let words = context.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      let total = context.values.reduce(0, +)
      collector.note(
        "LST019",
        "\(total) records are context, not parties: \(words.joined(separator: ", "))",
        severity: .note)
    }
    return newest
  }
}
