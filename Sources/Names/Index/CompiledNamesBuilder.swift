internal import Formats

/// Lays the names of many identities out so that they can be searched where they lie.
struct CompiledNamesBuilder {
  private let knowledge: NameKnowledge
  private var identities: [StoredIdentity] = []
  private var names: [StoredName] = []
  private var words: [PersonWord] = []
  private var letters: [UInt8] = []
  private var bodies: [UInt8] = [0]
  private var filed: [(key: UInt64, name: UInt32)] = []
  private var personKeys = PersonKeys()
  private var keys: [UInt64] = []

  init(_ knowledge: NameKnowledge) { self.knowledge = knowledge }

  mutating func add(_ profile: IdentityProfile) {
    let first = names.count
    if profile.isMaybePerson {
      for form in profile.personForms { file(form, identity: identities.count) }
    }
    for (index, name) in profile.parsed.enumerated() {
      let start = bodies.count
      ParsedNameCoder.append(name, to: &bodies)
      for key in profile.parsedKeys[index] { filed.append((key, UInt32(names.count))) }
      names.append(
        StoredName(
          identity: UInt32(identities.count), firstWord: 0, words: 0, keyedWords: 0, letters: 0,
          lettersCount: 0, body: UInt32(start), bodyCount: UInt32(bodies.count - start)))
    }
    // What has no name that can be compared is still found by its numbers and addresses.
    if names.count == first {
      names.append(
        StoredName(
          identity: UInt32(identities.count), firstWord: 0, words: 0, keyedWords: 0, letters: 0,
          lettersCount: 0, body: 0, bodyCount: 0))
    }
    for key in IndexKeys.certain(profile) { filed.append((key, UInt32(first))) }
    identities.append(
      StoredIdentity(
        firstName: UInt32(first), names: UInt16(min(names.count - first, 65_535)), flags: 0))
  }

  private mutating func file(_ form: PersonForm, identity: Int) {
    keys.removeAll(keepingCapacity: true)
    let (span, pool) = (form.words.span, form.pool.span)
    var keyed: [Int] = []
    for index in span.indices where !span[index].flags.contains(.isParticle) {
      personKeys.append(span[index], pool, isQuery: false, to: &keys)
      if !span[index].isReading, span[index].length > 1 { keyed.append(index) }
    }
    if keyed.count > 1, keyed.count <= 6 {
      for place in keyed.indices.dropLast() {
        keys.append(PersonKeys.joined(span, pool, keyed[place...place + 1]))
      }
      keys.append(PersonKeys.whole(PersonKeys.joined(span, pool, keyed[...])))
    } else if keyed.count == 1 {
      keys.append(PersonKeys.whole(PersonKeys.joined(span, pool, keyed[...])))
    }
    keys.sort()
    for (place, key) in keys.enumerated() where place == 0 || keys[place - 1] != key {
      filed.append((key, UInt32(names.count)))
    }
    names.append(
      StoredName(
        identity: UInt32(identity), firstWord: UInt32(words.count),
        words: UInt16(form.words.count), keyedWords: UInt16(keyed.count),
        letters: UInt32(letters.count), lettersCount: UInt32(form.pool.count), body: 0,
        bodyCount: 0))
    words += form.words
    letters += form.pool
  }

  /// The bytes of the layout.
  mutating func finish() -> [UInt8] {
    filed.sort { $0.key == $1.key ? $0.name < $1.name : $0.key < $1.key }
    var distinct: [UInt64] = []
    var ranges: [UInt32] = []
    for (place, entry) in filed.enumerated() where place == 0 || filed[place - 1].key != entry.key {
      distinct.append(entry.key)
      ranges.append(UInt32(place))
    }
    ranges.append(UInt32(filed.count))
    var writer = SectionWriter()
    writer.append(identities)
    writer.append(names)
    writer.append(words)
    writer.append(letters)
    writer.append(bodies)
    writer.append(distinct)
    writer.append(ranges)
    writer.append(filed.map(\.name))
    return writer.finish()
  }
}

/// Writes sections behind a header.
private struct SectionWriter {
  private var bytes = [UInt8](repeating: 0, count: CompiledNamesLayout.headerSize)
  private var places: [(offset: Int, count: Int)] = []

  mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    while bytes.count % CompiledNamesLayout.alignment != 0 { bytes.append(0) }
    places.append((bytes.count, values.count))
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func finish() -> [UInt8] {
    func put<Value: FixedWidthInteger>(_ value: Value, at offset: Int) {
      for index in 0..<Value.bitWidth / 8 {
        bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
    put(CompiledNamesLayout.magic, at: 0)
    put(CompiledNamesLayout.version, at: 8)
    put(CompiledNamesLayout.strides, at: 12)
    put(UInt64(bytes.count), at: 16)
    for (index, place) in places.enumerated() {
      put(UInt64(place.offset), at: 48 + index * 16)
      put(UInt64(place.count), at: 56 + index * 16)
    }
    return bytes
  }
}
