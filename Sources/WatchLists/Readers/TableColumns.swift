/// The columns of a publisher's table, which differ between its versions.
struct TableColumns {
  /// Without one of these the file is no such table.
  var required: [String] = []
  /// Names, addresses and numbers by which a party is found: without them less is found, so what is
  /// missing is counted. A column that two versions call differently stands as `new|old`.
  var expected: [String] = []
  /// Further columns that are known, read or not.
  var others: [String] = []
  /// Beginnings of the names of columns of which more are known than are listed.
  var families: [String] = []

  /// What the header lacks, by the present names.
  func missing(from header: Set<String>) -> [String] {
    expected.map { $0.split(separator: "|").map(String.init) }
      .filter { names in !names.contains { header.contains(ListTable.key($0)) } }
      .compactMap(\.first)
  }

  /// What the header has beyond them.
  func unknown(in header: [String]) -> [String] {
    let known = Set(
      (required + expected.flatMap { $0.split(separator: "|").map(String.init) } + others)
        .map(ListTable.key))
    let families = families.map(ListTable.key)
    return header.filter { name in
      let key = ListTable.key(name)
      return !key.isEmpty && !known.contains(key) && !families.contains { key.hasPrefix($0) }
    }
  }
}
