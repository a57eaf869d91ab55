/// The layout of compiled names: a header, then sections that begin at multiples of 16 bytes.
///
/// Numbers lie in the order of bytes of the machine that wrote them, and the header says in which,
/// so that a file of another machine or another layout is refused and compiled anew.
enum CompiledNamesLayout {
  static let magic: UInt64 = 0x5343_5255_504C_4531
  static let version: UInt32 = 1
  static let alignment = 16

  enum Section: Int, CaseIterable {
    case identities, names, words, letters, bodies, keys, ranges, postings
  }

  /// Magic, version, strides, digest of the tables, then offset and count of each section.
  static let headerSize = 48 + Section.allCases.count * 16

  /// Changes when the compiler lays out a record in another way.
  static var strides: UInt32 {
    UInt32(
      MemoryLayout<StoredIdentity>.stride << 20 | MemoryLayout<StoredName>.stride << 10
        | MemoryLayout<PersonWord>.stride)
  }
}
