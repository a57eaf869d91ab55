import Formats
import Policy
import Screening

/// Gives out the ids of numbers while sections are written, and knows the orders.
struct ReportBuilder {
  let quarter: Quarter
  let selection: RecordSelection
  private(set) var numbers: [ReportNumber] = []
  private(set) var sections: [ReportSection] = []
  private let ambiguous: Set<String>
  private var running = 0

  init(quarter: Quarter, selection: RecordSelection) {
    self.quarter = quarter
    self.selection = selection
    var systems: [String: String] = [:]
    var ambiguous: Set<String> = []
    for entry in selection.counted + selection.superseded + selection.outside {
      let known = systems.updateValue(entry.record.system, forKey: entry.record.reference)
      if let known, known != entry.record.system { ambiguous.insert(entry.record.reference) }
    }
    self.ambiguous = ambiguous
  }

  var orders: [RecordedDetermination] { selection.counted.map(\.record) }

  /// The order's reference, with its system where two systems use the same one.
  func name(_ record: RecordedDetermination) -> String {
    ambiguous.contains(record.reference)
      ? record.system + ":" + record.reference : record.reference
  }

  mutating func open(_ number: Int, _ title: String) {
    running = 0
    sections.append(ReportSection(number: number, title: title, finding: []))
  }

  /// Adds a sentence to the finding of the open section.
  mutating func say(_ cells: ReportCell...) {
    guard let last = sections.indices.last else { return }
    sections[last].finding.append(cells)
  }

  mutating func add(_ part: ReportSection.Part) {
    guard let last = sections.indices.last else { return }
    sections[last].parts.append(part)
  }

  mutating func number(_ label: String, _ value: String, orders: [String]) -> ReportCell {
    running += 1
    let section = sections.last?.number ?? 0
    let number = ReportNumber(
      id: "\(quarter.label)-\(section).\(running)", label: label, value: value, orders: orders)
    numbers.append(number)
    return .number(number)
  }

  /// The count of some orders.
  mutating func count(_ label: String, _ records: [RecordedDetermination]) -> ReportCell {
    number(label, String(records.count), orders: records.map(name))
  }

  /// The value of some orders, one number a currency; amounts of two currencies are never added.
  mutating func values(_ label: String, _ records: [RecordedDetermination]) -> [ReportCell] {
    var sums: [String: (sum: Decimal?, orders: [String])] = [:]
    for record in records {
      guard let value = record.value else { continue }
      let currency = record.currency ?? "currency not stated"
      let before = sums[currency] ?? (.zero, [])
      sums[currency] = (before.sum?.adding(value), before.orders + [name(record)])
    }
    var cells = sums.sorted { $0.key < $1.key }.map { currency, entry in
      number(
        "\(label), \(currency)",
        entry.sum.map { "\(grouped($0)) \(currency)" } ?? "\(currency): the sum is too large",
        orders: entry.orders)
    }
    let silent = records.filter { $0.value == nil }
    if !silent.isEmpty {
      cells.append(
        number(
          "\(label), value not stated", "\(silent.count) without value",
          orders: silent.map(name)))
    }
    return cells
  }

  /// `1234567.5` as `1,234,567.50`.
  private func grouped(_ amount: Decimal) -> String {
    let parts = amount.description.split(separator: ".")
    var digits = ""
    for (index, digit) in (parts.first ?? "0").reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3), digit != "-" { digits.append(",") }
      digits.append(digit)
    }
    let whole = String(digits.reversed())
    guard parts.count == 2 else { return whole }
    return whole + "." + parts[1] + (parts[1].count == 1 ? "0" : "")
  }

  /// The records in groups by a key, the largest group first, then by key.
  func grouped<Key: Hashable & Comparable>(
    _ records: [RecordedDetermination], by keys: (RecordedDetermination) -> [Key]
  ) -> [(key: Key, records: [RecordedDetermination])] {
    var groups: [Key: [RecordedDetermination]] = [:]
    for record in records {
      for key in Set(keys(record)) { groups[key, default: []].append(record) }
    }
    return groups.map { ($0.key, $0.value) }.sorted {
      ($1.1.count, $0.0) < ($0.1.count, $1.0)
    }
  }
}
