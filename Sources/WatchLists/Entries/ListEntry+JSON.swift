public import Formats

extension ListEntry {
  /// The entry as one line of a stored version: flat, without members that say nothing.
  public var line: String { json.text() }

  /// The entry as data; values are texts or arrays of texts, so that a line scans quickly.
  public var json: JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id)), ("list", .string(list.id)), ("name", .string(name)),
      ("schema", .string(schema.rawValue)), ("effect", .string(effect.rawValue)),
    ]
    func add(_ key: String, _ texts: [String]) {
      if !texts.isEmpty { members.append((key, .strings(texts))) }
    }
    func add(_ key: String, _ text: String?) {
      if let text { members.append((key, .string(text))) }
    }
    add("aliases", aliases)
    add("countries", countries)
    add("addresses", addresses)
    add("programmes", programmes)
    add("licenceRequirement", licenceRequirement)
    add("licencePolicy", licencePolicy)
    add("federalRegister", federalRegister)
    add("listedFrom", listedFrom?.description)
    add("removedOn", removedOn?.description)
    add("births", births)
    add("identifiers", identifiers)
    add("number", number)
    add("source", source)
    add("remarks", remarks)
    return .object(members)
  }
}
