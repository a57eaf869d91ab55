import Formats

/// The policies in force and the newest versions of lists, as the log has met them up to one place.
///
/// A determination that rests on older ones decides nothing, also where it comes later: a server
/// may not have read the new ones yet.
struct NewestData: Sendable {
  /// A version of a list. Its day is that of its retrieval.
  struct Version: Sendable, Hashable {
    let day: CivilDate?
    let digest: String
  }

  private struct Known: Sendable {
    var version: Version
    /// Somebody imported it, so that every screening must search it.
    var isImported: Bool
  }

  /// Digest of the policies that were the last to come into force.
  var policies: String?
  private var lists: [String: Known] = [:]

  /// Takes the record of an import, or of the first sight of a set of lists.
  mutating func takeLists(of record: OpenedRecord) {
    if let list = record.content["list"]?.string, let digest = record.content["digest"]?.string {
      let day = record.content["version"]?.string.flatMap { CivilDate($0.prefix(10)) }
      take(Version(day: day, digest: digest), of: list, isImported: true)
    }
    for (list, version) in NewestData.versions(record.content["lists"]) where version.day != nil {
      take(version, of: list, isImported: false)
    }
  }

  private mutating func take(_ version: Version, of list: String, isImported: Bool) {
    guard let known = lists[list] else {
      lists[list] = Known(version: version, isImported: isImported)
      return
    }
    // What was imported later and is older was never in force.
    let isOlder = known.version.day.flatMap { day in version.day.map { $0 < day } } ?? false
    lists[list] = Known(
      version: isOlder ? known.version : version, isImported: known.isImported || isImported)
  }

  func isNewer(than ground: CaseGround) -> Bool {
    if let policies, policies != ground.policies { return true }
    return lists.contains { list, known in
      guard let searched = ground.searched[list] else { return known.isImported }
      if searched.digest == known.version.digest { return false }
      guard let own = searched.day, let day = known.version.day else { return true }
      return own <= day
    }
  }

  /// Versions by list, of an array of lists as determinations and first sights name them.
  static func versions(_ json: JSON?) -> [String: Version] {
    var versions: [String: Version] = [:]
    for list in json?.array ?? [] {
      guard let id = list["id"]?.string, let digest = list["digest"]?.string else { continue }
      versions[id] = Version(
        day: list["version"]?.string.flatMap { CivilDate($0.prefix(10)) }, digest: digest)
    }
    return versions
  }
}
