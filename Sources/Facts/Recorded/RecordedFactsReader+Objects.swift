import Formats

extension RecordedFactsReader {
  func readDomain(
    _ cursor: inout JSONCursor, _ domain: Int, _ dropped: inout Set<String>
  ) throws(JSONFailure) -> [FactObject] {
    // Columns of the record: the term of this vocabulary, or -1 for one that it does not know.
    var columns: [Int]?
    var rows: JSONCursor?
    var objects: [FactObject]?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: RecordedFactsReader.domainMembers) {
      switch member {
      case .known(0):
        guard columns == nil else { throw cursor.failure(.duplicateName("terms")) }
        columns = try readColumns(&cursor, domain, &dropped)
      case .known:
        guard rows == nil else { throw cursor.failure(.duplicateName("objects")) }
        rows = cursor
        // Rows can only be read once the columns are known, which may stand behind them.
        if let columns {
          objects = try readRows(&cursor, domain, columns)
        } else {
          try cursor.skip()
        }
      case .other(let name): throw cursor.refused("objects have no member `\(name)`")
      }
    }
    if let objects { return objects }
    guard var rows, let columns else { throw cursor.refused("objects need `terms` and `objects`") }
    return try readRows(&rows, domain, columns)
  }

  private func readColumns(
    _ cursor: inout JSONCursor, _ domain: Int, _ dropped: inout Set<String>
  ) throws(JSONFailure) -> [Int] {
    var columns: [Int] = []
    try cursor.enterArray()
    while try cursor.nextElement() {
      switch try cursor.text(of: terms[domain]) {
      case .known(let term):
        guard !columns.contains(term) else {
          throw cursor.refused("the term `\(terms[domain].names[term])` stands twice")
        }
        columns.append(term)
      case .other(let name):
        dropped.insert(domains.names[domain] + "." + name)
        columns.append(-1)
      }
    }
    return columns
  }

  private func readRows(
    _ cursor: inout JSONCursor, _ domain: Int, _ columns: [Int]
  ) throws(JSONFailure) -> [FactObject] {
    var objects: [FactObject] = []
    try cursor.enterArray()
    while try cursor.nextElement() { objects.append(try readRow(&cursor, domain, columns)) }
    return objects
  }

  private func readRow(
    _ cursor: inout JSONCursor, _ domain: Int, _ columns: [Int]
  ) throws(JSONFailure) -> FactObject {
    var id: String?
    var letters: [UInt8]?
    var values: JSONCursor?
    var facts: [Fact]?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: RecordedFactsReader.objectMembers) {
      switch member {
      case .known(0):
        guard id == nil else { throw cursor.failure(.duplicateName("id")) }
        id = try cursor.text()
      case .known(1):
        guard letters == nil else { throw cursor.failure(.duplicateName("basis")) }
        letters = Array(try cursor.text().utf8)
      case .known:
        guard values == nil else { throw cursor.failure(.duplicateName("values")) }
        values = cursor
        if let letters {
          facts = try readFacts(&cursor, domain, columns, letters)
        } else {
          try cursor.skip()
        }
      case .other(let name): throw cursor.refused("an object has no member `\(name)`")
      }
    }
    guard let id, let letters, var values else {
      throw cursor.refused("an object needs `id`, `basis` and `values`")
    }
    if let facts { return FactObject(id: id, label: id, facts: facts) }
    return FactObject(
      id: id, label: id, facts: try readFacts(&values, domain, columns, letters))
  }

  private func readFacts(
    _ cursor: inout JSONCursor, _ domain: Int, _ columns: [Int], _ letters: [UInt8]
  ) throws(JSONFailure) -> [Fact] {
    guard letters.count == columns.count else {
      throw cursor.refused("`basis` needs one letter for each of the terms")
    }
    var facts = blanks[domain]
    try cursor.enterArray()
    for (letter, term) in zip(letters, columns) where letter != FactBasis.unknownLetter {
      guard let basis = FactBasis(letter: letter) else {
        throw cursor.refused("`basis` is written with the letters d, i, v, o, c and -")
      }
      guard try cursor.nextElement() else {
        throw cursor.refused("there are fewer values than `basis` has letters")
      }
      guard term >= 0 else {
        try cursor.skip()
        continue
      }
      facts[term] = Fact(try readValue(&cursor), basis, words: "recorded")
    }
    guard try !cursor.nextElement() else {
      throw cursor.refused("there are more values than `basis` has letters")
    }
    return facts
  }

  private func readValue(_ cursor: inout JSONCursor) throws(JSONFailure) -> FactValue {
    switch try cursor.kind() {
    case .word: return .boolean(try cursor.flag())
    case .array: return .codes(try readCodes(&cursor), isComplete: true)
    case .string: return .text(try cursor.text())
    case .number: return .number(Interval(exactly: try readNumber(&cursor)))
    case .object: break
    }
    var value: FactValue?
    try cursor.enterObject()
    while let member = try cursor.nextMember(of: RecordedFactsReader.valueMembers) {
      guard value == nil else { throw cursor.refused("a value has one member") }
      switch member {
      case .known(0): value = .codes(try readCodes(&cursor), isComplete: false)
      case .known(1): value = .number(try readInterval(&cursor))
      case .known:
        let text = try cursor.text()
        guard let date = CivilDate(text) else { throw cursor.refused("`\(text)` is not a date") }
        value = .date(date)
      case .other(let name): throw cursor.refused("there is no value `\(name)`")
      }
    }
    guard let value else { throw cursor.refused("a value has one member") }
    return value
  }

  private func readCodes(_ cursor: inout JSONCursor) throws(JSONFailure) -> [String] {
    var codes: [String] = []
    try cursor.enterArray()
    while try cursor.nextElement() { codes.append(try cursor.text()) }
    return codes
  }

  private func readInterval(_ cursor: inout JSONCursor) throws(JSONFailure) -> Interval {
    var bounds: [Decimal?] = []
    try cursor.enterArray()
    while try cursor.nextElement() {
      if try cursor.kind() == .number {
        bounds.append(try readNumber(&cursor))
      } else {
        guard try cursor.value().isNull else { throw cursor.refused("a bound is a number or null") }
        bounds.append(nil)
      }
    }
    guard bounds.count == 2 else { throw cursor.refused("`between` has two bounds") }
    return Interval(low: bounds[0], high: bounds[1])
  }

  private func readNumber(_ cursor: inout JSONCursor) throws(JSONFailure) -> Decimal {
    let literal = try cursor.number()
    guard let number = Decimal(literal) else {
      throw cursor.refused("`\(literal)` is not a decimal number with six places")
    }
    return number
  }
}
