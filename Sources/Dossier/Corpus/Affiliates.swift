import Evidence
import Formats

/// Who stands behind whom, as far as the lines of the ownership folder say it in so many words:
/// owners, what they own, and what the same owner owns.
struct Affiliates: Sendable {
  struct Affiliate {
    let names: [String]
    /// `owner of the purchaser`.
    let relation: String
  }

  private var names: [String: [String]] = [:]
  private var owners: [String: [String]] = [:]
  private var assets: [String: [String]] = [:]
  private var ids: [String: [String]] = [:]

  /// A party has no more affiliates than this here; a holding with thousands tells nothing.
  private static let most = 64

  init() {}

  /// Reads FollowTheMoney lines; other forms and faults are the ownership graph's to tell.
  init(folder: String) throws(Diagnostic) {
    for path in Lines.files(in: folder) {
      for line in try Lines.read(path) {
        let properties = line.json["properties"]
        guard let id = line.json["id"]?.string, let schema = line.json["schema"]?.string else {
          continue
        }
        if schema == "Ownership" {
          for owner in properties?["owner"]?.strings ?? [] {
            for asset in properties?["asset"]?.strings ?? [] {
              owners[asset, default: []].append(owner)
              assets[owner, default: []].append(asset)
            }
          }
        } else if let found = properties?["name"]?.strings {
          names[id] = found + (properties?["alias"]?.strings ?? [])
          for name in names[id] ?? [] { ids[name.lowercased(), default: []].append(id) }
        }
      }
    }
  }

  /// The affiliates of parties, each once.
  func names(of parties: [PartyReading]) -> [Affiliate] {
    guard !names.isEmpty else { return [] }
    var found: [Affiliate] = []
    var seen: Set<String> = []
    let own = parties.flatMap(\.names).flatMap { ids[$0.lowercased()] ?? [] }
    seen.formUnion(own)
    func add(_ id: String, _ relation: String) {
      guard found.count < Affiliates.most, seen.insert(id).inserted, let names = names[id] else {
        return
      }
      found.append(Affiliate(names: names, relation: relation))
    }
    for id in own {
      for owner in owners[id] ?? [] {
        add(owner, "owner of the purchaser")
        for sister in assets[owner] ?? [] { add(sister, "owned by the purchaser's owner") }
      }
      for asset in assets[id] ?? [] { add(asset, "owned by the purchaser") }
    }
    return found
  }
}
