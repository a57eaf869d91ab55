import Formats
import Testing

@testable import WatchLists

/// Small ownership files with fictional companies.
enum Owners {
  static func company(_ id: String, _ name: String? = nil) -> String {
    #"{"id":"\#(id)","schema":"Company","properties":{"name":["\#(name ?? id)"]}}"#
  }

  static func owns(
    _ owner: String, _ asset: String, _ percent: String?, _ more: String = ""
  ) -> String {
    let share = percent.map { #","percentage":["\#($0)"]"# } ?? ""
    return #"{"schema":"Ownership","properties":{"owner":["\#(owner)"],"asset":["\#(asset)"]"#
      + share + more + "}}"
  }

  static func directs(_ director: String, _ body: String) -> String {
    #"{"schema":"Directorship","properties":{"director":["\#(director)"],"#
      + #""organization":["\#(body)"]}}"#
  }

  static func read(_ lines: [String]) -> (graph: OwnershipGraph, reader: OwnershipReader) {
    var reader = OwnershipReader()
    reader.read(Array(lines.joined(separator: "\n").utf8), file: "ownership/o.ndjson")
    return (reader.finish(), reader)
  }

  /// A graph of these edges between companies that are named for their ids.
  static func graph(_ edges: [String], companies: [String]) throws -> OwnershipGraph {
    let (graph, reader) = read(companies.map { company($0) } + edges)
    try #require(reader.firstFault == nil, "\(reader.firstFault?.line ?? "")")
    return graph
  }

  /// What a rule finds of `x` where these are restricted and those may be.
  static func finding(
    _ graph: OwnershipGraph, of id: String = "x", _ rule: OwnershipRule = .ofac,
    restricted: Set<String> = ["l"], possibly: Set<String> = [], asOf date: String = "2026-11-22"
  ) throws -> OwnershipFinding {
    let index = try #require(graph.index(of: id))
    return graph.finding(of: index, under: rule, asOf: try day(date)) { holder in
      let id = graph.holders[holder].id
      return restricted.contains(id)
        ? .restricted : possibly.contains(id) ? .possiblyRestricted : .notRestricted
    }
  }
}

extension OwnershipFinding {
  /// `40...60 unknown`, for tables of expectations.
  var short: String { "\(shares.low)...\(shares.high) \(met.rawValue)" }
}
