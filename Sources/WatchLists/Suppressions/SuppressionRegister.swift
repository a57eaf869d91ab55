public import Formats

/// The suppressions of a corpus, read from `register/suppressions.ndjson`.
///
/// A record with a fault is left out and reported: what is not suppressed is only reviewed again.
public struct SuppressionRegister: Sendable {
  /// In the order of the file.
  public let suppressions: [Suppression]
  public let diagnostics: [Diagnostic]

  public init(_ suppressions: [Suppression] = []) {
    self.suppressions = suppressions
    diagnostics = []
  }

  /// Reads one suppression a line.
  ///
  /// Throws `SUP002` where the file is no text at all: what it said is then not known, which is
  /// more than one record that is not applied.
  public init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    if let invalid = firstInvalidUTF8(in: bytes) {
      throw Diagnostic(
        "SUP002", "the suppressions cannot be read: the bytes are not valid UTF-8",
        remedy: "save the file as UTF-8, or take it out of the corpus", file: file,
        position: SourcePosition(of: invalid, in: bytes))
    }
    var suppressions: [Suppression] = []
    var diagnostics: [Diagnostic] = []
    var ids: Set<String> = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      func reject(_ reason: String) {
        diagnostics.append(
          Diagnostic(
            "SUP001", "the suppression is not applied: \(reason)",
            remedy: "correct the record; the match is reviewed again until then", file: file,
            position: SourcePosition(line: index + 1, column: 1)))
      }
      do {
        guard var fields = RecordFields(try JSONReader.read(Array(line))) else {
          reject("it is not an object")
          continue
        }
        let suppression = SuppressionRegister.suppression(&fields)
        if let suppression, fields.problems.isEmpty, !ids.insert(suppression.id).inserted {
          fields.report("the id `\(suppression.id)` stands twice")
        }
        if let suppression, fields.problems.isEmpty {
          suppressions.append(suppression)
        } else {
          reject(fields.problems.joined(separator: "; "))
        }
      } catch {
        reject("it is not JSON: \(error.message)")
      }
    }
    self.suppressions = suppressions
    self.diagnostics = diagnostics
  }

  /// Nil only where a problem is recorded.
  private static func suppression(_ fields: inout RecordFields) -> Suppression? {
    let id = fields.requiredText("id")
    let entry = fields.requiredText("entry")
    let reason = fields.requiredText("reason")
    let approver = fields.requiredText("approvedBy")
    let maker = fields.text("maker")
    let roles = fields.texts("roles")
    let products = fields.texts("products")
    let digest = digest(&fields)
    let list = list(&fields)
    _ = fields.requiredText("approvedOn")
    _ = fields.requiredText("expires")
    let party = party(&fields)
    let rung = rung(&fields)
    let value = value(on: rung, &fields)
    // A misspelt `roles` would let it hold for every role.
    fields.allowOnly(members)
    guard let approved = fields.date("approvedOn"), let expires = fields.date("expires"), let party
    else { return nil }
    if expires <= approved {
      fields.report("it expires on \(expires), not after its approval on \(approved)")
    }
    if expires - approved > Suppression.longestDays {
      fields.report(
        "it expires \(expires - approved) days after its approval; at most "
          + "\(Suppression.longestDays) are allowed")
    }
    if let maker, FoldedName(maker) == FoldedName(approver) {
      fields.report("`\(maker)` both made and approved it")
    }
    return Suppression(
      id: id, party: party, entry: entry, list: list, entryDigest: digest, rung: rung,
      value: value, roles: roles, products: products, reason: reason, maker: maker,
      approvedBy: approver,
      approvedOn: approved, expires: expires)
  }

  private static let members = [
    "id", "party", "entry", "list", "entryDigest", "rung", "value", "roles", "products", "reason",
    "maker", "approvedBy", "approvedOn", "expires",
  ]

  /// Without the digest nobody would notice that the entry says something else by now.
  private static func digest(_ fields: inout RecordFields) -> String {
    let before = fields.problems.count
    let text = fields.text("entryDigest") ?? ""
    let digits = text.hasPrefix("sha256:") ? text.utf8.dropFirst(7) : text.utf8[...]
    if fields.problems.count == before,
      digits.count != 64 || !digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
    {
      fields.report(
        text.isEmpty
          ? "`entryDigest` is missing; `scruple screen-party --output json` prints it"
          : "`entryDigest` is not `sha256:` and 64 hexadecimal digits")
    }
    return "sha256:" + String(decoding: digits, as: UTF8.self).lowercased()
  }

  private static func rung(_ fields: inout RecordFields) -> Suppression.Rung {
    guard let text = fields.text("rung") else { return .name }
    if let rung = Suppression.Rung(rawValue: text) { return rung }
    let words = Suppression.Rung.allCases.map(\.rawValue)
    fields.report("`rung` is `\(text)`; use one of " + words.joined(separator: ", "))
    return .name
  }

  /// An address or number is one of many that a party may have, so that the reviewed one is named.
  private static func value(
    on rung: Suppression.Rung, _ fields: inout RecordFields
  ) -> String? {
    switch rung {
    case .name, .entry:
      if fields.text("value") != nil {
        fields.report("`value` belongs to a rung `address`, `phone`, `email` or `domain`")
      }
      return nil
    case .address, .phone, .email, .domain:
      let value = fields.requiredText("value")
      if !value.isEmpty, FoldedName(value).isEmpty {
        fields.report("`value` holds neither letters nor digits")
      }
      return value
    }
  }

  private static func list(_ fields: inout RecordFields) -> ListCode? {
    guard let text = fields.text("list") else { return nil }
    let code = ListCode(text)
    if code == nil { fields.report("`list` is `\(text)`, which is no code of a list") }
    return code
  }

  private static func party(_ fields: inout RecordFields) -> Suppression.Party? {
    switch fields["party"]?.value {
    case .string(let digits):
      let isDigest = digits.utf8.count == 64 && digits.allSatisfy { $0.isHexDigit }
      guard isDigest else {
        fields.report("`party` is not a fingerprint of 64 hexadecimal digits")
        return nil
      }
      return .fingerprint(digits.lowercased())
    case .object(let members):
      guard var party = RecordFields(JSON(.object(members))) else { return nil }
      let names = party.texts("names")
      let country = party.requiredText("country")
      party.allowOnly(["names", "country"])
      if names.isEmpty { party.report("`names` is missing") }
      fields.take(problemsOf: party)
      return names.isEmpty || country.isEmpty ? nil : .names(names, country: country)
    default:
      fields.report("`party` is neither a fingerprint nor names with a country")
      return nil
    }
  }
}
