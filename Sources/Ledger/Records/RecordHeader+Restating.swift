import Formats

extension RecordHeader {
  /// Whether a record with this header, at `position`, may have the content of the one at `place`:
  /// an earlier determination that holds all of its own.
  func canRestate(_ stated: RecordHeader, at place: Int, from position: Int) -> Bool {
    place < position && kind == .determination && stated.kind == .determination
      && stated.restates == nil
  }
}

extension JSON {
  /// What a record says itself, and what it restates of another.
  func completed(by stated: JSON) -> JSON {
    let own = members ?? []
    let keys = Set(own.map(\.key))
    return JSON(.object(own + (stated.members ?? []).filter { !keys.contains($0.key) }))
  }
}
