import Policy
import Screening

extension Outcome {
  /// The outcome as people say it; the two refusals are never confused.
  var words: String {
    switch self {
    case .release: "release"
    case .releaseWithConditions: "release with conditions"
    case .hold: "hold"
    case .escalate: "escalate"
    case .licenceRequired: "licence required"
    case .refusePolicy: "refuse under company policy"
    case .refuseProhibited: "refuse as prohibited unless authorised"
    }
  }
}

/// The outcome in words, where none stands for an order that could not be screened.
func words(for outcome: Outcome?) -> String { outcome?.words ?? "could not be screened" }

extension FindingKind {
  /// What a finding is, printed with each so that policy never reads like law, nor the reverse.
  var words: String {
    switch self {
    case .legalProhibition: "legal prohibition"
    case .licenceRequirement: "licence requirement"
    case .regulatoryRedFlag: "regulatory red flag"
    case .policy: "company policy"
    case .dataGap: "data gap"
    case .context: "context"
    }
  }
}

extension EvidenceItem.Kind {
  var words: String {
    switch self {
    case .officialList: "official list"
    case .law: "law"
    case .government: "government"
    case .unitedNations: "United Nations"
    case .court: "court"
    case .ngo: "non-governmental organisation"
    case .press: "press"
    case .research: "research"
    case .tender: "tender"
    case .company: "company"
    case .customerStatement: "customer statement"
    case .order: "order"
    case .register: "register"
    }
  }
}

/// A code in lower camel case as words: `intermediateConsignee` is `intermediate consignee`.
func spaced(_ code: String) -> String {
  code.reduce(into: "") { text, character in
    if character.isUppercase { text += text.isEmpty ? "" : " " }
    text += character.lowercased()
  }
}

/// `1 list` or `3 lists`.
func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  "\(number) " + (number == 1 ? noun : plural ?? noun + "s")
}

/// The text with one full stop at its end.
func sentence(_ text: String) -> String {
  let trimmed = text.hasSuffix(" ") ? String(text.dropLast()) : text
  guard let last = trimmed.last, !".!?…。！？".contains(last) else { return trimmed }
  return trimmed + "."
}

/// At most `limit` characters, cut between words where that keeps half, and ended by `…`.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.count > limit else { return text }
  let head = text.prefix(limit - 2)
  guard let end = head.lastIndex(of: " "),
    head.distance(from: head.startIndex, to: end) > limit / 2
  else { return head + "…" }
  return head[..<end] + " …"
}
