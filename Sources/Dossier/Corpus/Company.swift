import Formats

/// The vendor's own status, which decides whom a sanctions regime binds.
public struct Company: Sendable, Hashable {
  public let name: String?
  /// Nil where the company has not said.
  public let isUSPerson: Bool?
  public let isEUPerson: Bool?
  public let isUKPerson: Bool?
  /// Resident or established in Germany, whom section 7 of the AWV binds.
  public let isGermanResident: Bool?

  public static let unknown = Company(
    name: nil, isUSPerson: nil, isEUPerson: nil, isUKPerson: nil, isGermanResident: nil)

  init(
    name: String?, isUSPerson: Bool?, isEUPerson: Bool?, isUKPerson: Bool?,
    isGermanResident: Bool? = nil
  ) {
    self.isGermanResident = isGermanResident
    self.name = name
    self.isUSPerson = isUSPerson
    self.isEUPerson = isEUPerson
    self.isUKPerson = isUKPerson
  }

  /// Reads `company.json`; a member that is there and is not true or false is a fault.
  static func read(file: String) throws(Diagnostic) -> Company {
    guard FileReader.exists(file) else { return .unknown }
    let json = try Lines.document(file)
    guard let members = json.members else {
      throw Diagnostic(
        "CRP001", "the file holds \(json.kindName)", remedy: "write one object", file: file)
    }
    let known = ["name", "usPerson", "euPerson", "ukPerson", "germanResident"]
    for member in members where member.key != "note" && !known.contains(member.key) {
      throw Diagnostic(
        "CRP003", "the member `\(member.key)` is not known",
        remedy: nearestWord(to: String(member.key.prefix(64)), among: known).map {
          "did you mean `\($0)`?"
        } ?? "use " + known.joined(separator: ", "), file: file)
    }
    if let name = json["name"], !name.isNull, name.string == nil {
      throw Diagnostic(
        "CRP002", "`name` is \(name.kindName)", remedy: "write a text", file: file)
    }
    func flag(_ key: String) throws(Diagnostic) -> Bool? {
      guard let member = json[key], !member.isNull else { return nil }
      guard let flag = member.boolean else {
        throw Diagnostic(
          "CRP002", "`\(key)` is \(member.kindName)", remedy: "write true, false or null",
          file: file)
      }
      return flag
    }
    return Company(
      name: json["name"]?.string, isUSPerson: try flag("usPerson"),
      isEUPerson: try flag("euPerson"), isUKPerson: try flag("ukPerson"),
      isGermanResident: try flag("germanResident"))
  }
}
