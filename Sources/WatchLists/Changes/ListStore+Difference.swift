public import Formats

extension ListStore {
  /// Two versions of a feed that can be compared.
  public struct VersionPair: Sendable {
    public let earlier: ListVersion
    public let later: ListVersion
  }

  /// The version that is named by its stem, by a unique beginning of it, or as of a day.
  ///
  /// Throws where there is none.
  public func version(of feed: String, named name: String) throws(Diagnostic) -> ListVersion {
    if let date = CivilDate(name) {
      if let version = try version(of: feed, asOf: date) { return version }
      throw Diagnostic(
        "LST040", "`\(feed)` has no version of \(date) or before",
        remedy: "see the versions with `scruple lists status`")
    }
    let versions = versions(of: feed)
    let found = versions.filter { $0.stem == name || $0.stem.hasPrefix(name) }
    guard found.count == 1, let version = found.first else {
      throw Diagnostic(
        "LST040",
        "`\(name)` names \(found.isEmpty ? "no version" : "several versions") of `\(feed)`",
        remedy: versions.isEmpty
          ? "the feed has no version"
          : "it has " + versions.map { "`\($0.stem)`" }.joined(separator: ", "))
    }
    return version
  }

  /// The versions to compare: those named, else the newest and the one before it.
  public func versionPair(
    of feed: String, from: String? = nil, to: String? = nil
  ) throws(Diagnostic) -> VersionPair {
    let versions = versions(of: feed)
    let later: ListVersion
    if let to {
      later = try version(of: feed, named: to)
    } else if let newest = versions.first {
      later = newest
    } else {
      throw Diagnostic(
        "LST040", "there is no feed `\(feed)`", remedy: "see them with `scruple lists status`")
    }
    if let from {
      return VersionPair(earlier: try version(of: feed, named: from), later: later)
    }
    guard let position = versions.firstIndex(of: later), position + 1 < versions.count else {
      throw Diagnostic(
        "LST041", "`\(feed)` has no version before \(later.stem)",
        remedy: "there is something to compare once the list was imported again")
    }
    return VersionPair(earlier: versions[position + 1], later: later)
  }

  /// What changed between the two. Throws where one is damaged.
  public func difference(of pair: VersionPair) throws(Diagnostic) -> ListDifference {
    ListDifference(
      from: try entries(of: pair.earlier), to: try entries(of: pair.later))
  }
}
