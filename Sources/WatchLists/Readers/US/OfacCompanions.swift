import Formats

/// What the companions of OFAC's main file say, by the number of the entity.
struct OfacCompanions {
  private struct Address {
    let text: String
    let country: String?
  }

  private var names: [Int: [String]] = [:]
  private var addresses: [Int: [Address]] = [:]
  private var comments: [Int: String] = [:]
  /// Numbers that a main record took, and the first line of each number, by part.
  private var taken: Set<Int> = []
  private var rows: [(part: OfacPart, file: ListFile, numbers: [Int: (line: Int, rows: Int)])] = []

  /// Reads one companion; its records that cannot be read are counted.
  mutating func read(
    _ file: ListFile, _ part: OfacPart, _ collector: inout EntryCollector
  ) throws(ListFailure) {
    collector.turn(to: file)
    var table = try OfacTable(file, part)
    var numbers: [Int: (line: Int, rows: Int)] = [:]
    while let row = try table.next(&collector) {
      let number = row.number
      switch part {
      case .main: return
      case .alternates:
        guard !row[3].isEmpty else {
          collector.refuse("it has no name", path: row.path, line: row.line)
          continue
        }
        names[number, default: []].append(row[3])
      case .addresses:
        let country = row[4]
        let code = country.isEmpty ? nil : PublishedCountry.code(country)
        let tail = code == nil ? country : ""
        let text = [row[2], row[3], tail].joinedWhereFilled(by: ", ")
        addresses[number, default: []].append(Address(text: text, country: code))
      case .comments: comments[number, default: ""] += row[1]
      }
      numbers[number] = (numbers[number]?.line ?? row.line, (numbers[number]?.rows ?? 0) + 1)
    }
    rows.append((part, file, numbers))
  }

  mutating func takeComments(of number: Int) -> String? { comments[number] }

  /// Adds the names and addresses of the entity.
  mutating func complete(_ entry: inout ListEntry, number: Int) {
    taken.insert(number)
    entry.addAliases(names[number] ?? [])
    for address in addresses[number] ?? [] {
      entry.addresses.addOnce(address.text)
      if let country = address.country { entry.countries.addOnce(country) }
    }
  }

  /// Tells of records whose entity the main file does not have: the files are of other days.
  func reportStrays(_ collector: inout EntryCollector) {
    for (part, file, numbers) in rows {
      let strays = numbers.filter { !taken.contains($0.key) }
      guard let first = strays.min(by: { $0.value.line < $1.value.line }) else { continue }
      let count = strays.values.reduce(0) { $0 + $1.rows }
      collector.turn(to: file)
      collector.note(
        "LST017",
        "\(count) records of \(part.contents) name \(strays.count) entities that the main file "
          + "does not hold, first `\(first.key)`",
        severity: .warning, remedy: "fetch all files of the set on one day",
        line: first.value.line)
    }
  }
}
