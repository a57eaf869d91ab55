internal import Digests
public import Formats

/// Holds sources and claims against local copies: digests, places, and what cites what.
///
/// What cannot be checked, for want of a copy, is told apart from what was checked.
public struct EvidenceVerification: Sendable {
  public enum State: String, Sendable, Hashable {
    case verified, broken
    case notCheckable = "not-checkable"
  }

  public struct Item: Sendable, Hashable {
    /// The id of a source or claim, or the name of a copy.
    public let id: String
    /// `digest`, `locator`, `citation`, or `copy` for a file that is the copy of no source.
    public let matter: String
    public let state: State
    public let reason: String
  }

  public private(set) var items: [Item] = []

  public var broken: [Item] { items.filter { $0.state == .broken } }
  public func count(_ state: State) -> Int { items.count { $0.state == state } }

  private struct Copy {
    let name: String
    /// For each line or block whether it holds words.
    let lines: [Bool]
    let blocks: Int
  }

  /// `copies` is a folder of texts as they were captured; nil where there is none.
  ///
  /// Throws where a file of the folder cannot be read.
  public init(_ library: EvidenceLibrary, copies folder: String?) throws(FileReader.Failure) {
    var byDigest: [String: Copy] = [:]
    if let folder {
      for name in try FileReader.listing(of: folder)
      where FileReader.isFile(folder + "/" + name) {
        let bytes = try FileReader.bytes(of: folder + "/" + name, limit: 256 << 20)
        byDigest[SHA256(of: bytes).hexadecimal] = EvidenceVerification.copy(name, bytes)
      }
    }
    let byName = byDigest.values.sorted { $0.name < $1.name }
    for source in library.sources.values.sorted(by: { $0.id < $1.id }) {
      checkDigest(source, byDigest, byName)
    }
    for claim in library.claims { checkLocator(claim, library, byDigest, byName) }
    checkCitations(library)
    let digests = Set(library.sources.values.compactMap { $0.sha256?.lowercased() })
    for (digest, copy) in byDigest.sorted(by: { $0.value.name < $1.value.name })
    where !digests.contains(digest) {
      add(
        copy.name, "copy", .notCheckable,
        "no source has its digest; it was changed, or its source was not accepted")
    }
  }

  private static func copy(_ name: String, _ bytes: [UInt8]) -> Copy {
    let text = TextDecoding(bytes).text
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.contains { $0 > 0x20 } }
    return Copy(
      name: name, lines: lines, blocks: HTMLText.isHTML(text) ? HTMLText(text).blocks.count : 0)
  }

  private mutating func add(_ id: String, _ matter: String, _ state: State, _ reason: String) {
    items.append(Item(id: id, matter: matter, state: state, reason: reason))
  }

  private mutating func checkDigest(
    _ source: Source, _ byDigest: [String: Copy], _ byName: [Copy]
  ) {
    guard let digest = source.sha256 else {
      add(source.id, "digest", .notCheckable, "the source has no digest")
      return
    }
    if let copy = byDigest[digest.lowercased()] {
      add(source.id, "digest", .verified, "the copy \(copy.name) has it")
    } else if let copy = byName.first(where: { $0.name.hasPrefix(source.id + ".") }) {
      add(source.id, "digest", .broken, "the copy \(copy.name) has another digest")
    } else {
      add(source.id, "digest", .notCheckable, "there is no copy with this digest")
    }
  }

  private mutating func checkLocator(
    _ claim: Claim, _ library: EvidenceLibrary, _ byDigest: [String: Copy], _ byName: [Copy]
  ) {
    let own = library.sources[claim.source]?.sha256.flatMap { byDigest[$0.lowercased()] }
    for part in claim.locator.split(separator: ";") {
      let words = part.split(separator: " ")
      let place = words.last.map(String.init) ?? ""
      guard let (unit, range) = EvidenceVerification.places(in: place) else {
        add(claim.id, "locator", .notCheckable, "`\(part)` names no line or paragraph")
        continue
      }
      let named = words.count > 1 ? words.dropLast().joined(separator: " ") : nil
      let copy = named.flatMap { name in byName.first { $0.name.hasPrefix(name) } } ?? own
      guard let copy, named == nil || copy.name.hasPrefix(named ?? "") else {
        add(claim.id, "locator", .notCheckable, "there is no copy for `\(part)`")
        continue
      }
      let isThere =
        unit == "p"
        ? range.upperBound <= copy.blocks
        : range.upperBound <= copy.lines.count
          && range.contains { copy.lines[$0 - 1] }
      add(
        claim.id, "locator", isThere ? .verified : .broken,
        isThere
          ? "`\(part)` holds words in \(copy.name)" : "`\(part)` holds no words in \(copy.name)")
    }
  }

  /// `L12`, `L12-L14`, `p3`.
  private static func places(in text: String) -> (unit: String, range: ClosedRange<Int>)? {
    for unit in [LocatorUnit.line, .paragraph] {
      if let range = ReportText.lines(in: Substring(text), unit: unit) {
        return (unit.rawValue, range)
      }
    }
    return nil
  }

  private mutating func checkCitations(_ library: EvidenceLibrary) {
    let known = Set(library.claims.map(\.id))
    for programme in library.programmes {
      for claim in programme.claims where !known.contains(claim) {
        add(programme.code, "citation", .broken, "the claim `\(claim)` is not there")
      }
    }
    for claim in library.claims {
      let isKnown = library.sources[claim.source] != nil
      add(
        claim.id, "citation", isKnown ? .verified : .broken,
        isKnown ? "its source is known" : "its source `\(claim.source)` is not known")
    }
  }
}
