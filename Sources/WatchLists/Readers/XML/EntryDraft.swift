import Formats

/// An entry while it is gathered from the elements of a record.
struct EntryDraft {
  private(set) var entry: ListEntry
  private var remarks: [String] = []
  private var weakNames: [String] = []

  init(_ id: String?, list: ListCode, schema: EntrySchema = .unknown) {
    entry = ListEntry(id: id ?? "", list: list, name: "", schema: schema)
  }

  mutating func set<Value>(_ path: WritableKeyPath<ListEntry, Value>, _ value: Value) {
    entry[keyPath: path] = value
  }

  /// Takes a name: the first is the entry's own, further ones are aliases.
  ///
  /// A weak name, which its publisher finds too common or too vague to identify anybody, is
  /// searched like any other, and told among the remarks.
  mutating func addName(_ text: String?, isWeak: Bool = false) {
    for name in PublishedNames.names(in: text ?? "") {
      if entry.name.isEmpty {
        entry.name = name
      } else {
        entry.addAliases([name])
      }
      if isWeak, !weakNames.contains(name) { weakNames.append(name) }
    }
  }

  /// Takes the country that the words name; words that name none are kept as a remark.
  mutating func addCountry(_ words: String?, label: String) {
    guard let words = words?.singleSpaced, !words.isEmpty else { return }
    if let code = PublishedCountry.code(words) {
      if !entry.countries.contains(code) { entry.countries.append(code) }
    } else {
      remark(words, label: label)
    }
  }

  mutating func addAddress(_ parts: [String?], country: String?) {
    let words = country?.singleSpaced ?? ""
    let code = words.isEmpty ? nil : PublishedCountry.code(words)
    if let code, !entry.countries.contains(code) { entry.countries.append(code) }
    // A country word that is no country, such as a region, would otherwise be lost.
    let all = parts + (code == nil ? [words] : [])
    let text = all.compactMap { $0?.singleSpaced }.filter { !$0.isEmpty }.joined(separator: ", ")
    if !text.isEmpty, !entry.addresses.contains(text) { entry.addresses.append(text) }
  }

  mutating func addIdentifier(_ number: String?, kind: String?, of country: String? = nil) {
    guard let number = number?.singleSpaced, !number.isEmpty else { return }
    var text = number
    if let country = country?.singleSpaced, !country.isEmpty { text += " (\(country))" }
    if let kind = kind?.singleSpaced, !kind.isEmpty { text = "\(kind): \(text)" }
    if !entry.identifiers.contains(text) { entry.identifiers.append(text) }
  }

  mutating func addBirth(_ text: String?) {
    guard let text = text?.singleSpaced, !text.isEmpty, !entry.births.contains(text) else {
      return
    }
    entry.births.append(text)
  }

  mutating func addProgramme(_ text: String?) {
    guard let text = text?.singleSpaced, !text.isEmpty, !entry.programmes.contains(text) else {
      return
    }
    entry.programmes.append(text)
  }

  mutating func remark(_ text: String?, label: String? = nil) {
    guard let text = text?.trimmedOfSpace, !text.isEmpty else { return }
    let remark = label.map { "\($0): \(text)" } ?? text
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  mutating func remark(_ texts: [String], label: String) {
    if !texts.isEmpty { remark(texts.joined(separator: ", "), label: label) }
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
    if entry.name.isEmpty { problems.append("it has no name") }
    if problems.isEmpty {
      collector.add(finished, path: path, line: line)
    } else {
      collector.refuse(problems.joined(separator: "; "), path: path, line: line)
    }
  }
}
