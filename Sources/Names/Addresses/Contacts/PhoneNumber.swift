/// A telephone number in the form in which numbers are compared.
public struct PhoneNumber: Sendable, Hashable {
  /// As written.
  public let text: String
  /// `+` and all digits (ITU-T E.164); nil where the country is not known.
  public let international: String?
  /// The digits without trunk prefix; of an unknown country as far as they were written.
  public let digits: String
  /// The line behind a switchboard, where one is stated: `ext. 12`, `转 8`.
  public let line: String?

  public enum Relation: Sendable, Hashable {
    case same
    /// The country of one is not known and the rest agrees, or two lines of one switchboard.
    case possible
    case different
  }

  public func relation(to other: PhoneNumber) -> Relation {
    if let international, let theirs = other.international {
      guard international == theirs else { return .different }
      if let line, let otherLine = other.line, line != otherLine { return .possible }
      return .same
    }
    let isAlike = forms.contains { mine in
      other.forms.contains { theirs in
        let (short, long) = mine.utf8.count <= theirs.utf8.count ? (mine, theirs) : (theirs, mine)
        // Eight digits are a number within an area; without the area they are many numbers.
        return short.utf8.count > 8 && long.hasSuffix(short)
      }
    }
    return isAlike ? .possible : .different
  }

  /// Digits that may have been written: the code of the country is often not marked as such.
  private var forms: [String] {
    international.map { [digits, String($0.dropFirst())] } ?? [digits]
  }
}

extension PhoneNumber {
  /// Nil for a text that holds no number of six digits or more.
  init?(_ text: String, country: String?, tables: ContactTables) {
    self.init(text, DialledDigits(text[...]), country: country, tables)
  }

  init?(_ text: String, _ dialled: DialledDigits, country: String?, _ tables: ContactTables) {
    guard (6...17).contains(dialled.digits.utf8.count) else { return nil }
    self.text = text
    line = dialled.line
    var digits = dialled.digits
    if dialled.isInternational {
      guard let code = tables.code(opening: digits) else { return nil }
      let national = Self.withoutTrunk(
        String(digits.dropFirst(code.utf8.count)), dialled, tables.plan(ofCode: code))
      international = "+" + code + national
      self.digits = national
      return
    }
    if let country, let plan = tables.plan(of: country) {
      // `86-991-...`: the code with something between, or more digits than a number has.
      let afterCode = digits.utf8.count - plan.code.utf8.count
      if digits.hasPrefix(plan.code), plan.trunk.isEmpty || !digits.hasPrefix(plan.trunk),
        plan.lengths.contains(afterCode),
        dialled.firstGroup == plan.code || digits.utf8.count > plan.lengths.upperBound
      {
        digits.removeFirst(plan.code.utf8.count)
      } else if !plan.trunk.isEmpty, digits.hasPrefix(plan.trunk),
        digits.utf8.count - plan.trunk.utf8.count >= plan.lengths.lowerBound
      {
        digits.removeFirst(plan.trunk.utf8.count)
      }
      self.digits = digits
      international =
        plan.lengths.contains(digits.utf8.count) ? "+" + plan.code + digits : nil
      return
    }
    self.digits = String(digits.drop { $0 == "0" })
    international = nil
    guard self.digits.utf8.count >= 6 else { return nil }
  }

  private static func withoutTrunk(
    _ national: String, _ dialled: DialledDigits, _ plan: ContactTables.Plan?
  ) -> String {
    // Italy keeps its zero in international numbers.
    if dialled.hasBracketedZero || plan?.code == "86" {
      return national.hasPrefix("0") ? String(national.dropFirst()) : national
    }
    // `+44 020 ...`: too long by what is dialled inside the country.
    guard let plan, !plan.trunk.isEmpty, national.hasPrefix(plan.trunk),
      !plan.lengths.contains(national.utf8.count),
      plan.lengths.contains(national.utf8.count - plan.trunk.utf8.count)
    else { return national }
    return String(national.dropFirst(plan.trunk.utf8.count))
  }
}

extension NameKnowledge {
  /// Reads a telephone number; `country` is the ISO 3166-1 code of whoever gives it.
  public func phone(_ text: String, country: String? = nil) -> PhoneNumber? {
    PhoneNumber(text, country: country, tables: tables.contacts)
  }

  /// Reads every number of a text: those behind a further word, and those that a stroke parts
  /// (`010-55550123/0124`, where the second differs in its last digits).
  func phones(in text: String, country: String?) -> [PhoneNumber] {
    var numbers: [PhoneNumber] = []
    var rest = text[...]
    while !rest.isEmpty {
      let dialled = DialledDigits(rest)
      let written = String(rest[..<dialled.end])
      numbers += variants(written, dialled, country)
      rest = rest[dialled.end...]
    }
    return numbers
  }

  private func variants(
    _ text: String, _ dialled: DialledDigits, _ country: String?
  ) -> [PhoneNumber] {
    func number(_ text: String) -> PhoneNumber? { phone(text, country: country) }
    let whole = PhoneNumber(text, dialled, country: country, tables.contacts)
    let parts = text.split { $0 == "/" || $0 == "／" }.map(String.init)
    guard parts.count > 1, let first = number(parts[0]),
      first.international != nil || whole == nil
    else { return whole.map { [$0] } ?? [] }
    let head = DialledDigits(parts[0][...])
    return [first]
      + parts.dropFirst().compactMap { part in
        let tail = DialledDigits(part[...]).digits
        // As long as the first, it is a number of its own.
        if tail.utf8.count + 1 >= head.digits.utf8.count || first.international == nil,
          let other = number(part)
        {
          return other
        }
        guard !tail.isEmpty, tail.utf8.count <= head.digits.utf8.count else { return nil }
        let mark = head.isInternational ? "+" : ""
        return number(mark + head.digits.dropLast(tail.utf8.count) + tail)
      }
  }
}
