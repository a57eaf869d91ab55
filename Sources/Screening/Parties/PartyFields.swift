import Formats

/// The fields of one party as a row or a command line gives them, checked.
public struct PartyFields {
  public struct Problems: Error {
    public let text: String
  }

  /// Members of a line and columns of a table; the singular is read as well.
  static let members = [
    "id", "names", "kind", "countries", "identifiers", "addresses", "phones", "emails", "births",
  ]
  /// Those by one of which a party can be found.
  static let naming: Set<String> = ["names", "identifiers", "addresses"]
  /// Bytes of one row; no party has so much to say of itself.
  static let longestRow = 1 << 20

  private let codes: Set<String>
  private var values: [String: [String]] = [:]
  private var problems: [String] = []

  /// `countries` are the ISO codes that exist.
  public init(countries: Set<String>) { codes = countries }

  /// The member that a name means; nil where it means none.
  static func member(_ name: String) -> String? {
    switch name {
    case "name", "aliases", "alias": "names"
    case "country": "countries"
    case "identifier": "identifiers"
    case "address": "addresses"
    case "phone", "telephone": "phones"
    case "email": "emails"
    case "born", "birth": "births"
    default: members.contains(name) ? name : nil
    }
  }

  /// Takes the values of a field; false where there is no such field.
  public mutating func take(_ name: String, _ texts: [String]) -> Bool {
    guard let member = PartyFields.member(name) else { return false }
    let given = texts.map(PartyFields.trimmed).filter { !$0.isEmpty }
    if ["id", "kind"].contains(member), given.count + (values[member]?.count ?? 0) > 1 {
      report("`\(name)` has several values")
    }
    // The name stands before its aliases, whichever is given first.
    if name == "name" {
      values[member] = given + (values[member] ?? [])
    } else {
      values[member, default: []] += given
    }
    return true
  }

  mutating func report(_ problem: String) { problems.append(problem) }

  /// The party, or everything that is wrong with it.
  public var party: Result<ScreenedParty, Problems> {
    var problems = problems
    var kind = ScreenedParty.Kind.unknown
    if let word = values["kind"]?.first {
      if let known = PartyFields.kind(word) {
        kind = known
      } else {
        let words = ScreenedParty.Kind.allCases.map(\.rawValue)
        let nearest = nearestWord(to: String(word.prefix(64)), among: words)
        problems.append(
          "`kind` is `\(word.prefix(64))`; "
            + (nearest.map { "did you mean `\($0)`?" }
              ?? "use one of " + words.joined(separator: ", ")))
      }
    }
    var countries: [String] = []
    for text in values["countries"] ?? [] {
      let code = text.uppercased()
      if !codes.contains(code) {
        problems.append("`\(text.prefix(64))` is no code of a country; write it as DE or CN")
      } else if !countries.contains(code) {
        countries.append(code)
      }
    }
    let names = PartyFields.unique(values["names"] ?? [])
    let identifiers = PartyFields.unique(values["identifiers"] ?? [])
    let addresses = PartyFields.unique(values["addresses"] ?? [])
    let births = PartyFields.unique(values["births"] ?? [])
    for birth in births where !PartyFields.isDate(birth) {
      problems.append(
        "`\(birth.prefix(64))` is no date of birth; write 1970-05-31, 1970-05 or 1970")
    }
    let phones = PartyFields.unique(values["phones"] ?? [])
    for phone in phones where !phone.unicodeScalars.contains(where: PartyFields.isDigit) {
      problems.append("`\(phone.prefix(64))` is no telephone number")
    }
    let emails = PartyFields.unique(values["emails"] ?? [])
    for email in emails where !email.contains("@") {
      problems.append("`\(email.prefix(64))` is no e-mail address")
    }
    if names.isEmpty, identifiers.isEmpty, addresses.isEmpty {
      problems.append("it has neither a name nor an identifier nor an address")
    }
    guard problems.isEmpty else {
      return .failure(Problems(text: problems.joined(separator: "; ")))
    }
    return .success(
      ScreenedParty(
        id: values["id"]?.first, names: names, kind: kind, countries: countries,
        identifiers: identifiers, addresses: addresses, phones: phones, emails: emails,
        births: births))
  }

  /// Words of registers and of FollowTheMoney mean the same kinds.
  private static func kind(_ word: String) -> ScreenedParty.Kind? {
    let lowered = word.lowercased()
    switch lowered {
    case "individual": return .person
    case "company", "organization", "entity", "publicbody", "legalentity": return .organisation
    case "ship": return .vessel
    default: return ScreenedParty.Kind(rawValue: lowered)
    }
  }

  /// A day, a month or a year.
  private static func isDate(_ text: String) -> Bool {
    let whole = ["", "", "", "", "-01-01", "", "", "-01"]
    guard text.utf8.count == 10 || text.utf8.count < 8 else { return false }
    return CivilDate(text.utf8.count == 10 ? text : text + whole[text.utf8.count]) != nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }
}
