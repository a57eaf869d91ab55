import Formats

/// An entry while it is gathered from the fields of one record or of several.
struct EntryDraft {
  private(set) var entry: ListEntry
  private var remarks: [String] = []
  private var weakNames: [String] = []
  private var hasPrimaryName = false

  init(_ id: String?, list: ListCode, schema: EntrySchema = .unknown) {
    entry = ListEntry(id: id ?? "", list: list, name: "", schema: schema)
  }

  mutating func set<Value>(_ path: WritableKeyPath<ListEntry, Value>, _ value: Value) {
    entry[keyPath: path] = value
  }

  /// Takes a name: the first primary one is the entry's own, else the first; further ones are
  /// aliases.
  ///
  /// A weak name, which its publisher finds too common or too vague to identify anybody, is
  /// searched like any other, and told among the remarks.
  mutating func addName(_ text: String?, isWeak: Bool = false, isPrimary: Bool = false) {
    for (index, name) in PublishedNames.names(in: text ?? "").enumerated() {
      if entry.name.isEmpty {
        entry.name = name
      } else if isPrimary, !hasPrimaryName, index == 0 {
        takePrimary(name)
      } else {
        entry.addAliases([name])
      }
      if isPrimary { hasPrimaryName = true }
      if isWeak { weakNames.addOnce(name) }
    }
  }

  private mutating func takePrimary(_ name: String) {
    let earlier = entry.aliases.filter { $0 != name }
    entry.aliases = []
    let first = entry.name
    entry.name = name
    entry.addAliases([first] + earlier)
  }

  /// Takes the countries that the words name; words that name none are kept as a remark.
  mutating func addCountry(_ words: String?, label: String) {
    guard let words = words?.singleSpaced, !words.isEmpty else { return }
    let codes = PublishedCountry.codes(in: words)
    codes.forEach { entry.countries.addOnce($0) }
    if codes.isEmpty { remark(words, label: label) }
  }

  mutating func addAddress(_ parts: [String?], country: String?) {
    let words = country?.singleSpaced ?? ""
    let codes = PublishedCountry.codes(in: words)
    codes.forEach { entry.countries.addOnce($0) }
    // A country word that is no country, such as a region, would otherwise be lost.
    let all = parts + (codes.isEmpty ? [words] : [])
    entry.addresses.addOnce(all.compactMap { $0?.singleSpaced }.joinedWhereFilled(by: ", "))
  }

  mutating func addIdentifier(_ number: String?, kind: String?, of country: String? = nil) {
    guard var text = number?.singleSpaced, !text.isEmpty else { return }
    if let country = country?.singleSpaced, !country.isEmpty { text += " (\(country))" }
    entry.addIdentifier(text, kind: kind?.singleSpaced ?? "")
  }

  mutating func addBirth(_ text: String?) {
    if let text { entry.births.addOnce(text.singleSpaced) }
  }

  mutating func addProgramme(_ text: String?) {
    if let text { entry.programmes.addOnce(text.singleSpaced) }
  }

  /// Takes the earliest of the days that are stated.
  mutating func addListing(_ day: CivilDate?) {
    if let day { entry.listedFrom = min(day, entry.listedFrom ?? day) }
  }

  mutating func remark(_ text: String?, label: String? = nil) {
    guard let text = text?.trimmedOfSpace, !text.isEmpty else { return }
    remarks.addOnce(label.map { "\($0): \(text)" } ?? text)
  }

  mutating func remark(_ texts: [String], label: String) {
    remark(texts.joinedWhereFilled(by: ", "), label: label)
  }

  /// The same entry on another list.
  func copied(to list: ListCode, effect: ListEffect) -> EntryDraft {
    var copy = self
    copy.entry.list = list
    copy.entry.effect = effect
    return copy
  }

  /// The entry with its remarks.
  var finished: ListEntry {
    var finished = entry
    var all = remarks
    if !weakNames.isEmpty { all.insert("weak names: " + weakNames.joined(separator: ", "), at: 0) }
    finished.remarks = all.isEmpty ? nil : all.joined(separator: "; ")
    return finished
  }

  /// Hands the entry over, or counts it as unreadable where it lacks its id or every name.
  func hand(
    to collector: inout EntryCollector, idName: String, path: String, line: Int
  ) {
    var problems: [String] = []
    if entry.id.isEmpty { problems.append("`\(idName)` is missing") }
    if entry.name.isEmpty { problems.append("`\(entry.id)` has no name") }
    if problems.isEmpty {
      collector.add(finished, path: path, line: line)
    } else {
      collector.refuse(problems.joined(separator: "; "), path: path, line: line)
    }
  }
}
